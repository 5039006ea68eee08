/// The lines of one table of a person's file: strings and whole numbers, one a line.
///
/// Not read by a TOML library: it would refuse a key that is given twice without both lines, and keep no lines of the rest.
enum SettingLines {
  struct Line: Equatable {
    var key: String
    var value: String
    /// From 1.
    var line: Int
  }

  /// - Parameter example: a line as it should be, for the message about one that is not.
  static func read(_ text: String, file: String, table: String, example: String) throws -> [Line] {
    var lines: [Line] = []
    var isInTable = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var rest = trimmed(line)
      guard let first = rest.first, first != "#" else { continue }
      if first == "[" {
        guard trimmed(rest.prefix { $0 != "#" }) == "[\(table)]" else {
          throw Failure(message: "\(file):\(index + 1): there is only one table here: [\(table)]")
        }
        isInTable = true
        continue
      }
      guard isInTable, let key = word(&rest), take("=", &rest), let value = word(&rest),
        rest.isEmpty || rest.first == "#"
      else {
        let wanted = isInTable ? "write \(example)" : "write [\(table)] above the first line"
        throw Failure(message: "\(file):\(index + 1): \(wanted)")
      }
      lines.append(Line(key: key, value: value, line: index + 1))
    }
    return lines
  }

  /// A string in quotes, or a bare key.
  private static func word(_ rest: inout Substring) -> String? {
    guard let quote = rest.first else { return nil }
    var text = ""
    if quote != "\"" && quote != "'" {
      text = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
      rest = trimmed(rest.dropFirst(text.count))
      return text.isEmpty ? nil : text
    }
    rest = rest.dropFirst()
    while let character = rest.popFirst() {
      if character == quote {
        rest = trimmed(rest)
        return text
      }
      if character == "\\", quote == "\"" {
        guard let escaped = rest.popFirst(), escaped == "\"" || escaped == "\\" else { return nil }
        text.append(escaped)
      } else {
        text.append(character)
      }
    }
    return nil
  }

  private static func take(_ character: Character, _ rest: inout Substring) -> Bool {
    guard rest.first == character else { return false }
    rest = trimmed(rest.dropFirst())
    return true
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }
    while let last = text.last, last == " " || last == "\t" || last == "\r" || last == "\r\n" { text.removeLast() }
    return text
  }
}
