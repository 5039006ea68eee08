/// Finds the line of a table header or key in a TOML text, for messages: the TOML library tells lines of syntax errors only.
struct SourceLines {
  private let lines: [Substring]

  init(_ text: String) {
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }

  /// The line, from 1, of the nth header (from 0) written exactly so.
  func header(_ header: String, number: Int = 0) -> Int? {
    var seen = 0
    for (index, line) in lines.enumerated() where Self.trimmed(line) == header {
      if seen == number { return index + 1 }
      seen += 1
    }
    return nil
  }

  /// The line of the first `key =` at or after a line; that line itself where there is none.
  func key(_ key: String, after line: Int?) -> Int? {
    let start = (line ?? 1) - 1
    for index in start..<lines.count {
      let text = Self.trimmed(lines[index])
      if index > start, text.hasPrefix("[") { break }
      for form in [key, "\"\(key)\""] where text.hasPrefix(form) {
        if text.dropFirst(form.count).drop(while: { $0 == " " }).first == "=" { return index + 1 }
      }
    }
    return line
  }

  private static func trimmed(_ line: Substring) -> Substring {
    var line = line.drop { $0 == " " || $0 == "\t" }
    if line.hasPrefix("["), let hash = line.firstIndex(of: "#") { line = line[..<hash] }
    while let last = line.last, last == " " || last == "\t" { line.removeLast() }
    return line
  }
}
