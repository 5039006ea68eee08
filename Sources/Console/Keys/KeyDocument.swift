/// The key table as documents: what README and man page show is made from what dispatches.
public enum KeyDocument {
  /// A table with a row a group, for README.
  public static func markdown(_ keys: KeyMap = .standard) -> String {
    var lines = ["| what for | keys |", "| --- | --- |"]
    for group in Action.Group.allCases {
      let parts = entries(of: group, keys).map { entry in
        (entry.keys.isEmpty ? [":" + entry.command] : entry.keys).map { "`\($0)`" }.joined(separator: " ") + " "
          + entry.hint
      }
      if !parts.isEmpty { lines.append("| \(group.rawValue) | \(parts.joined(separator: " · ")) |") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A man page in roff.
  public static func manual(_ keys: KeyMap = .standard) -> String {
    var lines = [
      ".TH DOCKET-KEYS 7", ".SH NAME", "docket-keys \\- the keys of docket's console", ".SH DESCRIPTION",
      "Every key can be given something else to do in",
      ".I $XDG_CONFIG_HOME/docket/keys.toml", "under", ".BR [keys] ,", "one line each:", ".PP", ".nf",
      "\"m x\" = \"mark\\-range\"", "\"t z\" = \"toggle author:weka\\-2207\"", "\"Q\" = \"none\"", ".fi", ".PP",
      "Names are Enter, Esc, Tab, S\\-Tab, Space, Backspace, Delete, Up, Down, Left, Right, Home, End, PageUp, "
        + "PageDown, F1 to F12 and C\\-l for control with l. The console's palette, on colon, takes the same commands.",
    ]
    for group in Action.Group.allCases {
      let entries = entries(of: group, keys)
      guard !entries.isEmpty else { continue }
      lines.append(".SH \(group.rawValue.uppercased())")
      for entry in entries {
        let shown = entry.notations.isEmpty ? ["(no key)"] : entry.notations
        lines += [".TP", ".B \(escaped(shown.joined(separator: ", ")))", ".I \(escaped(entry.command))", ".br"]
        lines.append(escaped(entry.sentence))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The table as a key file that changes nothing: a start for a person's own.
  public static func file(_ keys: KeyMap = .standard) -> String {
    var lines = ["[keys]"]
    for group in Action.Group.allCases {
      lines.append("# " + group.rawValue)
      for binding in keys.bindings where binding.instruction.action.group == group {
        lines.append("\(quoted(binding.keys.notation)) = \(quoted(binding.instruction.text))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  struct Entry: Equatable {
    /// As the screen writes them.
    var keys: [String]
    /// As keys.toml writes them.
    var notations: [String]
    var command: String
    var hint: String
    var sentence: String
  }

  /// What a group holds, each instruction once, with all of its keys; actions without a key among them.
  static func entries(of group: Action.Group, _ map: KeyMap) -> [Entry] {
    var seen: [Instruction] = []
    for binding in map.bindings where binding.instruction.action.group == group {
      if !seen.contains(binding.instruction) { seen.append(binding.instruction) }
    }
    for action in Action.allCases where action.group == group && !seen.contains(where: { $0.action == action }) {
      seen.append(Instruction(action))
    }
    return seen.map { instruction in
      let keys = map.keys(of: instruction)
      return Entry(
        keys: keys.map(\.title), notations: keys.map(\.notation), command: instruction.text, hint: instruction.hint,
        sentence: instruction.sentence)
    }
  }

  private static func escaped(_ text: String) -> String {
    var out = text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : ""
    for character in text {
      switch character {
      case "\\": out += "\\e"
      case "-": out += "\\-"
      default: out.append(character)
      }
    }
    return out
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }
}
