import Classifier
import Desk
import FoundationEssentials
import Moderation
import Policy
import Synchronization

@testable import docket_train

/// A desk, and a small model, made up for these tests.
final class LearnSample: Sendable {
  static let user = UserName("akereru")
  private let folder: String
  var path: String { folder + "/desk.sqlite" }
  let desk: Desk
  let policy: AgencyPolicy

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/docket-learn-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    policy = try PolicyFile.parse(PolicyFile.defaultText, file: "default.toml")
    let ticks = Mutex<Int64>(1_800_000_000_000)
    desk = try Desk(
      path: folder + "/desk.sqlite", policy: policy, by: Self.user,
      surroundings: DeskSurroundings(
        version: "test", host: "here",
        clock: {
          Timestamp(
            milliseconds: ticks.withLock {
              $0 += 1000
              return $0
            })
        }))
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Puts comments on the desk with flags of some labels. Returns their items.
  @discardableResult
  func receive(_ texts: [String], flagged labels: [Label], from first: Int = 0) throws -> [ItemID] {
    let flags = labels.map {
      Flag(label: $0, score: Score(0.7), severity: .medium, why: "", spans: [], rule: "\($0.rawValue).test@1")
    }
    let batch = texts.enumerated().map { place, text in
      ReceivedComment(
        comment: Comment(
          id: "c\(first + place)", platform: "facebook", text: text,
          source: SourcePosition(file: "f", line: place + 1, index: place)), channel: "page", flags: flags)
    }
    _ = try desk.receive(batch, feed: FeedIdentity(sha256: "", format: "jsonl@1", rules: "rules@3"), by: Self.user)
    return batch.map { ItemID(channel: "page", externalID: $0.comment.id) }
  }

  @discardableResult
  func decide(_ item: ItemID, _ verb: Verb, _ reason: String) throws -> Event {
    let events = try desk.commit(
      [Decision(item: item, revision: try desk.detail(item)?.revision ?? 1, verb: verb, reasons: [ReasonCode(reason)])],
      by: Self.user)
    return events[0]
  }

  /// A model that knows some words, each with one weight for `offensive`, and a bias below the line.
  static func model(_ words: [String: Float]) throws -> [UInt8] {
    var reader = try FeatureReader()
    var parts = ModelParts()
    for (word, weight) in words {
      var row = Lanes(repeating: 0)
      row[Lane.offensive.rawValue] = weight
      for unit in reader.read(word).units { parts.words.append((unit, row)) }
    }
    parts.bias = Lanes(repeating: -2)
    return parts.bytes()
  }
}
