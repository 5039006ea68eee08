import Moderation

extension FeedFormat {
  /// Facebook's and Instagram's download as HTML: `comments.html` (FORMATS § 4.2). Class names change with every release and
  /// dates are in the viewer's language, so this goes by what stands between dates. The JSON download says more.
  static let facebookHTML = FeedFormat(
    name: "facebook-html@1", title: "Facebook or Instagram download as HTML",
    .text(
      TextFormat(
        evidence: [
          .html, .has(40, "_a6-g"), .has(20, "_a6-p"), .has(20, "_a6-o"), .has(20, "_a72d"),
          .adds(20, "its title is of comments") { sample in
            sample.has("<title>Comments") || sample.has("<title>Your comments") || sample.has("<title>Post comments")
          },
        ], run: FacebookPage.run)))
}

private enum FacebookPage {
  @Sendable static func run(_ window: FeedWindow, _ start: Int, _ session: inout FeedSession) throws {
    session.note("the HTML download says less than the JSON one, and not in which zone its times are")
    // What was said since the last date: the heading first, then the text.
    var words: [(html: String, offset: Int)] = []
    try HTMLBlocks.forEach(window, from: start) { block in
      guard !isSkipped(block) else { return }
      let text = HTMLText.plain(block.html)
      guard !text.isEmpty else { return }
      guard let time = TimeParser.parse(text) else { return words.append((block.html, block.offset)) }
      if let comment = comment(words, time) { try session.emit(comment, at: words.first?.offset ?? block.offset) }
      words = []
      session.release(before: block.offset)
    }
  }

  private static func isSkipped(_ block: HTMLBlocks.Block) -> Bool {
    let tag = block.tag.prefix(8)
    return tag.starts(with: "<title".utf8) || tag.starts(with: "<style".utf8) || tag.starts(with: "<script".utf8)
      || tag.starts(with: "<body".utf8) || tag.starts(with: "<header".utf8) || tag.starts(with: "<h1".utf8)
  }

  private static func comment(_ words: [(html: String, offset: Int)], _ time: PlatformTime) -> Comment? {
    guard let last = words.last else { return nil }
    var comment = Comment(nil, on: "facebook")
    // "A commented on B's post." alone was a sticker.
    let heading = words.count > 1 ? words[words.count - 2].html : nil
    comment.setHTML(last.html)
    comment.threadTitle = heading.map(HTMLText.plain)
    comment.created = time
    comment.state = .published
    return comment
  }
}
