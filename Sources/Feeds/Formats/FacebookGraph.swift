import Moderation

extension FeedFormat {
  /// Facebook Graph API: pages of a post's comments (FORMATS § 4.1).
  static let facebookGraph = FeedFormat(
    name: "facebook-graph@1",
    notation: .json(JSONFormat(lists: ["data"], matches: FacebookGraph.matches, map: FacebookGraph.map)))
}

private enum FacebookGraph {
  @Sendable static func matches(_ sample: JSONSample) -> Bool {
    if let record = sample.record {
      if isComment(record) { return true }
      var answersByID = false
      record.forEachMember { _, value in if isComment(value) { answersByID = true } }
      return answersByID
    }
    // A page without comments: nothing but the empty list and its paging.
    var isPage = sample.page?["data"]?.kind == .array
    sample.page?.forEachMember { key, _ in
      if !["data", "paging", "summary"].contains(key.string ?? "") { isPage = false }
    }
    return isPage
  }

  private static func isComment(_ node: JSONNode) -> Bool {
    let own: [StaticString] = ["can_hide", "is_hidden", "permalink_url", "comment_count"]
    guard node["created_time"] != nil || node["message"] != nil else { return false }
    return own.contains { node[$0] != nil } || (node["created_time"] != nil && node["message"] != nil)
  }

  @Sendable static func map(_ record: JSONNode, _ session: inout FeedSession) throws {
    let marks: [StaticString] = ["message", "created_time", "permalink_url", "id"]
    if marks.contains(where: { record[$0] != nil }) { return try comment(record, parent: nil, &session) }
    // `?ids=a,b` answers an object keyed by id, of comments or of pages.
    var found = false
    try record.forEachMember { _, value in
      guard value.isObject else { return }
      found = true
      if let page = value["data"] {
        try page.forEachElement { try comment($0, parent: nil, &session) }
      } else {
        try comment(value, parent: nil, &session)
      }
    }
    if !found, !record.isCut { session.skip(at: record.offset, "a Facebook record without id, message or time") }
  }

  private static func comment(_ node: JSONNode, parent: String?, _ session: inout FeedSession) throws {
    guard node.isObject else { return session.skip(at: node.offset, "expected a comment object") }
    let link = node["permalink_url"]?.nonEmpty
    let id = node["id"]?.id ?? link.flatMap { parameter("reply_comment_id", $0) ?? parameter("comment_id", $0) } ?? ""
    if !node.isCut {
      var comment = Comment(id: id, platform: "facebook", text: node["message"]?.string ?? "", source: .unplaced)
      comment.thread = link.flatMap { segment(after: "/posts/", $0) } ?? (id.contains("_") ? prefix(id) : nil)
      comment.channel = link.flatMap { segment(after: "facebook.com/", $0) }
      comment.parent = node["parent"]?["id"]?.id ?? parent
      // A parent that is the post itself means top level.
      if comment.parent == comment.thread { comment.parent = nil }
      comment.permalink = link
      comment.authorID = node["from"]?["id"]?.id
      comment.authorName = node["from"]?["name"]?.nonEmpty
      comment.created = node["created_time"]?.time
      comment.state = node["is_hidden"]?.bool == true || node["is_private"]?.bool == true ? .hidden : .published
      comment.likes = node["like_count"]?.int
      comment.replies = node["comment_count"]?.int
      let attachment = node["attachment"]
      let addresses = [attachment?["media"]?["image"]?["src"], attachment?["url"], attachment?["target"]?["url"]]
      for address in addresses {
        if let url = address?.nonEmpty, !comment.attachments.contains(url) { comment.attachments.append(url) }
      }
      for key in ["can_hide", "can_remove", "can_reply_privately"] as [StaticString] {
        if let value = node[key]?.scalar { comment.extra.append(.init(key: key.description, value: value)) }
      }
      if node["from"]?["picture"] != nil { session.drop("from.picture") }
      try session.emit(comment, at: node.offset)
    }
    try node["comments"]?["data"]?.forEachElement { try self.comment($0, parent: id.isEmpty ? nil : id, &session) }
  }

  private static func prefix(_ id: String) -> String { String(id.prefix { $0 != "_" }) }

  /// A query parameter's value, where it is an id.
  private static func parameter(_ name: String, _ link: String) -> String? {
    for part in link.utf8.split(whereSeparator: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "&") }) {
      let pair = part.split(separator: UInt8(ascii: "="), maxSplits: 1)
      if pair.count == 2, pair[0].elementsEqual(name.utf8) { return String(decoding: pair[1], as: UTF8.self) }
    }
    return nil
  }

  /// The path's segment that follows `mark`.
  private static func segment(after mark: String, _ link: String) -> String? {
    let bytes = Array(link.utf8)
    let wanted = Array(mark.utf8)
    guard bytes.count > wanted.count else { return nil }
    for start in 0..<(bytes.count - wanted.count) where bytes[start...].starts(with: wanted) {
      let rest = bytes[(start + wanted.count)...].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
      return rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
    }
    return nil
  }
}
