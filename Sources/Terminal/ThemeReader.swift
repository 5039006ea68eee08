import TOMLKit
import TOMLSource

/// What a theme file says, with what it inherits.
struct ThemeLayer {
  var rules: [String: Theme.Rule]
  /// Names of colours, those of the inherited theme included.
  var palette: [String: ThemeColor]
}

/// Reads one theme file into rules, the inherited ones first.
struct ThemeReader {
  let file: String
  private let lines: [Substring]
  private let text: String
  private let inherited: [String]

  init(text: String, file: String, inherited: [String]) {
    self.text = text
    self.file = file
    self.inherited = inherited
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// - Parameter repainted: the palette of whoever inherits this theme, which comes before its own.
  func layer(repainted: [String: ThemeColor] = [:]) throws(ThemeError) -> ThemeLayer {
    let table = try parsed()
    let own = try palette(table["palette"]).merging(repainted) { _, inheritors in inheritors }
    var layer = ThemeLayer(rules: [:], palette: own)
    if let parent = table["inherits"] {
      guard let name = parent.string else {
        throw .kind(file, line: line(of: "inherits"), key: "inherits", wanted: "inherits = \"dark\"")
      }
      let from = (file: file, line: line(of: "inherits"))
      layer = try Theme.layer(named: name, from: from, repainted: own, inherited: inherited)
    }
    for scope in table.keys where scope != "inherits" && scope != "palette" {
      guard let value = table[scope] else { continue }
      try read(value, scope: scope, key: scope, palette: layer.palette, into: &layer.rules)
    }
    return layer
  }

  private func parsed() throws(ThemeError) -> TOMLTable {
    do throws(TOMLSyntaxError) {
      return try TOMLSource(text).table
    } catch {
      throw .syntax(file, line: error.line ?? 1, error.why)
    }
  }

  private func palette(_ value: (any TOMLValueConvertible)?) throws(ThemeError) -> [String: ThemeColor] {
    guard let value else { return [:] }
    guard let table = value.table else {
      throw .kind(
        file, line: line(of: "palette"), key: "palette", wanted: "[palette], then lines like sea = \"#005f87\"")
    }
    var palette: [String: ThemeColor] = [:]
    for name in table.keys {
      guard let text = table[name]?.string else {
        throw .kind(file, line: line(of: name), key: name, wanted: "\(name) = \"#rrggbb\"")
      }
      guard let color = ThemeColor(text) else {
        throw .color(file, line: line(of: name), key: name, text, known: ThemeColor.names)
      }
      palette[name] = color
    }
    return palette
  }

  /// One entry: a colour, a table of settings, or, where the scope was written without quotes, a table of narrower scopes.
  private func read(
    _ value: any TOMLValueConvertible, scope: String, key: String, palette: [String: ThemeColor],
    into rules: inout [String: Theme.Rule]
  ) throws(ThemeError) {
    if let text = value.string {
      rules[scope] = Theme.Rule(foreground: try color(text, key: key, palette: palette))
      return
    }
    guard let table = value.table else {
      throw .kind(file, line: line(of: key), key: scope, wanted: "a colour or { fg = …, bg = …, attributes = […] }")
    }
    var rule = Theme.Rule()
    for setting in table.keys {
      guard let value = table[setting] else { continue }
      switch setting {
      case "fg", "bg":
        guard let text = value.string else {
          throw .kind(file, line: line(of: key), key: scope, wanted: "\(setting) = \"#rrggbb\"")
        }
        let found = try color(text, key: key, palette: palette)
        if setting == "fg" { rule.foreground = found } else { rule.background = found }
      case "attributes": rule.attributes = try attributes(value, key: key, setting: setting)
      case "mono": rule.monochrome = try attributes(value, key: key, setting: setting)
      default:
        // In braces a name can only be a misspelt setting; elsewhere it narrows the scope: label.health = "red".
        guard value.table != nil || (!table.inline && value.string != nil) else {
          throw .setting(file, line: line(of: key), key: scope, setting)
        }
        try read(value, scope: "\(scope).\(setting)", key: setting, palette: palette, into: &rules)
      }
    }
    if rule != Theme.Rule() || table.isEmpty { rules[scope] = rule }
  }

  private func color(_ text: String, key: String, palette: [String: ThemeColor]) throws(ThemeError) -> ThemeColor {
    if let color = palette[text] ?? ThemeColor(text) { return color }
    throw .color(file, line: line(of: key), key: key, text, known: palette.keys.sorted() + ThemeColor.names)
  }

  private func attributes(
    _ value: any TOMLValueConvertible, key: String, setting: String
  ) throws(ThemeError) -> TextAttributes {
    guard let array = value.array else {
      throw .kind(file, line: line(of: key), key: key, wanted: "\(setting) = [\"bold\"]")
    }
    var attributes: TextAttributes = []
    for element in array {
      let name = element.string ?? element.debugDescription
      guard let known = TextAttributes.names.first(where: { $0.name == name }) else {
        throw .attribute(file, line: line(of: key), key: key, name)
      }
      attributes.insert(known.attribute)
    }
    return attributes
  }

  /// The line where a key stands; the parser keeps places for errors of syntax only.
  private func line(of key: String) -> Int? {
    lines.firstIndex { line in
      let written = line.split(separator: "=", maxSplits: 1).first ?? ""
      let path = String(
        String.UnicodeScalarView(written.unicodeScalars.filter { !" \t\r[]\"'".unicodeScalars.contains($0) }))
      return !path.hasPrefix("#") && (path == key || path.hasSuffix(".\(key)"))
    }.map { $0 + 1 }
  }
}
