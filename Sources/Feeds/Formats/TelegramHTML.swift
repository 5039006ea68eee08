import Moderation

extension FeedFormat {
  /// Telegram Desktop's export as HTML: `messages.html` (FORMATS § 4.12). The JSON export says more.
  static let telegramHTML = FeedFormat(
    name: "telegram-html@1", title: "Telegram export as HTML: messages.html",
    .text(
      TextFormat(
        evidence: [
          .html, .has(60, "class=\"message default"), .has(20, "class=\"page_header\""),
          .has(20, "pull_right date details"),
          .adds(30, "it has messages of Telegram") { $0.has("class=\"message service\"") && $0.has("id=\"message") },
        ], run: TelegramPage.run)))
}

private struct TelegramPage {
  private var comment: Comment?
  private var begin = 0
  private var author: String?
  private var title: String?

  @Sendable static func run(_ window: FeedWindow, _ start: Int, _ session: inout FeedSession) throws {
    var page = TelegramPage()
    session.note("the HTML export says less than the JSON one: export again as JSON if you can")
    try HTMLBlocks.forEach(window, from: start) { block in
      try page.take(block, &session)
    }
    try page.flush(&session)
  }

  private mutating func take(_ block: HTMLBlocks.Block, _ session: inout FeedSession) throws {
    let name = XMLText.attribute(block.tag, "class") ?? ""
    if name.hasPrefix("message ") {
      try flush(&session)
      session.release(before: block.offset)
      guard name.hasPrefix("message default") else { return }
      let id = XMLText.attribute(block.tag, "id").map { $0.hasPrefix("message") ? String($0.dropFirst(7)) : $0 }
      comment = Comment(id, on: "telegram")
      comment?.state = .published
      comment?.threadTitle = title
      comment?.channel = title
      // A message that is joined to the one above has its author.
      if name.contains("joined") { comment?.setAuthor(author) }
      begin = block.offset
      return
    }
    guard comment != nil else {
      if name == "text bold", title == nil { title = HTMLText.plain(block.html) }
      return
    }
    switch name {
    case "from_name":
      author = HTMLText.plain(block.html)
      comment?.setAuthor(author)
    case "text": comment?.setHTML(block.html.trimmedBlanks)
    case "pull_right date details": comment?.created = XMLText.attribute(block.tag, "title").flatMap(Self.time)
    case "reply_to details":
      comment?.parent = block.html.firstRange(of: "go_to_message").map {
        String(block.html[$0.upperBound...].prefix { $0.isNumber })
      }
    default:
      if name.contains("_wrap"), let path = XMLText.attribute(block.tag, "href") { comment?.attach(path) }
    }
  }

  private mutating func flush(_ session: inout FeedSession) throws {
    guard let done = comment.take() else { return }
    try session.emit(done, at: begin)
  }

  /// `05.01.2024 12:30:05 UTC+13:00`
  private static func time(_ title: String) -> PlatformTime? {
    TimeParser.parse(title.replacing(" UTC+", with: " +").replacing(" UTC-", with: " -"))
  }
}

extension String {
  /// Without blanks and line ends at either end.
  fileprivate var trimmedBlanks: String { FeedText.trimmed(self) }
}
