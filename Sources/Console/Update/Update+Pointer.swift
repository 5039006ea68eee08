import Moderation
import Terminal

/// A mouse, where there is one: a click points at a row or a screen, the wheel moves. Nothing is decided by it.
extension ConsoleState {
  mutating func point(at place: CanvasPosition, _ surroundings: Surroundings) -> [Command] {
    guard overlay == nil, !committing else { return [] }
    if place.row == 1 {
      let tab = BarView.tabs(self, surroundings).first { $0.columns.contains(place.column) }
      return tab.map { perform(Instruction($0.screen.action), surroundings) } ?? []
    }
    let rows = layout.list.inside
    guard sideScreen == nil, (rows.row..<rows.row + rows.rows).contains(place.row),
      (rows.column..<rows.column + rows.columns).contains(place.column)
    else { return [] }
    let index = queue.top + place.row - rows.row
    guard queue.rows.indices.contains(index) else { return [] }
    return moveCursor(by: index - queue.cursor)
  }

  /// - Parameter steps: down, or up where it is negative.
  mutating func wheel(_ steps: Int, _ surroundings: Surroundings) -> [Command] {
    guard overlay == nil else { return [] }
    guard sideScreen == nil else {
      return (0..<abs(steps)).flatMap { _ in perform(Instruction(steps > 0 ? .down : .up), surroundings) }
    }
    return moveCursor(by: steps)
  }
}
