/// One row of a table as it stands in the file.
struct SheetRecord: Equatable {
  /// From 1: the line on which it begins.
  var line: Int
  var cells: [String]
  /// A quote was open when the file ended.
  var isOpen = false

  var isBlank: Bool { cells.allSatisfy { $0.utf8.allSatisfy { $0 <= UInt8(ascii: " ") } } }
}

/// Reads delimited text, whatever a spreadsheet made of it: CRLF, LF or CR, any delimiter, quotes where they are wanted.
struct SheetTable {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var position: Int
  private var line: Int

  init(_ bytes: [UInt8], from start: Int = 0, line: Int = 1, delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.position = start
    self.line = line
  }

  /// The next record; nil at the end.
  mutating func next() -> SheetRecord? {
    guard position < bytes.count else { return nil }
    var record = SheetRecord(line: line, cells: [])
    var cell: [UInt8] = []
    var isQuoted = false
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if isQuoted {
        if byte == UInt8(ascii: "\"") {
          if position < bytes.count, bytes[position] == byte {
            cell.append(byte)
            position += 1
          } else {
            isQuoted = false
          }
          continue
        }
        if endsLine(byte) { line += 1 }
        cell.append(byte)
      } else if byte == UInt8(ascii: "\""), cell.isEmpty {
        isQuoted = true
      } else if byte == delimiter {
        record.cells.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if byte == UInt8(ascii: "\r"), position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
        line += 1
        record.cells.append(String(decoding: cell, as: UTF8.self))
        return record
      } else {
        cell.append(byte)
      }
    }
    record.cells.append(String(decoding: cell, as: UTF8.self))
    record.isOpen = isQuoted
    return record
  }

  /// Whether a byte inside quotes ends a line; of CRLF the LF does.
  private func endsLine(_ byte: UInt8) -> Bool {
    if byte == UInt8(ascii: "\n") { return true }
    guard byte == UInt8(ascii: "\r") else { return false }
    return position == bytes.count || bytes[position] != UInt8(ascii: "\n")
  }
}
