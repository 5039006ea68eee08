/// The lines of a text, read on as needed.
struct LineReader {
  /// What is longer is given in pieces.
  private static let limit = 1 << 20

  private let window: FeedWindow
  private var at: Int
  /// Where the last line begins.
  private(set) var start: Int

  init(_ window: FeedWindow, from start: Int) {
    self.window = window
    at = start
    self.start = start
  }

  /// Where the next line begins.
  var end: Int { at }

  /// The next line without its end, LF or CRLF. Good until the place is released.
  mutating func next() -> UnsafeRawBufferPointer? {
    guard window.byte(at) != nil else { return nil }
    start = at
    let found = window.find(0x0A, from: at, limit: at + Self.limit)
    var end = found ?? min(window.available, at + Self.limit)
    at = found.map { $0 + 1 } ?? end
    if found != nil, end > start, window.bytes[end - 1] == 0x0D { end -= 1 }
    return UnsafeRawBufferPointer(rebasing: window.bytes[start..<end])
  }
}
