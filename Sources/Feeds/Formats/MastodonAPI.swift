import Moderation

extension FeedFormat {
  /// Mastodon's API: statuses, and the context of one (FORMATS § 4.10).
  static let mastodonAPI = FeedFormat(
    name: "mastodon-api@1", title: "Mastodon API: statuses, context",
    .json(
      JSONFormat(
        lists: ["ancestors", "descendants", "statuses"],
        evidence: [
          .adds(80, "records have account, content, uri") { sample in
            sample.records.contains {
              $0["account"]?.isObject == true && $0["content"] != nil && ($0["uri"] != nil || $0["visibility"] != nil)
            }
          },
          .page(40, "ancestors", "descendants"),
        ], map: MastodonAPI.map)))
}

private enum MastodonAPI {
  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    guard let account = record["account"] else { return session.skip(at: record.offset, "a status without account") }
    let reblog = record["reblog"]
    let status = reblog ?? record
    var comment = Comment(record["id"]?.id, on: "mastodon")
    comment.setHTML(status["content"]?.string ?? "")
    if let warning = status["spoiler_text"]?.nonEmpty {
      comment.text = "[CW: \(warning)]" + (comment.text.isEmpty ? "" : "\n" + comment.text)
    }
    comment.parent = record["in_reply_to_id"]?.id
    comment.authorID = account["id"]?.id
    // `mere@example.nz` is an account on another server, no e-mail address: it is written with a sign in front.
    comment.authorHandle = (account["acct"]?.nonEmpty ?? account["username"]?.nonEmpty).map { "@" + $0 }
    comment.setAuthor(account["display_name"]?.nonEmpty ?? comment.authorHandle)
    comment.created = record["created_at"]?.time
    comment.edited = record["edited_at"]?.time
    comment.language = status["language"]?.nonEmpty.flatMap(Language.known)
    comment.permalink = record["url"]?.nonEmpty ?? record["uri"]?.nonEmpty
    comment.likes = status["favourites_count"]?.int
    comment.replies = status["replies_count"]?.int
    comment.kind = reblog == nil ? .comment : .repost
    comment.state = .published
    if let visibility = record["visibility"]?.string, visibility == "private" || visibility == "direct" {
      comment.keep("visibility", visibility)
      session.note("some of these posts were not public (visibility private or direct)")
    }
    status["media_attachments"]?.forEachElement { comment.attach($0["url"]?.nonEmpty) }
    session.drop(["note", "avatar", "header", "followers_count", "fields"], of: account)
    try session.emit(comment, at: record.offset)
  }
}
