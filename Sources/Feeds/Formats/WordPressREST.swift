import Moderation

extension FeedFormat {
  /// WordPress REST API: `wp/v2/comments` (FORMATS § 4.8).
  static let wordPressREST = FeedFormat(
    name: "wp-rest@1", title: "WordPress REST API: wp/v2/comments",
    .json(
      JSONFormat(
        lists: [],
        evidence: [
          .adds(70, "records have author_name and content.rendered") { sample in
            sample.records.contains { $0["content"]?["rendered"] != nil && $0["author_name"] != nil }
          },
          .adds(40, "records have content.rendered and post") { sample in
            sample.records.contains { $0["content"]?["rendered"] != nil && $0["post"] != nil }
          },
        ], map: WordPressREST.map)))
}

private enum WordPressREST {
  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    guard record["content"] != nil || record["id"] != nil else {
      return session.skip(at: record.offset, "a WordPress comment without id and content")
    }
    var comment = Comment(record["id"]?.id, on: "wordpress")
    comment.setHTML(record["content"]?["raw"]?.string ?? record["content"]?["rendered"]?.string ?? "")
    comment.parent = record["parent"]?.idOrZero
    comment.thread = record["post"]?.idOrZero
    comment.authorID = record["author"]?.idOrZero
    comment.setAuthor(record["author_name"]?.nonEmpty.map(HTMLText.plain))
    comment.created = record["date_gmt"]?.time(isUTC: true) ?? record["date"]?.time
    comment.permalink = record["link"]?.nonEmpty
    // Without rights to edit only published comments are delivered.
    comment.state = record["status"]?.string.map(WordPress.state) ?? .published
    comment.kind = WordPress.kind(record["type"]?.string, &comment)
    session.drop(["author_email", "author_ip", "author_url", "author_avatar_urls", "author_user_agent"], of: record)
    try session.emit(comment, at: record.offset)
  }
}
