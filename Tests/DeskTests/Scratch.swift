import Desk
import FoundationEssentials
import GRDB
import Moderation
import Synchronization

/// A folder of a test's own, gone when the test is.
final class Scratch: Sendable {
  let folder: String
  var path: String { folder + "/state/desk.sqlite" }

  init() {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("desk-" + UUID().uuidString).path
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func desk() throws -> Desk {
    let ticks = Mutex<Int64>(1_790_000_000_000)
    return try Desk(path: path, policy: Sample.policy, version: "test", by: Sample.kereru) {
      Timestamp(
        milliseconds: ticks.withLock { now in
          now += 1000
          return now
        })
    }
  }

  /// What a hand with an SQL shell can do.
  func tamper(_ sql: String, _ arguments: StatementArguments = []) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      for name in ["ledger_no_update", "ledger_no_delete", "ledger_only_append"] {
        try db.execute(sql: "DROP TRIGGER IF EXISTS \(name)")
      }
    }
    try queue.write { db in
      try db.execute(sql: "DROP INDEX IF EXISTS ledger_undo")
      try db.execute(sql: sql, arguments: arguments)
    }
    try queue.close()
  }
}

enum Sample {
  static let kereru = Authority(actor: "a.kereru", role: "moderator", reference: "policy")
  static let weka = Authority(actor: "b.weka", role: "moderator", reference: "policy")
  static let spam = ReasonCode("SPAM")
  static let threat = ReasonCode("THREAT")
  static let careful = ReasonCode("CAREFUL")
  static let feed = FeedIdentity(sha256: "", format: "youtube-api@1", rules: "classifier@1")

  static let policy = AgencyPolicy(
    agency: "Waka Tōtara", zone: "Pacific/Auckland", contact: "hello@waka.example",
    rulesURL: "https://waka.example/rules",
    reasons: [
      Reason(
        code: spam, version: 3, title: "Spam", head: .offensive, citizenText: "", basis: "house rules",
        verbs: [.hide, .leave, .unhide, .record, .hold, .publish, .skip, .reply]),
      Reason(
        code: threat, title: "Threat", head: .harmful, citizenText: "", basis: "DPMC L175",
        verbs: [.escalate, .hide, .delete], secondPersonFor: [.delete], escalatesTo: RoleName("security")),
      Reason(
        code: careful, title: "Careful", head: .privacy, citizenText: "", basis: "house rules", verbs: [.hide],
        rationaleRequired: true),
    ],
    suggestions: [:],
    escalationRoles: [
      EscalationRole(name: RoleName("security"), title: "Security", contact: "x1"),
      EscalationRole(name: RoleName("privacy"), title: "Privacy", contact: "x2"),
    ], digest: String(repeating: "d", count: 64))

  static func comment(
    _ id: String, _ text: String, posted: Int64? = 1_780_000_000_000, thread: String? = "t1", author: String? = "u1"
  ) -> Comment {
    var comment = Comment(
      id: id, platform: "youtube", text: text, source: SourcePosition(file: "feed.json", line: 1, index: 0))
    comment.thread = thread
    comment.threadTitle = thread.map { "Title of " + $0 }
    comment.authorID = author
    comment.authorName = author.map { "Name of " + $0 }
    comment.created = posted.map { PlatformTime(Timestamp(milliseconds: $0), zone: .utc) }
    return comment
  }

  static func flag(_ severity: Severity, _ hundredths: Int = 90, _ label: Label = .health, spans: [Span] = []) -> Flag {
    Flag(
      label: label, score: Score(hundredths: hundredths), severity: severity, why: "because", spans: spans,
      rule: "\(label.rawValue).rule@1")
  }

  static func received(_ comment: Comment, _ flags: [Flag] = [], channel: String = "waka") -> ReceivedComment {
    ReceivedComment(comment: comment, channel: channel, flags: flags)
  }

  static func item(_ id: String, channel: String = "waka") -> ItemID { ItemID(channel: channel, externalID: id) }

  static func decision(_ id: String, _ verb: Verb, _ reason: ReasonCode = spam, revision: Int = 1) -> Decision {
    Decision(item: item(id), revision: revision, verb: verb, reasons: [reason])
  }
}

extension Desk {
  /// A desk with items 1 to `count`, each unlike the others.
  func fill(_ count: Int) throws {
    let severities: [Severity?] = [nil, .low, .medium, .high, .critical]
    let batch = (1...count).map { (n: Int) -> ReceivedComment in
      let posted: Int64? = n % 7 == 0 ? nil : 1_780_000_000_000 + Int64(n % 50)
      let flags = severities[n % 5].map { [Sample.flag($0, n % 3 * 10)] } ?? []
      return Sample.received(Sample.comment("c\(n)", "comment number \(n)", posted: posted), flags)
    }
    try receive(batch, feed: Sample.feed, by: Sample.kereru)
  }
}

/// The same numbers on every machine and every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension Scratch {
  /// The desk's files as they are now.
  func copy(to other: Scratch) throws {
    try FileManager.default.createDirectory(atPath: other.folder + "/state", withIntermediateDirectories: true)
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: path + suffix) {
      try FileManager.default.copyItem(atPath: path + suffix, toPath: other.path + suffix)
    }
  }
}
