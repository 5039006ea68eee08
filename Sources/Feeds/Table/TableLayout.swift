import Moderation

/// How a table is laid out: its dialect, where its header is and which column holds what.
struct TableLayout: Sendable {
  var dialect: TableDialect
  /// Where the first record after the header begins.
  var body: Int
  /// The header's names; `#1`, `#2`, … where there is none.
  var names: [String]
  var hasHeader = true
  /// Column numbers by field.
  private(set) var columns: [Int?]
  private(set) var mappings: [ColumnMapping] = []
  /// Column numbers by their names, lower case, letters and digits only.
  private(set) var index: [String: Int] = [:]
  var stateName: String?
  var order: TimeParser.DayOrder = .dayFirst
  /// What the cells of the first column all are: a line that begins otherwise goes on with the text above it.
  var firstKind: CellKind?
  /// Cells hold entities that an exporter made of plain text.
  private(set) var decodesEntities = false
  /// Whether texts must be put right at all.
  var cleans = false
  /// Columns of a survey that people wrote in.
  private(set) var prose: Set<Int> = []
  /// Names of columns that stay at the door.
  private(set) var dropped: [String] = []
  private(set) var notes: [String] = []

  var width: Int { names.count }

  enum Finding {
    case found(TableLayout)
    case noTextColumn([String])
    case noSuchColumn(String, [String])
    case noHeader
  }

  private static let separators: [UInt8] = [0x09, UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|")]
  private static let headerRows = 20
  private static let sampleRows = 1000

  subscript(field: Field) -> Int? { columns[field.rawValue] }

  init(_ dialect: TableDialect, names: [String], body: Int) {
    self.dialect = dialect
    self.names = names
    self.body = body
    columns = Array(repeating: nil, count: Field.allCases.count)
    for (column, name) in names.enumerated() where index[Field.normalized(name)] == nil {
      index[Field.normalized(name)] = column
    }
  }

  /// Looks for the header among the first rows, under each separator: the row that names most fields wins. Without one,
  /// columns are told by what is in them.
  static func find(
    _ window: FeedWindow, from start: Int, as format: TableFormat, map: FieldMap? = nil
  ) -> Finding {
    window.extend(to: start + FeedWindow.step)
    var start = start
    var candidates = separators
    if let named = namedSeparator(window.bytes, start) {
      candidates = [named]
      while start < window.available, window.bytes[start] != 0x0A { start += 1 }
    }
    guard
      var layout = bestHeader(window, start, candidates, format, map) ?? byContent(window, start, candidates, format)
    else { return .noHeader }
    layout.dialect = TableDialect.best(window, layout)
    let sample = ColumnSample(TableSample.rows(layout, window, sampleRows), width: layout.width)
    if let map {
      for entry in map.entries where layout.column(entry.column) == nil {
        return .noSuchColumn(entry.column, layout.names)
      }
    }
    return layout.assign(format, map, sample) ? .found(layout) : .noTextColumn(layout.names)
  }

  private static func bestHeader(
    _ window: FeedWindow, _ start: Int, _ candidates: [UInt8], _ format: TableFormat, _ map: FieldMap?
  ) -> TableLayout? {
    guard format.header == nil else { return nil }
    var best: (score: Int, layout: TableLayout)?
    for separator in candidates {
      var scanner = TableScanner(window, TableDialect(separator: separator), from: start, isBounded: true)
      for row in 0..<headerRows {
        guard scanner.next() == .record else { break }
        // Below the first row, a lone known word is more likely a word of a text.
        var names = scanner.cells.map { FeedText.trimmed(scanner.text($0)) }
        while names.count > 1, names.last?.isEmpty == true { names.removeLast() }
        let score = score(names, format, map)
        guard isHeader(names, known: row == 0 ? score / 2 : 0), row == 0 || names.count > 1 else { continue }
        if score > best?.score ?? 0 {
          best = (score, TableLayout(TableDialect(separator: separator), names: names, body: scanner.at))
        }
      }
    }
    return best?.layout
  }

  /// `sep=;` on the first line, as spreadsheets write it.
  private static func namedSeparator(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> UInt8? {
    guard start + 5 < bytes.count, bytes[start...].starts(with: Array("sep=".utf8)), bytes[start + 5] < 0x20 else {
      return nil
    }
    return bytes[start + 4]
  }

  /// Whether a row may be a header: no data, short names that all differ; where enough of them are known, a survey's
  /// questions may be long and a name may stand twice.
  static func isHeader(_ names: [String], known: Int = 0) -> Bool {
    let named = names.filter { !$0.isEmpty }
    let isData = named.contains { name in
      TimeParser.parse(name) != nil || name.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard !isData else { return false }
    let areShort = names.allSatisfy { $0.utf8.count <= (known > 1 || $0.hasSuffix("?") ? 500 : 60) }
    return areShort && (known > 2 || Set(named).count == named.count)
  }

  private static func score(_ names: [String], _ format: TableFormat, _ map: FieldMap?) -> Int {
    var fields: Set<Field> = []
    for name in names {
      if let field = format.columns[Field.normalized(name)] ?? Field.of(name)?.field { fields.insert(field) }
    }
    // A column that somebody named is a header's beyond doubt.
    let told = map?.entries.count { entry in names.contains { $0 == entry.column } } ?? 0
    return fields.count * 2 + (fields.contains(.text) ? 1 : 0) + told * 10
  }

  /// Gives every field the column whose name comes first in its list. False without a column that holds text.
  private mutating func assign(_ format: TableFormat, _ map: FieldMap?, _ sample: ColumnSample) -> Bool {
    var ranks = Array(repeating: Int.max, count: columns.count)
    var reasons = Array(repeating: ColumnMapping.Reason.name, count: columns.count)
    func take(_ field: Field, _ column: Int, _ rank: Int, _ reason: ColumnMapping.Reason) {
      guard rank < ranks[field.rawValue] else { return }
      columns[field.rawValue] = column
      ranks[field.rawValue] = rank
      reasons[field.rawValue] = reason
    }
    for entry in map?.entries ?? [] {
      if let field = Field.labelled(entry.field), let column = column(entry.column) { take(field, column, -2, .told) }
    }
    for (column, name) in names.enumerated() where map?.field(of: name) == nil {
      let plain = Field.normalized(name)
      if let field = format.columns[plain] {
        take(field, column, -1, .name)
      } else if !format.ignored.contains(plain), let (field, rank) = Field.of(name) {
        // `comments` that are numbers count something: they are not the text. Nor are labels a state.
        if field == .text, !sample.mayBeText(column) { continue }
        if field == .state, !sample.mayBeState(column) { continue }
        if field == .authorDeleted || field == .extra { continue }
        take(field, column, rank, .name)
      }
    }
    guessByEnding(sample)
    guessByContent(sample, &reasons)
    // A post's id stands for the comment's own only where there is no other.
    if self[.id] == nil, let post = index["postid"] {
      columns[Field.id.rawValue] = post
      if self[.thread] == post { columns[Field.thread.rawValue] = nil }
    }
    settle(format, map, sample, reasons)
    return self[.text] != nil || format.map != nil
  }

  /// `Your message`, `Q4: Any other comments`: forms ask in sentences, and what is asked for stands at the end.
  private mutating func guessByEnding(_ sample: ColumnSample) {
    guard self[.text] == nil else { return }
    let taken = Set(columns.compactMap { $0 })
    let column = names.indices.last { column in
      let last = names[column].lowercased().split { !$0.isLetter }.last.map(String.init)
      return !taken.contains(column) && last.map(Self.textEndings.contains) ?? false && sample.mayBeText(column)
    }
    columns[Field.text.rawValue] = column
  }

  private static let textEndings: Set<String> = [
    "message", "comment", "comments", "submission", "feedback", "response", "text", "answer", "opinion", "thoughts",
    "views", "statement", "suggestion", "suggestions", "say",
  ]

  private mutating func guessByContent(_ sample: ColumnSample, _ reasons: inout [ColumnMapping.Reason]) {
    let taken = Set(columns.compactMap { $0 })
    if self[.text] == nil, let column = sample.longestText(except: taken, leastMean: hasHeader ? 12 : 8) {
      columns[Field.text.rawValue] = column
      reasons[Field.text.rawValue] = .content
    }
    guard self[.text] != nil else { return }
    let rest = Set(columns.compactMap { $0 })
    if self[.created] == nil, let column = sample.times(except: rest) {
      columns[Field.created.rawValue] = column
      reasons[Field.created.rawValue] = .content
    }
    // Names in a language that is not known: the ids are told by what they look like too. Mere row numbers are none.
    let isForeign = reasons[Field.text.rawValue] == .content && reasons[Field.created.rawValue] == .content
    if self[.id] == nil, !hasHeader || isForeign,
      let column = sample.ids(except: Set(columns.compactMap { $0 }), numbersToo: !hasHeader)
    {
      columns[Field.id.rawValue] = column
      reasons[Field.id.rawValue] = .content
    }
  }

  private mutating func settle(
    _ format: TableFormat, _ map: FieldMap?, _ sample: ColumnSample, _ reasons: [ColumnMapping.Reason]
  ) {
    if let state = self[.state] { stateName = Field.normalized(names[state]) }
    if let created = self[.created] {
      switch sample.dayOrder(created) {
      case .dayFirst?, nil: order = .dayFirst
      case .monthFirst?: order = .monthFirst
      }
      if sample.isDayOrderOpen(created) {
        notes.append("days and months of \(Visible.name(names[created])) cannot be told apart: the day was taken first")
      }
    }
    if let text = self[.text], !format.isHTML { decodesEntities = sample.holdsEntities(text) }
    if decodesEntities { notes.append("entities such as &amp; in the text were decoded once") }
    cleans = decodesEntities || format.isHTML
    firstKind = sample.kind(0)
    if format.map != nil { prose = Set(Survey.answers(names.map(Field.normalized), sample.rows)) }
    let used = Set(columns.compactMap { $0 })
    dropped = names.enumerated().filter { !used.contains($0.offset) && Field.isPersonal($0.element) }.map(\.element)
    mappings = Field.allCases.compactMap { field in
      self[field].map {
        ColumnMapping(column: names[$0], field: field.label, reason: reasons[field.rawValue])
      }
    }
  }

  /// A column by its name or, as `#3`, by its number.
  private func column(_ name: String) -> Int? {
    if let exact = names.firstIndex(of: name) ?? index[Field.normalized(name)] { return exact }
    guard name.hasPrefix("#"), let number = Int(name.dropFirst()), (1...width).contains(number) else { return nil }
    return number - 1
  }

  /// Puts a text right that the exporter wrote as HTML or with entities.
  func clean(_ comment: inout Comment, isHTML: Bool) {
    if isHTML {
      comment.setHTML(comment.text)
    } else if decodesEntities, comment.text.utf8.contains(UInt8(ascii: "&")) {
      let raw = comment.text
      var out: [UInt8] = []
      comment.text.withUTF8 { HTMLEntities.decode(UnsafeRawBufferPointer($0), into: &out) }
      comment.text = out.withUnsafeBytes(FeedText.decoded)
      if comment.text != raw { comment.raw = raw }
    }
  }
}
