import Desk
import Moderation
import Terminal

extension ChannelsScreen {
  func draw(_ room: ScreenRoom, on canvas: inout Canvas) { ChannelsView.draw(self, room, on: &canvas) }

  func spoken(_ room: ScreenRoom) -> Spoken {
    let rows = rows(room)
    let row = current(room).map { "\(cursor + 1): " + ChannelsView.words($0, room, figures != nil) }
    return Spoken(
      title: "Channels: \(rows.count) in the register or on the desk.", row: row ?? "The register is empty.",
      detail: ChannelsView.detail(self, room, isSpoken: true).map { $0.map(\.text).joined() }.filter { !$0.isEmpty })
  }
}

/// Channels by name with what is to be seen to, and the entry of the one under the cursor.
enum ChannelsView {
  static func draw(_ screen: ChannelsScreen, _ room: ScreenRoom, on canvas: inout Canvas) {
    let list = room.layout.list
    let rows = screen.rows(room)
    canvas.box(
      row: list.row, column: list.column, rows: list.rows, columns: list.columns, title: title(rows, screen, room),
      style: "border", titleStyle: "title")
    let inside = list.inside
    if rows.isEmpty {
      let text = screen.figures == nil ? "reading…" : "The register is empty; [[channel]] in the policy adds to it."
      canvas.put(text, row: inside.row, column: inside.column + 1, width: inside.columns - 2, style: "text.dim")
    }
    for (offset, standing) in rows.dropFirst(screen.first).prefix(inside.rows).enumerated() {
      let isCursor = screen.first + offset == screen.cursor
      let row = inside.row + offset
      let isLate = screen.figures != nil && isAlarming(standing, room)
      canvas.put(
        SafeText.truncated((isCursor ? "▶" : " ") + words(standing, room, screen.figures != nil), to: inside.columns),
        row: row, column: inside.column, style: isLate ? "error" : "text")
      guard isCursor else { continue }
      canvas.restyle(row: row, column: inside.column, width: inside.columns, style: "list.selected")
      canvas.cursor = CanvasPosition(row: row, column: inside.column)
    }
    drawDetail(screen, room, on: &canvas)
  }

  private static func title(_ rows: [ChannelStanding], _ screen: ChannelsScreen, _ room: ScreenRoom) -> String {
    let late = screen.figures == nil ? 0 : rows.count { isAlarming($0, room) }
    return CasesView.counted(rows.count, "channel") + (late > 0 ? " · \(late) to see to" : "")
  }

  private static func today(_ room: ScreenRoom) -> CivilDate { CivilDate(room.surroundings.localTime(room.now)) }

  private static func isAlarming(_ standing: ChannelStanding, _ room: ScreenRoom) -> Bool {
    standing.alarms(now: room.now, today: today(room)).contains { $0.hasPrefix("‼") }
  }

  /// `‼ waka · active · 12 open · unmonitored: …`.
  static func words(_ standing: ChannelStanding, _ room: ScreenRoom, _ isRead: Bool) -> String {
    let alarms = isRead ? standing.alarms(now: room.now, today: today(room)) : []
    let sign = alarms.first.map { String($0.prefix(1)) } ?? (lacks(standing, room).isEmpty ? "✓" : "·")
    let state = standing.channel.map { $0.state.rawValue } ?? "not registered"
    let owner = standing.channel.map { $0.owner.isEmpty ? "no owner" : $0.owner }
    let open = isRead ? "\(Number.grouped(standing.figures.open)) open" : nil
    let alarm = alarms.first.map { String($0.dropFirst(2)) }
    return "\(sign) \(standing.id) · "
      + [state, open, alarm ?? owner].compactMap { $0 }.joined(separator: " · ")
  }

  /// What the policy's own check says is missing.
  private static func lacks(_ standing: ChannelStanding, _ room: ScreenRoom) -> [String] {
    room.surroundings.channelFindings[standing.id] ?? []
  }

  private static func drawDetail(_ screen: ChannelsScreen, _ room: ScreenRoom, on canvas: inout Canvas) {
    let area = room.layout.detail
    let lines = detail(screen, room)
    let left = lines.count - screen.top - area.inside.rows
    let more = left > 0 ? " · ↓ \(left) more, \(room.surroundings.keys.title(of: .textDown)) scrolls" : ""
    let title = (screen.current(room)?.channel?.title ?? "") + more
    canvas.box(
      row: area.row, column: area.column, rows: area.rows, columns: area.columns,
      title: SafeText.truncated(title, to: max(0, area.columns - 6)), style: "border", titleStyle: "title")
    for (offset, line) in lines.dropFirst(screen.top).prefix(area.inside.rows).enumerated() {
      canvas.put(
        line, row: area.inside.row + offset, column: area.inside.column + 1, width: max(0, area.inside.columns - 2))
    }
  }

  // MARK: The entry

  static func detail(_ screen: ChannelsScreen, _ room: ScreenRoom, isSpoken: Bool = false) -> [CasesView.Line] {
    guard let standing = screen.current(room) else { return [] }
    let width = isSpoken ? 10_000 : max(1, room.layout.detail.inside.columns - 2)
    var lines: [CasesView.Line] = []
    if screen.figures != nil {
      for alarm in standing.alarms(now: room.now, today: today(room)) {
        lines += PageLines.wrapped(alarm, alarm.hasPrefix("‼") ? "error" : "title", indent: 0, width: width)
      }
    }
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { lines += PageLines.field(name, value, width: width) }
    }
    if screen.figures != nil {
      add("waiting", "\(Number.grouped(standing.figures.open)) open of \(Number.grouped(standing.figures.all))")
      add("last came in", moment(standing.figures.lastArrival, room))
      add("last hand", moment(standing.figures.lastDecision, room))
    }
    guard let channel = standing.channel else { return lines }
    for (name, value) in fields(of: channel) { add(name, value) }
    let lacks = lacks(standing, room)
    if !lacks.isEmpty {
      lines += [[], [CasesView.piece("the policy's check says", "title")]]
      for lack in lacks { lines += PageLines.wrapped("! " + lack, "text", width: width) }
    }
    return lines
  }

  private static func moment(_ moment: Timestamp?, _ room: ScreenRoom) -> String {
    guard let moment, let age = Age.words(since: moment, now: room.now) else { return "never" }
    return "\(Clock.day(room.surroundings.localTime(moment))), \(age) ago"
  }

  /// The register's entry, field by field; what it does not say is said to be missing where an agency must say it.
  private static func fields(of channel: Channel) -> [(String, String?)] {
    let rules = channel.houseRules.map { rules in
      "version \(rules.version)\(rules.from.map { " since \($0.text)" } ?? ""), \(rules.url)"
    }
    let terms = channel.terms.map { "\($0.version)\($0.indemnity ? ", with an open-ended indemnity" : "")" }
    let verbs = Verb.allCases.filter { $0.changesVisibility && channel.capabilities.allows($0) }.map(\.rawValue)
    let final = channel.capabilities.irreversible.map(\.rawValue).sorted()
    return [
      ("kind", channel.kind.rawValue + (channel.platform.isEmpty ? "" : ", \(channel.platform)")),
      ("state", channel.state.rawValue), ("owner", channel.owner.isEmpty ? "– nobody" : channel.owner),
      ("deputies", channel.deputies.isEmpty ? "– none" : channel.deputies.joined(separator: ", ")),
      ("objective", channel.objective.isEmpty ? "– not said" : channel.objective), ("address", channel.url),
      ("also called", channel.aliases.joined(separator: ", ")), ("house rules", rules ?? "– none on record"),
      (
        "notice",
        channel.notice.map { "\($0.purpose) (\($0.authority)); \($0.contact)" } ?? "– no collection notice on record"
      ), ("terms", terms ?? "– not on record"), ("review by", channel.reviewBy?.text ?? "– no day set"),
      (
        "approved",
        channel.approvals.map { "\($0.person) (\($0.role))\($0.on.map { ", \($0.text)" } ?? "")" }.joined(
          separator: "; ")
      ), ("can do", verbs.isEmpty ? "nothing that the public sees" : verbs.joined(separator: ", ")),
      ("for good", final.joined(separator: ", ")),
    ]
  }

  /// The list as comma-separated values.
  static func table(_ screen: ChannelsScreen, _ room: ScreenRoom) -> String {
    let chart = ReportChart(
      kind: .backlog, headline: "",
      header: [
        "channel", "state", "owner", "deputies", "open", "last came in", "last decision", "review by", "to see to",
      ],
      rows: screen.rows(room).map { standing in
        let channel = standing.channel
        func iso(_ moment: Timestamp?) -> String { moment.map { room.surroundings.localTime($0).iso8601 } ?? "" }
        let alarms = standing.alarms(now: room.now, today: today(room)).map { String($0.dropFirst(2)) }
        return [
          standing.id, channel?.state.rawValue ?? "not registered", channel?.owner ?? "",
          channel?.deputies.joined(separator: " ") ?? "", String(standing.figures.open),
          iso(standing.figures.lastArrival),
          iso(standing.figures.lastDecision), channel?.reviewBy?.description ?? "",
          (alarms + lacks(standing, room)).joined(separator: "; "),
        ]
      })
    return chart.csv
  }
}
