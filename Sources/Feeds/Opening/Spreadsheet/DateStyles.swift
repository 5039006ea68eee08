/// Which styles of a workbook's cells are dates.
struct DateStyles {
  private var styles: [Bool] = []

  init(_ archive: ZipArchive, _ path: String) throws(FeedError) {
    guard let member = archive.members.first(where: { $0.name == "xl/styles.xml" }), let source = archive.source(member)
    else { return }
    let window = try FeedWindow(source, path: path, sizeHint: nil)
    var scanner = XMLScanner(window, from: 0)
    var dateFormats: Set<Int> = Set(14...22).union(45...47)
    var isInCells = false
    while styles.count < 65_536 {
      switch scanner.next() {
      case .open(let name, _):
        let tag = UnsafeRawBufferPointer(rebasing: window.bytes[scanner.start..<scanner.at])
        if name.isEqual("numFmt"), let id = XMLText.attribute(tag, "numFmtId").flatMap({ Int($0) }),
          Self.isDate(XMLText.attribute(tag, "formatCode") ?? "")
        {
          dateFormats.insert(id)
        }
        if name.isEqual("cellXfs") { isInCells = true }
        if isInCells, name.isEqual("xf") {
          let id = XMLText.attribute(tag, "numFmtId").flatMap { Int($0) } ?? 0
          styles.append(dateFormats.contains(id))
        }
      case .close(let name):
        if name.isEqual("cellXfs") { return }
      case .text: continue
      case .end, .cut: return
      }
    }
  }

  func isDate(_ style: Int) -> Bool { styles.indices.contains(style) && styles[style] }

  /// A code with a day or a year in it, outside of quotes and brackets.
  private static func isDate(_ code: String) -> Bool {
    var isText = false
    for scalar in code.unicodeScalars {
      if scalar == "\"" || scalar == "[" || scalar == "]" { isText.toggle() }
      if !isText, "ydYD".unicodeScalars.contains(scalar) { return true }
    }
    return false
  }
}
