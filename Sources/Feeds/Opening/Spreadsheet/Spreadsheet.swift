/// A workbook (XLSX): its sheets as tables in CSV, so that all that is known of tables holds for them (FORMATS § 5.1).
enum Spreadsheet {
  /// What a workbook's strings may come to in memory.
  private static let stringLimit = 512 << 20

  /// The first sheet that has rows with a text; nil when the archive is no workbook.
  static func source(_ archive: ZipArchive, path: String) throws(FeedError) -> (source: any ByteSource, name: String)? {
    guard isWorkbook(archive) else { return nil }
    let strings = try strings(archive, path)
    let dates = try DateStyles(archive, path)
    let sheets = archive.members.filter { $0.name.hasPrefix("xl/worksheets/") && $0.name.hasSuffix(".xml") }
      .sorted { ($0.name.utf8.count, $0.name) < ($1.name.utf8.count, $1.name) }
    guard !sheets.isEmpty else { throw .unreadable(path, why: "the workbook has no sheet") }
    var chosen = sheets[0]
    // Suites put a sheet about the report first.
    for sheet in sheets where sheets.count > 1 {
      guard let unpacked = archive.source(sheet) else { continue }
      let table = SheetSource(try window(unpacked, path), strings, dates)
      let head = try window(MemorySource(table.rest(limit: 256 << 10)), path)
      if case .found = TableLayout.find(head, from: 0, as: .plain) {
        chosen = sheet
        break
      }
    }
    guard let unpacked = archive.source(chosen) else { throw .unreadable(path, why: "the workbook is damaged") }
    let name = WebAddress.lastSegment(chosen.name) ?? chosen.name
    return (SheetSource(try window(unpacked, path), strings, dates), "XLSX " + Visible.name(name))
  }

  static func isWorkbook(_ archive: ZipArchive) -> Bool {
    let names = archive.members.map(\.name)
    return names.contains("[Content_Types].xml") && names.contains { $0.hasPrefix("xl/") }
  }

  private static func window(_ source: any ByteSource, _ path: String) throws(FeedError) -> FeedWindow {
    try FeedWindow(source, path: path, sizeHint: nil)
  }

  private static func strings(_ archive: ZipArchive, _ path: String) throws(FeedError) -> [String] {
    guard let member = archive.members.first(where: { $0.name == "xl/sharedStrings.xml" }),
      let unpacked = archive.source(member)
    else { return [] }
    let window = try window(unpacked, path)
    var scanner = XMLScanner(window, from: 0)
    var item = XMLElements(window)
    var strings: [String] = []
    var size = 0
    while size < stringLimit {
      switch scanner.next() {
      case .open(let name, let isEmpty):
        if item.isOpen || name.isEqual("si") { item.open(name, scanner.start..<scanner.at, isEmpty: isEmpty) }
        if !item.isOpen, name.isEqual("si") { strings.append("") }
      case .close(let name):
        guard item.isOpen, item.close(name, at: scanner.start), !item.isOpen else { continue }
        item.withRoot { root in
          let text = text(root)
          strings.append(text)
          size += text.utf8.count + 16
        }
        item.clear()
        window.release(before: scanner.at)
      case .text: continue
      case .end, .cut: return strings
      }
      if !item.isOpen { item.clear() }
    }
    return strings
  }

  /// All texts of an item in a row, but for what tells how to read Japanese aloud.
  static func text(_ node: XMLNode) -> String {
    var text = ""
    node.forEachChild { child in
      if child.isNamed("t") { text += cell(child.raw) }
      if child.isNamed("r"), let run = child["t"] { text += cell(run.raw) }
    }
    return text
  }

  /// Text with its blanks at the ends, `_x000D_` undone.
  static func cell(_ raw: UnsafeRawBufferPointer) -> String {
    var out: [UInt8] = []
    HTMLEntities.decode(raw, into: &out)
    let text = String(decoding: out, as: UTF8.self)
    guard text.contains("_x") else { return text }
    return text.replacing("_x000D_", with: "").replacing("_x000d_", with: "").replacing("_x000A_", with: "\n")
  }
}
