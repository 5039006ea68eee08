import Moderation

/// What the cells of a column all are.
enum CellKind: Sendable {
  case time, number

  func matches(_ cell: String) -> Bool {
    switch self {
    case .time: TimeParser.parse(cell) != nil || cell.isEmpty
    case .number: FeedText.trimmed(cell).utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
  }

  /// Whether a line begins with such a cell, or with a quote; also at the end, and at an empty line's.
  func begins(_ window: FeedWindow, _ start: Int, _ separator: UInt8) -> Bool {
    guard let first = window.byte(start) else { return true }
    if first == UInt8(ascii: "\"") { return true }
    window.extend(to: start + 64)
    let head = window.bytes[start...].prefix(64)
    switch self {
    case .number:
      let digits = head.prefix { (0x30...0x39).contains($0) }
      guard digits.count < head.count else { return true }
      let next = head[digits.endIndex]
      // A separator follows, whichever it is.
      return !digits.isEmpty && next != 0x20 && !(0x41...0x5A).contains(next & 0xDF)
    case .time:
      let cell = head.prefix { $0 != separator && $0 != 0x0A && $0 != 0x0D }
      return cell.isEmpty || TimeParser.parse(UnsafeRawBufferPointer(rebasing: cell)) != nil
    }
  }
}

/// The first rows of a table by column, for questions that only values answer.
struct ColumnSample {
  let rows: [[String]]
  private let width: Int

  init(_ rows: [[String]], width: Int) {
    self.rows = rows
    self.width = width
  }

  private func cells(_ column: Int) -> [String] {
    rows.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
  }

  private static func hasLetters(_ cell: String) -> Bool {
    cell.utf8.contains { $0 >= 0x80 || (0x41...0x5A).contains($0 & 0xDF) }
  }

  /// Whether a column has a letter, or anything beyond ASCII, or nothing at all in it.
  func mayBeText(_ column: Int) -> Bool {
    let cells = cells(column)
    return cells.isEmpty || cells.contains(where: Self.hasLetters)
  }

  /// Whether some of a column's words are words for a state: labels such as ham and 7 are not.
  func mayBeState(_ column: Int) -> Bool {
    let cells = cells(column)
    guard !cells.isEmpty else { return true }
    let known = cells.count { GenericRecord.state($0.lowercased(), column: nil) != .unknown }
    let words = Set(cells.map { $0.lowercased() })
    // Spam and ham, 0 and 1 by themselves: somebody's labels. A column that is called hidden says what 0 and 1 mean.
    return known * 2 >= cells.count && !words.contains("ham")
  }

  /// The column with the longest texts of several words.
  func longestText(except taken: Set<Int>, leastMean: Int) -> Int? {
    var best: (column: Int, mean: Int)?
    for column in 0..<width where !taken.contains(column) {
      let cells = cells(column)
      guard !cells.isEmpty, cells.count(where: { $0.utf8.contains(0x20) && Self.hasLetters($0) }) * 3 >= cells.count
      else { continue }
      guard cells.count(where: { TimeParser.parse($0) != nil }) * 2 < cells.count else { continue }
      let mean = cells.reduce(0) { $0 + $1.utf8.count } / cells.count
      if mean >= leastMean, mean > best?.mean ?? 0 { best = (column, mean) }
    }
    return best?.column
  }

  /// The first column that holds times.
  func times(except taken: Set<Int>) -> Int? {
    (0..<width).first { column in
      let cells = cells(column)
      return !taken.contains(column) && cells.count > 1
        && cells.count(where: { TimeParser.parse($0) != nil }) * 20 >= cells.count * 19
    }
  }

  /// Whether some column holds words, numbers or times and not sentences: prose with commas has none such.
  var hasShortColumn: Bool {
    (0..<width).contains { column in
      let cells = cells(column)
      return cells.count * 2 > rows.count && cells.allSatisfy { !$0.utf8.contains(0x20) || TimeParser.parse($0) != nil }
    }
  }

  /// The first column of short cells that are all different.
  func ids(except taken: Set<Int>, numbersToo: Bool) -> Int? {
    (0..<width).first { column in
      let cells = cells(column)
      return !taken.contains(column) && cells.count == rows.count && cells.count > 1 && Set(cells).count == cells.count
        && cells.allSatisfy { cell in
          // A word is a name sooner than an id.
          let isNumber = cell.utf8.count < 10 && Int(cell) != nil || !cell.utf8.contains { (0x30...0x39).contains($0) }
          return cell.utf8.count <= 64 && !cell.utf8.contains(0x20) && (numbersToo || !isNumber)
        }
    }
  }

  /// What all of a column's cells are, where they are something that can be told from text.
  func kind(_ column: Int) -> CellKind? {
    let cells = cells(column)
    guard cells.count > 1 else { return nil }
    for kind in [CellKind.time, .number] where cells.count(where: kind.matches) * 2 >= cells.count {
      return kind
    }
    return nil
  }

  /// Whether the first row is a header's: short words where the rows below hold something else.
  func isHeader(_ first: [String]) -> Bool {
    guard rows.count > 1, first.allSatisfy({ TimeParser.parse($0) == nil && (Self.hasLetters($0) || $0.isEmpty) })
    else {
      return false
    }
    return (0..<min(width, first.count)).contains { column in
      let below = rows.dropFirst().compactMap { column < $0.count ? $0[column] : nil }
      let differs = below.count { cell in
        TimeParser.parse(cell) != nil || !Self.hasLetters(cell) || cell.utf8.count > first[column].utf8.count * 3 + 12
      }
      return differs * 2 > below.count
    }
  }

  private func dayAndMonth(_ column: Int) -> [(Int, Int)] {
    cells(column).compactMap { cell in
      let parts = cell.utf8.split { $0 == UInt8(ascii: "/") || $0 == 0x20 || $0 == 0x2C }
      guard parts.count > 2, cell.utf8.contains(UInt8(ascii: "/")), let a = Int(String(parts[0]) ?? ""),
        let b = Int(String(parts[1]) ?? ""), a <= 31, b <= 31
      else { return nil }
      return (a, b)
    }
  }

  /// What the dates with slashes of a column say of their order; nil when nothing.
  func dayOrder(_ column: Int) -> TimeParser.DayOrder? {
    let dates = dayAndMonth(column)
    if dates.contains(where: { $0.0 > 12 }) { return .dayFirst }
    return dates.contains { $0.1 > 12 } ? .monthFirst : nil
  }

  /// Whether there are dates whose order nothing tells.
  func isDayOrderOpen(_ column: Int) -> Bool {
    dayOrder(column) == nil && dayAndMonth(column).contains { $0.0 != $0.1 }
  }

  /// One cell in a hundred holds an entity, and none a bare `&` (FORMATS § 6.2).
  func holdsEntities(_ column: Int) -> Bool {
    let cells = cells(column)
    let marked = cells.filter { $0.utf8.contains(UInt8(ascii: "&")) }
    func has(_ cell: String, _ words: String) -> Bool {
      var cell = cell
      return cell.withUTF8 { FeedText.contains(UnsafeRawBufferPointer($0), words) }
    }
    let withEntities = marked.count { has($0, "&amp;") || has($0, "&#39;") || has($0, "&quot;") }
    return withEntities * 100 >= max(1, cells.count) && withEntities > 0 && !marked.contains { has($0, "& ") }
  }
}
