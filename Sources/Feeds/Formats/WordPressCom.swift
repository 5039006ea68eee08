import Moderation

extension FeedFormat {
  /// WordPress.com REST API v1.1 (FORMATS § 4.8).
  static let wordPressCom = FeedFormat(
    name: "wpcom@1", title: "WordPress.com REST API v1.1: comments",
    .json(
      JSONFormat(
        lists: ["comments"],
        evidence: [
          .needsRecord("ID"),
          .needs("there is a post, raw_content or found") { sample in
            sample.page["found"] != nil || sample.records.contains { $0["post"] != nil || $0["raw_content"] != nil }
          },
          .record(40, "post", "raw_content"), .record(40, "content"),
          .page(20, "found", "comments"),
        ], map: WordPressCom.map)))
}

private enum WordPressCom {
  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    guard let id = record["ID"]?.id else {
      return session.skip(at: record.offset, "a WordPress.com comment without ID")
    }
    var comment = Comment(id, on: "wordpress")
    comment.setHTML(record["raw_content"]?.string ?? record["content"]?.string ?? "")
    comment.parent = record["parent"]?["ID"]?.id
    comment.thread = record["post"]?["ID"]?.id
    comment.threadTitle = record["post"]?["title"]?.nonEmpty.map(HTMLText.plain)
    comment.authorID = record["author"]?["ID"]?.idOrZero
    comment.setAuthor(record["author"]?["name"]?.nonEmpty.map(HTMLText.plain))
    comment.authorHandle = record["author"]?["login"]?.nonEmpty
    comment.created = record["date"]?.time
    comment.permalink = record["URL"]?.nonEmpty
    comment.state = WordPress.state(record["status"]?.string)
    comment.kind = WordPress.kind(record["type"]?.string, &comment)
    comment.likes = record["like_count"]?.int
    session.drop(["email", "ip_address", "avatar_URL", "profile_URL", "URL"], of: record["author"])
    try session.emit(comment, at: record.offset)
  }
}
