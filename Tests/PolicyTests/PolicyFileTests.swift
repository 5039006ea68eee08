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
        "CRITICISM", "NO-REPLY-NEEDED", "RECORD", "TRANSITORY", "ASK", "REVERSED-ERROR",
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

  @Test("Each problem is named with its line and what to write", arguments: Self.broken)
  func problemsPointAndHelp(_ change: Change) throws {
    let text = PolicyFile.defaultText
    let changed = text.replacing(change.from, with: change.to, maxReplacements: 1)
    #expect(changed != text, "the change applies")
    let line = changed.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains(change.on) }.map { $0 + 1 }
    do {
      _ = try PolicyFile.parse(changed, file: "policy.toml")
      Issue.record("read without a problem")
    } catch {
      #expect(error.description == "policy.toml:\(try #require(line)): \(change.message)")
    }
  }

  struct Change: Sendable {
    var from: String
    var to: String
    /// Stands on the line that the message must point at.
    var on: String
    var message: String
  }

  static let broken = [
    Change(
      from: "health = { verb = \"hide\"", to: "health = { verb = \"burn\"", on: "\"burn\"",
      message: "verb cannot be \"burn\"; write one of leave, hide, unhide, delete, escalate, record, hold, publish, "
        + "reply, refer, open_case, snooze, skip"),
    Change(
      from: "reason = \"SUB-JUD\"", to: "reason = \"COURT\"", on: "\"COURT\"",
      message: "there is no [[reason]] with code \"COURT\"; add it, or name another"),
    Change(
      from: "spam = { verb = \"hide\"", to: "spam = { verb = \"record\"", on: "spam = {",
      message: "SPAM does not allow record; write one of hide, delete"),
    Change(
      from: "zone = \"Pacific/Auckland\"", to: "zone = \"../../etc\"", on: "[agency]",
      message: "zone \"../../etc\" is not an IANA name; write one like \"Pacific/Auckland\""),
    Change(
      from: "contact = \"moderation@", to: "kontact = \"x\"\ncontact = \"moderation@", on: "kontact",
      message: "[agency] has no key kontact; it takes name, zone, contact, rules"),
  ]

  @Test("A text that is not TOML is refused with the line")
  func syntaxErrorHasALine() {
    do {
      _ = try PolicyFile.parse("[agency]\nname = \"x\nzone = 1\n", file: "policy.toml")
      Issue.record("read without a problem")
    } catch {
      #expect(error.description.hasPrefix("policy.toml:2: not TOML: "), "\(error.description)")
    }
  }
}
