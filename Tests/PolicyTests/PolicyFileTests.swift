import Moderation
import Policy
import Testing

@Suite("The policy file")
struct PolicyFileTests {
  @Test("The policy that ships reads without a problem and has every reason of the catalogue")
  func defaultPolicy() throws {
    let policy = try PolicyFile.parse(PolicyFile.defaultText, file: "default.toml")
    let codes = policy.reasons.map(\.code.rawValue)
    #expect(
      codes == [
        "PI-SELF", "PI-OTHER", "HEALTH-3P", "HEALTH-SELF", "ID-NUM", "CHILD", "STAFF-PI", "BREACH-REP", "OFFENSIVE",
        "HATE", "HARASS", "THREAT", "SELF-HARM", "SEXUAL", "DEFAM", "SUB-JUD", "CONFID", "IP-CLAIM", "HDC-NOTICE",
        "SPAM", "SCAM", "IMPERSON", "OFF-TOPIC", "NEUTRAL", "PARTY-POL", "INFO-REQ", "OWN-INFO", "COMPLAINT", "MEDIA",
        "CRITICISM", "NO-REPLY-NEEDED", "RECORD", "TRANSITORY", "ASK", "LATER", "NOT-MINE", "REVERSED-ERROR",
        "REFER", "GONE",
      ])
    #expect(policy.zone == "Pacific/Auckland")
    #expect(Label.allCases.allSatisfy { policy.suggestions[SuggestionKey($0)] != nil })
  }

  @Test("Criticism can be neither hidden nor deleted")
  func criticismStays() throws {
    let policy = try PolicyFile.parse(PolicyFile.defaultText, file: "default.toml")
    let criticism = try #require(policy.reason(ReasonCode("CRITICISM")))
    #expect(criticism.verbs == [.leave, .record])
  }

  @Test("Every reason that can escalate names a role the policy has")
  func escalationsHaveARecipient() throws {
    let policy = try PolicyFile.parse(PolicyFile.defaultText, file: "default.toml")
    for reason in policy.reasons where reason.verbs.contains(.escalate) {
      let role = try #require(reason.escalatesTo, "\(reason.code.rawValue)")
      #expect(policy.escalationRole(role) != nil)
    }
  }

  @Test("The digest changes with the text")
  func digestFollowsTheText() throws {
    let text = PolicyFile.defaultText
    let one = try PolicyFile.parse(text, file: "a")
    let other = try PolicyFile.parse(text + "\n# reviewed\n", file: "a")
    #expect(one.digest.count == 64)
    #expect(one.digest != other.digest)
  }

  @Test("The policy that ships names nobody and no channel, and writes the standard permissions out")
  func defaultAuthority() throws {
    let policy = try PolicyFile.parse(PolicyFile.defaultText, file: "default.toml")
    #expect(policy.people.isEmpty)
    #expect(policy.channels.isEmpty)
    // A row that the file left out would be the standard one all the same.
    let start = try #require(PolicyFile.defaultText.firstRange(of: "[permissions]")).lowerBound
    for role in StaffRole.allCases {
      #expect(PolicyFile.defaultText[start...].contains("\n\(role.rawValue) = ["), "\(role.rawValue) has a row")
    }
    #expect(policy.permissions == .standard)
    #expect(PolicyLint.check(policy, file: "default.toml", on: try #require(Fixture.day)) == [])
  }

  @Test("What the policy that ships shows of people and channels is a policy in order once it is uncommented")
  func exampleWorks() throws {
    let lines = PolicyFile.defaultText.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("#") && line.dropFirst().first.map { $0 != " " } == true ? line.dropFirst() : line
    }
    let policy = try PolicyFile.parse(lines.joined(separator: "\n"), file: "policy.toml")
    #expect(policy.people.map(\.id) == ["a.kereru", "m.tui", "r.pukeko"])
    #expect(policy.channels.map(\.id) == ["facebook"])
    #expect(policy.people.allSatisfy { lines[$0.line - 1] == "[[person]]" }, "cited by its line")
    #expect(PolicyLint.check(policy, file: "policy.toml", on: try #require(Fixture.day)) == [])
    let registered = try #require(policy.channel("facebook"))
    #expect(registered.permissions == PermissionMatrix([.triage: [.leave, .escalate, .skip]]))
  }

  @Test("Doubt may hold an item, and an error may be put right by publishing")
  func newVerbs() throws {
    let policy = try PolicyFile.parse(PolicyFile.defaultText, file: "default.toml")
    #expect(policy.reason(ReasonCode("ASK"))?.verbs == [.escalate, .hold])
    #expect(policy.reason(ReasonCode("REVERSED-ERROR"))?.verbs == [.unhide, .publish])
  }

  @Test("People, their permissions and the register are read whole")
  func everyField() throws {
    let policy = try Fixture.policy()
    #expect(
      policy.people == [
        Person(
          id: "a.ana", user: UserName("ana"), roles: [.owner, .admin], by: "board",
          acknowledged: CivilDate("2026-03-01"), line: 18),
        Person(
          id: "b.ben", user: UserName("ben"), roles: [.moderator], channels: ["page"], from: CivilDate("2026-01-01"),
          to: CivilDate("2027-01-01"), by: "a.ana", acknowledged: CivilDate("2026-03-02"), line: 25),
      ])
    #expect(
      policy.permissions == PermissionMatrix.standard.overridden(by: PermissionMatrix([.triage: [.leave, .escalate]])))
    #expect(
      policy.channels == [
        Channel(
          id: "page", title: "Page", kind: .network, aliases: ["10293"], objective: "to answer", owner: "a.ana",
          deputies: ["b.ben"], state: .active,
          houseRules: Channel.HouseRules(version: "3", url: "u", from: CivilDate("2026-01-01")),
          notice: Channel.CollectionNotice(authority: "Act s 1", purpose: "to answer", contact: "c"),
          terms: Channel.Terms(version: "2026", indemnity: false),
          approvals: [
            Channel.Approval(role: "director", person: "a.ana", on: CivilDate("2026-01-02")),
            Channel.Approval(role: "executive", person: "b.ben", on: CivilDate("2026-01-03")),
          ],
          capabilities: Channel.Capabilities(verbs: [.hide, .unhide, .delete], irreversible: [.delete]),
          reviewBy: CivilDate("2027-01-01"), privacyAssessment: "P1", securityAssessment: "S1",
          permissions: PermissionMatrix([.moderator: [.leave, .hide, .confirm]]))
      ])
    #expect(policy.source == Fixture.text)
    #expect(try PolicyFile.parse(policy.source, file: "again") == policy, "what a desk keeps can be read again")
  }

  @Test("An indemnity with everything that it takes is read whole")
  func indemnity() throws {
    let terms = """
      terms = { version = "1", indemnity = true, legal_permission = "l", public_interest = "p", approver = "a", \
      delegation = "d" }
      """
    let policy = try Fixture.policy([("terms = { version = \"2026\", indemnity = false }", terms)])
    #expect(
      policy.channels.first?.terms
        == Channel.Terms(
          version: "1", indemnity: true, legalPermission: "l", publicInterest: "p", approver: "a", delegation: "d"))
  }

  @Test("A file without people, permissions and channels is as valid as before")
  func withoutTheNewTables() throws {
    let start = try #require(Fixture.text.firstRange(of: "[permissions]")).lowerBound
    let end = try #require(Fixture.text.firstRange(of: "[[reason]]")).lowerBound
    var text = Fixture.text
    text.removeSubrange(start..<end)
    let policy = try PolicyFile.parse(text, file: "p")
    #expect(!policy.namesPeople)
    #expect(policy.channels.isEmpty)
    #expect(policy.permissions == .standard)
  }

  @Test("A policy with Windows line ends and a byte order mark has the same lines")
  func windowsText() throws {
    let text =
      "\u{FEFF}" + Fixture.text.replacing("\n", with: "\r\n").replacing("\"a.ana\"\r\ndep", with: "\"x\"\r\ndep")
    do {
      _ = try PolicyFile.parse(text, file: "p")
      Issue.record("read without a problem")
    } catch {
      #expect(
        error.description
          == "p:41: owner \"x\" is not the id of a [[person]]; add them, or write one of a.ana, b.ben")
    }
  }
}
