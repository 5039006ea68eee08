import Moderation
import Policy
import Testing

@Suite("Two policies compared")
struct DiffTests {
  private func difference(_ changes: [(from: String, to: String)]) throws -> [String] {
    PolicyDiff.lines(try Fixture.policy(), try Fixture.policy(changes))
  }

  @Test("A policy differs from itself in nothing, whatever its comments")
  func same() throws {
    #expect(try difference([]) == [])
    #expect(
      try difference([("[agency]", "# reviewed\n[agency]"), ("verbs = [\"hide\", ", "verbs = [ \"hide\",\n")]) == [])
  }

  @Test("Each change of a value is a line that says what was and what is", arguments: Self.changes)
  func changedValues(_ change: Change) throws {
    #expect(try difference([(change.from, change.to)]) == [change.line])
  }

  struct Change: Sendable, CustomTestStringConvertible {
    var from: String
    var to: String
    var line: String
    var testDescription: String { line }
  }

  static let changes = [
    Change(from: "name = \"A\"", to: "name = \"B\"", line: "~ agency name: A → B"),
    Change(from: "title = \"Boss\"", to: "title = \"Chief\"", line: "~ role boss title: Boss → Chief"),
    Change(
      from: "spam = { verb = \"hide\"", to: "spam = { verb = \"delete\"", line: "~ suggestion spam verb: hide → delete"),
    Change(
      from: "triage = [\"leave\", \"escalate\"]", to: "triage = [\"leave\", \"hide\", \"hold\"]",
      line: "~ permissions triage may: now also hide, hold; no longer escalate"),
    Change(
      from: "roles = [\"owner\", \"admin\"]", to: "roles = [\"owner\"]", line: "~ person a.ana roles: no longer admin"),
    Change(from: "channels = [\"page\"]\n", to: "", line: "~ person b.ben channels: page → all"),
    Change(from: "from = 2026-01-01\n", to: "", line: "~ person b.ben from: 2026-01-01 → nothing"),
    Change(
      from: "verbs = [\"hide\", \"delete\"]", to: "verbs = [\"delete\", \"hide\"]",
      line: "~ reason SPAM verbs: hide, delete → delete, hide"),
    Change(
      from: "second_person_for = [\"delete\"]", to: "rationale_required = true\nsecond_person_for = [\"delete\"]",
      line: "~ reason SPAM rationale_required: nothing → true"),
    Change(
      from: "\"We hid it.\"", to: "\"We hid it.\\nSorry.\"",
      line: "~ reason SPAM citizen: We hid it. → We hid it. Sorry."),
    Change(from: "deputies = [\"b.ben\"]\n", to: "", line: "~ channel page deputies: no longer b.ben"),
    Change(from: "version = \"3\"", to: "version = \"4\"", line: "~ channel page house_rules.version: 3 → 4"),
    Change(
      from: "person = \"b.ben\", on = 2026-01-03", to: "person = \"b.ben\"",
      line: "~ channel page approvals: now also b.ben as executive; no longer b.ben as executive on 2026-01-03"),
    Change(
      from: "verbs = [\"hide\", \"unhide\", \"delete\"], ", to: "",
      line: "~ channel page capabilities.verbs: hide, unhide, delete → all"),
    Change(
      from: "{ moderator = [\"leave\", \"hide\", \"confirm\"] }", to: "{ moderator = [] }",
      line: "~ channel page permissions.moderator: leave, hide, confirm → nothing"),
  ]

  @Test("What is new and what is gone is told whole, what is gone first")
  func addedAndRemoved() throws {
    let found = try difference([
      ("spam = { verb = \"hide\", reason = \"SPAM\" }", "\"spam\" = { verb = \"hide\", reason = \"AD\" }"),
      ("code = \"SPAM\"", "code = \"AD\""),
      ("user = \"ben\"", "user = \"ben\"\n# moved\n"),
      ("[[channel]]", "[[person]]\nuser = \"ben\"\nid = \"b.ben\"\nroles = [\"triage\"]\n\n[[channel]]"),
    ])
    #expect(
      found == [
        "- reason SPAM: title Spam; version 1; head damaging; basis rule 1; verbs hide, delete; second_person_for delete; "
          + "citizen We hid it.",
        "~ suggestion spam reason: SPAM → AD",
        "+ reason AD: title Spam; version 1; head damaging; basis rule 1; verbs hide, delete; second_person_for delete; "
          + "citizen We hid it.",
        "+ person b.ben (2): user ben; roles triage; channels all",
      ])
  }

  @Test("Another order of the reasons is a difference: it is the picker's")
  func reasonOrder() throws {
    var other = try Fixture.policy()
    other.reasons.reverse()
    #expect(PolicyDiff.lines(try Fixture.policy(), other) == ["~ reasons: now in the order FINE, SPAM"])
  }

  @Test("A channel that leaves the register, and a new one")
  func channels() throws {
    var other = try Fixture.policy()
    other.channels = [Channel(id: "blog", title: "Blog", owner: "b.ben")]
    #expect(
      PolicyDiff.lines(try Fixture.policy(), other) == [
        "- channel page: title Page; kind network; aliases 10293; objective to answer; owner a.ana; deputies b.ben; "
          + "state active; house_rules.version 3; house_rules.url u; house_rules.from 2026-01-01; notice.authority Act s 1; "
          + "notice.purpose to answer; notice.contact c; terms.version 2026; terms.indemnity false; "
          + "approvals a.ana as director on 2026-01-02, b.ben as executive on 2026-01-03; "
          + "capabilities.verbs hide, unhide, delete; capabilities.irreversible delete; review_by 2027-01-01; "
          + "privacy_assessment P1; security_assessment S1; permissions.moderator leave, hide, confirm",
        "+ channel blog: title Blog; kind network; owner b.ben; state active; capabilities.verbs all; "
          + "capabilities.irreversible delete",
      ])
  }

  @Test("A policy is shown a part at a time, without what it does not say")
  func shown() throws {
    let lines = PolicyText.lines(try Fixture.policy())
    #expect(
      lines.prefix(10) == [
        "agency", "  name: A", "  zone: UTC", "  contact: c", "  rules: r", "role boss", "  title: Boss",
        "  contact: b",
        "permissions triage", "  may: leave, escalate",
      ])
    let person = try #require(lines.firstIndex(of: "person a.ana"))
    #expect(
      lines[person...].prefix(7) == [
        "person a.ana", "  user: ana", "  roles: owner, admin", "  channels: all", "  by: board",
        "  acknowledged: 2026-03-01", "person b.ben",
      ])
    #expect(lines.last == "  permissions.moderator: leave, hide, confirm")
  }
}
