/// An action with what it is about: what a key stands for, and what is typed in the palette.
struct Instruction: Sendable, Hashable {
  var action: Action
  /// A query, words, a reason's code, a name: what the action takes.
  var argument: String?

  init(_ action: Action, _ argument: String? = nil) {
    self.action = action
    self.argument = argument
  }

  /// Reads `filter label:health`; says what is wrong with it.
  static func parse(_ text: String) -> Result<Instruction, Problem> {
    let words = text.split(separator: " ", maxSplits: 1)
    guard let name = words.first else { return .failure(.unknown("")) }
    guard let action = Action(rawValue: String(name)) else { return .failure(.unknown(String(name))) }
    let argument = words.count > 1 ? words[1].drop { $0 == " " } : ""
    guard !argument.isEmpty else {
      return action == .toggle ? .failure(.lacksArgument(action)) : .success(Instruction(action))
    }
    guard action.argument != nil else { return .failure(.takesNone(action)) }
    return .success(Instruction(action, String(argument)))
  }

  enum Problem: Error, Sendable, Equatable {
    case unknown(String)
    case takesNone(Action)
    case lacksArgument(Action)

    var message: String {
      switch self {
      case .unknown(let name):
        "there is no command “\(name)”" + (Action.nearest(to: name).map { "; do you mean \($0.rawValue)?" } ?? "")
      case .takesNone(let action): "\(action.rawValue) takes nothing behind it"
      case .lacksArgument(let action): "\(action.rawValue) wants to know what: \(action.rawValue) label:health"
      }
    }
  }

  /// As keys.toml writes it.
  var text: String { argument.map { "\(action.rawValue) \($0)" } ?? action.rawValue }

  /// A word or two for which-key and the hint line.
  var hint: String {
    guard let argument else { return action.hint }
    return action == .toggle ? "only \(argument)" : "\(action.hint) \(argument)"
  }

  var sentence: String {
    guard let argument else { return action.sentence }
    return switch action {
    case .toggle: "Only \(argument), or no longer only that."
    case .order: "Order the list: \(argument) first."
    default: "\(action.sentence) (\(argument))"
    }
  }
}

extension Action {
  /// The action whose name is most like a word, where one is like it at all.
  static func nearest(to name: String) -> Action? {
    let ranked = allCases.map { ($0, EditDistance.between($0.rawValue, name)) }.min { $0.1 < $1.1 }
    guard let ranked, ranked.1 <= max(2, name.count / 3) else {
      return allCases.first { $0.rawValue.hasPrefix(name) && !name.isEmpty }
    }
    return ranked.0
  }
}

/// How many letters must change to make one word of another.
enum EditDistance {
  static func between(_ a: String, _ b: String) -> Int {
    let target = Array(b)
    var row = Array(0...target.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in target.enumerated() {
        let cost = letter == other ? diagonal : min(diagonal, row[j], row[j + 1]) + 1
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[target.count]
  }
}
