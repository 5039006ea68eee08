import Moderation

/// What a policy would have changed on past comments, before anybody adopts it: which flags are shown, what is proposed, and
/// how both agree with what moderators decided. Comments are named by their ids only.
public struct PolicyTrial: Sendable {
  /// How many ids are named beside a count.
  private static let examples = 3

  private let old: Side
  private let new: Side
  private var comments = 0
  private var decided = 0
  private var labels: [Label: LabelChange] = [:]
  private var suggestions: [String: Tally] = [:]
  private var watched: [Int: Tally] = [:]
  private var agreement: [ReasonCode: Agreement] = [:]

  /// A comment that came in once.
  public struct Past: Sendable {
    /// As people name it: the comment's own id.
    public var id: String
    public var text: String
    public var channel: String?
    /// What the classifier finds under the old policy's settings and under the new one's, nothing hidden yet.
    public var oldFlags: [Flag]
    public var newFlags: [Flag]
    /// What was decided about it in the end.
    public var verb: Verb?
    public var reason: ReasonCode?

    public init(
      id: String, text: String, channel: String?, oldFlags: [Flag], newFlags: [Flag], verb: Verb? = nil,
      reason: ReasonCode? = nil
    ) {
      self.id = id
      self.text = text
      self.channel = channel
      self.oldFlags = oldFlags
      self.newFlags = newFlags
      self.verb = verb
      self.reason = reason
    }
  }

  private struct Side: Sendable {
    var policy: AgencyPolicy
    var rules: FlagRules
  }

  private struct Tally: Sendable {
    var count = 0
    var ids: [String] = []

    mutating func add(_ id: String) {
      count += 1
      if ids.count < PolicyTrial.examples { ids.append(id) }
    }
  }

  private struct LabelChange: Sendable {
    var before = 0
    var after = 0
    var shown = Tally()
    var hidden = Tally()
  }

  private struct Agreement: Sendable {
    var count = 0
    var before = 0
    var after = 0
  }

  /// - Parameter day: today where the agency is.
  public init(from old: AgencyPolicy, to new: AgencyPolicy, on day: CivilDate) {
    self.old = Side(policy: old, rules: FlagRules(old.flagging, on: day))
    self.new = Side(policy: new, rules: FlagRules(new.flagging, on: day))
  }

  public mutating func add(_ past: Past) {
    comments += 1
    let before = old.rules.applied(to: past.oldFlags, text: past.text, channel: past.channel)
    let after = new.rules.applied(to: past.newFlags, text: past.text, channel: past.channel)
    for label in Label.allCases {
      let (had, has) = (before.contains { $0.label == label }, after.contains { $0.label == label })
      guard had || has else { continue }
      var change = labels[label] ?? LabelChange()
      change.before += had ? 1 : 0
      change.after += has ? 1 : 0
      if has && !had { change.shown.add(past.id) }
      if had && !has { change.hidden.add(past.id) }
      labels[label] = change
    }
    for (place, entry) in new.policy.flagging.watchedWords.enumerated()
    where after.contains(where: { $0.rule == entry.rule }) {
      watched[place, default: Tally()].add(past.id)
    }
    let (proposed, proposes) = (old.policy.suggestion(for: before), new.policy.suggestion(for: after))
    if proposed != proposes {
      suggestions["\(Self.words(proposed)) → \(Self.words(proposes))", default: Tally()].add(past.id)
    }
    guard let verb = past.verb, let reason = past.reason else { return }
    decided += 1
    var sum = agreement[reason] ?? Agreement()
    sum.count += 1
    sum.before += Self.agrees(proposed, verb, reason) ? 1 : 0
    sum.after += Self.agrees(proposes, verb, reason) ? 1 : 0
    agreement[reason] = sum
  }

  /// Leaving a comment up agrees with whatever proposes nothing that the public would see.
  private static func agrees(_ proposed: [Suggestion], _ verb: Verb, _ reason: ReasonCode) -> Bool {
    verb == .leave
      ? !proposed.contains { $0.verb.changesVisibility }
      : proposed.contains(Suggestion(verb: verb, reason: reason))
  }

  private static func words(_ suggestions: [Suggestion]) -> String {
    suggestions.isEmpty
      ? "nothing" : suggestions.map { "\($0.verb.rawValue) \($0.reason.rawValue)" }.joined(separator: " and ")
  }

  // MARK: Telling

  /// The account, a line a fact.
  public var lines: [String] {
    ["\(comments) comment\(comments == 1 ? "" : "s"), \(decided) decided about"] + flagLines + suggestionLines
      + watchLines
      + agreementLines
  }

  private var flagLines: [String] {
    let rows = Label.allCases.compactMap { label -> String? in
      guard let change = labels[label] else { return nil }
      var line = "  \(Self.padded(label.rawValue, 12))\(change.before) → \(change.after)"
      if change.shown.count > 0 { line += ", \(change.shown.count) more: \(Self.named(change.shown))" }
      if change.hidden.count > 0 { line += ", \(change.hidden.count) not shown: \(Self.named(change.hidden))" }
      return line
    }
    return rows.isEmpty ? ["flags: none"] : ["flags, comments that show one before and after"] + rows
  }

  private var suggestionLines: [String] {
    guard !suggestions.isEmpty else { return ["suggestions: none changes"] }
    let rows = suggestions.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return ["suggestions that change"]
      + rows.map { "  \(Self.padded(String($1.count), 6))\($0): \(Self.named($1))" }
  }

  private var watchLines: [String] {
    let entries = new.policy.flagging.watchedWords
    guard !entries.isEmpty else { return [] }
    return ["watched words"]
      + entries.enumerated().map { place, entry in
        let tally = watched[place] ?? Tally()
        let ids = tally.count == 0 ? "" : ": \(Self.named(tally))"
        return "  \(Self.padded(String(tally.count), 6))\(entry.words.joined(separator: ", "))\(ids)".onOneLine
      }
  }

  private var agreementLines: [String] {
    guard decided > 0 else { return [] }
    let (before, after) = agreement.values.reduce((0, 0)) { ($0.0 + $1.before, $0.1 + $1.after) }
    let rows = agreement.filter { $0.value.before != $0.value.after }.sorted { $0.key < $1.key }.map { code, sum in
      "  \(Self.padded(code.rawValue, 18))\(sum.before) → \(sum.after) of \(sum.count)"
    }
    return ["agrees with what was decided: \(before) → \(after) of \(decided)"] + rows
  }

  private static func named(_ tally: Tally) -> String {
    (tally.ids + (tally.count > tally.ids.count ? ["…"] : [])).joined(separator: ", ").onOneLine
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
