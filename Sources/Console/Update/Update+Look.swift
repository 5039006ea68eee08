import Moderation

extension ConsoleState {
  /// Closer looks at the comment under the cursor.
  mutating func look(_ action: Action, _ surroundings: Surroundings) -> [Command] {
    guard let detail, queue.current?.item == detail.item else { return [] }
    switch action {
    case .why: return [.explain(detail.text, for: detail.item)]
    case .unmask: return unmask(detail, surroundings)
    case .policyText:
      let proposed = surroundings.policy.suggestion(for: detail.flags).first?.reason
      let decided = detail.history.last { $0.type == .decided }?.reasons.first
      guard let code = proposed ?? decided.map({ ReasonCode(String($0.prefix { $0 != "@" })) }) else {
        return say(.problem("Nothing is suggested or decided here that a reason stands behind."))
      }
      overlay = .page(TextPage(kind: .policy(code)))
    case .thread:
      guard detail.thread.count > 1 else { return say(.problem("This comment is alone in its conversation.")) }
      overlay = .page(TextPage(kind: .thread))
    case .versions:
      guard !detail.earlier.isEmpty else { return say(.problem("This comment was not edited.")) }
      overlay = .page(TextPage(kind: .versions))
    case .note: overlay = .note(NoteDialog(item: detail.item))
    case .raw: overlay = .page(TextPage(kind: .raw))
    default: break
    }
    return []
  }

  /// Shows the masked words of the item under the cursor, once it is in the ledger that somebody asked for them.
  private mutating func unmask(_ detail: ItemDetail, _ surroundings: Surroundings) -> [Command] {
    guard !surroundings.care.masked(detail.flags).isEmpty else {
      return say(.problem("Nothing is masked in this comment."))
    }
    if unmasked || unmaskedBefore.contains(detail.item) {
      unmasked.toggle()
      let key = surroundings.keys.title(of: .unmask)
      return say(.done(unmasked ? "Masked words are shown. \(key) masks them again." : "Distressing words are masked."))
    }
    if let refusal = surroundings.rights(at: now).refusal(of: .unmask, on: detail.channel) {
      return say(.problem("Not allowed: \(refusal.message)."))
    }
    return [.noteUnmasked(detail.item)]
  }
}
