import Casework
import Moderation

extension Desk {
  /// The playbook of a case or an escalation as it has been walked so far; nil where the policy has none for it.
  public func playbook(of id: String) throws(DeskError) -> PlaybookWalk? {
    guard let bench else { return nil }
    return try store.read { try bench.walk(id, $0) }
  }

  /// Marks a step of a playbook as done, or as left out with a reason.
  @discardableResult
  public func mark(
    _ step: String, ofPlaybookFor id: String, isDone: Bool, words: String? = nil, by user: UserName
  ) throws(CommitError) -> Event {
    try committing { desk, bench in
      let row = try desk.matter(id)
      return try bench.present(user, desk, on: row?.channel, "a playbook") { authority in
        guard let row else { return .failure(.casework(.matterUnknown)) }
        guard let walk = try bench.walk(id, desk) else { return .failure(.casework(PlaybookRefusal.none.refusal)) }
        if let refusal = walk.refusal(of: step, isDone: isDone, words: words) {
          return .failure(.casework(refusal.refusal))
        }
        var event = bench.event(.playbookStep, by: authority)
        event.channel = row.channel
        event.cause = row.opened
        event.step = isDone ? PlaybookWalk.done : PlaybookWalk.skipped
        event.details = ["playbook=\(walk.playbook.id)", "item=\(step)"]
        if let words, words.contains(where: { !$0.isWhitespace }) { event.rationale = try desk.keepRationale(words) }
        return .success(try desk.append(event, ofMatter: id))
      }
    }
  }
}

extension DeskBench {
  func walk(_ id: String, _ desk: any DeskReader) throws -> PlaybookWalk? {
    let events = try desk.history(ofMatter: id)
    let level = Escalation.folded(events)?.level
    return PlaybookWalk.playbook(reasons: events.first?.reasons ?? [], level: level, policy.casework)
      .map { PlaybookWalk($0, events) }
  }
}
