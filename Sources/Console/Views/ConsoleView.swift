import Desk
import Moderation
import Terminal

/// Draws the state. Pure: the same state gives the same canvas.
public func view(_ state: ConsoleState, _ surroundings: Surroundings) -> Canvas {
  var canvas = Canvas(size: state.size)
  guard state.size.columns >= Layout.smallest.columns, state.size.rows >= Layout.smallest.rows else {
    canvas.put("docket needs 40×10", row: 0, column: 0, style: "error")
    canvas.put("this is \(state.size.columns)×\(state.size.rows)", row: 1, column: 0, style: "text")
    return canvas
  }
  let layout = state.layout
  BarView.draw(state, surroundings, on: &canvas)
  if let side = state.sideScreen {
    side.draw(state.room(surroundings), on: &canvas)
  } else {
    if layout.list.rows > 2 { ListView.draw(state, surroundings, in: layout.list, on: &canvas) }
    if layout.detail.rows > 1 { DetailView.draw(state, surroundings, in: layout.detail, on: &canvas) }
  }
  FooterView.draw(state, surroundings.keys, row: layout.footer, on: &canvas)
  drawOverlay(state, surroundings, layout, on: &canvas)
  return canvas
}

private func drawOverlay(
  _ state: ConsoleState, _ surroundings: Surroundings, _ layout: Layout, on canvas: inout Canvas
) {
  let keys = surroundings.keys
  switch (state.overlay, layout.dialog) {
  case (.help(let page), _): HelpView.draw(page, keys, on: &canvas)
  case (.palette(let palette), _): PaletteView.draw(palette, keys, on: &canvas)
  case (.query(let line), _): QueryView.draw(line, state, on: &canvas)
  case (.filters(let panel), _): FilterPanelView.draw(panel, state, on: &canvas)
  case (.why(let sentences, let top), _): WhyView.draw(sentences, top: top, state, surroundings, on: &canvas)
  case (.page(let page), _): TextPageView.draw(page, state, surroundings, on: &canvas)
  case (.tour(let page), _): TourView.draw(page, keys, on: &canvas)
  case (.snooze(let menu, _), let box?): PickerView.draw(menu, surroundings, in: box, on: &canvas)
  case (.picker(let picker), let box?): PickerView.draw(picker, surroundings, in: box, on: &canvas)
  case (.rationale(let picker, let field), let box?): PickerView.drawRationale(picker, field, in: box, on: &canvas)
  case (.note(let dialog), let box?): PickerView.draw(dialog, in: box, on: &canvas)
  case (.confirm(let plan), let box?): PickerView.draw(plan, in: box, on: &canvas)
  case (.side(let dialog), let box?): SideDialogView.draw(dialog, in: box, on: &canvas)
  case (nil, _): if !state.pending.isEmpty { WhichKeyView.draw(state, keys, on: &canvas) }
  case (.snooze, nil), (.picker, nil), (.rationale, nil), (.confirm, nil), (.note, nil), (.side, nil),
    (.search, _):
    break
  }
}

extension Canvas {
  /// Writes pieces one after the other, clipped to `width`; returns the column after the last.
  @discardableResult
  mutating func put(_ pieces: [DetailText.Piece], row: Int, column: Int, width: Int) -> Int {
    var at = column
    for piece in pieces where at < column + width {
      at = put(piece.text, row: row, column: at, width: column + width - at, style: piece.style)
    }
    return at
  }

  /// Writes text that ends at the right edge of an area.
  mutating func putRight(_ text: String, row: Int, end: Int, style: Style) {
    put(text, row: row, column: max(0, end - SafeText.width(text)), width: .max, style: style)
  }
}
