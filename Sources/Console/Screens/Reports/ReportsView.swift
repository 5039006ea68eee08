import Desk
import Moderation
import Terminal

extension ReportsScreen {
  func draw(_ room: ScreenRoom, on canvas: inout Canvas) { ReportsView.draw(self, room, on: &canvas) }

  func spoken(_ room: ScreenRoom) -> Spoken {
    let chart = chart(room)
    var detail = [kind.explanation]
    if let chart {
      detail += chart.lack.map { [$0] } ?? []
      detail += chart.rows.map { row in
        zip(chart.header, row).map { "\($0) \($1)" }.joined(separator: ", ")
      }
    }
    return Spoken(
      title: "Reports, the last \(range.title).",
      row: "\(selected + 1): \(kind.title)" + (chart.map { ", \($0.headline)" } ?? ", being counted"), detail: detail)
  }
}

/// The charts by name with their most telling number, and the one under the cursor with all of its numbers.
enum ReportsView {
  static func draw(_ screen: ReportsScreen, _ room: ScreenRoom, on canvas: inout Canvas) {
    let list = room.layout.list
    let keys = room.surroundings.keys
    let turn = [Action.previousChoice, .nextChoice].map { keys.title(of: $0) }.joined(separator: " ")
    canvas.box(
      row: list.row, column: list.column, rows: list.rows, columns: list.columns,
      title: SafeText.truncated("the last \(screen.range.title) · \(turn) changes", to: max(0, list.columns - 6)),
      style: "border", titleStyle: "title")
    let report = screen.reports[screen.query(room)]
    let inside = list.inside
    let first = max(0, min(screen.selected, ReportChart.Kind.allCases.count - inside.rows))
    for (offset, kind) in ReportChart.Kind.allCases.dropFirst(first).prefix(inside.rows).enumerated() {
      let index = first + offset
      let isCursor = index == screen.selected
      let headline = report.map { ReportChart(kind, $0).headline } ?? "counting…"
      let text = (isCursor ? "▶" : " ") + CasesView.pad(kind.title, 22) + headline
      let row = inside.row + offset
      canvas.put(SafeText.truncated(text, to: inside.columns), row: row, column: inside.column, style: "text")
      guard isCursor else { continue }
      canvas.restyle(row: row, column: inside.column, width: inside.columns, style: "list.selected")
      canvas.cursor = CanvasPosition(row: row, column: inside.column)
    }
    drawChart(screen, room, on: &canvas)
  }

  private static func drawChart(_ screen: ReportsScreen, _ room: ScreenRoom, on canvas: inout Canvas) {
    let area = room.layout.detail
    let lines = lines(screen, room)
    let left = lines.count - screen.top - area.inside.rows
    let more = left > 0 ? " · ↓ \(left) more, \(room.surroundings.keys.title(of: .textDown)) scrolls" : ""
    canvas.box(
      row: area.row, column: area.column, rows: area.rows, columns: area.columns,
      title: SafeText.truncated(screen.kind.title + more, to: max(0, area.columns - 6)), style: "border",
      titleStyle: "title")
    for (offset, line) in lines.dropFirst(screen.top).prefix(area.inside.rows).enumerated() {
      canvas.put(
        line, row: area.inside.row + offset, column: area.inside.column + 1, width: max(0, area.inside.columns - 2))
    }
  }

  /// The chart as lines of the pane's width: what is counted, the plots, the numbers.
  static func lines(_ screen: ReportsScreen, _ room: ScreenRoom) -> [CasesView.Line] {
    let width = max(1, room.layout.detail.inside.columns - 2)
    var lines = PageLines.wrapped(screen.kind.explanation, "text.dim", indent: 0, width: width)
    guard let chart = screen.chart(room) else { return lines + [[CasesView.piece("counting…", "text.dim")]] }
    if let lack = chart.lack { return lines + [[CasesView.piece(lack, "text")]] }
    let bars = Bars(isASCII: room.surroundings.isASCII)
    let starts = screen.query(room).starts
    for plot in chart.plots {
      switch plot {
      case .row(let name, let values, let total):
        let bar = bars.row(values, width: max(1, width - 32))
        lines.append([
          CasesView.piece(CasesView.pad(SafeText.truncated(name, to: 15), 16), "text"), CasesView.piece(bar, "title"),
          CasesView.piece("  " + total, "text"),
        ])
      case .columns(let values, let unit):
        lines += columns(values, unit, starts, bars, width: width, isTall: room.layout.detail.inside.rows >= 20)
      }
    }
    if let first = starts.first, let last = starts.last, chart.plots.contains(where: \.isRow) {
      lines.append([CasesView.piece("from \(first.shortText) to \(last.shortText)", "text.dim")])
    }
    return lines + [[]] + table(chart, width: width)
  }

  /// Columns with the greatest value at the top left, nought below, and first and last day under them.
  private static func columns(
    _ values: [Int?], _ unit: String, _ starts: [CivilDate], _ bars: Bars, width: Int, isTall: Bool
  ) -> [CasesView.Line] {
    let most = values.compactMap { $0 }.max() ?? 0
    let label = max(String(most).count + unit.count + 1, 6)
    let height = isTall ? 8 : 4
    let drawn = bars.columns(values, width: max(1, width - label - 2), height: height)
    var lines = drawn.enumerated().map { index, text -> CasesView.Line in
      let side = index == 0 ? "\(most) \(unit)" : index == height - 1 ? "0" : ""
      let gap = String(repeating: " ", count: max(0, label - side.count))
      return [
        CasesView.piece(gap + side + (bars.isASCII ? " |" : " │"), "text.dim"), CasesView.piece(text, "title"),
      ]
    }
    if let first = starts.first, let last = starts.last, let wide = drawn.first.map(SafeText.width) {
      let dates = CasesView.pad(first.shortText, max(wide - SafeText.width(last.shortText), first.shortText.count + 1))
      lines.append([CasesView.piece(String(repeating: " ", count: label + 2) + dates + last.shortText, "text.dim")])
    }
    return lines
  }

  /// Newest first, as many columns as there is room for.
  private static func table(_ chart: ReportChart, width: Int) -> [CasesView.Line] {
    table(chart.header, chart.header.first == "from" ? chart.rows.reversed() : chart.rows, width: width)
  }

  /// The first column from the left, the others right-aligned under their names.
  static func table(_ header: [String], _ rows: [[String]], width: Int) -> [CasesView.Line] {
    var widths: [Int] = []
    for (index, name) in header.enumerated() {
      let wide = max(SafeText.width(name), rows.map { SafeText.width($0[index]) }.max() ?? 0) + 2
      guard widths.reduce(0, +) + wide <= width else { break }
      widths.append(wide)
    }
    func line(_ cells: [String], _ style: Style) -> CasesView.Line {
      let text = zip(widths, cells).enumerated().map { index, cell in
        let gap = String(repeating: " ", count: max(0, cell.0 - SafeText.width(cell.1) - (index == 0 ? 0 : 2)))
        return index == 0 ? cell.1 + gap : gap + cell.1 + "  "
      }.joined()
      return [CasesView.piece(text, style)]
    }
    var lines = [line(header, "title")] + rows.map { line($0, "text") }
    let hidden = header.count - widths.count
    if hidden > 0 {
      lines.append([CasesView.piece("\(hidden) more columns on a wider screen and in the export", "text.dim")])
    }
    return lines
  }
}
