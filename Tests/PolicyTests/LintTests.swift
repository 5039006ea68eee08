import Moderation
import Policy
import Testing

@Suite("What an agency should see to in its policy")
struct LintTests {
  private func warnings(_ changes: [(from: String, to: String)], on day: String = "2026-11-21") throws -> [String] {
    let policy = try PolicyFile.parse(try Fixture.text(changes), file: "policy.toml")
    let found = PolicyLint.check(policy, file: "policy.toml", on: try #require(CivilDate(day)))
    #expect(found.allSatisfy { $0.severity == .warning })
    return found.map(\.description)
  }

  @Test("A policy in order has no warning") func inOrder() throws { #expect(try warnings([]) == []) }

  @Test("Each warning has its line and what to write", arguments: Self.cases)
  func warningsPointAndHelp(_ entry: Case) throws {
    let text = try Fixture.text([(entry.from, entry.to)])
    let line = try Fixture.line(of: entry.on, in: text)
    #expect(try warnings([(entry.from, entry.to)]) == ["policy.toml:\(line): warning: \(entry.message)"])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var from: String
    var to: String
    var on: String
    var message: String
    var testDescription: String { message }
  }

  private static func lacking(_ line: String, _ message: String) -> Case {
    Case(from: line + "\n", to: "", on: "[[channel]]", message: "page lacks \(message)")
  }

  static let cases = register + people

  private static let register = [
    lacking("objective = \"to answer\"", "objective (OAG L130); add objective = \"what the channel is for\""),
    lacking(
      "house_rules = { version = \"3\", url = \"u\", from = 2026-01-01 }",
      "house_rules (OAG L105-107); add house_rules = { version = \"…\", url = \"https://…\", from = 2026-07-01 }"),
    lacking(
      "notice = { authority = \"Act s 1\", purpose = \"to answer\", contact = \"c\" }",
      "notice (BC L115); add notice = { authority = \"…\", purpose = \"…\", contact = \"…\" }"),
    lacking(
      "terms = { version = \"2026\", indemnity = false }",
      "terms (OAG 4.19); add terms = { version = \"…\", indemnity = false }"),
    lacking(
      "privacy_assessment = \"P1\"",
      "privacy_assessment (BC L102); add privacy_assessment = \"its reference\""),
    lacking(
      "security_assessment = \"S1\"",
      "security_assessment (BC L164); add security_assessment = \"its reference\""),
    lacking("review_by = 2027-01-01", "review_by (DPMC L43-48); add review_by = 2027-07-01"),
    Case(
      from: "review_by = 2027-01-01", to: "review_by = 2026-11-20", on: "review_by = 2026-11-20",
      message: "page was to be reviewed by 2026-11-20 (DPMC L43-48); review it and write the next day"),
    Case(
      from: "verbs = [\"hide\", \"unhide\", \"delete\"], ", to: "", on: "[[channel]]",
      message: "page lacks capabilities.verbs (BC L162); add capabilities = { verbs = [\"hide\", \"unhide\", "
        + "\"delete\"], … }: what the platform lets you do"),
    Case(
      from: ", irreversible = [\"delete\"]", to: "", on: "[[channel]]",
      message: "page lacks capabilities.irreversible (BC L162); add capabilities = { …, irreversible = [\"delete\"] }: "
        + "what it cannot take back"),
    Case(
      from: "{ verbs = [\"hide\", ", to: "{ verbs = [", on: "spam = {",
      message: "no channel of the register can hide; propose another verb, or add it to a channel's capabilities.verbs"),
    Case(
      from: "person = \"b.ben\", on = 2026-01-03", to: "person = \"carl\"", on: "person = \"carl\"",
      message: "carl, who approved page, is not the id of a [[person]]; add them with roles = [], or correct the id"),
  ]

  private static let people = [
    Case(
      from: "acknowledged = 2026-03-01\n", to: "", on: "[[person]]",
      message: "a.ana has not acknowledged the policy (DPMC L118); add acknowledged = the day they do"),
    Case(
      from: "acknowledged = 2026-03-01", to: "acknowledged = 2025-11-20", on: "acknowledged = 2025-11-20",
      message:
        "a.ana acknowledged the policy on 2025-11-20, over a year ago (DPMC L118); write the day they do it again"
    ),
    Case(
      from: "by = \"board\"\n", to: "", on: "[[person]]",
      message: "nobody is named who authorised a.ana (DPMC L116); add by = …"),
    Case(
      from: "roles = [\"owner\", \"admin\"]", to: "roles = [\"owner\"]", on: "[[person]]",
      message:
        "nobody may adopt today, so this policy could not be replaced; give a [[person]] a role that may, such as "
        + "\"admin\""),
  ]

  @Test("An owner whose authorisation ended, what follows from it, and the entry itself")
  func expiredOwner() throws {
    let found = try warnings([("by = \"board\"", "by = \"board\"\nto = 2026-11-20")])
    #expect(
      found == [
        "policy.toml:18: warning: nobody may adopt today, so this policy could not be replaced; give a [[person]] a role "
          + "that may, such as \"admin\"",
        "policy.toml:23: warning: the authorisation of a.ana ended on 2026-11-20; write a later to, or remove the entry",
        "policy.toml:36: warning: delete under SPAM takes two people on page, but today only b.ben may delete and only "
          + "b.ben may confirm; authorise another",
        "policy.toml:42: warning: a.ana, owner of page, has no authorisation in force today; extend a [[person]] entry, "
          + "or name another",
      ])
  }

  @Test("A verb that takes two people is no duty for one, nor for none")
  func secondPerson() throws {
    let alone: [(from: String, to: String)] = [("deputies = [\"b.ben\"]", "deputies = []"), (", \"confirm\"", "")]
    #expect(
      try warnings(alone) == [
        "policy.toml:35: warning: delete under SPAM takes two people on page, but today only a.ana may delete and only "
          + "a.ana may confirm; authorise another"
      ])
    #expect(try warnings([alone[0]]) == [], "the moderator confirms")
    #expect(try warnings([alone[1]]) == [], "the deputy confirms, as an owner may")
    #expect(
      try warnings(alone + [("verbs = [\"hide\", \"unhide\", \"delete\"]", "verbs = [\"hide\"]")]) == [],
      "nothing is deleted there")
    let none = try warnings([("permissions = { moderator", "permissions = { owner = [\"hide\"], moderator")])
    #expect(
      none == [
        "policy.toml:35: warning: delete under SPAM takes two people on page, but today nobody may delete and only b.ben "
          + "may confirm; authorise another"
      ])
  }

  @Test("Without a register the two are looked for on the desk as a whole")
  func secondPersonWithoutRegister() throws {
    var policy = try Fixture.policy()
    policy.channels = []
    for index in policy.people.indices { policy.people[index].channels = nil }
    let day = try #require(Fixture.day)
    #expect(PolicyLint.check(policy, file: "p", on: day) == [])
    policy.people.removeLast()
    #expect(
      PolicyLint.check(policy, file: "p", on: day).map(\.description) == [
        "p:18: warning: delete under SPAM takes two people, but today only a.ana may delete and only a.ana may confirm; "
          + "authorise another"
      ])
  }

  @Test("An acknowledgement is good for a year to the day, leap days too")
  func acknowledgementYear() throws {
    let leap = [(from: "acknowledged = 2026-03-01", to: "acknowledged = 2024-02-29")]
    let others = [
      (from: "acknowledged = \"2026-03-02\"", to: "acknowledged = 2025-02-28"),
      (from: "from = 2026-01-01\n", to: ""),
    ]
    #expect(try warnings([("acknowledged = 2026-03-01", "acknowledged = 2025-11-21")]) == [])
    #expect(try warnings(leap + others, on: "2025-02-28") == [])
    #expect(try warnings(leap + others, on: "2025-03-01").count == 1)
  }

  @Test("A register without people is said to bind nobody, and owners are not looked for")
  func registerAlone() throws {
    let text = try Fixture.text([("owner = \"a.ana\"", "owner = \"nobody yet\"")])
    let start = try #require(text.firstRange(of: "[[person]]")).lowerBound
    let end = try #require(text.firstRange(of: "[[channel]]")).lowerBound
    let policy = try PolicyFile.parse(text.replacingCharacters(start..<end), file: "p")
    let found = PolicyLint.check(policy, file: "p", on: try #require(Fixture.day))
    #expect(
      found.map(\.description) == [
        "p:18: warning: there are channels but no [[person]], so whoever can open the desk may do everything; add who may "
          + "act (DPMC L116)"
      ])
  }

  @Test("A closed channel is left alone; a proposed one needs neither approvals nor people yet")
  func otherStates() throws {
    let bare: [(from: String, to: String)] = [
      ("objective = \"to answer\"\n", ""), ("  { role = \"director\", person = \"a.ana\", on = 2026-01-02 },\n", ""),
      ("\"confirm\"", "\"record\""),
    ]
    #expect(try warnings([("\"active\"", "\"closed\"")] + bare) == [])
    #expect(
      try warnings([("\"active\"", "\"proposed\"")] + bare) == [
        "policy.toml:35: warning: page lacks objective (OAG L130); add objective = \"what the channel is for\""
      ])
  }

  @Test("A policy whose text is lost or garbled is checked all the same, without lines")
  func garbledSource() throws {
    for source in ["", "]", "[[", "a = [1, {b", "\u{FEFF}x = \"\\", "[x]]]]\n= = =\n'''", "{}[]\"\"\"\"\"\"\"'"] {
      var policy = try Fixture.policy([("by = \"board\"\n", "")])
      policy.source = source
      let found = PolicyLint.check(policy, file: "p", on: try #require(Fixture.day))
      #expect(
        found.map(\.description) == ["p: warning: nobody is named who authorised a.ana (DPMC L116); add by = …"])
    }
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<String.Index>) -> String {
    var text = self
    text.removeSubrange(range)
    return text
  }
}
