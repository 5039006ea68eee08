import Moderation

extension FeedFormat {
  /// Reddit's API: a post's listings, a user's comments, `morechildren` (FORMATS § 4.6).
  static let redditAPI = FeedFormat(
    name: "reddit@1", title: "Reddit API: listings of comments",
    .json(
      JSONFormat(
        lists: ["data.children", "json.data.things"],
        evidence: [
          .adds(60, "records are of kind t1") { sample in
            sample.records.contains { $0["kind"]?.string == "t1" || $0["data"]?["body"] != nil && $0["snippet"] == nil }
          },
          .adds(40, "it is a Listing") { sample in
            sample.page["kind"]?.string == "Listing" || sample.page.first?["kind"]?.string == "Listing"
          },
          .adds(40, "the page has json.data.things") { $0.page["json"]?["data"]?["things"] != nil },
          .adds(20, "records are of kind t3") { sample in sample.records.contains { $0["kind"]?.string == "t3" } },
        ], mapsCut: true, map: RedditAPI.map)))
}

private enum RedditAPI {
  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    var waiting = [record]
    while let node = waiting.popLast() {
      guard let data = node["data"] ?? (node["body"] != nil ? node : nil) else { continue }
      switch node["kind"]?.string {
      case "more":
        var missing = data["count"]?.int ?? 0
        if missing == 0 { data["children"]?.forEachElement { _ in missing += 1 } }
        if missing > 0 { session.note("Reddit left comments out behind \"load more\": fetch them with morechildren") }
      case "t3", "t5", "t2":
        if let id = data["id"]?.id { session.memory["reddit:title:" + id] = data["title"]?.nonEmpty }
      default:
        try comment(data, node, &session)
        var replies: [JSONNode] = []
        data["replies"]?["data"]?["children"]?.forEachElement { replies.append($0) }
        waiting += replies.reversed()
      }
    }
  }

  private static func comment(_ data: JSONNode, _ node: JSONNode, _ session: inout FeedSession) throws {
    guard !data.isCut else { return }
    guard data["body"] != nil || data["id"] != nil else {
      return session.skip(at: node.offset, "a Reddit comment without id and body")
    }
    let title = data["link_id"]?.id.flatMap { session.memory["reddit:title:" + $0.dropFirst(3)] }
    try session.emit(RedditComment.comment(data, title: title), at: node.offset)
  }
}
