/// Finds a feed's format from its content (FORMATS § 3): every format of its notation says what speaks for it.
struct Sniffer {
  let path: String
  let text: FeedInput.Text

  struct Found {
    var format: FeedFormat
    /// Of a table.
    var layout: TableLayout?
  }

  /// How many values, or lines, are looked at before a feed is called unknown: some begin with broken lines.
  private static let tries = 20

  private var window: FeedWindow { text.window }

  /// - Parameter asked: a format that was asked for by name; it is taken if its notation fits.
  func format(asked: FeedFormat?, map: FieldMap?) throws(FeedError) -> Found {
    let scores = try scores(map: map)
    if let asked { return try fitting(asked, scores, map) }
    // Whoever names columns wants them read by these names.
    if map != nil, !scores.isTable, let plain = FeedFormat.named("jsonl"), case .json = scores.kind {
      return Found(format: plain)
    }
    if map != nil, scores.isTable { return Found(format: .csv, layout: try layout(of: .csv, map)) }
    guard let best = scores.best, let format = FeedFormat.named(best.format) else {
      if let discovered = scores.discovered { return Found(format: discovered) }
      if case .table = scores.kind, case .noTextColumn(let columns) = scores.layout {
        throw .noTextColumn(path, columns: Visible.names(columns))
      }
      throw .unknownFormat(path, looked: scores.looked)
    }
    return Found(format: format, layout: try layout(of: format, map))
  }

  private func fitting(_ asked: FeedFormat, _ scores: Scores, _ map: FieldMap?) throws(FeedError) -> Found {
    let fits: Bool
    switch (asked.notation, scores.kind) {
    case (.json, .json), (.xml, .xml), (.text, .text), (.text, .table), (.text, .xml): fits = true
    case (.table, .table), (.table, .text): fits = true
    default: fits = false
    }
    guard fits else { throw .formatDoesNotFit(path, format: asked.name, looked: scores.kind.words) }
    if map != nil, asked.name != FeedFormat.csv.name, asked.name != FeedFormat.jsonLines.name {
      throw .mapDoesNotFit(path, format: asked.name)
    }
    return Found(format: asked, layout: try layout(of: asked, map))
  }

  private func layout(of format: FeedFormat, _ map: FieldMap?) throws(FeedError) -> TableLayout? {
    guard case .table(let table) = format.notation else { return nil }
    switch TableLayout.find(window, from: text.start, as: table, map: map) {
    case .found(let layout): return layout
    case .noTextColumn(let columns): throw .noTextColumn(path, columns: Visible.names(columns))
    case .noSuchColumn(let column, let columns):
      throw .noSuchColumn(path, column: column, columns: Visible.names(columns))
    case .noHeader: throw .unknownFormat(path, looked: "text without a header row that names its columns")
    }
  }

  /// What the formats of the feed's notation make of it.
  struct Scores {
    enum Kind {
      case json, xml, text, table
      var words: String {
        switch self {
        case .json: "JSON"
        case .xml: "XML"
        case .text, .table: "a table or plain text"
        }
      }
    }

    var kind: Kind
    var all: [SniffScore] = []
    /// What was found, for an unknown feed.
    var looked = ""
    var layout: TableLayout.Finding = .noHeader
    /// For JSON whose records stand under names of their own.
    var discovered: FeedFormat?
    var isTable: Bool { if case .table = kind { true } else { false } }

    /// The first of those with most points, if it has enough. A likeness to some platform's format is no reason to take
    /// that where the general reading fits.
    var best: SniffScore? {
      let general = [FeedFormat.jsonLines.name, FeedFormat.csv.name]
      let sure = first { !general.contains($0.format) && $0.points >= SniffScore.sure }
      return sure ?? first { general.contains($0.format) } ?? first { _ in true }
    }

    private func first(where isMeant: (SniffScore) -> Bool) -> SniffScore? {
      var best: SniffScore?
      for score in all where score.points >= SniffScore.threshold && isMeant(score) && score.points > best?.points ?? 0
      {
        best = score
      }
      return best
    }
  }

  func scores(map: FieldMap? = nil) throws(FeedError) -> Scores {
    let first = Self.firstByte(text)
    switch text.isTable ? nil : first.flatMap({ window.byte($0) }) {
    case UInt8(ascii: "<"): return markup(first ?? text.start)
    case UInt8(ascii: "{"), UInt8(ascii: "["): return json(first ?? text.start)
    default: return plain(map)
    }
  }

  /// Where reading begins: at the first bracket for JSON and XML, else where the text does.
  static func start(of format: FeedFormat, _ text: FeedInput.Text) -> Int {
    switch format.notation {
    case .json, .xml: firstByte(text) ?? text.start
    case .text, .table: text.start
    }
  }

  /// The first bracket, after `window.YTD.… =` or up to 16 stray characters; the first byte of what has none.
  private static func firstByte(_ text: FeedInput.Text) -> Int? {
    let bytes = text.window.bytes
    let first = JSONBytes.skipBlank(bytes, text.start, bytes.count)
    guard first < bytes.count else { return nil }
    if let assignment = Assignment(bytes, first) { return assignment.value }
    if !opens(bytes[first]), let bracket = bytes[first...].prefix(16).firstIndex(where: opens),
      bytes[first..<bracket].allSatisfy({ !isWord($0) })
    {
      return bracket
    }
    return first
  }

  /// `window.YTD.tweets.part0 = [`, as an X archive has it.
  private struct Assignment {
    let value: Int
    let name: String

    init?(_ bytes: UnsafeRawBufferPointer, _ first: Int) {
      guard bytes[first...].starts(with: "window.YTD.".utf8) || bytes[first...].starts(with: "window.__".utf8),
        let sign = bytes[first...].prefix(200).firstIndex(of: UInt8(ascii: "="))
      else { return nil }
      let words = String(decoding: bytes[first..<sign], as: UTF8.self).split { $0 == "." || $0 == " " }
      value = JSONBytes.skipBlank(bytes, sign + 1, bytes.count)
      guard value < bytes.count, opens(bytes[value]) else { return nil }
      name = words.count > 2 ? String(words[2]) : ""
    }
  }

  private static func opens(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == 0x2C || byte == 0x22
  }

  private func markup(_ first: Int) -> Scores {
    let sample = XMLSample(window, from: first)
    let head = TextSample(window, from: first)
    var scores = Scores(
      kind: .xml,
      looked: sample.root.lowercased() == "html"
        ? "an HTML page; export again as JSON or CSV" : "XML with the root element \(Visible.name(sample.root))")
    for format in FeedFormat.all {
      let finding: SniffScore.Finding
      switch format.notation {
      case .xml(let xml): finding = .init(xml.evidence, sample)
      case .text(let text): finding = .init(text.evidence, head)
      case .json, .table: continue
      }
      scores.all.append(SniffScore(format: format.name, points: finding.points, reasons: finding.reasons))
    }
    return scores
  }

  private func json(_ first: Int) -> Scores {
    var scores = Scores(kind: .json, looked: "JSON without any object")
    var found: [String: SniffScore] = [:]
    var tape = JSONTape()
    let bytes = window.bytes
    let head = JSONBytes.skipBlank(bytes, text.start, bytes.count)
    let variable = Assignment(bytes, head)?.name ?? ""
    let isLines = JSONLayout.isLines(bytes, first)
    var at = first
    for _ in 0..<Self.tries where at < bytes.count {
      let lineEnd = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
      _ = tape.read(bytes, from: at, limit: isLines ? lineEnd : bytes.count)
      tape.withNode { node in
        let sample = JSONSample(page: node, variable: variable)
        if scores.looked == "JSON without any object" { describe(sample, &scores) }
        if scores.discovered == nil { scores.discovered = JSONLines.discovered(node) }
        for format in FeedFormat.all {
          guard case .json(let json) = format.notation else { continue }
          let finding = SniffScore.Finding(json.evidence, sample.seen(by: json))
          if finding.points > found[format.name]?.points ?? -1 {
            found[format.name] = SniffScore(format: format.name, points: finding.points, reasons: finding.reasons)
          }
        }
      }
      if found.values.contains(where: { $0.points >= 60 }) { break }
      at = nextThatOpens(bytes, isLines ? lineEnd : max(tape.end, at + 1))
    }
    scores.all = FeedFormat.all.compactMap { found[$0.name] }
    return scores
  }

  private func describe(_ sample: JSONSample, _ scores: inout Scores) {
    var keys: [String] = []
    var node: JSONNode? = sample.page
    while let list = node, list.isArray { node = list.first }
    node?.forEachMember { key, _ in keys.append(key.string ?? "") }
    if !keys.isEmpty {
      scores.looked = "JSON objects with the keys " + Visible.names(keys).joined(separator: ", ")
    }
  }

  private func nextThatOpens(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] != UInt8(ascii: "{"), bytes[at] != UInt8(ascii: "[") {
      if bytes[at] > 0x20, bytes[at] != UInt8(ascii: ",") {
        at = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
      } else {
        at += 1
      }
    }
    return at
  }

  private func plain(_ map: FieldMap?) -> Scores {
    let sample = TextSample(window, from: text.start)
    let layout = TableLayout.find(window, from: text.start, as: .plain, map: map)
    var scores = Scores(kind: .table, looked: "text without a header row that names its columns", layout: layout)
    for format in FeedFormat.all {
      let finding: SniffScore.Finding
      switch format.notation {
      case .text(let text): finding = text.isTable(self.text) ? .init() : .init(text.evidence, sample)
      case .table(let table): finding = .init(table.evidence, TableSample(layout, window))
      case .json, .xml: continue
      }
      scores.all.append(SniffScore(format: format.name, points: finding.points, reasons: finding.reasons))
    }
    if let best = scores.best, let format = FeedFormat.named(best.format), case .text = format.notation {
      scores.kind = .text
    }
    return scores
  }
}
