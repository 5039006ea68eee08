/// Why a theme cannot be used: where, what is wrong and what to write.
public struct ThemeError: Error, Equatable, CustomStringConvertible {
  /// The name of a shipped theme or the path of a file.
  public let file: String
  /// From 1; nil when the trouble is the file itself.
  public let line: Int?
  public let problem: String
  public let remedy: String

  /// `FILE:LINE: problem; remedy`.
  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(problem); \(remedy)"
  }
}

extension ThemeError {
  static func notFound(_ name: String) -> ThemeError {
    ThemeError(
      file: name, line: nil, problem: "there is no such theme and no such file",
      remedy: "write one of \(alternatives(Theme.shipped)), or the path of a theme file")
  }

  static func unreadable(_ file: String) -> ThemeError {
    ThemeError(
      file: file, line: nil, problem: "the file is not UTF-8 text of at most 1 MB", remedy: "name a theme file in TOML")
  }

  static func syntax(_ file: String, line: Int, _ problem: String) -> ThemeError {
    ThemeError(
      file: file, line: line, problem: "not TOML: \(problem)",
      remedy: "write entries as \"title\" = { fg = \"white\", attributes = [\"bold\"] }")
  }

  static func color(_ file: String, line: Int?, key: String, _ text: String, known: [String]) -> ThemeError {
    let near = known.min { editDistance($0, text) < editDistance($1, text) }.flatMap {
      editDistance($0, text) <= 2 ? $0 : nil
    }
    return ThemeError(
      file: file, line: line, problem: "\"\(key)\": \"\(text)\" is no colour",
      remedy: near.map { "did you mean \"\($0)\"?" }
        ?? "write \"#rrggbb\", a name of the palette, \"default\", or an ANSI name such as \"red\" or \"bright-blue\"")
  }

  static func setting(_ file: String, line: Int?, key: String, _ setting: String) -> ThemeError {
    ThemeError(
      file: file, line: line, problem: "\"\(key)\": \"\(setting)\" is no setting",
      remedy: "write fg, bg, attributes or mono")
  }

  static func attribute(_ file: String, line: Int?, key: String, _ text: String) -> ThemeError {
    ThemeError(
      file: file, line: line, problem: "\"\(key)\": \"\(text)\" is no attribute",
      remedy: "write some of \(TextAttributes.names.map { "\"\($0.name)\"" }.joined(separator: ", "))")
  }

  static func kind(_ file: String, line: Int?, key: String, wanted: String) -> ThemeError {
    ThemeError(file: file, line: line, problem: "\"\(key)\" is of the wrong kind", remedy: "write \(wanted)")
  }

  static func circle(_ file: String, line: Int?, _ name: String) -> ThemeError {
    ThemeError(
      file: file, line: line, problem: "\"inherits\": \"\(name)\" inherits from this theme in turn",
      remedy: "take the line out of one of them")
  }

  private static func alternatives(_ names: [String]) -> String {
    names.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  /// Levenshtein's distance, in characters.
  private static func editDistance(_ one: String, _ other: String) -> Int {
    let (first, second) = (Array(one.prefix(40)), Array(other.prefix(40)))
    var row = Array(0...second.count)
    for (i, a) in first.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in second.enumerated() {
        let replaced = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[second.count]
  }
}
