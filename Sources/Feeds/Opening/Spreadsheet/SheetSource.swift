/// A worksheet's rows as CSV, made as they are read.
final class SheetSource: ByteSource {
  private let window: FeedWindow
  private let strings: [String]
  private let dates: DateStyles
  private var scanner: XMLScanner
  private var row: XMLElements
  private var output: [UInt8] = []
  private var given = 0
  private var isDone = false
  /// Columns beyond this are not a table's.
  private static let columnLimit = 2048

  var fault: String? { isDone ? window.fault : nil }

  init(_ window: FeedWindow, _ strings: [String], _ dates: DateStyles) {
    self.window = window
    self.strings = strings
    self.dates = dates
    scanner = XMLScanner(window, from: 0)
    row = XMLElements(window)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while given == output.count, !isDone {
      output.removeAll(keepingCapacity: true)
      given = 0
      while output.count < 64 << 10, !isDone { step() }
    }
    let count = min(buffer.count, output.count - given)
    output.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[given..<(given + count)])) }
    given += count
    return count
  }

  private func step() {
    switch scanner.next() {
    case .open(let name, let isEmpty):
      if row.isOpen || name.isEqual("row") { row.open(name, scanner.start..<scanner.at, isEmpty: isEmpty) }
      if !row.isOpen { row.clear() }
    case .close(let name):
      guard row.isOpen, row.close(name, at: scanner.start), !row.isOpen else { return }
      row.withRoot(write)
      row.clear()
      window.release(before: scanner.at)
    case .text: break
    case .end, .cut: isDone = true
    }
  }

  private func write(_ row: XMLNode) {
    var column = 0
    row.forEachChild { cell in
      guard cell.isNamed("c") else { return }
      // Cells that are empty are left out: the reference tells where this one stands.
      if let wanted = cell.attribute("r").flatMap(Self.column), wanted < Self.columnLimit {
        while column < wanted {
          output.append(UInt8(ascii: ","))
          column += 1
        }
      }
      append(value(cell))
      output.append(UInt8(ascii: ","))
      column += 1
    }
    // The comma after the last cell.
    if column > 0 { output.removeLast() }
    output.append(0x0A)
  }

  private func value(_ cell: XMLNode) -> String {
    let raw = cell["v"]?.text ?? ""
    switch cell.attribute("t") {
    case "s": return Int(raw).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "inlineStr": return cell["is"].map(Spreadsheet.text) ?? ""
    case "str": return cell["v"].map { Spreadsheet.cell($0.raw) } ?? ""
    case "b": return raw == "1" ? "true" : "false"
    case "e": return ""
    default:
      if let style = cell.attribute("s").flatMap({ Int($0) }), dates.isDate(style), let serial = Double(raw) {
        return ExcelDate.iso(serial)
      }
      return raw
    }
  }

  private func append(_ text: String) {
    let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return output.append(contentsOf: text.utf8) }
    output.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { output.append(0x22) }
      output.append(byte)
    }
    output.append(0x22)
  }

  /// 2 for `C12`.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8.prefix(while: { (0x41...0x5A).contains($0) }).prefix(4) {
      column = column * 26 + Int(byte - 0x40)
    }
    return column > 0 ? column - 1 : nil
  }
}
