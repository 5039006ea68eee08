import Casework
import Desk
import Moderation
import Terminal

extension CasesScreen {
  func draw(_ room: ScreenRoom, on canvas: inout Canvas) { CasesView.draw(self, room, on: &canvas) }

  func spoken(_ room: ScreenRoom) -> Spoken {
    let title: String
    var row: String
    switch part {
    case .cases:
      let overdue = cases.rows.count { $0.left.isOverdue }
      title = "Cases, \(filter.title): \(cases.rows.count)" + (overdue > 0 ? ", \(overdue) overdue." : ".")
      row =
        cases.current.map { "\(cases.cursor + 1): " + CasesView.words($0, short: false) } ?? CasesView.empty(self, room)
    case .escalations:
      let late = escalations.rows.count { $0.isOverdue }
      title = "Escalations: \(escalations.rows.count)" + (late > 0 ? ", \(late) not acknowledged in time." : ".")
      row =
        escalations.current.map { "\(escalations.cursor + 1): " + CasesView.words($0, room).joined(separator: ", ") }
        ?? CasesView.empty(self, room)
    }
    if row.isEmpty { row = "Reading." }
    return Spoken(
      title: title, row: row,
      detail: CasesView.detail(self, room, isSpoken: true).map { $0.map(\.text).joined() }.filter { !$0.isEmpty })
  }
}

/// The list of what is due, a strip of the weeks to come under it, and the one under the cursor as a story.
enum CasesView {
  typealias Line = DetailText.Line

  static func draw(_ screen: CasesScreen, _ room: ScreenRoom, on canvas: inout Canvas) {
    let list = room.layout.list
    frame(list, title(screen), screen.part == .cases && screen.cases.rows.contains { $0.left.isOverdue }, &canvas)
    let height = height(screen, room)
    switch screen.part {
    case .cases: drawCases(screen, room, on: &canvas)
    case .escalations: drawEscalations(screen, room, on: &canvas)
    }
    let strip = strip(screen, room)
    if stripRows(screen, room) > 0 {
      let first = list.inside.row + height * rowHeight(room)
      for (offset, line) in strip.enumerated() {
        canvas.put(line, row: first + offset, column: list.inside.column + 1, width: list.inside.columns - 2)
      }
    }
    drawDetail(screen, room, on: &canvas)
  }

  private static func frame(_ area: Layout.Area, _ title: String, _ isLate: Bool, _ canvas: inout Canvas) {
    canvas.box(
      row: area.row, column: area.column, rows: area.rows, columns: area.columns,
      title: SafeText.truncated(title, to: max(0, area.columns - 6)), style: "border",
      titleStyle: isLate ? "error" : "title")
  }

  private static func title(_ screen: CasesScreen) -> String {
    let open = screen.escalations.rows.count { !$0.escalation.isClosed }
    switch screen.part {
    case .cases:
      let overdue = screen.cases.rows.count { $0.left.isOverdue }
      return "\(counted(screen.cases.rows.count, "case")) · \(screen.filter.title)"
        + (overdue > 0 ? " · ‼ \(overdue) overdue" : "")
        + (open > 0 ? " · tab: \(counted(open, "escalation"))" : "")
    case .escalations:
      let late = screen.escalations.rows.count { $0.isOverdue }
      return counted(screen.escalations.rows.count, "escalation")
        + (late > 0 ? " · ‼ \(late) not acknowledged in time" : "")
        + " · tab: cases"
    }
  }

  // MARK: Rows

  /// Beside the detail a case has two lines; above it one.
  private static func rowHeight(_ room: ScreenRoom) -> Int { room.layout.list.columns < 70 && isTall(room) ? 2 : 1 }

  private static func isTall(_ room: ScreenRoom) -> Bool { room.layout.list.inside.rows >= 8 }

  private static func stripRows(_ screen: CasesScreen, _ room: ScreenRoom) -> Int {
    let wanted = strip(screen, room).count
    return screen.part == .cases && room.layout.list.inside.rows >= wanted + 8 ? wanted : 0
  }

  /// How many rows of the list fit.
  static func height(_ screen: CasesScreen, _ room: ScreenRoom) -> Int {
    max(1, (room.layout.list.inside.rows - stripRows(screen, room)) / rowHeight(room))
  }

  private static func drawCases(_ screen: CasesScreen, _ room: ScreenRoom, on canvas: inout Canvas) {
    let window = screen.cases
    for line in 0..<height(screen, room) {
      let index = window.top + line
      guard index < window.rows.count else { break }
      let row = window.rows[index]
      let lines =
        rowHeight(room) == 2
        ? [words(row, short: true), "  " + rest(row)] : [pad(words(row, short: true), 42) + rest(row)]
      draw(
        lines, row.left.isOverdue ? "error" : row.file.isClosed ? "text.dim" : "text", isCursor: index == window.cursor,
        at: line, room, on: &canvas)
    }
    if window.rows.isEmpty { say(empty(screen, room), room, on: &canvas) }
  }

  private static func drawEscalations(_ screen: CasesScreen, _ room: ScreenRoom, on canvas: inout Canvas) {
    let window = screen.escalations
    for line in 0..<height(screen, room) {
      let index = window.top + line
      guard index < window.rows.count else { break }
      let entry = window.rows[index]
      let words = words(entry, room)
      let lines = rowHeight(room) == 2 ? [words[0], "  " + words[1]] : [pad(words[0], 42) + words[1]]
      draw(
        lines, entry.isOverdue ? "error" : entry.escalation.isClosed ? "text.dim" : "text",
        isCursor: index == window.cursor, at: line, room, on: &canvas)
    }
    if window.rows.isEmpty { say(empty(screen, room), room, on: &canvas) }
  }

  private static func draw(
    _ lines: [String], _ style: Style, isCursor: Bool, at index: Int, _ room: ScreenRoom, on canvas: inout Canvas
  ) {
    let area = room.layout.list.inside
    for (offset, text) in lines.enumerated() {
      let row = area.row + index * lines.count + offset
      guard row < area.row + area.rows else { return }
      let lead = offset == 0 ? (isCursor ? "▶" : " ") : " "
      canvas.put(
        SafeText.truncated(lead + text, to: area.columns), row: row, column: area.column, width: area.columns,
        style: offset == 0 ? style : "text.dim")
      guard isCursor else { continue }
      canvas.restyle(row: row, column: area.column, width: area.columns, style: "list.selected")
      if offset == 0 { canvas.cursor = CanvasPosition(row: row, column: area.column) }
    }
  }

  private static func say(_ text: String, _ room: ScreenRoom, on canvas: inout Canvas) {
    let area = room.layout.list.inside
    for (offset, line) in SafeText.wrapped(text, width: max(1, area.columns - 2)).prefix(area.rows).enumerated() {
      canvas.put(line, row: area.row + offset, column: area.column + 1, width: area.columns - 2, style: "text.dim")
    }
  }

  /// `‼ 3 working days overdue`.
  static func words(_ row: CaseRow, short: Bool) -> String {
    let lead = "\(CaseText.sign(of: row)) \(CaseText.due(row))"
    return short ? lead : "\(lead), \(rest(row))"
  }

  /// `C-2026-0007 information request · nz-oia · a.kereru · received`.
  private static func rest(_ row: CaseRow) -> String {
    let file = row.file
    return [
      "\(file.id) \(CaseText.short(file.kind))", file.regime.isEmpty ? "no statute" : file.regime, CaseText.owner(file),
      CaseText.state(file),
    ].joined(separator: ", ")
  }

  static func words(_ entry: EscalationEntry, _ room: ScreenRoom) -> [String] {
    let escalation = entry.escalation
    return [
      "\(CaseText.sign(of: entry)) \(escalation.level.rawValue) \(CaseText.due(entry, now: room.now))",
      ["\(escalation.id)", CaseText.holder(entry, room.surroundings.policy), escalation.caseID]
        .compactMap { $0 }.joined(separator: " · "),
    ]
  }

  /// What to do where there is nothing.
  static func empty(_ screen: CasesScreen, _ room: ScreenRoom) -> String {
    guard screen.isRead else { return "reading…" }
    if screen.part == .escalations {
      return
        "Nothing waits to be acknowledged. \(room.surroundings.keys.title(of: .escalate)) on a comment hands it on."
    }
    if !screen.filter.isStandard {
      return "No case passes “\(screen.filter.text)”. \(room.surroundings.keys.title(of: .filter)) changes that."
    }
    return "No case is open. A comment that asks for information, complains or reports a breach opens one: "
      + "accept what is suggested for it in the queue."
  }

  static func counted(_ count: Int, _ what: String) -> String { "\(count) \(what)\(count == 1 ? "" : "s")" }

  static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - SafeText.width(text)))
  }

  // MARK: The weeks to come

  /// A line a week, with what falls on its days.
  static func strip(_ screen: CasesScreen, _ room: ScreenRoom) -> [Line] {
    guard !screen.days.isEmpty else { return [] }
    let today = CivilDate(room.surroundings.localTime(room.now))
    var due: [CivilDate: Int] = [:]
    for row in screen.cases.rows { if let day = row.due?.deadline.due.day { due[day, default: 0] += 1 } }
    var lines: [Line] = [[piece("         Mon  Tue  Wed  Thu  Fri  Sat  Sun", dim)]]
    var week = screen.days[...]
    while let first = week.first?.date {
      let days = week.prefix(7)
      week = week.dropFirst(7)
      let month = first.shortText.split(separator: " ").last.map { String($0.prefix(3)) } ?? ""
      var line: Line = [piece(pad("\(first.day) \(month)", 8), dim)]
      for day in days { line.append(cell(day, due[day.date] ?? 0, isToday: day.date == today)) }
      let names = days.compactMap { day in day.holiday.map { "\(day.date.day) \($0)" } }
      if !names.isEmpty { line.append(piece(" " + names.joined(separator: ", "), dim)) }
      lines.append(line)
    }
    let unknown = screen.days.contains { !$0.isKnown } ? " · holidays not known: the policy names no statute" : ""
    lines.append([piece("[ ] today  *2 due  H holiday  - weekend\(unknown)", dim)])
    return lines
  }

  /// Five columns: the day, in brackets today, with what is due on it or why it does not count.
  private static func cell(_ day: WorkDay, _ due: Int, isToday: Bool) -> DetailText.Piece {
    let number = String(day.date.day)
    let sign = due > 0 ? "*\(due)" : day.holiday != nil ? "H" : day.date.weekday.isWeekend ? "-" : ""
    let text = (isToday ? "[" : " ") + number + (isToday ? "]" : "") + sign
    let isOff = day.holiday != nil || day.date.weekday.isWeekend
    return piece(pad(text, 5), due > 0 ? "title" : isOff ? dim : plain)
  }

  static let dim: Style = "text.dim"
  static let plain: Style = "text"

  static func piece(_ text: String, _ style: Style) -> DetailText.Piece { DetailText.Piece(text: text, style: style) }

  // MARK: The one under the cursor

  private static func drawDetail(_ screen: CasesScreen, _ room: ScreenRoom, on canvas: inout Canvas) {
    let area = room.layout.detail
    let lines = detail(screen, room)
    let left = lines.count - screen.top - area.inside.rows
    let more = left > 0 ? " · ↓ \(left) more, \(room.surroundings.keys.title(of: .textDown)) scrolls" : ""
    canvas.box(
      row: area.row, column: area.column, rows: area.rows, columns: area.columns,
      title: SafeText.truncated((screen.currentID ?? "") + more, to: max(0, area.columns - 6)), style: "border",
      titleStyle: "title")
    for (offset, line) in lines.dropFirst(screen.top).prefix(area.inside.rows).enumerated() {
      canvas.put(
        line, row: area.inside.row + offset, column: area.inside.column + 1, width: max(0, area.inside.columns - 2))
    }
  }

  /// The case or escalation as lines of the pane's width; spoken, a line as long as it is.
  static func detail(_ screen: CasesScreen, _ room: ScreenRoom, isSpoken: Bool = false) -> [Line] {
    let width = isSpoken ? 10_000 : max(1, room.layout.detail.inside.columns - 2)
    switch screen.part {
    case .cases:
      guard let detail = screen.detail, detail.file.id == screen.currentID else { return [] }
      let page = CasePage(detail: detail, room: room, width: width)
      let hasStrip = stripRows(screen, room) > 0 || isSpoken
      return page.lines + (hasStrip ? [] : [[]] + strip(screen, room))
    case .escalations:
      guard let page = screen.page, page.entry.escalation.id == screen.currentID else { return [] }
      return EscalationLines(page: page, room: room, width: width).lines
    }
  }
}
