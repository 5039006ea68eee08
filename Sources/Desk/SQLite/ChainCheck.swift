import FoundationEssentials
import GRDB
import Moderation

/// Walks the ledger and says where its chain first breaks, and how.
///
/// Everything is taken from the columns as they lie in the file, byte by byte, never through an `Event`: what a hand has put
/// there need not be one. A hash that does not fit says that something is wrong; what it was follows from where the
/// event would fit:
/// - as itself in another place → `reordered` if all are there, else the ones between are `deleted` or one is `inserted`;
/// - nowhere, and there are more events than the counter says → `inserted`; else → `edited`;
/// - a gap in the sequence → `deleted`; fewer events than the counter says → `truncated`.
struct ChainCheck {
  private let db: Database
  private let counted: Int64
  private let head: String?
  private let total: Int64

  init(_ db: Database) throws {
    self.db = db
    let chain = try Row.fetchOne(db, sql: "SELECT last, head FROM chain WHERE id = 1")
    counted = chain?["last"] ?? 0
    head = chain?["head"]
    total = try Int64.fetchOne(db, sql: "SELECT count(*) FROM ledger") ?? 0
  }

  func run() throws -> Verification {
    var walk = try ChainWalk(db)
    while try walk.next() {
      guard !walk.isLinked else { continue }
      let row = try Row.fetchOne(
        db, sql: "SELECT \(StoredEvent.columns) FROM ledger WHERE seq = ?", arguments: [walk.sequence])
      guard let row else { throw UnreadableEvent(sequence: walk.sequence) }
      return try classify(StoredEvent(row), walk.expected, walk.previous)
    }
    return ending(events: walk.expected - 1, walk.previous)
  }

  private func ending(events: Int64, _ last: [UInt8]) -> Verification {
    let hash = String(decoding: last, as: UTF8.self)
    // Every desk begins with the event that made it.
    if events == 0, counted == 0 {
      return .broken(sequence: 1, as: .truncated, detail: "the ledger is empty")
    }
    if head == nil || events < counted {
      return .broken(
        sequence: events + 1, as: .truncated,
        detail: head == nil
          ? "the counter of events is gone" : "the counter says \(counted) events, the ledger ends after \(events)")
    }
    if events > counted {
      return .broken(
        sequence: counted + 1, as: .inserted, detail: "the counter says \(counted) events, the ledger has \(events)")
    }
    guard head == hash else {
      return .broken(sequence: max(1, events), as: .edited, detail: "its hash is not the one that the counter keeps")
    }
    return .whole(events: events, head: hash)
  }

  private func classify(_ stored: StoredEvent, _ expected: Int64, _ previous: [UInt8]) throws -> Verification {
    func broken(_ tampering: Tampering, _ detail: String, at sequence: Int64? = nil) -> Verification {
      .broken(sequence: sequence ?? expected, as: tampering, detail: detail)
    }
    let rightful = try self.rightful(at: expected, after: previous)
    if stored.sequence != expected {
      if stored.sequence < 1 {
        if rightful == stored.sequence || origin(of: stored) != nil {
          return broken(.reordered, "it is at sequence \(stored.sequence)")
        }
        return broken(.inserted, "an event with sequence \(stored.sequence)", at: stored.sequence)
      }
      return rightful == nil
        ? broken(.deleted, "the next event is \(stored.sequence)")
        : broken(.reordered, "the event that belongs here is at \(rightful ?? 0)")
    }
    if stored.previous == previous { return broken(.edited, "its hash does not fit what it says") }
    if let origin = origin(of: stored), origin != expected {
      if origin < expected {
        // A made-up event that follows on as it should is only given away by the true one behind it.
        let twin = try sequence(sharing: stored.previous, unlike: stored.hash, before: expected)
        if rightful != nil, total <= counted { return broken(.reordered, "this is event \(origin)") }
        return broken(.inserted, "it pushes event \(origin) from its place", at: twin ?? expected)
      }
      return rightful == nil
        ? broken(.deleted, "event \(origin) was moved into its place")
        : broken(.reordered, "this is event \(origin)")
    }
    if total > counted { return broken(.inserted, "it does not follow the event before") }
    if stored.hash == stored.computed(), try isFollowed(stored, at: expected) {
      return broken(.edited, "the next event does not follow it", at: max(1, expected - 1))
    }
    return broken(.edited, "its link and its hash do not fit")
  }

  /// Where the event that belongs at a place is now: the one that follows on and whose hash fits there.
  private func rightful(at place: Int64, after previous: [UInt8]) throws -> Int64? {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(StoredEvent.columns) FROM ledger WHERE CAST(prev AS BLOB) = ?", arguments: [Data(previous)])
    while let row = try rows.next() {
      let stored = StoredEvent(row)
      if stored.computed(at: place) == stored.hash { return stored.sequence }
    }
    return nil
  }

  /// The sequence under which an event's hash fits: where it was written. One hash a place, on a broken ledger only.
  private func origin(of stored: StoredEvent) -> Int64? {
    let far = max(total, counted) + 1
    return (1...far).first { stored.computed(at: $0) == stored.hash }
  }

  private func sequence(sharing previous: [UInt8], unlike hash: [UInt8], before place: Int64) throws -> Int64? {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT seq FROM ledger WHERE CAST(prev AS BLOB) = ? AND CAST(hash AS BLOB) <> ? AND seq < ?
        ORDER BY seq LIMIT 1
        """, arguments: [Data(previous), Data(hash), place])
  }

  private func isFollowed(_ stored: StoredEvent, at place: Int64) throws -> Bool {
    if place == counted { return head.map { Array($0.utf8) == stored.hash } ?? false }
    return try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM ledger WHERE seq = ? AND CAST(prev AS BLOB) = ?)",
      arguments: [place + 1, Data(stored.hash)]) ?? false
  }
}

/// An event as its columns lie in the file.
private struct StoredEvent {
  /// Integers come out as their decimal digits, texts as their bytes, U+0000 and broken UTF-8 included.
  static let columns =
    (body + LedgerField.links).map { "CAST(\($0.name) AS BLOB)" }.joined(separator: ", ")
    + ", seq, encoding"
  private static let body = LedgerField.first + LedgerField.second + LedgerField.third

  let sequence: Int64
  let previous: [UInt8]
  let hash: [UInt8]
  private let fields: [String: [UInt8]]
  private let encoding: Int

  init(_ row: Row) {
    let count = Self.body.count
    var fields: [String: [UInt8]] = [:]
    for (index, field) in Self.body.enumerated() { fields[field.name] = Self.bytes(row, index) }
    self.fields = fields
    previous = Self.bytes(row, count) ?? []
    hash = Self.bytes(row, count + 1) ?? []
    sequence = row[count + 2]
    encoding = row[count + 3]
  }

  private static func bytes(_ row: Row, _ index: Int) -> [UInt8]? { (row[index] as Data?).map { Array($0) } }

  /// The hash that it should have, as it is or with another sequence; of an encoding that is not known, none.
  func computed(at place: Int64? = nil) -> [UInt8] {
    guard let body = LedgerField.body(encoding: encoding) else { return [] }
    var canonical = CanonicalEvent(encoding: encoding)
    for field in body {
      if let place, field.name == "seq" {
        canonical.add(field.name, Array(String(place).utf8))
      } else {
        canonical.add(field.name, fields[field.name])
      }
    }
    // A field that the encoding does not have would be outside the hash.
    guard Self.body.dropFirst(body.count).allSatisfy({ fields[$0.name] == nil }) else { return [] }
    return Array(canonical.hash(after: previous).utf8)
  }
}
