import Casework
import Moderation
import Testing

@Suite("Drafting a reply from a template")
struct ReplyDraftTests {
  private let policy = AgencyPolicy(
    agency: "Waka Tōtara", zone: "Pacific/Auckland", contact: "c@a.example", rulesURL: "r",
    reasons: [
      Reason(
        code: ReasonCode("ASK"), title: "", head: .request, citizenText: "", basis: "", verbs: [.leave], template: "own"
      )
    ],
    suggestions: [:], escalationRoles: [],
    casework: CaseworkPolicy(
      contacts: [OversightContact(id: "o", title: "the Ombudsman", contact: "0800")],
      templates: [
        ReplyTemplate(id: "other", title: "", texts: ["en": "x"]),
        ReplyTemplate(id: "linked", title: "", texts: ["en": "x"], reasons: [ReasonCode("ASK")]),
        ReplyTemplate(id: "own", title: "", texts: ["en": "x"]),
      ]),
    digest: "")

  private func template(_ texts: [String: String]) -> ReplyTemplate { ReplyTemplate(id: "t", title: "T", texts: texts) }

  @Test("docket fills what it knows; a person's gaps and what nobody told keep it from leaving")
  func fills() {
    let text = " {agency}: {case}, {owner}, due {due}. {contact:o}. {{why}} {contact} "
    let open = policy.draft(
      template(["en": text]), facts: ReplyFacts(caseID: "C-2026-0007", due: CivilDate("2026-08-07")))
    #expect(
      open.text
        == "Waka Tōtara: C-2026-0007, {owner}, due 7 August 2026. the Ombudsman, 0800. {{why}} c@a.example")
    #expect(open.gaps == ["why"] && open.unknown == ["owner"] && !open.isComplete)
    #expect(open.missing == ["why", "{owner}"])
    let done = policy.draft(
      template(["en": text]), facts: ReplyFacts(caseID: "C-1", due: CivilDate("2026-08-07")),
      filled: ["why": "Because.", "owner": "Aroha", "contact": "not this"])
    #expect(done.text == "Waka Tōtara: C-1, Aroha, due 7 August 2026. the Ombudsman, 0800. Because. c@a.example")
    #expect(done.isComplete)
  }

  @Test("Braces that a citizen wrote stay braces, and an empty filling fills nothing")
  func citizensBraces() {
    let text = "You asked: {{their words}}"
    let draft = policy.draft(template(["en": text]), filled: ["their words": "{contact} {{x}} }}"])
    #expect(draft.text == "You asked: {contact} {{x}} }}")
    #expect(draft.isComplete)
    #expect(policy.draft(template(["en": text]), filled: ["their words": " \n"]).gaps == ["their words"])
  }

  @Test(
    "Braces that are never closed are words",
    arguments: [("a { b", "a { b"), ("a {{ b } c", "a {{ b } c"), ("{", "{"), ("}}{{", "}}{{"), ("", "")])
  func openBraces(_ text: String, _ shown: String) {
    let draft = policy.draft(template(["en": text]))
    #expect(draft.text == shown)
    #expect(draft.isComplete)
  }

  @Test(
    "A comment is answered in its own language where there is a text in it",
    arguments: [
      ("mi", "mi"), ("mi-NZ", "mi"), ("MI_nz", "mi"), ("fr", "en"), (nil, "en"), ("", "en"),
    ] as [(String?, String)])
  func language(_ comment: String?, _ answer: String) {
    #expect(policy.draft(template(["en": "e", "mi": "m"]), language: comment).language == answer)
  }

  @Test(
    "Te reo Māori is known by the shape of its words",
    arguments: [
      ("Kia ora, kei hea te whare pukapuka?", "mi"), ("He pātai tāku mō te pahi ki Ōtaki", "mi"), ("Kia ora team", nil),
      ("Where is the library, please?", nil), ("I hate a hero", nil), ("kia ora", nil), ("", nil),
    ] as [(String, String?)])
  func guess(_ text: String, _ language: String?) { #expect(ReplyLanguage.guess(text) == language) }

  @Test("Templates of a reason come first, its own before those that name it")
  func order() {
    #expect(policy.templates(for: [ReasonCode("ASK")]).map(\.id) == ["own", "linked", "other"])
    #expect(policy.templates(for: []).map(\.id) == ["other", "linked", "own"])
  }

  @Test(
    "A reply's length is counted as its platform counts",
    arguments: [
      ("abc", "facebook", 3, 0), (String(repeating: "a", count: 281), "x", 281, 1),
      ("see https://agency.example/a/very/long/page/indeed", "twitter", 27, 0), ("日本", "x", 4, 0),
      ("👍🏽 ā", "mastodon", 3, 0), (String(repeating: "a", count: 160), "TikTok", 160, 10), ("abc", "forum", 3, 0),
    ])
  func length(_ text: String, _ platform: String, _ count: Int, _ excess: Int) {
    let length = ReplyLength(of: text, on: platform)
    #expect(length.count == count && length.excess == excess)
  }

  @Test("Words of one's own have gaps too, and may take a second person")
  func ownWords() {
    var policy = policy
    policy.casework.replies.freeTextNeedsSecondPerson = true
    let draft = policy.draft(ownWords: "  Hello {{name}}. ", isPublic: false)
    #expect(draft.text == "Hello {{name}}." && draft.gaps == ["name"] && draft.needsApproval && draft.template == nil)
  }
}
