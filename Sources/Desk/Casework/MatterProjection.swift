import Casework
import Moderation

/// What a matter's events make of its row: the one rule behind the view, when it is written and when it is made anew.
enum MatterProjection {
  /// Nil for events that open nothing.
  static func row(_ id: String, _ events: [Event]) -> MatterRow? {
    guard let first = events.first, let last = events.last else { return nil }
    var row: MatterRow?
    switch first.type {
    case .caseStep:
      row = CaseFile.folded(events).map { file in
        MatterRow(
          id: id, kind: .requestCase, state: file.state, isClosed: file.isClosed, channel: file.channel,
          due: file.isClosed ? nil : file.nextDeadline?.until, role: file.role, person: file.person,
          opened: file.opened, last: file.last, items: file.items)
      }
    case .escalationStep:
      row = Escalation.folded(events).map { escalation in
        MatterRow(
          id: id, kind: .escalation, state: escalation.state.rawValue, isClosed: escalation.isClosed,
          channel: escalation.channel, due: escalation.nextDue, role: escalation.role, person: escalation.person,
          opened: escalation.raised, last: escalation.last, items: escalation.item.map { [$0] } ?? [])
      }
    case .noted:
      row = Note.folded(events).map { note in
        MatterRow(
          id: id, kind: .note, state: note.state, isClosed: note.isDropped, channel: note.channel, due: note.until,
          role: nil, person: nil, opened: note.opened, last: note.last, items: [note.item])
      }
    case .replyStep:
      row = Reply.folded(events).map { reply in
        MatterRow(
          id: id, kind: .reply, state: reply.state.rawValue, isClosed: reply.state == .exported,
          channel: reply.channel, due: nil, role: nil, person: nil, opened: reply.opened, last: reply.last,
          items: reply.item.map { [$0] } ?? [])
      }
    case .recordStep:
      row = RecordFile.folded(events).map { record in
        MatterRow(
          id: id, kind: .record, state: record.state.rawValue, isClosed: record.isClosed, channel: record.channel,
          due: nil, role: nil, person: record.capturedBy, opened: record.captured, last: record.last,
          items: record.items)
      }
    case .holdStep:
      row = LegalHold.folded(events).map { hold in
        MatterRow(
          id: id, kind: .hold, state: hold.isLifted ? LegalHold.liftedStep : LegalHold.placedStep,
          isClosed: hold.isLifted, channel: hold.scope.channel, due: nil, role: nil, person: hold.placedBy,
          opened: hold.placed, last: hold.last, items: hold.scope.items)
      }
    case .deskCreated, .imported, .decided, .undone, .refused, .proposed, .batch, .reopened, .exported, .applied,
      .reconciled, .unmasked, .revealed, .policyAdopted, .accounted, .sheetWritten, .sealed, .backedUp, .restored,
      .migrated, .playbookStep, .disposed, .gathered:
      break
    }
    // What belongs to it without moving it (a note, a step of its playbook) is its last event all the same.
    row?.last = last.sequence
    return row
  }
}

extension DeskWriter {
  /// Writes an event of a matter, and where the matter stands after it.
  func append(_ event: Event, ofMatter id: String) throws -> Event {
    var event = event
    event.matter = id
    event = try append(event)
    if let row = MatterProjection.row(id, try history(ofMatter: id)) { try keep(row) }
    return event
  }
}

extension DeskBench {
  /// The next free id of a kind, in the year that it is in the agency's zone: `C-2026-0007`.
  func nextID(of kind: MatterKind, _ desk: any DeskReader) throws -> String {
    let prefix = "\(kind.letter)-\(today().year)"
    let digits = String(try desk.nextMatterNumber(prefix))
    return "\(prefix)-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
