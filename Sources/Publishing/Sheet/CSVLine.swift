/// Cells as a line of RFC 4180.
enum CSVLine {
  static func text(_ cells: [String]) -> String { cells.map(quoted).joined(separator: ",") + "\r\n" }

  /// Keeps a spreadsheet from taking a cell for a formula.
  static func guarded(_ cell: String) -> String {
    switch cell.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
      UInt8(ascii: "\r"):
      "'" + cell
    default: cell
    }
  }

  private static func quoted(_ cell: String) -> String {
    var out = ""
    var needsQuotes = false
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "\"":
        out += "\"\""
        needsQuotes = true
      case ",", "\r", "\n":
        out.unicodeScalars.append(scalar)
        needsQuotes = true
      case "\t": out += "\t"
      // CSV has no escapes: what a terminal would obey, or what ends a text, cannot be there as itself.
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return needsQuotes ? "\"" + out + "\"" : out
  }
}
