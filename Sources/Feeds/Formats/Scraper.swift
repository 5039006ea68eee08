import Moderation

extension FeedFormat {
  /// What hosted scrapers deliver for YouTube, Facebook, Instagram and TikTok: flat rows with a few names of their own, and
  /// replies in lists (FORMATS § 4.5).
  static let scraper = FeedFormat(
    name: "scraper@1", title: "Hosted scrapers: YouTube, Facebook, Instagram, TikTok",
    .json(
      JSONFormat(
        lists: [],
        evidence: [
          .needs("records have text or comment") { sample in
            sample.records.contains { $0["text"]?.string != nil || $0["comment"]?.string != nil }
          },
          .adds(50, "names of a YouTube scraper") { sample in
            sample.records.contains {
              $0["cid"] != nil && ($0["replyToCid"] != nil || $0["publishedTimeText"] != nil || $0["pageUrl"] != nil)
            }
          },
          .record(50, "facebookUrl", "commentUrl", "facebookId"), .record(50, "ownerUsername", "postUrl"),
          .record(50, "videoWebUrl", "createTimeISO", "repliesToId"),
        ], map: Scraper.map)))
}

private enum Scraper {
  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    var waiting: [(JSONNode, String?)] = [(record, nil)]
    while let (node, parent) = waiting.popLast() {
      guard let id = try comment(node, parent: parent, &session) else { continue }
      var replies: [(JSONNode, String?)] = []
      for key in ["replies", "comments"] as [StaticString] {
        node[key]?.forEachElement { if $0.isObject { replies.append(($0, id)) } }
      }
      waiting += replies.reversed()
    }
  }

  private static func comment(_ node: JSONNode, parent: String?, _ session: inout FeedSession) throws -> String? {
    func first(_ keys: StaticString...) -> String? {
      for key in keys { if let value = node[key]?.id { return value } }
      return nil
    }
    guard let text = node["text"]?.string ?? node["comment"]?.string else {
      session.skip(at: node.offset, "there is no text in this record")
      return nil
    }
    var comment = Comment(first("cid", "id", "commentId"), on: platform(node), text: text)
    comment.parent = first("replyToCid", "replyToCommentId", "repliesToId", "parentId") ?? parent
    comment.thread = first("videoId", "pageUrl", "facebookUrl", "postUrl", "videoWebUrl", "inputUrl")
    comment.threadTitle = first("postTitle", "title")
    comment.permalink = first("commentUrl")
    comment.authorID = first("profileId", "ownerId", "uid")
    comment.setAuthor(first("profileName", "author", "ownerUsername", "uniqueId"))
    comment.authorHandle = first("ownerUsername", "uniqueId") ?? YouTube.handle(comment.authorName)
    comment.created = (node["date"] ?? node["timestamp"] ?? node["createTimeISO"] ?? node["createTime"])?.time
    if comment.created == nil { comment.keep("published", first("publishedTimeText")) }
    comment.likes = (node["likesCount"] ?? node["voteCount"] ?? node["diggCount"])?.int
    comment.replies =
      (node["replyCount"] ?? node["repliesCount"] ?? node["commentsCount"] ?? node["replyCommentTotal"])?.int
    comment.state = .published
    if comment.platform == "youtube", comment.parent == nil { comment.parent = YouTube.parent(of: comment.id) }
    session.drop(["profilePicture", "profileUrl", "ownerProfilePicUrl", "avatarThumbnail", "avatar"], of: node)
    try session.emit(comment, at: node.offset)
    return comment.id
  }

  private static func platform(_ node: JSONNode) -> String {
    if node["facebookUrl"] != nil || node["profileName"] != nil || node["facebookId"] != nil { return "facebook" }
    if node["ownerUsername"] != nil { return "instagram" }
    if node["videoWebUrl"] != nil || node["diggCount"] != nil || node["uniqueId"] != nil { return "tiktok" }
    return "youtube"
  }
}
