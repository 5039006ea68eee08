import Crypto
import GRDB
import Moderation

/// Walks the ledger from its first event and hashes each as its columns lie in the file: the fast half of `ChainCheck`.
///
/// Bytes go from SQLite's page into one buffer and from there into the hash; nothing is allocated for an event.
struct ChainWalk {
  /// The sequence that the event just walked to should have; past the end, one more than the last.
  private(set) var expected: Int64 = 0
  private(set) var sequence: Int64 = 0
  /// The hash of the event before the one just walked to, as 64 hex digits; past the end, the last.
  private(set) var previous = Array(CanonicalEvent.firstPrevious.utf8)
  /// Whether the event just walked to is in its place, follows the one before and is as it was written.
  private(set) var isLinked = true

  private let rows: SQLiteStatement
  private let layouts: [Layout]
  private let columnCount: Int32
  private var canonical: [UInt8] = []
  private var hash: [UInt8] = Array(CanonicalEvent.firstPrevious.utf8)

  /// How the columns of one encoding are written down.
  private struct Layout {
    var version: [UInt8]
    /// `name+` and, for what is absent, what to write instead.
    var fields: [(name: [UInt8], absent: [UInt8])]

    init(encoding: Int) {
      version = Array("v\(encoding)\n".utf8)
      fields = (LedgerField.body(encoding: encoding) ?? []).map { field in
        (Array((field.name + "+").utf8), encoding == 1 ? Array((field.name + "-\n").utf8) : [])
      }
    }
  }

  init(_ db: Database, from start: Int64 = 1) throws {
    let body = LedgerField.first + LedgerField.second + LedgerField.third
    columnCount = Int32(body.count)
    layouts = LedgerField.encodings.map(Layout.init)
    let columns = (body.map(\.name) + ["prev", "hash", "encoding"]).joined(separator: ", ")
    rows = try SQLiteStatement(db, "SELECT \(columns) FROM ledger ORDER BY seq")
    canonical.reserveCapacity(4096)
  }

  /// False past the last event.
  mutating func next() throws -> Bool {
    expected += 1
    swap(&previous, &hash)
    guard try rows.step() else { return false }
    sequence = rows.integer(0)
    let link = rows.bytes(columnCount)
    let stored = rows.bytes(columnCount + 1)
    let encoding = rows.isInteger(columnCount + 2) ? rows.integer(columnCount + 2) : 0
    guard LedgerField.encodings.contains(Int(encoding)), write(layouts[Int(encoding) - 1]) else {
      isLinked = false
      return true
    }
    var digest = SHA256()
    digest.update(bufferPointer: link)
    canonical.withUnsafeBytes { digest.update(bufferPointer: $0) }
    fill(digest.finalize())
    isLinked = sequence == expected && link.elementsEqual(previous) && stored.elementsEqual(hash)
    return true
  }

  /// False when a column that the encoding does not have, and so does not hash, holds something.
  private mutating func write(_ layout: Layout) -> Bool {
    canonical.removeAll(keepingCapacity: true)
    canonical += layout.version
    for (index, field) in layout.fields.enumerated() {
      let column = Int32(index)
      if rows.isNull(column) {
        canonical += field.absent
        continue
      }
      let value = rows.bytes(column)
      canonical += field.name
      appendDecimal(value.count)
      canonical.append(UInt8(ascii: ":"))
      canonical += value
      canonical.append(UInt8(ascii: "\n"))
    }
    return (layout.fields.count..<Int(columnCount)).allSatisfy { rows.isNull(Int32($0)) }
  }

  private mutating func appendDecimal(_ number: Int) {
    if number >= 10 { appendDecimal(number / 10) }
    canonical.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  private mutating func fill(_ digest: SHA256.Digest) {
    var place = 0
    for byte in digest {
      hash[place] = Self.digits[Int(byte >> 4)]
      hash[place + 1] = Self.digits[Int(byte & 15)]
      place += 2
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
