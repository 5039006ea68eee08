import Casework
import Desk
import Moderation

/// Cases as lines, pages and JSON. Words from the vault are shown as JSON strings: nothing that anybody wrote reaches the
/// terminal as a control.
enum CaseLines {
  static func line(_ row: CaseRow) -> String {
    let file = row.file
    let due = row.due.map { "\($0.clock.rawValue) \($0.deadline.due.iso8601)" } ?? ""
    let mark = row.left.isOverdue ? "!" : " "
    let who = [file.person, file.role].compactMap { $0 }.joined(separator: ", ")
    return columns([
      mark, file.id, file.kind.rawValue, file.state, row.left.text, due, file.regime, row.externalID ?? "",
      row.alias ?? "", who,
    ])
  }

  /// Columns that stay where they are: one without a value holds a dash.
  static func columns(_ values: [String]) -> String { values.map { $0.isEmpty ? "-" : $0 }.joined(separator: "\t") }

  static func line(_ event: Event) -> String {
    "\(event.sequence)\t\(event.matter ?? "")\t\(event.step ?? "")\(event.outcome.map { ", \($0)" } ?? "")\n"
  }

  static func line(_ option: CaseDetail.Option) -> String {
    let fields = option.fields.map { $0.isRequired ? $0.name.rawValue : "[\($0.name.rawValue)]" }.joined(separator: " ")
    let name = option.step.rawValue
    if let whyNot = option.whyNot { return "  \(name): not now: \(whyNot)" }
    if !option.isPermitted { return "  \(name): not yours: it needs \(option.step.permission.rawValue)" }
    return "* \(name)\(fields.isEmpty ? "" : " " + fields)"
  }

  static func line(_ part: CaseDetail.Part) -> String {
    var text = "\(part.part.number)  \(part.part.outcome?.title ?? "not decided")"
    if !part.part.grounds.isEmpty { text += " under " + part.part.grounds.joined(separator: ", ") }
    if let words = part.words { text += "  " + JSONText.quoted(words) }
    return text
  }

  static func moment(_ time: Timestamp) -> String {
    let civil = SystemClock.localTime(time)
    return CivilDate(civil).text + ", " + civil.clock
  }

  // MARK: Pages

  static func page(_ detail: CaseDetail) -> String {
    let file = detail.file
    let row = detail.row
    var lines = ["\(file.id)  \(file.kind.title)  \(file.state.replacing("_", with: " "))  \(row.left.text)"]
    let place = [file.regime, file.channel ?? "", row.externalID.map { "comment \($0)" } ?? "", row.alias ?? ""]
    lines.append("  " + place.filter { !$0.isEmpty }.joined(separator: " · "))
    for (name, time) in [
      ("posted", file.dates.posted), ("received", file.dates.received), ("noticed", file.dates.noticed),
      ("recognised", file.dates.recognised),
    ] {
      lines.append("  " + padded(name, 12) + (time.map(moment) ?? "unknown"))
    }
    for deadline in file.deadlines where deadline.isOpen {
      lines.append(
        "  " + padded(deadline.clock.rawValue, 12)
          + "by \(deadline.deadline.due.iso8601): \(deadline.deadline.sentence)")
    }
    if let verbatim = detail.verbatim { lines += ["", "WORDS", "  " + JSONText.quoted(verbatim)] }
    if !detail.parts.isEmpty { lines += ["", "PARTS"] + detail.parts.map { "  " + line($0) } }
    lines += ["", "STORY"]
    for entry in detail.story {
      let isEarlier = entry.line.on.map { $0 != CivilDate(SystemClock.localTime(entry.line.at)) } ?? false
      let on = isEarlier ? entry.line.on.map { " (on \($0.text))" } ?? "" : ""
      lines.append("  \(moment(entry.line.at))  \(entry.line.who)  \(entry.line.text)\(on)")
      if entry.line.hasAddress {
        lines.append("      the address is in the vault: docket case address \(file.id) --purpose …")
      }
      for words in entry.words { lines.append("      " + (words.map(JSONText.quoted) ?? "(disposed of)")) }
    }
    if !detail.escalations.isEmpty {
      lines += ["", "ESCALATIONS"] + detail.escalations.map { "  " + EscalationLines.line($0) }
    }
    if let playbook = detail.playbook { lines += ["", "PLAYBOOK"] + EscalationLines.lines(playbook).map { "  " + $0 } }
    let next = detail.options.filter { $0.whyNot == nil && $0.isPermitted }.map(\.step.rawValue)
    lines += ["", "NEXT", "  " + (next.isEmpty ? "nothing" : next.joined(separator: ", "))]
    return lines.joined(separator: "\n") + "\n"
  }

  static func page(_ deadline: CaseDeadline) -> String {
    var head = "\(deadline.clock.rawValue)  \(deadline.deadline.due.iso8601)"
    if deadline.isOtherReading { head += "  (the more generous reading; not worked to)" }
    if let met = deadline.metAt { head += "  done \(moment(met))" + (deadline.wasLate ? ", late" : ", in time") }
    if deadline.isOff { head += "  (not due any more)" }
    var lines = [head] + deadline.deadline.lines.map { "  " + $0 } + deadline.deadline.assumptions.map { "  " + $0 }
    lines.append("  holidays \(deadline.deadline.holidaysVersion.prefix(12))")
    return lines.joined(separator: "\n") + "\n\n"
  }

  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
