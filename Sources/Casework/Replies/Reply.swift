import Moderation

/// A draft on its way out, as its events tell it. Its words are in the vault.
public struct Reply: Sendable, Equatable {
  /// `P-2026-0004`.
  public var id: String
  public var item: ItemID?
  public var channel: String?
  /// `ask-address@1`; nil for words of one's own.
  public var template: String?
  public var language: String
  public var isPublic: Bool
  public var writer: String
  /// Key of its words in the vault.
  public var words: String
  /// How many gaps are left.
  public var missing: Int
  public var blocked: [ReplyRule]
  public var warned: [ReplyRule]
  /// Whether its template, or the policy for words of one's own, takes a second person.
  public var needsApproval: Bool
  public var approver: String?
  public var state: State
  /// Sequences of its first event and of its last.
  public var opened: Int64
  public var last: Int64

  public enum State: String, Sendable { case drafted, approved, exported }

  /// What a step of a reply's life is called in its events.
  public enum Step: String, CaseIterable, Sendable { case drafted, checked, approved, exported }

  /// A reply from its events, oldest first; nil where they begin none.
  public static func folded(_ events: [Event]) -> Reply? {
    guard let first = events.first, first.type == .replyStep, first.step == Step.drafted.rawValue,
      let id = first.matter, let words = first.rationale
    else { return nil }
    let details = ReplyDetails(first.details)
    var reply = Reply(
      id: id, item: first.item, channel: first.channel, template: details["template"],
      language: details["language"] ?? "", isPublic: details["public"] != "no", writer: first.actor, words: words,
      missing: details["missing"].flatMap { Int($0) } ?? 0, blocked: details.rules("blocked"),
      warned: details.rules("warned"), needsApproval: details["approval"] == "yes", state: .drafted,
      opened: first.sequence, last: first.sequence)
    for event in events.dropFirst() where event.type == .replyStep {
      reply.last = event.sequence
      switch event.step.flatMap(Step.init(rawValue:)) {
      case .checked:
        let details = ReplyDetails(event.details)
        let blocked = details.rules("blocked")
        if !Set(blocked).isSubset(of: reply.blocked), reply.state == .approved {
          // Whoever approved it did not approve this.
          reply.state = .drafted
          reply.approver = nil
        }
        reply.blocked = blocked
        reply.warned = details.rules("warned")
      case .approved:
        reply.state = .approved
        reply.approver = event.actor
      case .exported: reply.state = .exported
      case .drafted, nil: break
      }
    }
    return reply
  }

  /// Why a person may not approve it; nil when they may.
  ///
  /// - Parameter namesPeople: whether the policy names people: without that nobody could be told from the writer.
  public func refusalOfApproval(
    by actor: String, reason: String?, under policy: ReplyPolicy, namesPeople: Bool
  ) -> ReplyRefusal? {
    if state == .exported { return .alreadyOut(id) }
    let isSecondNeeded = needsApproval || (!blocked.isEmpty && policy.overrideNeedsSecondPerson)
    if isSecondNeeded, namesPeople, actor == writer { return .approverMustDiffer(writer: writer) }
    if !blocked.isEmpty, (reason ?? "").allSatisfy(\.isWhitespace) { return .reasonMissing(blocked) }
    return nil
  }

  /// Why it may not leave; nil when it may. An approval overrides what the guard found, gaps are never overridden.
  public func refusalOfExport(missing gaps: [String]) -> ReplyRefusal? {
    if state == .exported { return .alreadyOut(id) }
    if missing > 0 { return .gaps(gaps) }
    if state == .approved { return nil }
    if !blocked.isEmpty { return .blocked(blocked) }
    return needsApproval ? .approvalMissing(writer: writer) : nil
  }
}

/// `key=value` of a reply's events: ids, codes and counts, never a word.
public struct ReplyDetails: Sendable {
  private var values: [String: String] = [:]

  public init(_ details: [String]) {
    for detail in details {
      guard let equals = detail.firstIndex(of: "=") else { continue }
      values[String(detail[..<equals])] = String(detail[detail.index(after: equals)...])
    }
  }

  public subscript(key: String) -> String? { values[key] }

  func rules(_ key: String) -> [ReplyRule] {
    (values[key] ?? "").split(separator: ",").compactMap { ReplyRule(rawValue: String($0)) }
  }

  /// What the guard found, for an event.
  public static func findings(_ findings: [GuardFinding]) -> [String] {
    let warned = ReplyRule.allCases.filter { rule in findings.contains { $0.rule == rule && $0.level == .warn } }
    return [("blocked", findings.blocking), ("warned", warned)].compactMap { key, rules in
      rules.isEmpty ? nil : "\(key)=" + rules.map(\.rawValue).joined(separator: ",")
    }
  }
}
