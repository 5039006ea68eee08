import Terminal

/// The command line behind `:`: a name is typed, in any letters of it, and what fits best is on top with its keys.
struct Palette: Sendable, Equatable {
  var field = TextField()
  var selected = 0
  /// Commands that were run before, the last one first.
  var recent: [String] = []

  struct Choice: Sendable, Equatable {
    var instruction: Instruction
    var keys: String
  }

  init(recent: [String] = []) { self.recent = recent }

  /// The first word names what is to be done, the rest is about what.
  private var name: String { String(field.text.prefix { $0 != " " }) }
  private var argument: String? {
    guard let blank = field.text.firstIndex(of: " ") else { return nil }
    let rest = field.text[field.text.index(after: blank)...].drop { $0 == " " }
    return rest.isEmpty ? nil : String(rest)
  }

  /// What fits, the best first. A command that is written out whole is the first whatever else fits.
  func choices(_ keys: KeyMap) -> [Choice] {
    let typed = name
    let ranked = Action.allCases.enumerated().compactMap { place, action -> (Int, Int, Action)? in
      let byName = FuzzyMatch.score(typed, in: action.rawValue).map { $0 + 50 }
      let byHint = FuzzyMatch.score(argument == nil ? field.text : typed, in: action.hint)
      guard let score = [byName, byHint].compactMap({ $0 }).max() else { return nil }
      let isExact = action.rawValue == typed
      return (isExact ? Int.max : typed.isEmpty ? recentRank(action) : score, -place, action)
    }
    return ranked.sorted { ($0.0, $0.1) > ($1.0, $1.1) }.map { _, _, action in
      Choice(
        instruction: Instruction(action, action.argument == nil ? nil : argument),
        keys: keys.keys(of: action).map(\.title).joined(separator: "  "))
    }
  }

  private func recentRank(_ action: Action) -> Int {
    recent.firstIndex { $0.split(separator: " ").first.map(String.init) == action.rawValue }.map { 1000 - $0 } ?? 0
  }

  /// Writes the selected name out, for what it is about to be typed behind it.
  mutating func complete(_ keys: KeyMap) {
    let choices = choices(keys)
    guard choices.indices.contains(selected) else { return }
    let action = choices[selected].instruction.action
    field = TextField(action.rawValue + (action.argument == nil ? "" : " ") + (argument ?? ""))
    selected = 0
  }
}
