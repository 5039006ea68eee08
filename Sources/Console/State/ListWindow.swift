/// A part of a list that is too long to hold: the rows around the cursor, and how to get more.
///
/// Rows never move under the cursor: a decided row stays where it is until the list is read anew.
struct ListWindow<Row: Sendable & Equatable>: Sendable, Equatable {
  private(set) var rows: [Row] = []
  /// Index into `rows`.
  private(set) var cursor = 0
  /// Index of the first row on the screen.
  private(set) var top = 0
  private(set) var reachedStart = false
  private(set) var reachedEnd = false
  /// Which end is being read; nil when none is.
  var loading: Edge?

  enum Edge: Sendable, Equatable { case start, end }

  /// Rows are read this many at a time.
  static var page: Int { 200 }
  /// More than this are not held: the far end is dropped and read again when it is wanted.
  static var most: Int { 1200 }

  var current: Row? { rows.indices.contains(cursor) ? rows[cursor] : nil }

  /// Starts anew with the first rows of the list, or the last.
  mutating func replace(with rows: [Row], edge: Edge, cursor: Int? = nil) {
    self = ListWindow()
    self.rows = rows
    reachedStart = edge == .start || rows.count < Self.page
    reachedEnd = edge == .end || rows.count < Self.page
    self.cursor = min(max(0, cursor ?? (edge == .start ? 0 : rows.count - 1)), max(0, rows.count - 1))
    top = max(0, edge == .start ? 0 : self.cursor)
  }

  /// Starts anew from the middle of the list: so many rows before the cursor, the rest after it. The cursor stays on the
  /// line of the screen where it was.
  mutating func replace(with rows: [Row], cursor: Int, wanted: Int) {
    let line = self.rows.isEmpty ? 0 : self.cursor - top
    self = ListWindow()
    self.rows = rows
    reachedStart = cursor < wanted
    reachedEnd = rows.count - cursor < wanted
    self.cursor = min(max(0, cursor), max(0, rows.count - 1))
    top = max(0, self.cursor - line)
  }

  mutating func append(_ more: [Row]) {
    loading = nil
    reachedEnd = more.count < Self.page
    rows += more
    let surplus = rows.count - Self.most
    guard surplus > 0, cursor >= surplus, top >= surplus else { return }
    rows.removeFirst(surplus)
    cursor -= surplus
    top -= surplus
    reachedStart = false
  }

  mutating func prepend(_ more: [Row]) {
    loading = nil
    reachedStart = more.count < Self.page
    rows.insert(contentsOf: more, at: 0)
    cursor += more.count
    top += more.count
    let surplus = rows.count - Self.most
    guard surplus > 0, cursor < Self.most else { return }
    rows.removeLast(surplus)
    reachedEnd = false
  }

  mutating func move(to index: Int) { cursor = min(max(0, index), max(0, rows.count - 1)) }

  mutating func move(by distance: Int) { move(to: cursor + distance) }

  /// Scrolls just so far that the cursor is on a screen of `height` rows.
  mutating func scroll(height: Int) {
    guard height > 0 else { return }
    if cursor < top { top = cursor }
    if cursor >= top + height { top = cursor - height + 1 }
    top = max(0, min(top, max(0, rows.count - height)))
  }

  /// Which end must be read soon, because the cursor is within a page of it.
  func wanted(height: Int) -> Edge? {
    guard loading == nil, !rows.isEmpty else { return nil }
    if !reachedEnd, cursor + 2 * height >= rows.count { return .end }
    if !reachedStart, cursor < 2 * height { return .start }
    return nil
  }

  mutating func update(where matches: (Row) -> Bool, _ change: (inout Row) -> Void) {
    for index in rows.indices where matches(rows[index]) { change(&rows[index]) }
  }
}
