/// A stack of conditions, each switched on or off: what is shown is what all that are on let through.
///
/// ```swift
/// var filter = try QueueFilter("label:health score>0.8")
/// filter.push(try QueueFilter("age<2h"))
/// filter.toggle(2)
/// filter.text  // label:health off(score>0.8) age<2h
/// ```
/// Conditions are numbered from 1. `text` is what is saved, logged and shown: it reads back as the same value.
public struct QueueFilter: Sendable, Hashable {
  public private(set) var entries: [Entry]

  public struct Entry: Sendable, Hashable {
    public var condition: FilterCondition
    public var isOn: Bool

    public init(_ condition: FilterCondition, isOn: Bool = true) {
      self.condition = condition.canonical
      self.isOn = isOn
    }

    /// Its own words: `score>0.8`, whether it is on or not.
    public var text: String { QueryText.outermost(condition, alone: true) }
  }

  public init(_ entries: [Entry] = []) { self.entries = entries }

  /// The conditions that a text in the query language says; none for an empty one.
  public init(_ text: String) throws(QueryError) { entries = try QueryParser.parse(text) }

  public var isEmpty: Bool { entries.isEmpty }

  /// What is let through; nil when nothing is kept back, because there is nothing in the stack or nothing in it is on.
  public var condition: FilterCondition? {
    let on = entries.filter(\.isOn).map(\.condition)
    return on.isEmpty ? nil : on.count == 1 ? on[0] : .all(on)
  }

  /// Whether a condition that is on asks where items stand: a list of open items alone would not answer it.
  public var asksForState: Bool {
    (condition?.tests ?? []).contains { test in
      switch test {
      case .state, .stage: true
      default: false
      }
    }
  }

  /// In the query language.
  public var text: String {
    entries.map { entry in
      entry.isOn
        ? QueryText.outermost(entry.condition, alone: entries.count == 1) : "off(\(QueryText.text(entry.condition)))"
    }.joined(separator: " ")
  }

  // MARK: The stack

  /// Puts the conditions of another on top. One that is there already is switched on rather than put there twice.
  public mutating func push(_ other: QueueFilter) {
    for entry in other.entries {
      if let index = entries.firstIndex(where: { $0.condition == entry.condition }) {
        entries[index].isOn = entry.isOn
      } else {
        entries.append(entry)
      }
    }
  }

  /// Takes the topmost condition off; nil when there is none.
  @discardableResult
  public mutating func pop() -> Entry? { entries.popLast() }

  /// Takes a condition out by its number, from 1; nil when there is none of that number.
  @discardableResult
  public mutating func remove(_ number: Int) -> Entry? {
    entries.indices.contains(number - 1) ? entries.remove(at: number - 1) : nil
  }

  /// Switches a condition on or off by its number, from 1.
  public mutating func toggle(_ number: Int) {
    if entries.indices.contains(number - 1) { entries[number - 1].isOn.toggle() }
  }

  /// Switches all of them off, or all on when none is.
  public mutating func toggleAll() {
    let turnOn = !entries.contains(where: \.isOn)
    for index in entries.indices { entries[index].isOn = turnOn }
  }
}
