import Casework
import Moderation

/// A reply with its words, as a screen shows it.
public struct ReplyEntry: Sendable, Equatable {
  public var reply: Reply
  /// Nil once they have been disposed of.
  public var text: String?
}

extension Desk {
  /// Keeps a draft and what the guard says of it. The words go to the vault; the event has ids and counts.
  ///
  /// - Parameters:
  ///   - item: the comment that it answers; nil for a post of its own.
  ///   - personal: what the classifier takes for personal details in the draft's text.
  /// - Returns: the reply and what the guard found, blocking or not.
  @discardableResult
  public func draftReply(
    _ draft: ReplyDraft, about item: ItemID?, personal: [Span] = [], by user: UserName
  ) throws(CommitError) -> (reply: Reply, findings: [GuardFinding]) {
    try committing { desk, bench in
      let known = try item.flatMap { try desk.find($0) }
      return try bench.allowed(.reply, user, desk, on: known?.channel) { authority in
        if let item, known == nil { return .failure(.itemUnknown(item)) }
        let findings = ReplyGuard(bench.policy).check(draft.text, personal: personal)
        var event = bench.event(.replyStep, by: authority)
        if let known { event.describe(known, try desk.evidence(of: known)) }
        event.step = Reply.Step.drafted.rawValue
        event.rationale = try desk.keepRationale(draft.text)
        event.details =
          (draft.template.map { ["template=\($0)@\(draft.version)"] } ?? []) + ["language=\(draft.language)"]
          + (draft.isPublic ? [] : ["public=no"]) + (draft.isComplete ? [] : ["missing=\(draft.missing.count)"])
          + (draft.needsApproval ? ["approval=yes"] : []) + ReplyDetails.findings(findings)
        let id = try bench.nextID(of: .reply, desk)
        event = try desk.append(event, ofMatter: id)
        guard let reply = Reply.folded(try desk.history(ofMatter: id)) else {
          return .failure(ReplyRefusal.unknown(id).refusal)
        }
        return .success((reply, findings))
      }
    }
  }

  /// Checks a kept draft again, as the rules are now, and writes down what came of it.
  @discardableResult
  public func checkReply(
    _ id: String, personal: [Span] = [], by user: UserName
  ) throws(CommitError) -> [GuardFinding] {
    try stepping(id, .reply, by: user) { reply, text, _, bench, event -> Result<[GuardFinding], ReplyRefusal> in
      guard reply.state != .exported else { return .failure(.alreadyOut(id)) }
      let findings = ReplyGuard(bench.policy).check(text, personal: personal)
      event.step = Reply.Step.checked.rawValue
      event.details = ReplyDetails.findings(findings)
      return .success(findings)
    }
  }

  /// Lets a draft leave: as the second person where one is needed, and with a reason where the guard holds it back.
  public func approveReply(_ id: String, reason: String?, by user: UserName) throws(CommitError) {
    try stepping(id, .reply, by: user) { reply, _, desk, bench, event -> Result<Void, ReplyRefusal> in
      let policy = bench.policy
      let refusal = reply.refusalOfApproval(
        by: event.actor, reason: reason, under: policy.casework.replies, namesPeople: policy.namesPeople)
      if let refusal { return .failure(refusal) }
      event.step = Reply.Step.approved.rawValue
      event.rationale = try reason.map { try desk.keepRationale($0) }
      event.details = reply.blocked.isEmpty ? [] : ["override=" + reply.blocked.map(\.rawValue).joined(separator: ",")]
      return .success(())
    }
  }

  /// Gives out a draft's words for posting, once. docket posts nothing itself.
  public func exportReply(_ id: String, by user: UserName) throws(CommitError) -> String {
    try stepping(id, .reply, by: user) { reply, text, _, _, event -> Result<String, ReplyRefusal> in
      let gaps = ReplyTemplate.gaps(in: text) + ReplyTemplate.fills(in: text).map { "{\($0)}" }
      if let refusal = reply.refusalOfExport(missing: gaps) { return .failure(refusal) }
      event.step = Reply.Step.exported.rawValue
      return .success(text)
    }
  }

  /// A reply with its words; nil where the desk has none of that id.
  public func reply(_ id: String) throws(DeskError) -> ReplyEntry? { try store.read { try $0.replyEntry(id) } }

  /// The replies to a comment, oldest first.
  public func replies(to item: ItemID) throws(DeskError) -> [ReplyEntry] {
    try store.read { desk in
      try desk.matters(of: item).filter { $0.kind == .reply }.compactMap { try desk.replyEntry($0.id) }
    }
  }

  /// What every later step has in common: the reply, its words, the right, and an event of it.
  private func stepping<Value>(
    _ id: String, _ permission: Permission, by user: UserName,
    _ body: (Reply, String, any DeskWriter, DeskBench, inout Event) throws -> Result<Value, ReplyRefusal>
  ) throws(CommitError) -> Value {
    try committing { desk, bench in
      let entry = try desk.replyEntry(id)
      return try bench.allowed(permission, user, desk, on: entry?.reply.channel) { authority in
        guard let entry else { return .failure(ReplyRefusal.unknown(id).refusal) }
        guard let text = entry.text else { return .failure(ReplyRefusal.wordsGone(id).refusal) }
        var event = bench.event(.replyStep, by: authority)
        event.item = entry.reply.item
        event.channel = entry.reply.channel
        event.cause = entry.reply.opened
        switch try body(entry.reply, text, desk, bench, &event) {
        case .failure(let refusal): return .failure(refusal.refusal)
        case .success(let value):
          _ = try desk.append(event, ofMatter: id)
          return .success(value)
        }
      }
    }
  }
}

extension DeskReader {
  fileprivate func replyEntry(_ id: String) throws -> ReplyEntry? {
    guard let reply = Reply.folded(try history(ofMatter: id)) else { return nil }
    return ReplyEntry(reply: reply, text: try rationale(reply.words))
  }
}
