import Moderation
import Terminal

/// One item: who and when, the text with its flagged stretches, why, the suggestion, thread and history.
enum DetailView {
  static func draw(
    _ state: ConsoleState, _ surroundings: Surroundings, in area: Layout.Area, on canvas: inout Canvas
  ) {
    let detail = state.detail
    // In next to no room the words are worth more than a frame.
    let isFramed = area.rows > 3
    if isFramed {
      canvas.box(
        row: area.row, column: area.column, rows: area.rows, columns: area.columns,
        title: detail.map { SafeText.truncated(title(of: $0, surroundings), to: max(0, area.columns - 6)) } ?? "",
        style: "border", titleStyle: "title")
    }
    guard let detail else { return }
    let bare = Layout.Area(row: area.row, column: area.column + 1, rows: area.rows, columns: area.columns - 2)
    let inside = isFramed ? area.inside : bare
    let text = DetailText.lines(of: state, surroundings.care)
    let height = textRows(text.count, state)
    var row = inside.row
    for line in text.dropFirst(state.detailTop).prefix(height) {
      canvas.put(line, row: row, column: inside.column + 1, width: state.detailWidth)
      row += 1
    }
    let left = text.count - state.detailTop - height
    if left > 0 {
      canvas.putRight(
        " ↓ \(left) more, \(surroundings.keys.title(of: .textDown)) scrolls ", row: row - 1,
        end: inside.column + inside.columns, style: "text.dim")
    }
    for line in DetailParts(state, detail, surroundings).lines.prefix(max(0, inside.row + inside.rows - row)) {
      canvas.put(line.pieces, row: row, column: inside.column + 1, width: state.detailWidth)
      row += 1
    }
  }

  private static func textRows(_ count: Int, _ state: ConsoleState) -> Int {
    min(count - min(state.detailTop, count), state.textHeight)
  }

  /// How many rows the parts below the text would like.
  static func rowsBelowText(_ state: ConsoleState) -> Int {
    guard let detail = state.detail else { return 0 }
    let told = detail.history.count { EventText.isNews($0) }
    let asides = (detail.state.stage == .proposed ? 1 : 0) + (state.claims[detail.item] == nil ? 0 : 1)
    let notes = min(detail.notes.count, DetailParts.mostTold) + (detail.earlier.isEmpty ? 0 : 1)
    return 5 + detail.flags.count + min(told, DetailParts.mostTold) + asides + notes
  }

  /// What else of the item than its text is on the screen, as a decision notes it: `thread`, `history`.
  static func context(_ state: ConsoleState, _ surroundings: Surroundings) -> [String] {
    guard let detail = state.detail else { return [] }
    let room = state.layout.detail.inside.rows - textRows(DetailText.lines(of: state, surroundings.care).count, state)
    var context: [String] = []
    for line in DetailParts(state, detail, surroundings).lines.prefix(max(0, room)) {
      if let name = line.context, !context.contains(name) { context.append(name) }
    }
    return context
  }

  private static func title(of detail: ItemDetail, _ surroundings: Surroundings) -> String {
    var parts = [detail.alias]
    if let posted = detail.posted {
      parts.append(Clock.date(surroundings.localTime(posted.instant)))
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
}
