import Glibc

/// Splits a table's bytes into records and cells by RFC 4180, with what real exports need besides: a bare quote inside an
/// unquoted cell is text, records end at LF, CRLF or CR, and text after a closing quote belongs to the cell.
struct TableScanner {
  struct Cell {
    var start: Int
    var end: Int
    /// `start` and `end` are inside the quotes, and quotes within are written twice.
    var isQuoted: Bool
  }

  enum Outcome: Equatable {
    case record
    /// A quote was opened that nothing closes.
    case openQuote
    case end
  }

  let bytes: UnsafeRawBufferPointer
  let separator: UInt8
  /// Where the next record begins.
  var at: Int
  private(set) var start = 0
  private(set) var cells: [Cell] = []

  init(_ bytes: UnsafeRawBufferPointer, separator: UInt8, from start: Int) {
    self.bytes = bytes
    self.separator = separator
    at = start
    cells.reserveCapacity(32)
  }

  /// Reads the next record that is not a blank line into `cells`.
  mutating func next() -> Outcome {
    while at < bytes.count, bytes[at] == 0x0A || bytes[at] == 0x0D { at += 1 }
    guard at < bytes.count else { return .end }
    start = at
    cells.removeAll(keepingCapacity: true)
    var place = at
    while true {
      let first = place
      if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
        guard let close = closingQuote(place + 1) else { return .openQuote }
        place = close + 1
        if place == bytes.count || endsCell(bytes[place]) {
          cells.append(Cell(start: first + 1, end: close, isQuoted: true))
        } else {
          // Words after the closing quote: the quotes were part of the text.
          while place < bytes.count, !endsCell(bytes[place]) { place += 1 }
          cells.append(Cell(start: first, end: place, isQuoted: false))
        }
      } else {
        while place < bytes.count, !endsCell(bytes[place]) { place += 1 }
        cells.append(Cell(start: first, end: place, isQuoted: false))
      }
      guard place < bytes.count, bytes[place] == separator else { break }
      place += 1
    }
    if place < bytes.count, bytes[place] == 0x0D { place += 1 }
    if place < bytes.count, bytes[place] == 0x0A { place += 1 }
    at = place
    return .record
  }

  mutating func keep(_ count: Int) { cells.removeLast(max(0, cells.count - count)) }

  /// Gives a record with an open quote up and goes on at the next line.
  mutating func skipLine() {
    while at < bytes.count, bytes[at] != 0x0A { at += 1 }
  }

  /// A cell's text, doubled quotes made single.
  func text(_ cell: Cell) -> String {
    let raw = UnsafeRawBufferPointer(rebasing: bytes[cell.start..<cell.end])
    guard cell.isQuoted, raw.contains(UInt8(ascii: "\"")) else { return FeedText.decoded(raw) }
    var out: [UInt8] = []
    out.reserveCapacity(raw.count)
    var place = 0
    while place < raw.count {
      out.append(raw[place])
      place += raw[place] == UInt8(ascii: "\"") ? 2 : 1
    }
    return out.withUnsafeBytes(FeedText.decoded)
  }

  private func endsCell(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0A || byte == 0x0D }

  /// The first quote from `start` on that is not doubled.
  private func closingQuote(_ start: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var place = start
    while place < bytes.count, let found = memchr(base + place, 0x22, bytes.count - place) {
      let quote = UnsafeRawPointer(found) - base
      guard quote + 1 < bytes.count, bytes[quote + 1] == UInt8(ascii: "\"") else { return quote }
      place = quote + 2
    }
    return nil
  }
}
