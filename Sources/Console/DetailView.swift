import Moderation
import Terminal

/// One item: who and when, the text with its flagged stretches, why, the suggestion, thread and history.
enum DetailView {
  typealias Line = DetailText.Line
  typealias Piece = DetailText.Piece

  static func draw(
    _ state: ConsoleState, _ surroundings: Surroundings, in area: Layout.Area, on canvas: inout Canvas
  ) {
    let detail = state.detail
    canvas.box(
      row: area.row, column: area.column, rows: area.rows, columns: area.columns,
      title: detail.map { SafeText.truncated(title(of: $0, surroundings), to: max(0, area.columns - 6)) } ?? "",
      style: "border", titleStyle: "title")
    guard let detail else { return }
    let inside = area.inside
    let text = DetailText.lines(of: state)
    let height = min(text.count - min(state.detailTop, text.count), state.textHeight)
    var row = inside.row
    for line in text.dropFirst(state.detailTop).prefix(height) {
      canvas.put(line, row: row, column: inside.column + 1, width: state.detailWidth)
      row += 1
    }
    let left = text.count - state.detailTop - height
    if left > 0 {
      canvas.putRight(
        " ↓ \(left) more, J scrolls ", row: row - 1, end: inside.column + inside.columns, style: "text.dim")
    }
    let end = inside.row + inside.rows
    for line in below(state, detail, surroundings) {
      guard row < end else { break }
      canvas.put(line, row: row, column: inside.column + 1, width: state.detailWidth)
      row += 1
    }
  }

  /// How many rows the parts below the text would like.
  static func rowsBelowText(_ state: ConsoleState) -> Int {
    guard let detail = state.detail else { return 0 }
    return 5 + detail.flags.count + min(detail.history.count, 4)
  }

  private static func title(of detail: ItemDetail, _ surroundings: Surroundings) -> String {
    var parts = [detail.alias]
    if let posted = detail.posted {
      let local = surroundings.localTime(posted.instant)
      parts.append("\(local.day) \(months[local.month - 1]) \(local.clock)")
    }
    parts.append(detail.channel)
    if let parent = detail.thread.first(where: { $0.item == detail.item })?.parent,
      let entry = detail.thread.first(where: { $0.item == parent })
    {
      parts.append("reply to \(entry.alias)")
    } else if let thread = detail.threadTitle, !thread.isEmpty {
      parts.append("on “\(thread)”")
    }
    if detail.revision > 1 { parts.append("edited, revision \(detail.revision)") }
    return parts.joined(separator: " · ")
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Flags, suggestion, history and thread. The flags' reasons quote the comment, so their distressing words are masked too.
  private static func below(_ state: ConsoleState, _ detail: ItemDetail, _ surroundings: Surroundings) -> [Line] {
    var lines: [Line] = [[]]
    for flag in detail.flags {
      let distressing = flag.spans.contains { $0.type.isDistressing }
      let why = distressing && !state.unmasked ? WhyText.masked(flag.why) : flag.why
      // A reason may be long: it wraps beside its label instead of being cut.
      let wrapped = SafeText.wrapped(why, width: max(1, state.detailWidth - 17))
      for (index, clusters) in wrapped.enumerated() {
        let words = Piece(text: clusters.map(\.text).joined(), style: "text")
        let head =
          index == 0
          ? [
            Piece(text: pad(flag.label.rawValue, 10), style: Style("label." + flag.label.rawValue)),
            Piece(text: " \(flag.score)  ", style: "text.dim"),
          ]
          : [Piece(text: pad("", 17), style: "text")]
        lines.append(head + [words])
      }
    }
    if detail.flags.isEmpty { lines.append([Piece(text: "Nothing was flagged.", style: "text.dim")]) }
    if let platform = platformNote(detail) { lines.append([Piece(text: platform, style: "text.dim")]) }
    lines.append([])
    lines += standing(state, detail, surroundings)
    lines += history(detail, surroundings)
    lines += thread(detail, state)
    return lines
  }

  /// What is suggested, or what was decided.
  private static func standing(
    _ state: ConsoleState, _ detail: ItemDetail, _ surroundings: Surroundings
  ) -> [Line] {
    guard detail.state.status == .open else {
      return [
        [Piece(text: "now ", style: "text.dim"), Piece(text: DecisionText.summary(of: detail.state), style: "ok")]
      ]
    }
    let steps = surroundings.policy.suggestion(for: detail.flags)
    guard !steps.isEmpty else {
      return [[Piece(text: "no suggestion", style: "text.dim"), Piece(text: "   a leaves it up", style: "text.dim")]]
    }
    var line: Line = [Piece(text: "suggests  ", style: "text.dim")]
    for (index, step) in steps.enumerated() {
      if index > 0 { line.append(Piece(text: "   and   ", style: "text.dim")) }
      let reason = surroundings.policy.reason(step.reason)
      var text = "\(step.verb.title) · \(step.reason.rawValue)"
      if step.verb == .escalate, let role = reason?.escalatesTo.flatMap({ surroundings.policy.escalationRole($0) }) {
        text += " → \(role.title)"
      }
      line.append(Piece(text: text, style: "title"))
    }
    let accept = steps.count == 1 ? "⏎ accept" : "⏎ accept both"
    return [line, [Piece(text: accept, style: "hint.key")]]
  }

  private static func history(_ detail: ItemDetail, _ surroundings: Surroundings) -> [Line] {
    let events = detail.history.filter { $0.type == .decided || $0.type == .undone }
    guard !events.isEmpty else { return [[Piece(text: "history: none", style: "text.dim")]] }
    return events.suffix(4).map { event in
      let local = surroundings.localTime(event.at)
      let text = "\(local.clock) \(event.actor): \(DecisionText.line(event, policy: surroundings.policy))"
      return [Piece(text: text, style: "text.dim")]
    }
  }

  private static func thread(_ detail: ItemDetail, _ state: ConsoleState) -> [Line] {
    guard let here = detail.thread.firstIndex(where: { $0.item == detail.item }), detail.thread.count > 1 else {
      return [[Piece(text: "thread: this comment alone", style: "text.dim")]]
    }
    let later = detail.thread.count - here - 1
    var lines: [Line] = [[Piece(text: "thread ↑ \(here) earlier, ↓ \(later) later", style: "text.dim")]]
    for index in max(0, here - 3)..<min(detail.thread.count, here + 4) {
      let entry = detail.thread[index]
      let mark = index == here ? "▶ " : entry.parent == detail.item ? "  ↳ " : "  "
      let oneLine = SafeText.truncated(Self.oneLine(entry.text), to: max(0, state.detailWidth - 18))
      lines.append([
        Piece(text: mark + pad(entry.alias, 12) + " ", style: "text.dim"),
        Piece(text: index == here ? "(this comment)" : oneLine, style: "text.dim"),
      ])
    }
    return lines
  }

  private static func platformNote(_ detail: ItemDetail) -> String? {
    switch detail.platformState {
    case .published, .unknown: nil
    case .hidden: "already hidden on the platform"
    case .held: "held by the platform: not public yet"
    case .spam: "the platform calls it spam"
    case .deleted: "already deleted on the platform"
    }
  }

  private static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" || $0 == "\r" || $0 == "\t" ? " " : $0 }))
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

/// The one-line reason of a flag, with its quotations masked.
enum WhyText {
  /// Every stretch between double quotes becomes blocks.
  static func masked(_ why: String) -> String {
    var out = ""
    var quoted = false
    for character in why {
      if character == "\"" || character == "“" || character == "”" {
        quoted.toggle()
        out.append(character)
      } else {
        out.append(quoted && character != " " ? "▒" : character)
      }
    }
    return out
  }
}
