import Casework
import Moderation
import Testing

@Suite("The guard of replies")
struct ReplyGuardTests {
  private static let policy = AgencyPolicy(
    agency: "Waka Tōtara", zone: "Pacific/Auckland", contact: "help@agency.example",
    rulesURL: "https://agency.example/r",
    reasons: [], suggestions: [:], escalationRoles: [],
    casework: CaseworkPolicy(
      contacts: [OversightContact(id: "o", title: "the Ombudsman", contact: "www.ombudsman.example, 0800 802 602")],
      ownDomains: ["agency.example", "govt.nz"]),
    digest: "")

  private func rules(_ text: String) -> [ReplyRule] { ReplyGuard(Self.policy).check(text).map(\.rule) }

  @Test("What must not be said is found", arguments: bad)
  func finds(_ rule: ReplyRule, _ text: String) { #expect(rules(text).contains(rule), "\(text)") }

  @Test("An ordinary reply passes", arguments: good)
  func passes(_ text: String) { #expect(rules(text) == [], "\(text)") }

  @Test("A finding names its words, its sentence, the level, why and where that is written")
  func finding() throws {
    let text = "Kia ora 🙂. The court found him guilty. Thanks."
    let found = try #require(ReplyGuard(Self.policy).check(text).first)
    let scalars = Array(text.unicodeScalars)
    func words(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
    #expect(words(found.words) == "court found")
    #expect(words(found.sentence) == "The court found him guilty.")
    #expect(found.level == .block && found.source == "BC L57-61")
    #expect(found.why == "it talks about a matter before the courts; say only that the agency cannot comment on it")
  }

  @Test("The policy sets how much a rule weighs")
  func levels() {
    var policy = Self.policy
    policy.casework.replies.levels = [.promise: .block, .courts: .off]
    let found = ReplyGuard(policy).check("We guarantee it. The court found him guilty.")
    #expect(found.map(\.rule) == [.promise])
    #expect(found.blocking == [.promise])
  }

  @Test("What the classifier takes for details is held back, but not the agency's own")
  func details() {
    let text = "Ring 021 555 0199 or help@agency.example. Sina has asthma."
    let spans = [
      Span(start: 5, end: 17, type: .phone, subject: .author), Span(start: 21, end: 40, type: .email),
      Span(start: 42, end: 46, type: .person, subject: .other),
      Span(start: 51, end: 57, type: .condition, subject: .other),
      Span(start: 900, end: 901, type: .phone), Span(start: 3, end: 2, type: .phone),
    ]
    let found = ReplyGuard(Self.policy).check(text, personal: spans)
    #expect(found.map(\.rule) == [.personalData, .thirdParty, .thirdParty])
    #expect(found.first?.why == "it shows a personal detail (phone); leave it out, or answer privately")
  }

  @Test(
    "Links and tags lead to the agency's own hosts",
    arguments: [
      ("See https://agency.example/bus and maps.agency.example.", 0), ("See www.govt.nz/x", 0),
      ("Write to help@agency.example, or www.ombudsman.example", 0), ("See https://evil-agency.example/", 1),
      ("See https://agency.example@evil.example/x", 1), ("See shop.example!", 1), ("Thanks @bakery_nz", 1),
      ("It leaves at 5.30pm.We wait", 0), ("e.g. the bus", 0), ("HTTP://EVIL.EXAMPLE", 1), ("@", 0),
    ])
  func links(_ text: String, _ count: Int) {
    let found = ReplyGuard(Self.policy).check(text)
    #expect(found.map(\.rule) == Array(repeating: .endorsement, count: count), "\(text)")
  }

  static let bad: [(ReplyRule, String)] = [
    (.courts, "The matter is before the courts and we expect to win."),
    (.courts, "The judge ruled in our favour last week."),
    (.courts, "He pleaded guilty, so you know who was right."),
    (.courts, "The driver was charged with careless driving."),
    (.courts, "Our lawyers say the court case will be over by May."),
    (.courts, "We can't say much, but the tribunal rejected her claim."),
    (.courts, "The coroner found that the crossing was safe."),
    (.draftLaw, "The draft legislation will fix this next year."),
    (.draftLaw, "The new law will allow e-scooters on footpaths."),
    (.draftLaw, "We are changing the Act so that this cannot happen."),
    (.draftLaw, "The Bill will pass before Christmas."),
    (.draftLaw, "Proposed regulations cover exactly your case."),
    (.thirdParty, "Your neighbour's application was declined in June."),
    (.thirdParty, "We spoke to your wife about this yesterday."),
    (.thirdParty, "The staff member was disciplined after your call."),
    (.thirdParty, "His benefit stopped because of the new job."),
    (.thirdParty, "She was dismissed last month."),
    (.ministers, "We advised the Minister against closing the line."),
    (.ministers, "Cabinet will decide on the fares on Monday."),
    (.ministers, "Our advice to the Minister was clear."),
    (.ministers, "The Minister has not been keen, and officials have briefed Cabinet twice."),
    (.ministers, "The Minister's view is that it costs too much."),
    (.confidential, "A confidential report shows that the bridge is weak."),
    (.confidential, "This is not public yet, but the route will close."),
    (.confidential, "Between you and me, the depot is moving."),
    (.confidential, "An internal memo says the money has run out."),
    (.confidential, "Off the record: it was a mix-up."),
    (.endorsement, "We highly recommend Tui Tyres for this."),
    (.endorsement, "It is the best cafe in town."),
    (.endorsement, "We love their products!"),
    (.endorsement, "Check out the great deals at the mall."),
    (.endorsement, "We are a proud sponsor of the Kākā."),
    (.personalView, "In my opinion the timetable was better before."),
    (.personalView, "I agree with you, it takes far too long."),
    (.personalView, "Personally I would take the train."),
    (.personalView, "I think the fare is too high."),
    (.personalView, "The policy is stupid, we know."),
    (.personalView, "The government's decision was a mistake."),
    (.partisan, "The Labour government left us this mess."),
    (.partisan, "Vote for National if you want better buses."),
    (.partisan, "The previous government failed to fund it."),
    (.partisan, "Thanks to this Government the line is open."),
    (.partisan, "This government is delivering for commuters."),
    (.partisan, "The Green Party candidate would say so."),
    (.promise, "We promise this will never happen again."),
    (.promise, "Your visa will be approved."),
    (.promise, "You will definitely be paid on Friday."),
    (.promise, "We will refund you the fare."),
    (.promise, "We accept liability for the damage."),
  ]

  static let good = [
    "Kia ora. Thank you for raising this. We know about it and are looking into it.",
    "Good question. We are finding out, and will answer here by Friday.",
    "We are sorry to hear this. Your complaint is with the contact centre, reference C-2026-0007.",
    "Please send your details privately to help@agency.example, not here.",
    "We can't comment on a matter that is before the courts.",
    "We hid this comment because it concerns a matter before the courts.",
    "We are not able to discuss your neighbour's application.",
    "The basketball court in the park will be resurfaced in May.",
    "Tennis courts can be booked at agency.example/courts.",
    "The free trial of the new bus runs until June.",
    "We look forward to hearing from you.",
    "The bus to Karori leaves at 8.15 from stop B.",
    "Your bill will be sent at the end of the month.",
    "You can make a submission on the Bill at govt.nz until 3 May.",
    "The law requires us to close the road for an hour.",
    "By law dogs must be on a lead in the park.",
    "You can write to the Minister at the address on govt.nz.",
    "The Cabinet paper has been published at govt.nz/papers.",
    "You can talk to us in confidence.",
    "We keep your details confidential.",
    "If you forgot your password, you can reset it at agency.example.",
    "The opening date has not been announced yet; we will post it here.",
    "I hope this helps. Ngā mihi, Aroha",
    "We understand how you feel, and we are sorry that you waited so long.",
    "If you think we got this wrong, tell us and somebody else will look at it again.",
    "You can vote at any polling place on Saturday.",
    "To enrol or change your details, go to the Electoral Commission.",
    "The National Library is open until five.",
    "Turn left at the lights; the office is on the right.",
    "We cannot promise a date, but will tell you when we know more.",
    "We will look into it and reply by Tuesday.",
    "We will let you know whether your application is approved.",
    "The pool is closed for maintenance; it opens again on Monday.",
    "Rubbish is collected on Thursdays; put your bin out by seven.",
    "Thank you for the kind words. We will pass them on to the team.",
    "That pothole has been reported. The crew plans to be there this week.",
    "You can apply for a permit online, or ring 0800 802 602.",
    "If you or somebody near you is in danger, call 111.",
    "You have the right to ask for an investigation and review of this decision by the Ombudsman.",
    "We have transferred your request to Archives under section 14 of the Official Information Act 1982.",
    "The meeting is open to the public and starts at ten.",
    "Our staff should not be spoken to like that; please keep it civil.",
    "This page is politically neutral, so we hid your comment.",
    "We corrected the map: the detour is by Rimu Street.",
    "Yes, children under five travel free.",
    "You can report a fault with the app on our website.",
    "He pātai pai tēnā. Kei te rapu whakautu mātou.",
    "Kia ora Sam, yes, the library has the book in both languages.",
    "The council meets on Tuesday and the agenda is on our website.",
    "Applications close on 1 March; you will get an e-mail when yours has come in.",
    "The report will be released on our website next week.",
    "Fares change on 1 July. The table is at agency.example/fares.",
  ]
}
