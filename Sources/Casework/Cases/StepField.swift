import Moderation

/// One thing that a step of a case asks for: what it is called, what it takes, and whether it may be left out.
public struct StepField: Sendable, Equatable {
  public var name: Name
  /// As a form would label it: "the day it is extended to".
  public var title: String
  public var kind: Kind
  public var isRequired: Bool

  init(_ name: Name, _ kind: Kind, _ title: String, required: Bool = false) {
    self.name = name
    self.title = title
    self.kind = kind
    isRequired = required
  }

  /// The keys of an event's details, of the command line and of a form.
  public enum Name: String, CaseIterable, Sendable {
    /// When it happened, as a day or to the minute; the event has when the desk learned of it.
    case on, at
    case words
    case parts, part, outcome, grounds
    case weighed = "public_interest_weighed"
    case to, reason, body, mode, address, regime, basis, amended
    case reviewRight = "review_right_stated"
    case about, harm, people, notifiable, whom, valid, hidden, consents, role, person, comment, by
  }

  public enum Kind: Sendable, Equatable {
    case day
    case moment
    /// Free text: into the vault, its key into the event.
    case words
    /// Several free texts.
    case texts
    case choice([String])
    case yesOrNo
    case number
    /// Codes of a regime's grounds.
    case codes
    /// An id that the policy or the desk knows: a role, a person, a regime, a comment.
    case id
  }
}

/// What somebody gave for a field.
public enum StepValue: Sendable, Equatable {
  case day(CivilDate)
  case moment(Timestamp)
  case words(String)
  case texts([String])
  /// A choice or an id.
  case word(String)
  case yesOrNo(Bool)
  case number(Int)
  case codes([String])
}

/// A step as somebody means to take it.
public struct StepEntry: Sendable, Equatable {
  public var step: CaseStep
  public var values: [StepField.Name: StepValue]

  public init(_ step: CaseStep, _ values: [StepField.Name: StepValue] = [:]) {
    self.step = step
    self.values = values
  }

  func day(_ name: StepField.Name) -> CivilDate? {
    if case .day(let day)? = values[name] { day } else { nil }
  }
  func moment(_ name: StepField.Name) -> Timestamp? {
    if case .moment(let moment)? = values[name] { moment } else { nil }
  }
  func words(_ name: StepField.Name = .words) -> String? {
    if case .words(let words)? = values[name], words.contains(where: { !$0.isWhitespace }) { words } else { nil }
  }
  func texts(_ name: StepField.Name) -> [String] {
    if case .texts(let texts)? = values[name] { texts } else { [] }
  }
  func word(_ name: StepField.Name) -> String? {
    if case .word(let word)? = values[name] { word } else { nil }
  }
  func yes(_ name: StepField.Name) -> Bool? {
    if case .yesOrNo(let yes)? = values[name] { yes } else { nil }
  }
  func number(_ name: StepField.Name) -> Int? {
    if case .number(let number)? = values[name] { number } else { nil }
  }
  func codes(_ name: StepField.Name) -> [String] {
    if case .codes(let codes)? = values[name] { codes } else { [] }
  }
}

/// The details of an event: `key=value` entries, in order.
public struct StepDetails: Sendable, Equatable {
  /// Marks a value as the key of words in the vault.
  public static let vaultMark = "vault:"

  private let entries: [(name: Substring, value: Substring)]

  public init(_ details: [String]) {
    entries = details.compactMap { entry in
      entry.firstIndex(of: "=").map { (entry[..<$0], entry[entry.index(after: $0)...]) }
    }
  }

  public static func == (a: StepDetails, b: StepDetails) -> Bool {
    a.entries.elementsEqual(b.entries) { $0 == $1 }
  }

  /// The first value of a key.
  public subscript(_ key: String) -> String? { entries.first { $0.name == key }.map { String($0.value) } }

  public func all(_ key: String) -> [String] { entries.filter { $0.name == key }.map { String($0.value) } }

  subscript(_ name: StepField.Name) -> String? { self[name.rawValue] }

  func day(_ name: StepField.Name) -> CivilDate? { self[name].flatMap { CivilDate($0) } }
  func moment(_ name: StepField.Name) -> Timestamp? { moment(name.rawValue) }
  func number(_ name: StepField.Name) -> Int? { self[name].flatMap { Int($0) } }
  func yes(_ name: StepField.Name) -> Bool? { self[name].map { $0 == "yes" } }
  func codes(_ name: StepField.Name) -> [String] {
    self[name]?.split(separator: " ").map(String.init) ?? []
  }

  func moment(_ key: String) -> Timestamp? {
    self[key].flatMap { Int64($0) }.map { Timestamp(milliseconds: $0) }
  }

  /// The keys of words in the vault, in order.
  public var vaultKeys: [String] {
    entries.compactMap { $0.value.hasPrefix(Self.vaultMark) ? String($0.value.dropFirst(Self.vaultMark.count)) : nil }
  }

  /// The same, but for those of one field.
  func vaultKeys(except name: StepField.Name) -> [String] {
    StepDetails(entries.filter { $0.name != name.rawValue }.map { "\($0.name)=\($0.value)" }).vaultKeys
  }

  /// The key of a field's words in the vault.
  public func vaultKey(_ name: StepField.Name) -> String? {
    self[name].flatMap { $0.hasPrefix(Self.vaultMark) ? String($0.dropFirst(Self.vaultMark.count)) : nil }
  }

  /// How a value that is no words is written; nil for words, which go to the vault.
  static func text(_ value: StepValue) -> String? {
    switch value {
    case .day(let day): day.description
    case .moment(let moment): String(moment.milliseconds)
    case .words, .texts: nil
    case .word(let word): word
    case .yesOrNo(let yes): yes ? "yes" : "no"
    case .number(let number): String(number)
    case .codes(let codes): codes.joined(separator: " ")
    }
  }
}
