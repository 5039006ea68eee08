import Casework
import Desk
import Moderation

extension CaseLines {
  static func json(_ row: CaseRow) -> JSONText {
    let file = row.file
    var line = JSONText()
    line.add("id", file.id)
    line.add("kind", file.kind.rawValue)
    line.add("state", file.state)
    line.add("closed", file.isClosed)
    line.add("regime", file.regime.isEmpty ? nil : file.regime)
    line.add("channel", file.channel)
    line.add("comment", row.externalID)
    line.add("alias", row.alias)
    line.add("posted", file.dates.posted?.iso8601())
    line.add("received", file.dates.received.iso8601())
    line.add("received_by", file.dates.basis.rawValue)
    line.add("noticed", file.dates.noticed.iso8601())
    line.add("recognised", file.dates.recognised.iso8601())
    line.add("clock", row.due?.clock.rawValue)
    line.add("due", row.due?.deadline.due.iso8601)
    line.add("left", row.left.text)
    line.add("overdue", row.left.isOverdue)
    line.add("days", row.left.days)
    line.add("role", file.role)
    line.add("person", file.person)
    return line
  }

  static func json(_ detail: CaseDetail) -> JSONText {
    var line = json(detail.row)
    line.add("words", detail.verbatim)
    line.add("text_sha256", detail.file.textSHA256)
    line.add("eligibility", detail.file.request?.eligibility.rawValue)
    line.addRaw("parts", detail.parts.isEmpty ? nil : JSONText.array(detail.parts.map { json($0).object }))
    line.addRaw("deadlines", JSONText.array(detail.file.deadlines.map { json($0).object }))
    line.addRaw("story", JSONText.array(detail.story.map { json($0).object }))
    line.addRaw(
      "escalations",
      detail.escalations.isEmpty ? nil : JSONText.array(detail.escalations.map { EscalationLines.json($0).object }))
    line.addRaw("next", JSONText.array(detail.options.map { json($0).object }))
    return line
  }

  static func json(_ part: CaseDetail.Part) -> JSONText {
    var line = JSONText()
    line.add("part", part.part.number)
    line.add("words", part.words)
    line.add("outcome", part.part.outcome?.rawValue)
    line.add("grounds", part.part.grounds)
    line.add("public_interest_weighed", part.part.grounds.isEmpty ? nil : part.part.isWeighed)
    line.add("why", part.why)
    line.add("decided_by", part.part.decidedBy)
    return line
  }

  static func json(_ deadline: CaseDeadline) -> JSONText {
    var line = JSONText()
    line.add("clock", deadline.clock.rawValue)
    line.add("due", deadline.deadline.due.iso8601)
    line.add("until", deadline.until.iso8601())
    line.add("other_reading", deadline.isOtherReading ? true : nil)
    line.add("open", deadline.isOpen)
    line.add("met", deadline.metAt?.iso8601())
    line.add("late", deadline.metAt == nil ? nil : deadline.wasLate)
    line.add("sentence", deadline.deadline.sentence)
    line.addRaw("counted", deadline.deadline.json)
    return line
  }

  static func json(_ entry: CaseDetail.StoryEntry) -> JSONText {
    var line = JSONText()
    line.add("seq", entry.line.sequence)
    line.add("at", entry.line.at.iso8601())
    line.add("on", entry.line.on?.description)
    line.add("who", entry.line.who)
    line.add("text", entry.line.text)
    line.add("late", entry.line.isLate ? true : nil)
    line.add("words", entry.words.compactMap { $0 })
    line.add("has_address", entry.line.hasAddress ? true : nil)
    return line
  }

  static func json(_ option: CaseDetail.Option) -> JSONText {
    var line = JSONText()
    line.add("step", option.step.rawValue)
    line.add("why_not", option.whyNot)
    line.add("permitted", option.isPermitted)
    line.add("needs", option.fields.filter(\.isRequired).map(\.name.rawValue))
    line.add("takes", option.fields.filter { !$0.isRequired }.map(\.name.rawValue))
    return line
  }

  static func json(_ event: Event) -> JSONText {
    var line = JSONText()
    line.add("seq", event.sequence)
    line.add("matter", event.matter)
    line.add("step", event.step)
    line.add("outcome", event.outcome)
    return line
  }
}
