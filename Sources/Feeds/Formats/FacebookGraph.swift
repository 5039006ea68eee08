import Moderation

extension FeedFormat {
  /// Facebook Graph API: pages of a post's comments (FORMATS § 4.1).
  static let facebookGraph = FeedFormat(
    name: "facebook-graph@1", title: "Facebook Graph API: comments of a post",
    .json(
      JSONFormat(
        lists: ["data"],
        evidence: [
          .adds(70, "records are Graph comments") { sample in sample.records.contains(where: FacebookGraph.answers) },
          .adds(40, "it is an empty page") { FacebookGraph.isEmptyPage($0.page) },
        ], mapsCut: true, map: FacebookGraph.map)))
}

private enum FacebookGraph {
  private static let own: [StaticString] = ["can_hide", "is_hidden", "permalink_url", "comment_count"]

  /// A comment, or an answer keyed by id.
  static func answers(_ record: JSONNode) -> Bool {
    if isComment(record) { return true }
    var answersByID = false
    record.forEachMember { _, value in
      if isComment(value) || value["data"]?.first.map(isComment) == true { answersByID = true }
    }
    return answersByID
  }

  static func isEmptyPage(_ page: JSONNode) -> Bool {
    guard page.isObject, page["data"]?.isArray == true, page["data"]?.first == nil else { return false }
    var isPage = true
    page.forEachMember { key, _ in
      if !["data", "paging", "summary"].contains(key.string ?? "") { isPage = false }
    }
    return isPage
  }

  private static func isComment(_ node: JSONNode) -> Bool {
    guard node["created_time"] != nil || node["message"] != nil, node["sender_name"] == nil else { return false }
    return own.contains { node[$0] != nil } || (node["created_time"] != nil && node["message"] != nil)
  }

  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    let marks: [StaticString] = ["message", "created_time", "permalink_url", "id"]
    if marks.contains(where: { record[$0] != nil }) { return try comments(record, &session) }
    // `?ids=a,b` answers an object keyed by id, of comments or of pages.
    var found = false
    try record.forEachMember { _, value in
      guard value.isObject else { return }
      found = true
      if let page = value["data"] ?? value["comments"]?["data"] {
        try page.forEachElement { try comments($0, &session) }
      } else {
        try comments(value, &session)
      }
    }
    if !found, !record.isCut { session.skip(at: record.offset, "a Facebook record without id, message or time") }
  }

  /// A comment and the replies that came with it, in their order.
  private static func comments(_ record: JSONNode, _ session: inout FeedSession) throws {
    var waiting: [(node: JSONNode, parent: String?)] = [(record, nil)]
    while let (node, parent) = waiting.popLast() {
      guard node.isObject else {
        session.skip(at: node.offset, "expected a comment object")
        continue
      }
      // A post with its comments: it is not counted, and they are at top level.
      let isPost = isPost(node)
      let id = isPost ? "" : try comment(node, parent: parent, &session)
      var replies: [(JSONNode, String?)] = []
      node["comments"]?["data"]?.forEachElement { replies.append(($0, id.isEmpty ? nil : id)) }
      waiting += replies.reversed()
      if node["comments"]?["paging"]?["next"] != nil, let all = node["comment_count"]?.int, all > replies.count {
        session.note("some replies are not in this export: Facebook delivers them page by page")
      }
    }
  }

  /// A comment's replies have ids that begin as its own does; a post's comments begin with the post's number.
  private static func isPost(_ node: JSONNode) -> Bool {
    let own: [StaticString] = ["shares", "status_type", "story", "full_picture", "is_published"]
    if own.contains(where: { node[$0] != nil }) { return true }
    guard let id = node["id"]?.id, let first = node["comments"]?["data"]?.first?["id"]?.id else { return false }
    let number = id.split(separator: "_").last.map(String.init)
    return prefix(first) != nil && prefix(first) == number && prefix(first) != prefix(id)
  }

  private static func comment(
    _ node: JSONNode, parent: String?, _ session: inout FeedSession
  ) throws -> String {
    let link = node["permalink_url"]?.nonEmpty
    let id =
      node["id"]?.id ?? link.flatMap {
        WebAddress.parameter("reply_comment_id", $0) ?? WebAddress.parameter("comment_id", $0)
      }
      ?? ""
    guard !node.isCut else { return id }
    var comment = Comment(id, on: "facebook", text: node["message"]?.string ?? "")
    comment.thread = link.flatMap { WebAddress.segment(after: "/posts/", $0) } ?? prefix(id)
    comment.channel = link.flatMap { WebAddress.segment(after: "facebook.com/", $0) }
    comment.parent = node["parent"]?["id"]?.id ?? parent
    // A parent that is the post itself means top level.
    if comment.parent == comment.thread { comment.parent = nil }
    comment.permalink = link
    comment.authorID = node["from"]?["id"]?.id
    comment.setAuthor(node["from"]?["name"]?.nonEmpty)
    comment.created = node["created_time"]?.time
    comment.state = node["is_hidden"]?.bool == true || node["is_private"]?.bool == true ? .hidden : .published
    comment.likes = node["like_count"]?.int
    comment.replies = node["comment_count"]?.int
    let attachment = node["attachment"]
    for address in [attachment?["media"]?["image"]?["src"], attachment?["url"], attachment?["target"]?["url"]] {
      comment.attach(address?.nonEmpty)
    }
    for key in ["can_hide", "can_remove", "can_reply_privately"] as [StaticString] {
      comment.keep(key.description, node[key]?.scalar)
    }
    if node["from"]?["picture"] != nil { session.drop("from.picture") }
    try session.emit(comment, at: node.offset)
    return id
  }

  private static func prefix(_ id: String) -> String? {
    id.contains("_") ? String(id.prefix { $0 != "_" }) : nil
  }
}
