import Moderation

extension FeedFormat {
  /// Coral's database: comments by the line, version 5 and later and version 4 (FORMATS § 4.14).
  static let coral = FeedFormat(
    name: "coral@1", title: "Coral comments: database lines",
    .json(
      JSONFormat(
        lists: ["comments", "data.comments.nodes"],
        evidence: [
          .record(60, "storyID", "asset_id"), .record(30, "revisions", "body_history"),
          .record(20, "tenantID", "authorID"),
        ], map: Coral.map)))
}

private enum Coral {
  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    guard record["id"] != nil || record["body"] != nil || record["revisions"] != nil else {
      return session.skip(at: record.offset, "a Coral comment without id and body")
    }
    var comment = Comment(record["id"]?.id, on: "coral")
    var revisions = 0
    var last: JSONNode?
    (record["revisions"] ?? record["body_history"])?.forEachElement {
      last = $0
      revisions += 1
    }
    comment.setHTML((record["body"] ?? last?["body"])?.string ?? "")
    comment.parent = (record["parentID"] ?? record["parent_id"])?.id
    comment.thread = (record["storyID"] ?? record["asset_id"])?.id
    comment.channel = record["siteID"]?.id
    comment.authorID = (record["authorID"] ?? record["author_id"])?.id
    comment.created = time(record["createdAt"] ?? record["created_at"])
    if revisions > 1 { comment.edited = time(last?["createdAt"] ?? last?["created_at"]) }
    comment.likes = record["actionCounts"]?["REACTION"]?.int
    comment.replies = record["childCount"]?.int
    comment.state = record["deletedAt"] == nil ? state(record["status"]?.string) : .deleted
    // An approval names the revision that was read.
    comment.keep("revisionId", last?["id"]?.id)
    session.drop(["metadata"], of: record)
    try session.emit(comment, at: record.offset)
  }

  static func state(_ status: String?) -> Comment.PlatformState {
    switch status {
    case "NONE", "APPROVED", "ACCEPTED": .published
    case "REJECTED": .hidden
    case "PREMOD", "SYSTEM_WITHHELD": .held
    default: .unknown
    }
  }

  /// `"2024-…"`, `{"$date":"2024-…"}` or `{"$date":{"$numberLong":"1725…"}}`.
  private static func time(_ node: JSONNode?) -> PlatformTime? {
    guard let node else { return nil }
    guard let date = node["$date"] else { return node.time }
    return date.time ?? date["$numberLong"]?.time
  }
}
