/// Something wrong with a policy file: where, what, and what to write instead.
public struct PolicyProblem: Error, Sendable, Equatable, CustomStringConvertible {
  public var file: String
  /// From 1; nil when it is the file as a whole.
  public var line: Int?
  public var problem: Problem

  public init(file: String, line: Int?, problem: Problem) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  public enum Problem: Sendable, Equatable {
    case unreadable(String)
    case syntax(String)
    case missing(key: String, in: String)
    case wrongType(key: String, expected: String)
    case unknownWord(key: String, found: String, allowed: [String])
    case unknownKey(String, in: String, allowed: [String])
    case duplicate(kind: String, name: String)
    case noVerbs(reason: String)
    case unknownReason(String)
    case suggestionNotAllowed(reason: String, verb: String, allowed: [String])
    case unknownRole(String, known: [String])
    case unknownZone(String)
  }

  /// `FILE:LINE: what is wrong; what to write`.
  public var description: String {
    (line.map { "\(file):\($0): " } ?? "\(file): ") + message
  }

  private var message: String {
    switch problem {
    case .unreadable(let why):
      return "cannot be read: \(why)"
    case .syntax(let why):
      return "not TOML: \(why)"
    case .missing(let key, let table):
      return "\(table) lacks \(key); add \(key) = …"
    case .wrongType(let key, let expected):
      return "\(key) must be \(expected)"
    case .unknownWord(let key, let found, let allowed):
      return "\(key) cannot be \"\(found)\"; write one of \(allowed.joined(separator: ", "))"
    case .unknownKey(let key, let table, let allowed):
      return "\(table) has no key \(key); it takes \(allowed.joined(separator: ", "))"
    case .duplicate(let kind, let name):
      return "the \(kind) \(name) is there twice; remove one or rename it"
    case .noVerbs(let reason):
      return "\(reason) allows no verb; write verbs = [\"leave\"] or what it is for"
    case .unknownReason(let code):
      return "there is no [[reason]] with code \"\(code)\"; add it, or name another"
    case .suggestionNotAllowed(let reason, let verb, let allowed):
      return "\(reason) does not allow \(verb); write one of \(allowed.joined(separator: ", "))"
    case .unknownRole(let role, let known):
      return "there is no [[role]] named \"\(role)\"; there is \(known.joined(separator: ", "))"
    case .unknownZone(let zone):
      return "zone \"\(zone)\" is not an IANA name; write one like \"Pacific/Auckland\""
    }
  }
}

/// Everything that is wrong with one file, in file order.
public struct PolicyProblems: Error, Sendable, Equatable, CustomStringConvertible {
  public var problems: [PolicyProblem]

  public init(_ problems: [PolicyProblem]) { self.problems = problems }

  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
