import Casework
import Moderation

extension Desk {
  /// What the next on call has to know, from the desk as it is: what waits, what is due, and what happened since a time.
  ///
  /// Comments are named by their own ids and authors by their aliases; what anybody wrote stays where it is.
  public func handover(for person: String? = nil, since: Timestamp) throws(DeskError) -> HandoverSheet {
    guard let bench else { throw .readOnly(path: path) }
    let escalations = try escalations(limit: 10_000)
    let cases = try cases(CaseQuery(limit: 10_000))
    let threads = try watchedThreads()
    return try store.read { desk in
      HandoverSheet(
        agency: bench.policy.agency, person: person, at: bench.now, since: since,
        escalations: escalations.map { Self.line($0, now: bench.now) },
        clocks: cases.map(Self.line),
        held: try held(desk), threads: try threads.map { try Self.line($0, desk) }, happened: try happened(since, desk))
    }
  }

  private static func line(_ entry: EscalationEntry, now: Timestamp) -> HandoverSheet.Line {
    let escalation = entry.escalation
    let subject = [escalation.caseID, entry.externalID, escalation.channel].compactMap { $0 }.joined(separator: " ")
    let left: String
    switch escalation.state {
    case .acknowledged: left = "acknowledged"
    case .raised: left = CaseClocks.byTheHour(escalation.due, now).text
    case .lapsed: left = "lapsed, nobody above"
    case .resolved, .withdrawn: left = escalation.state.rawValue
    }
    let who = [escalation.acknowledgedBy ?? escalation.person, escalation.role].compactMap { $0 }
    return HandoverSheet.Line(
      id: escalation.id, what: "\(escalation.level.rawValue) \(subject)", left: left, isOverdue: entry.isOverdue,
      who: who.joined(separator: ", ") + (entry.contact.isEmpty ? "" : " (\(entry.contact))"))
  }

  private static func line(_ row: CaseRow) -> HandoverSheet.Line {
    let subject = [row.file.kind.title, row.file.state.replacing("_", with: " "), row.alias].compactMap { $0 }
    let clock = row.due.map { " \($0.clock.rawValue) \($0.deadline.due.iso8601)" } ?? ""
    return HandoverSheet.Line(
      id: row.file.id, what: subject.joined(separator: ", ") + clock, left: row.left.text,
      isOverdue: row.left.isOverdue, who: [row.file.person, row.file.role].compactMap { $0 }.joined(separator: ", "))
  }

  private static func line(_ entry: NoteEntry, _ desk: any DeskReader) throws -> HandoverSheet.Line {
    let id = try desk.located(nil, or: [entry.note.item]).first?.externalID
    return HandoverSheet.Line(
      id: entry.note.id, what: "the thread of \(id ?? "a comment") on \(entry.note.channel ?? "")", who: entry.note.by)
  }

  /// Items that wait for somebody who was asked, or for a second person, and those that are held back.
  private func held(_ desk: any DeskReader) throws -> [HandoverSheet.Line] {
    var lines: [HandoverSheet.Line] = []
    for row in try desk.page(QueueQuery(.escalated), .all, forward: true, limit: 500, asking(nil)).rows {
      guard let known = try desk.find(row.item) else { continue }
      guard try desk.escalations(of: row.item).allSatisfy(\.isClosed) else { continue }
      lines.append(
        HandoverSheet.Line(
          id: try desk.located(nil, or: [row.item]).first?.externalID ?? row.item.rawValue,
          what: "\(known.standing.state.visibility.rawValue), asked, on \(known.channel)",
          who: known.standing.escalatedTo ?? ""))
    }
    for row in try desk.page(QueueQuery(.queue), .all, forward: true, limit: 500, asking(nil)).rows
    where row.state.stage == .proposed {
      lines.append(
        HandoverSheet.Line(
          id: try desk.located(nil, or: [row.item]).first?.externalID ?? row.item.rawValue,
          what: "waits for a second person, on \(row.channel)"))
    }
    return lines
  }

  /// How much of what there was since a time, the commonest first.
  private func happened(_ since: Timestamp, _ desk: any DeskReader) throws -> [String] {
    var counts: [String: Int] = [:]
    var before: Int64?
    reading: while true {
      let page = try desk.events(before: before, limit: 500)
      for event in page {
        if event.at < since { break reading }
        counts[Self.kind(of: event), default: 0] += event.type == .imported ? event.imported?.new ?? 0 : 1
      }
      guard let last = page.last else { break }
      before = last.sequence
    }
    return counts.filter { $0.value > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      "\($0.value) \($0.key)"
    }
  }

  private static func kind(of event: Event) -> String {
    switch event.type {
    case .decided: event.verb?.pastTense ?? "decided"
    case .imported: "comments came in"
    case .caseStep: "case: \((event.step ?? "").replacing("_", with: " "))"
    case .escalationStep: "escalation: \((event.step ?? "").replacing("_", with: " "))"
    default: event.type.rawValue.replacing("_", with: " ")
    }
  }
}
