import Terminal

/// Which keys do what: the one table that dispatch, hint line, help, which-key, palette, README and man page read.
public struct KeyMap: Sendable, Equatable {
  /// Keys pressed one after the other, and what they stand for.
  struct Binding: Sendable, Equatable {
    var keys: [Key]
    var instruction: Instruction
    /// The line of the person's own file; nil for one that ships.
    var line: Int?
  }

  /// What stands behind the keys that were pressed so far.
  enum Answer: Equatable {
    case instruction(Instruction)
    /// More keys are wanted: these may come.
    case prefix([Binding])
    case nothing
  }

  /// In the order of the help.
  private(set) var bindings: [Binding]
  private var table: [[Key]: Instruction] = [:]

  /// The keys that ship.
  public static let standard = KeyMap(bindings: StandardKeys.bindings)

  init(bindings: [Binding]) {
    self.bindings = bindings
    for binding in bindings { table[binding.keys] = binding.instruction }
  }

  func answer(to keys: [Key]) -> Answer {
    if let instruction = table[keys] { return .instruction(instruction) }
    let next = bindings.filter { $0.keys.count > keys.count && $0.keys.starts(with: keys) }
    return next.isEmpty ? .nothing : .prefix(next)
  }

  /// The key sequences of an action, the one to be shown first.
  func keys(of instruction: Instruction) -> [[Key]] {
    bindings.filter { $0.instruction == instruction }.map(\.keys)
  }

  func keys(of action: Action) -> [[Key]] { keys(of: Instruction(action)) }

  /// `h`; empty where no key does it.
  func title(of action: Action) -> String { keys(of: action).first?.title ?? "" }
}

// MARK: A person's own keys

extension KeyMap {
  /// One line of a person's key file.
  public struct Setting: Sendable, Equatable {
    /// `m x`
    public var keys: String
    /// `mark-range`, `filter label:health`, or `none`.
    public var command: String
    /// From 1.
    public var line: Int

    public init(keys: String, command: String, line: Int) {
      self.keys = keys
      self.command = command
      self.line = line
    }
  }

  /// The keys that ship with a person's own in their place. Theirs win: a shipped key that one of them begins, or that
  /// begins one of them, is gone.
  public init(_ settings: [Setting]) throws(KeyMapProblems) {
    var problems: [KeyMapProblems.Problem] = []
    var own: [Binding] = []
    var unbound: [[Key]] = []
    for setting in settings {
      guard let keys = Key.sequence(setting.keys) else {
        problems.append(.noKey(setting.keys, line: setting.line))
        continue
      }
      let earlier = settings.prefix { $0.line < setting.line }.last { other in
        Key.sequence(other.keys).map { $0.starts(with: keys) || keys.starts(with: $0) } ?? false
      }
      if let earlier {
        problems.append(.conflict(earlier, setting))
        continue
      }
      if setting.command == "none" {
        unbound.append(keys)
        continue
      }
      switch Instruction.parse(setting.command) {
      case .failure(let problem): problems.append(.command(problem, line: setting.line))
      case .success(let instruction): own.append(Binding(keys: keys, instruction: instruction, line: setting.line))
      }
    }
    let shipped = StandardKeys.bindings.filter { binding in
      !unbound.contains(binding.keys)
        && !own.contains { $0.keys.starts(with: binding.keys) || binding.keys.starts(with: $0.keys) }
    }
    // A person's own come first: they are the ones to be shown.
    let all = own + shipped
    for needed in [Action.quit, .close] where !all.contains(where: { $0.instruction.action == needed }) {
      problems.append(.unreachable(needed))
    }
    guard problems.isEmpty else { throw KeyMapProblems(problems: problems) }
    self.init(bindings: all)
  }
}

/// What is wrong with a person's keys, each with its line.
public struct KeyMapProblems: Error, Sendable, Equatable {
  enum Problem: Sendable, Equatable {
    case noKey(String, line: Int)
    case command(Instruction.Problem, line: Int)
    case conflict(KeyMap.Setting, KeyMap.Setting)
    case unreachable(Action)
  }

  var problems: [Problem]

  /// One line a problem: `FILE:LINE: what is wrong, and what to write`.
  public func message(file: String) -> String {
    problems.map { problem in
      switch problem {
      case .noKey(let keys, let line):
        "\(file):\(line): “\(keys)” is no key: write h, Space, Enter, C-l, F2, PageDown, or several with blanks between"
      case .command(let problem, let line): "\(file):\(line): \(problem.message)"
      case .conflict(let first, let second):
        "\(file):\(second.line): “\(second.keys)” (\(second.command)) clashes with line \(first.line), "
          + "“\(first.keys)” (\(first.command)): one of them could never be pressed"
      case .unreachable(let action):
        "\(file): nothing would be left that does “\(action.rawValue)”: give it a key"
      }
    }.joined(separator: "\n")
  }
}
