import Moderation
import Terminal

/// A note for colleagues, while it is written.
struct NoteDialog: Sendable, Equatable {
  var item: ItemID
  var field = TextField()
}

extension ConsoleState {
  mutating func press(_ key: Key, in open: NoteDialog) -> [Command] {
    var dialog = open
    switch key {
    case .escape:
      overlay = nil
      return []
    case .enter:
      guard dialog.field.text.contains(where: { !$0.isWhitespace }) else {
        return say(.problem("Write something, or leave with esc."))
      }
      overlay = nil
      return [.note(dialog.field.text, on: dialog.item)]
    default:
      _ = dialog.field.press(key)
      overlay = .note(dialog)
      return []
    }
  }
}

extension PickerView {
  static func draw(_ dialog: NoteDialog, in box: Layout.Area, on canvas: inout Canvas) {
    clear(box, on: &canvas)
    canvas.box(
      row: box.row, column: box.column, rows: box.rows, columns: box.columns, title: "note for colleagues",
      style: "dialog", titleStyle: "dialog.title")
    let inside = box.inside
    canvas.put(
      SafeText.truncated("⏎ keeps it, in the vault and for good · esc", to: max(1, inside.columns - 3)),
      row: inside.row + 2, column: inside.column + 1, style: "text.dim")
    FieldView.draw(dialog.field, prompt: "", row: inside.row, inside, on: &canvas)
  }
}
