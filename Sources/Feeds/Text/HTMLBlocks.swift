/// The elements of an HTML page, one after the other, without a tree: pages of exports are long and flat.
enum HTMLBlocks {
  struct Block {
    var offset: Int
    /// The start tag.
    var tag: UnsafeRawBufferPointer
    /// What stands between it and the next tag that opens or closes a block.
    var html: String
  }

  /// An element's own content is at most this long.
  private static let limit = 256 << 10

  /// Calls `body` with every block element of the page: its start tag, and the inline HTML up to the next.
  static func forEach(_ window: FeedWindow, from start: Int, _ body: (Block) throws -> Void) throws {
    var scanner = XMLScanner(window, from: start)
    var open: (start: Int, end: Int)?
    while true {
      let event = scanner.next()
      switch event {
      case .open(let name, _) where isBlock(name):
        if let block = open { try body(make(window, block, scanner.start)) }
        open = (scanner.start, scanner.at)
      case .close(let name) where isBlock(name):
        if let block = open { try body(make(window, block, scanner.start)) }
        open = nil
      case .end, .cut:
        if let block = open { try body(make(window, block, window.available)) }
        return
      case .open, .close, .text: break
      }
    }
  }

  private static func make(_ window: FeedWindow, _ block: (start: Int, end: Int), _ end: Int) -> Block {
    Block(
      offset: block.start, tag: UnsafeRawBufferPointer(rebasing: window.bytes[block.start..<block.end]),
      html: FeedText.decoded(
        UnsafeRawBufferPointer(rebasing: window.bytes[block.end..<min(end, block.end + limit)])))
  }

  private static let names: [StaticString] = [
    "div", "p", "td", "th", "tr", "li", "ul", "ol", "table", "body", "title", "h1", "h2", "h3", "section", "article",
    "header", "footer", "main", "style", "script", "a",
  ]

  private static func isBlock(_ name: XMLScanner.Name) -> Bool {
    // A link that wraps a file or a picture is a block of its own.
    names.contains { name.isEqual($0) }
  }
}
