import Moderation

extension FeedFormat {
  /// Instagram Graph API: comments of a post with their replies (FORMATS § 4.3).
  static let instagramGraph = FeedFormat(
    name: "instagram-graph@1", title: "Instagram Graph API: comments of a post",
    .json(
      JSONFormat(
        lists: ["data", "comments.data"],
        evidence: [
          .adds(25, "records have text, timestamp, id") { sample in
            sample.records.contains { $0["text"] != nil && $0["timestamp"] != nil && $0["id"] != nil }
          },
          .adds(30, "timestamps end in +0000") { sample in
            sample.records.contains { $0["timestamp"]?.string?.hasSuffix("+0000") == true }
          },
          .record(30, "hidden", "media", "parent_id", "like_count"), .record(5, "username", "from", "replies"),
          .needs("times end in +0000, or there is hidden, media or replies") { sample in
            sample.records.contains { record in
              let keys: [StaticString] = ["hidden", "media", "replies"]
              return record["timestamp"]?.string?.hasSuffix("+0000") == true || keys.contains { record[$0] != nil }
            }
          },
          .needs("records are not of Threads") { sample in
            !sample.records.contains {
              $0["hide_status"] != nil || $0["root_post"] != nil || $0["is_reply"] != nil || $0["ownerUsername"] != nil
                || $0["media_product_type"] != nil
            }
          },
          .needs("records have a timestamp") { sample in sample.records.contains { $0["timestamp"] != nil } },
        ], map: InstagramGraph.map)))
}

private enum InstagramGraph {
  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    // A post's own page names it.
    let media = page.node?["comments"] == nil ? nil : page.nonEmpty("id")
    try comment(record, parent: nil, media: media, &session)
    try record["replies"]?["data"]?.forEachElement {
      try comment($0, parent: record["id"]?.id, media: media, &session)
    }
  }

  private static func comment(_ node: JSONNode, parent: String?, media: String?, _ session: inout FeedSession) throws {
    guard node["text"] != nil || node["id"] != nil else {
      return session.skip(at: node.offset, "an Instagram comment without id and text")
    }
    var comment = Comment(node["id"]?.id, on: "instagram", text: node["text"]?.string ?? "")
    comment.parent = node["parent_id"]?.id ?? parent
    comment.thread = node["media"]?["id"]?.id ?? media
    comment.authorID = node["from"]?["id"]?.id ?? node["user"]?["id"]?.id
    comment.setAuthor(node["username"]?.nonEmpty ?? node["from"]?["username"]?.nonEmpty)
    comment.authorHandle = comment.authorName
    comment.created = node["timestamp"]?.time
    comment.state = node["hidden"]?.bool == true ? .hidden : .published
    comment.likes = node["like_count"]?.int
    var replies: Int?
    node["replies"]?["data"]?.forEachElement { _ in replies = (replies ?? 0) + 1 }
    comment.replies = replies
    try session.emit(comment, at: node.offset)
  }
}
