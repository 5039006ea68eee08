/// Finds a table's header and with it the delimiter.
enum SheetHeader {
  /// The first record that is not blank, read with the delimiter under which it has the columns that are needed; with the
  /// one that yields most columns where none does. `sep=;`, which Excel writes and obeys, comes before it.
  static func find(_ bytes: [UInt8]) -> (SheetTable, SheetRecord) {
    var start = 0
    var line = 1
    var candidates = Array(",;\t|".utf8)
    if bytes.count > 5, bytes.prefix(4).elementsEqual("sep=".utf8) {
      var rest = SheetTable(Array(bytes[5...]), delimiter: 0)
      if rest.next()?.isBlank == true {
        candidates = [bytes[4]]
        start = 5
        line = 1
      }
    }
    let wanted = [SheetColumn.decision.rawValue, SheetColumn.status.rawValue]
    var best: (SheetTable, SheetRecord)?
    for delimiter in candidates {
      var table = SheetTable(bytes, from: start, line: line, delimiter: delimiter)
      var record = table.next()
      while let blank = record, blank.isBlank { record = table.next() }
      guard let header = record else { continue }
      let names = header.cells.map(name)
      if wanted.allSatisfy(names.contains) { return (table, header) }
      if header.cells.count > best?.1.cells.count ?? 0 { best = (table, header) }
    }
    return best ?? (SheetTable([], delimiter: 0), SheetRecord(line: 1, cells: []))
  }

  /// A cell's word, whatever case, blanks or guard it was given: ` 'Done` is `done`.
  static func name(_ cell: String) -> String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
    var scalars = cell.unicodeScalars[...]
    while let first = scalars.first, isBlank(first) || first == "\u{FEFF}" { scalars.removeFirst() }
    if scalars.first == "'" { scalars.removeFirst() }
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    return String(scalars).lowercased()
  }
}

/// A file's bytes as UTF-8 without a byte order mark.
enum SheetText {
  /// UTF-16 is known by its mark only. What is neither is left as it is: the names and words that are read are ASCII in
  /// every encoding that a spreadsheet saves.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes) { UInt16($0) | UInt16($1) << 8 } }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes) { UInt16($0) << 8 | UInt16($1) } }
    return bytes
  }

  private static func utf16(_ bytes: [UInt8], _ unit: (UInt8, UInt8) -> UInt16) -> [UInt8] {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
