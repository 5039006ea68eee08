import Casework
import Desk
import Moderation
import Terminal

/// A case as it is read: what is due, what comes next, then what happened, day by day.
struct CasePage {
  var detail: CaseDetail
  var room: ScreenRoom
  var width: Int

  private var file: CaseFile { detail.file }

  var lines: [CasesView.Line] {
    var lines = head
    lines += next
    lines += heading("story") + story
    if detail.parts.count > 1 || detail.parts.contains(where: { $0.part.outcome != nil }) {
      lines += heading("parts") + detail.parts.flatMap(part)
    }
    if opening.count > Self.mostQuoted {
      lines += heading("all the words that it was opened for") + opening
    }
    if !detail.escalations.isEmpty {
      lines += heading("escalations")
      lines += detail.escalations.flatMap { entry in
        wrapped(CasesView.words(entry, room).joined(separator: " · "), entry.isOverdue ? "error" : "text")
      }
    }
    return lines
  }

  /// Lines of the comment that stand at the top.
  private static let mostQuoted = 3

  private var opening: [CasesView.Line] {
    wrapped(detail.verbatim.map { "“\($0)”" } ?? "The words were destroyed, as their retention class allows.")
  }

  private var head: [CasesView.Line] {
    let row = detail.row
    var lines: [CasesView.Line] = []
    lines += wrapped(
      "\(CaseText.sign(of: row)) \(CaseText.due(row))", row.left.isOverdue ? "error" : "title", indent: 0)
    lines += opening.prefix(Self.mostQuoted)
    if opening.count > Self.mostQuoted { lines += wrapped("… the rest is below", "text.dim") }
    lines += field("what", "\(file.kind.title), \(file.regime.isEmpty ? "no statute" : file.regime)")
    lines += field("state", CaseText.state(file))
    lines += field("who", CaseText.owner(file))
    let comment = [row.externalID.map { "comment \($0)" }, row.alias, file.channel].compactMap { $0 }
    if !comment.isEmpty { lines += field("about", comment.joined(separator: ", ")) }
    for deadline in file.deadlines { lines += field(deadline.clock.rawValue, words(deadline)) }
    if let walk = detail.playbook {
      let done = walk.playbook.steps.count { walk.marks[$0.id] != nil }
      let next = walk.next.map { ", next: \($0.text)" } ?? ""
      lines += field("playbook", "\(walk.playbook.title): \(done) of \(walk.playbook.steps.count)\(next)")
    }
    return lines
  }

  private func words(_ deadline: CaseDeadline) -> String {
    var text: String
    switch deadline.deadline.due {
    case .day(let day): text = day.text
    case .moment(let moment, _): text = Clock.day(room.surroundings.localTime(moment))
    }
    if let met = deadline.metAt {
      text += ", done \(Clock.date(room.surroundings.localTime(met)))" + (deadline.wasLate ? ", late" : ", in time")
    } else if deadline.isOff {
      text += ", does not matter any more"
    } else if deadline.isOtherReading {
      text += ", by the other reading of the law"
    } else if (deadline.clock == .transfer || deadline.clock == .extensionNotice) {
      text += ", the last day for it"
    }
    return text
  }

  /// What may come next; what may not, with why, is one key away.
  private var next: [CasesView.Line] {
    let allowed = detail.options.filter { $0.whyNot == nil && $0.isPermitted }.map(\.step.title)
    let barred = detail.options.count - allowed.count
    let keys = room.surroundings.keys
    let text = allowed.isEmpty ? "nothing by you" : allowed.joined(separator: ", ")
    return field("next", "\(text) (\(keys.title(of: .step)); \(barred) more with why not)")
  }

  private var story: [CasesView.Line] {
    var day = ""
    return detail.story.flatMap { entry -> [CasesView.Line] in
      let local = room.surroundings.localTime(entry.line.at)
      let date = CivilDate(local).text
      var lines: [CasesView.Line] = []
      if date != day { lines.append([CasesView.piece(date, "title")]) }
      day = date
      let on = entry.line.on.flatMap { $0 == CivilDate(local) ? nil : ", on \($0.shortText)" } ?? ""
      lines += wrapped(
        "\(local.clock) \(entry.line.who): \(entry.line.text)\(on)", entry.line.isLate ? "error" : "text")
      for words in entry.words { lines += wrapped("“\(words ?? "destroyed")”", "text.dim", indent: 6) }
      return lines
    }
  }

  private func part(_ part: CaseDetail.Part) -> [CasesView.Line] {
    let outcome = part.part.outcome?.title ?? "not decided"
    let grounds = part.part.grounds.isEmpty ? "" : " under \(part.part.grounds.joined(separator: ", "))"
    return wrapped("\(part.part.number). \(outcome)\(grounds): \(part.words ?? "all of it")")
      + (part.why.map { wrapped("“\($0)”", "text.dim", indent: 6) } ?? [])
  }

  // MARK: Lines

  private func heading(_ text: String) -> [CasesView.Line] { [[], [CasesView.piece(text, "title")]] }

  private func field(_ name: String, _ value: String) -> [CasesView.Line] {
    PageLines.field(name, value, width: width)
  }

  private func wrapped(_ text: String, _ style: Style = "text", indent: Int = 2) -> [CasesView.Line] {
    PageLines.wrapped(text, style, indent: indent, width: width)
  }
}

/// An escalation as it is read.
struct EscalationLines {
  var page: EscalationPage
  var room: ScreenRoom
  var width: Int

  var lines: [CasesView.Line] {
    let entry = page.entry
    let escalation = entry.escalation
    var lines = PageLines.wrapped(
      CasesView.words(entry, room)[0], entry.isOverdue ? "error" : "title", indent: 0, width: width)
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { lines += PageLines.field(name, value, width: width) }
    }
    add("to", CaseText.holder(entry, room.surroundings.policy))
    add("reach", entry.contact)
    add(
      "may answer", entry.people.isEmpty ? "anybody who may act on its channel" : entry.people.joined(separator: ", "))
    add("due", Clock.day(room.surroundings.localTime(escalation.due)))
    add("raised", "\(Clock.day(room.surroundings.localTime(escalation.raisedAt))) by \(escalation.raisedBy)")
    add("reasons", escalation.reasons.joined(separator: " "))
    add("case", escalation.caseID)
    add("comment", entry.externalID)
    add("from", escalation.from)
    add("breach", escalation.isBreached ? "‼ nobody acknowledged it in time" : nil)
    if let walk = page.playbook {
      let done = walk.playbook.steps.count { walk.marks[$0.id] != nil }
      let next = walk.next.map { ", next: \($0.text)" } ?? ""
      add("playbook", "\(walk.playbook.title): \(done) of \(walk.playbook.steps.count)\(next)")
    }
    lines += [[], [CasesView.piece("story", "title")]]
    for line in page.story {
      let at = Clock.day(room.surroundings.localTime(line.event.at))
      lines += PageLines.wrapped("\(at) \(line.event.actor): \(CaseText.line(line.event))", "text", width: width)
      if let words = line.words { lines += PageLines.wrapped("“\(words)”", "text.dim", indent: 6, width: width) }
    }
    return lines
  }
}

/// Lines of a page: fields with their names, and sentences that wrap.
enum PageLines {
  static let nameWidth = 12

  static func field(_ name: String, _ value: String, width: Int) -> [CasesView.Line] {
    let lines = SafeText.wrapped(value, width: max(1, width - nameWidth)).map { $0.map(\.text).joined() }
    return lines.enumerated().map { index, text in
      [
        CasesView.piece(CasesView.pad(index == 0 ? name : "", nameWidth), "text.dim"), CasesView.piece(text, "text"),
      ]
    }
  }

  static func wrapped(_ text: String, _ style: Style, indent: Int = 2, width: Int) -> [CasesView.Line] {
    SafeText.wrapped(text, width: max(1, width - indent)).map { line in
      [CasesView.piece(String(repeating: " ", count: indent) + line.map(\.text).joined(), style)]
    }
  }
}
