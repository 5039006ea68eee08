import Moderation
import Policy
import Testing

@Suite("What a policy file says of casework")
struct CaseworkFileTests {
  private func parse(_ text: String) throws -> AgencyPolicy { try PolicyFile.parse(text, file: "p") }

  @Test("Every part is read whole")
  func everyPart() throws {
    let policy = try parse(CaseworkFixture.text)
    let casework = policy.casework
    #expect(
      policy.document
        == PolicyDocument(
          id: "POL-1", version: "2", status: .approved, owner: "o", approver: "p", approved: CivilDate("2026-01-05"),
          reviewBy: CivilDate("2027-01-05")))
    #expect(policy.houseRules == [HouseRule(code: "H1", title: "No spam", text: "Please do not.")])
    let spam = try #require(policy.reason(ReasonCode("SPAM")))
    #expect(spam.houseRule == "H1" && spam.retention == "KEEP" && spam.template == "aware")
    #expect(casework.regime == "nz-oia" && casework.ownInformationRegime == "nz-privacy")
    #expect(casework.reviewBody == "ombudsman" && casework.privacyAuthority == "commissioner")
    #expect(casework.hours.days.map(\.count) == [1, 1, 1, 1, 1, 1, 0])
    #expect(casework.hours.days[5] == [540...720])
    #expect(casework.acknowledgement == [.s1: .workingHours(1), .s2: .sameWorkingDay, .s3: .nextWorkingDay])
    #expect(
      casework.retention == [
        RetentionClass(
          code: "KEEP", title: "All", authority: "GDA7", keeps: .init(years: 1, months: 6), from: .lastActed,
          defaultFor: Set(RetentionClass.Holding.allCases))
      ])
    #expect(casework.templates.map(\.purpose) == [.reply, .decision])
    #expect(casework.playbooks.first?.steps.map(\.isOptional) == [false, true])
    #expect(policy.flagging.threshold(.offensive, on: "page") == Score(hundredths: 100))
    #expect(policy.flagging.threshold(.offensive, on: nil) == Score(hundredths: 70))
    #expect(
      policy.flagging.watchedWords == [
        WatchedWords(
          words: ["bridge*"], label: .complaint, severity: .high,
          suggestion: Suggestion(verb: .escalate, reason: ReasonCode("FINE")), why: "asked for", channels: ["page"],
          until: CivilDate("2026-12-31"))
      ])
    #expect(PolicyLint.check(policy, file: "p", on: try #require(Fixture.day)) == [])
  }

  @Test("Each problem is named with its line and what to write", arguments: Self.broken)
  func problemsPointAndHelp(_ broken: Case) throws {
    let text = try CaseworkFixture.text(broken.from, broken.to)
    do {
      _ = try parse(text)
      Issue.record("read without a problem")
    } catch let error as PolicyProblems {
      let line = try Fixture.line(of: broken.on, in: text)
      #expect(error.description == "p:\(line): \(broken.message)")
    }
  }

  @Test("Each warning has its line and what to write", arguments: Self.careless)
  func warningsPointAndHelp(_ careless: Case) throws {
    let text = try CaseworkFixture.text(careless.from, careless.to)
    let found = PolicyLint.check(try parse(text), file: "p", on: try #require(Fixture.day))
    let line = try Fixture.line(of: careless.on, in: text)
    #expect(found.map(\.description) == ["p:\(line): warning: \(careless.message)"])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var from: String
    var to: String
    /// Stands on the line that the message must point at, and on none before it.
    var on: String
    var message: String

    init(_ from: String, _ to: String, on: String, _ message: String) {
      self.from = from
      self.to = to
      self.on = on
      self.message = message
    }

    var testDescription: String { message }
  }

  static let broken = [
    Case(
      "regime = \"nz-oia\"", "regime = \"nz-foia\"", on: "nz-foia",
      "there is no regime \"nz-foia\"; write one of "
        + "nz-oia, nz-lgoima, nz-lgoima-REGION, nz-privacy, nz-privacy-breach, nz-hdca, nz-complaint, "
        + "nz-protected-disclosure, or see `docket clock --list`"),
    Case(
      "executive = \"boss\"", "executive = \"chief\"", on: "\"chief\"",
      "there is no [[role]] named \"chief\"; there is boss"),
    Case(
      "review_body = \"ombudsman\"", "review_body = \"king\"", on: "\"king\"",
      "there is no [[contact]] \"king\"; add it, or write one of ombudsman, commissioner"),
    Case(
      "privacy_authority = \"commissioner\"", "privacy_authority = \"pope\"", on: "\"pope\"",
      "there is no [[contact]] \"pope\"; add it, or write one of ombudsman, commissioner"),
    Case(
      "S1 = \"1 working hour\"", "S1 = \"soon\"", on: "\"soon\"",
      "S1 must be \"2 working hours\", \"same working day\" or \"next working day\""),
    Case(
      "S1 = \"1 working hour\"", "S4 = \"1 working hour\"", on: "S4 =",
      "[casework.acknowledge] has no key S4; it takes S1, S2, S3"),
    Case(
      "weekdays = \"08:30-17:00\"", "weekdays = \"17:00-08:30\"", on: "17:00-08:30",
      "weekdays must be hours like \"08:30-17:00\", or a list of them"),
    Case(
      "weekdays = \"08:30-17:00\"", "weekdays = \"9223372036854775807:00-17:00\"", on: "9223372036854775807",
      "weekdays must be hours like \"08:30-17:00\", or a list of them"),
    Case(
      "[casework.acknowledge]", "[casework.ladder]\nboss = \"boss\" # round\n\n[casework.acknowledge]", on: "# round",
      "what boss lets lapse comes back to boss; let the ladder end with somebody"),
    Case(
      "person = \"a.ana\"\nfrom", "person = \"c.cy\"\nfrom", on: "c.cy",
      "person \"c.cy\" is not the id of a [[person]]; add them, or write one of a.ana, b.ben"),
    Case(
      "to = 2026-12-31", "to = 2025-12-31", on: "to = 2025-12-31",
      "to = 2025-12-31 is before from = 2026-01-01; write a later day, or leave it out"),
    Case(
      "[[contact]]\nid = \"commissioner\"", "[[contact]] # again\nid = \"ombudsman\"", on: "# again",
      "the contact ombudsman is there twice; remove one or rename it"),
    Case(
      "labels = [\"welfare\"]", "labels = [\"help\"]", on: "\"help\"",
      "labels cannot be \"help\"; write one of \(Label.allCases.map(\.rawValue).joined(separator: ", "))"),
    Case(
      "keep = \"1 year 6 months\"", "keep = \"for ever\"", on: "for ever",
      "keep must be a time like \"7 years\", \"6 months\" or \"30 days\""),
    Case(
      "keep = \"1 year 6 months\"", "keep = \"9223372036854775807 day 1 day\"", on: "9223372036854775807",
      "keep must be a time like \"7 years\", \"6 months\" or \"30 days\""),
    Case(
      "keep = \"1 year 6 months\"", "keep = \"-5 days\"", on: "-5 days",
      "keep must be a time like \"7 years\", \"6 months\" or \"30 days\""),
    Case(
      "authority = \"GDA7\"", "authority = \"\"", on: "authority = \"\"",
      "retention KEEP lacks authority; add authority = …"),
    Case(
      "from = \"last_acted\"", "from = \"birth\"", on: "birth",
      "from cannot be \"birth\"; write one of imported, last_acted, closed"),
    Case(
      "retention = \"KEEP\"", "retention = \"BURN\"", on: "BURN",
      "there is no [[retention]] \"BURN\"; add it, or write one of KEEP"),
    Case(
      "template = \"aware\"", "template = \"unaware\"", on: "unaware",
      "there is no [[template]] \"unaware\"; add it, or write one of aware, decision"),
    Case(
      "house_rule = \"H1\"", "house_rule = \"H9\"", on: "H9",
      "there is no [[house_rule]] \"H9\"; add it, or write one of H1"),
    Case(
      "text = \"Please do not.\"", "text = 7", on: "text = 7", "text must be text in quotes"),
    Case(
      "status = \"approved\"", "status = \"fine\"", on: "\"fine\"",
      "status cannot be \"fine\"; write one of draft, approved, superseded"),
    Case(
      "review_by = 2027-01-05", "review_by = \"next year\"", on: "next year",
      "review_by must be a day like 2026-07-01"),
    Case(
      "offensive = 0.7", "offensive = 1.7", on: "1.7", "offensive must be a score from 0 to 1"),
    Case(
      "[flagging.channel.page]", "[flagging.channel.blog]", on: "[flagging.channel.blog]",
      "there is no [[channel]] with id \"blog\"; add it, or write one of page"),
    Case(
      "words = [\"bridge*\"]", "words = [\"*\"]", on: "words = [\"*\"]", "[[watch]] lacks words; add words = …"),
    Case(
      "verb = \"escalate\"\nreason = \"FINE\"", "verb = \"hide\" # no\nreason = \"FINE\"", on: "# no",
      "FINE does not allow hide; write one of leave, escalate"),
    Case(
      "why = \"asked for\"", "why = \"\"", on: "why = \"\"", "[[watch]] lacks why; add why = …"),
    Case(
      "purpose = \"decision\"", "purpose = \"verdict\"", on: "verdict",
      "purpose cannot be \"verdict\"; write one of reply, receipt, clarification, extension, transfer, decision, breach, "
        + "complaint, notice"),
    Case(
      "text.en = \"We know.\"", "text.english = \"We know.\"", on: "text.english",
      "text.english must be named after a language, like en or mi"),
    Case(
      "reasons = [\"SPAM\"]", "reasons = [\"HAM\"]", on: "HAM",
      "there is no [[reason]] with code \"HAM\"; add it, or name another"),
    Case(
      "[[playbook.step]]\nid = \"tell\"", "[[playbook.step]] # twice\nid = \"see\"", on: "# twice",
      "the step see is there twice; remove one or rename it"),
    Case(
      "text = \"Tell.\"\nrole = \"boss\"", "text = \"Tell.\"\nrole = \"chef\"", on: "chef",
      "there is no [[role]] named \"chef\"; there is boss"),
  ]

  static let careless = [
    Case(
      "to = 2026-12-31", "to = 2026-11-20", on: "[[roster]]",
      "nobody is on call today for boss, who is to acknowledge S1 (OAG L117); add a [[roster]] entry"),
    Case(
      "to = 2026-12-31", "to = 2026-11-25", on: "[[roster]]",
      "nobody is on call on 2026-11-26 for boss, who is to acknowledge S1 (OAG L117); add a [[roster]] entry"),
    Case(
      "approver = \"p\"\n", "", on: "[document]",
      "[document] lacks approver (DPMC L43-48); add approver = …"),
    Case(
      "review_by = 2027-01-05", "review_by = 2026-11-20", on: "review_by = 2026-11-20",
      "the policy was to be reviewed by 2026-11-20 (DPMC L43-48); review it and write the next day"),
    Case(
      "basis = \"Privacy Act 2020 s 44\"", "basis = \"Under the Privacy Act 1993 s 6\"", on: "Act 1993",
      "FINE cites Under the Privacy Act 1993, which is no [[statute]]; add it with the day it came into force, or correct "
        + "its title (DPMC L66-82)"),
    Case(
      "from = 2020-12-01", "from = 2020-12-01\nto = 2026-11-20", on: "Privacy Act 2020 s 44",
      "FINE cites Privacy Act 2020, which ended on 2026-11-20; cite what is in force (DPMC L66-82)"),
    Case(
      "from = 2020-12-01", "from = 2027-01-01", on: "Privacy Act 2020 s 44",
      "FINE cites Privacy Act 2020, which is in force from 2027-01-01 on; cite what is in force (DPMC L66-82)"),
    Case(
      "house_rule = \"H1\"\n", "", on: "[[reason]]",
      "SPAM takes words away and points at no posted rule (OAG L105-107); add house_rule = \"…\""),
    Case(
      "{{what}} You may turn to {contact:ombudsman}.", "{{what}}", on: "{{what}}",
      "the template decision does not name who reviews a decision; add {contact:ombudsman} (DPMC L24; OAG 4.1-4.2)"),
    Case(
      "text.en = \"We know.\"", "text.en = \"Thank you. Please tell us your address below.\"", on: "tell us your",
      "the template aware asks for details where everybody reads the answer: \"Please tell us your address below\"; ask for "
        + "them privately, at {contact} (OAG 4.17)"),
    Case(
      "text.en = \"We know.\"", "text.en = \"We know, {nmae}.\"", on: "{nmae}",
      "the template aware has {nmae}, which nothing fills; write one of {contact}, {rules}, {agency}, {greeting}, {case}, "
        + "{owner}, {received}, {due}, {contact:ombudsman}, {contact:commissioner}, or {{nmae}} for a person to fill"),
    Case(
      "citizen = \"You asked, {case}.\"", "citizen = \"You asked, {number}.\"", on: "{number}",
      "ASKED has {number}, which nothing fills; write one of {contact}, {rules}, {agency}, {greeting}, {case}, "
        + "{owner}, {received}, {due}, {contact:ombudsman}, {contact:commissioner}, or {{number}} for a person to fill"),
    Case(
      "text.en = \"We know.\"", "text.mi = \"Kei te mōhio.\"", on: "text.mi",
      "the template aware has no text in the policy's own language (add text.en = …)"),
    Case(
      "purpose = \"decision\"", "purpose = \"breach\"", on: "{{what}}",
      "the template decision does not name who looks into breaches; add {contact:commissioner} (OAG 4.2)"),
    Case(
      "default_for = [\"untouched\", ", "default_for = [", on: "[[retention]]",
      "nothing says how long what is \"untouched\" is kept (BC L147); add it to default_for of a [[retention]]"),
    Case(
      "classes = [\"S1\"]\n", "", on: "[[playbook]]",
      "there are no steps for S1 (OAG 4.7); add a [[playbook]] with classes = [\"S1\"]"),
    Case(
      "labels = [\"welfare\"]\n", "", on: "[[contact]]",
      "no contact is shown beside comments of somebody in danger; add labels = [\"welfare\"] to that of a crisis line"),
    Case(
      "verbs = [\"open_case\", \"leave\"]", "verbs = [\"leave\"]", on: "[[reason]]",
      "no reason opens a case for a request, which is one wherever it is made (OAG 4.15-4.16); add \"open_case\" to the "
        + "verbs of one with head = \"request\""),
    Case(
      "citizen = \"\"\n\n[[reason]]", "citizen = \"We read it.\"\n\n[[reason]]", on: "[[reason]]",
      "no reason leaves a comment without a word, though not every one needs an answer (DPMC L175); add one with "
        + "verbs = [\"leave\"] and citizen = \"\""),
    Case(
      "offensive = 0.7", "offensive = 0.3", on: "offensive = 0.3",
      "the classifier shows nothing of offensive below 0.50; write offensive = 0.50 or more, or leave it out"),
    Case(
      "until = 2026-12-31", "until = 2026-11-20", on: "until = 2026-11-20",
      "these words were watched until 2026-11-20; write a later day, or remove the entry"),
  ]

  @Test("A policy without a header is told so") func withoutHeader() throws {
    let start = try #require(CaseworkFixture.text.firstRange(of: "[document]")).lowerBound
    let end = try #require(CaseworkFixture.text.firstRange(of: "[[house_rule]]")).lowerBound
    var text = CaseworkFixture.text
    text.removeSubrange(start..<end)
    #expect(
      PolicyLint.check(try parse(text), file: "p", on: try #require(Fixture.day)).map(\.description) == [
        "p: warning: the policy does not say its id, version, status, owner and review_by (DPMC L43-48); add [document]"
      ])
  }
}
