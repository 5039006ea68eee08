import Glibc

/// Splits a table's bytes into records and cells by RFC 4180, with what real exports need besides: a bare quote inside an
/// unquoted cell is text, records end at LF, CRLF or CR, and text after a closing quote belongs to the cell.
struct TableScanner {
  struct Cell {
    var start: Int
    var end: Int
    /// `start` and `end` are inside the quotes.
    var isQuoted: Bool
    /// Quotes within are written twice or after a backslash.
    var isEscaped = false
  }

  enum Outcome: Equatable {
    case record
    /// A quote was opened that nothing closes within a mebibyte.
    case openQuote
    case end
  }

  /// A record that is longer has an open quote.
  static let recordLimit = 1 << 20

  let window: FeedWindow
  let dialect: TableDialect
  /// Only what is in memory is looked at.
  private let isBounded: Bool
  /// Where the next record begins.
  var at: Int
  private(set) var start = 0
  private(set) var cells: [Cell] = []
  /// A quote was closed within a cell of the record, and words follow it.
  private(set) var hasStrayQuote = false

  init(_ window: FeedWindow, _ dialect: TableDialect, from start: Int, isBounded: Bool = false) {
    self.window = window
    self.dialect = dialect
    self.isBounded = isBounded
    at = start
    cells.reserveCapacity(32)
  }

  /// Reads the next record that is not a blank line into `cells`.
  mutating func next() -> Outcome {
    while let byte = byte(at), byte == 0x0A || byte == 0x0D { at += 1 }
    guard byte(at) != nil else { return .end }
    start = at
    while true {
      let outcome = scan(window.bytes)
      // What ends with the bytes in memory may go on in the file.
      guard outcome == nil || at >= window.available, !isBounded, !window.isComplete,
        window.available - start < Self.recordLimit + FeedWindow.step, window.more()
      else {
        if let outcome { return outcome }
        at = start
        return isBounded && !window.isComplete ? .end : .openQuote
      }
      at = start
    }
  }

  private func byte(_ place: Int) -> UInt8? {
    if isBounded { return place < window.available ? window.bytes[place] : nil }
    return window.byte(place)
  }

  /// One record, by what is in memory. Nil when a quote is not closed.
  private mutating func scan(_ bytes: UnsafeRawBufferPointer) -> Outcome? {
    cells.removeAll(keepingCapacity: true)
    hasStrayQuote = false
    let base = window.base
    let end = bytes.count
    let separator = dialect.separator
    var place = at
    while true {
      let first = place
      if !dialect.isUnquoted, place < end, base.load(fromByteOffset: place, as: UInt8.self) == UInt8(ascii: "\"") {
        var escaped = false
        guard let close = closingQuote(bytes, place + 1, &escaped) else { return nil }
        place = close + 1
        if place == end || endsCell(base.load(fromByteOffset: place, as: UInt8.self), separator) {
          cells.append(Cell(start: first + 1, end: close, isQuoted: true, isEscaped: escaped))
        } else {
          // Words after the closing quote: the quotes were part of the text.
          hasStrayQuote = true
          place = endOfCell(place, end, separator)
          cells.append(Cell(start: first, end: place, isQuoted: false))
        }
      } else {
        place = endOfCell(place, end, separator)
        cells.append(Cell(start: first, end: place, isQuoted: false))
      }
      guard place < end, base.load(fromByteOffset: place, as: UInt8.self) == separator else { break }
      place += 1
    }
    if place < end, base.load(fromByteOffset: place, as: UInt8.self) == 0x0D { place += 1 }
    if place < end, base.load(fromByteOffset: place, as: UInt8.self) == 0x0A { place += 1 }
    at = place
    return .record
  }

  /// Whether a separator stands on the line that begins there, or there is none.
  func hasSeparator(from start: Int) -> Bool {
    guard window.byte(start) != nil else { return true }
    window.extend(to: start + 4096)
    for byte in window.bytes[start...].prefix(4096) {
      if byte == dialect.separator { return true }
      if byte == 0x0A || byte == 0x0D { return false }
    }
    return true
  }

  mutating func keep(_ count: Int) { cells.removeLast(max(0, cells.count - count)) }

  /// Gives a record with an open quote up and goes on at the next line.
  mutating func skipLine() { at = window.find(0x0A, from: at) ?? window.available }

  func value(_ cell: Cell) -> TableValue {
    TableValue(
      raw: UnsafeRawBufferPointer(start: window.base + cell.start, count: cell.end - cell.start),
      isEscaped: cell.isEscaped, isBackslash: dialect.isBackslash)
  }

  func text(_ cell: Cell) -> String { value(cell).string }

  @inline(__always)
  private func endsCell(_ byte: UInt8, _ separator: UInt8) -> Bool {
    byte == separator || byte == 0x0A || byte == 0x0D
  }

  @inline(__always)
  private func endOfCell(_ start: Int, _ end: Int, _ separator: UInt8) -> Int {
    var place = start
    // Eight bytes a step: a byte of `x` is zero where the word has the byte looked for.
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let (a, b, c) = (ones &* UInt64(separator), ones &* 0x0A, ones &* 0x0D)
    let base = window.base
    while place + 8 <= end {
      let word = base.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let (x, y, z) = (word ^ a, word ^ b, word ^ c)
      let found = ((x &- ones) & ~x | (y &- ones) & ~y | (z &- ones) & ~z) & tops
      if found != 0 { return place + UInt64(littleEndian: found).trailingZeroBitCount / 8 }
      place += 8
    }
    while place < end, !endsCell(base.load(fromByteOffset: place, as: UInt8.self), separator) { place += 1 }
    return place
  }

  /// The first quote from `start` on that is not doubled or escaped, no further than a record may be long.
  private func closingQuote(
    _ bytes: UnsafeRawBufferPointer, _ start: Int, _ escaped: inout Bool
  ) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    // Whether there is a backslash is not known here.
    escaped = dialect.isBackslash
    let end = min(bytes.count, start + Self.recordLimit)
    var place = start
    while place < end, let found = memchr(base + place, 0x22, end - place) {
      let quote = UnsafeRawPointer(found) - base
      if dialect.isBackslash {
        var slashes = 0
        while quote - slashes > start, bytes[quote - slashes - 1] == UInt8(ascii: "\\") { slashes += 1 }
        if slashes % 2 == 0 { return quote }
        place = quote + 1
      } else {
        guard quote + 1 < bytes.count, bytes[quote + 1] == UInt8(ascii: "\"") else { return quote }
        escaped = true
        place = quote + 2
      }
    }
    return nil
  }
}
