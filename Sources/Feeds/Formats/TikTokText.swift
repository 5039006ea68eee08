import Moderation

extension FeedFormat {
  /// TikTok's download as text: blocks of `Date: …` and `Comment: …` (FORMATS § 4.13).
  static let tikTokText = FeedFormat(
    name: "tiktok-text@1", title: "TikTok download as text: Comments.txt",
    .text(
      TextFormat(
        evidence: [
          .adds(80, "it has blocks of Date: and Comment:") { sample in
            let lines = sample.lines(40)
            let date = lines.firstIndex { $0.hasPrefix("Date: ") && TimeParser.parse(String($0.dropFirst(6))) != nil }
            return date.map { lines[$0...].prefix(3).contains { $0.hasPrefix("Comment: ") } } ?? false
          }
        ], run: TikTokText.run)))
}

private enum TikTokText {
  @Sendable static func run(_ window: FeedWindow, _ start: Int, _ session: inout FeedSession) throws {
    var comment: Comment?
    var begin = start
    var isText = false
    var lines = LineReader(window, from: start)
    while let line = lines.next() {
      let text = FeedText.decoded(line)
      if text.hasPrefix("Date: ") {
        if let done = comment.take() { try session.emit(trimmed(done), at: begin) }
        session.release(before: lines.start)
        comment = Comment(nil, on: "tiktok")
        comment?.state = .published
        comment?.created = TimeParser.parse(String(text.dropFirst(6)), isUTC: true)
        begin = lines.start
        isText = false
      } else if text.hasPrefix("Comment: "), comment?.text.isEmpty == true {
        comment?.text = String(text.dropFirst(9))
        isText = true
      } else if text.hasPrefix("Url: ") || text.hasPrefix("Photo: ") {
        let value = text.drop { $0 != " " }.dropFirst()
        if value != "N/A" {
          if text.hasPrefix("Url") { comment?.permalink = String(value) } else { comment?.attach(String(value)) }
        }
        isText = false
      } else if isText {
        comment?.text += "\n" + text
      }
    }
    if let comment { try session.emit(trimmed(comment), at: begin) }
  }

  private static func trimmed(_ comment: Comment) -> Comment {
    var comment = comment
    comment.text = FeedText.trimmed(comment.text)
    return comment
  }
}
