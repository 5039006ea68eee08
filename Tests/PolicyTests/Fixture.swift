import Moderation
import Policy
import Testing

/// A whole policy of a small agency, with nothing to complain of on `Fixture.day`.
enum Fixture {
  static let day = CivilDate(year: 2026, month: 11, day: 21)

  static let text = """
    [agency]
    name = "A"
    zone = "UTC"
    contact = "c"
    rules = "r"

    [[role]]
    name = "boss"
    title = "Boss"
    contact = "b"

    [suggestions]
    spam = { verb = "hide", reason = "SPAM" }

    [permissions]
    triage = ["leave", "escalate"]

    [[person]]
    user = "ana"
    id = "a.ana"
    roles = ["owner", "admin"]
    by = "board"
    acknowledged = 2026-03-01

    [[person]]
    user = "ben"
    id = "b.ben"
    roles = ["moderator"]
    channels = ["page"]
    from = 2026-01-01
    to = "2027-01-01"
    by = "a.ana"
    acknowledged = "2026-03-02"

    [[channel]]
    id = "page"
    title = "Page"
    kind = "network"
    aliases = ["10293"]
    objective = "to answer"
    owner = "a.ana"
    deputies = ["b.ben"]
    state = "active"
    house_rules = { version = "3", url = "u", from = 2026-01-01 }
    notice = { authority = "Act s 1", purpose = "to answer", contact = "c" }
    terms = { version = "2026", indemnity = false }
    approvals = [
      { role = "director", person = "a.ana", on = 2026-01-02 },
      { role = "executive", person = "b.ben", on = 2026-01-03 },
    ]
    capabilities = { verbs = ["hide", "unhide", "delete"], irreversible = ["delete"] }
    review_by = 2027-01-01
    privacy_assessment = "P1"
    security_assessment = "S1"
    permissions = { moderator = ["leave", "hide", "confirm"] }

    [[reason]]
    code = "SPAM"
    title = "Spam"
    head = "damaging"
    basis = "rule 1"
    verbs = ["hide", "delete"]
    second_person_for = ["delete"]
    citizen = "We hid it."

    [[reason]]
    code = "FINE"
    title = "Fine"
    head = "none"
    basis = "rule 2"
    verbs = ["leave", "escalate"]
    escalates_to = "boss"
    citizen = ""

    """

  static func policy(_ changes: [(from: String, to: String)] = []) throws -> AgencyPolicy {
    try PolicyFile.parse(try text(changes), file: "policy.toml")
  }

  /// The fixture with every change made once; a change that fits nowhere is a mistake of the test.
  static func text(_ changes: [(from: String, to: String)]) throws -> String {
    try changes.reduce(text) { text, change in
      let changed = text.replacing(change.from, with: change.to, maxReplacements: 1)
      try #require(changed != text, "\(change.from) is there")
      return changed
    }
  }

  /// The line, from 1, of the first that contains some words.
  static func line(of words: String, in text: String) throws -> Int {
    let index = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(words) }
    return try #require(index, "\(words) is there") + 1
  }
}
