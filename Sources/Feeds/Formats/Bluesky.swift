import Moderation

extension FeedFormat {
  /// Bluesky: a thread, a feed, posts, and bare records of a repository (FORMATS § 4.11).
  static let bluesky = FeedFormat(
    name: "bluesky@1", title: "Bluesky: getPostThread, feeds, records",
    .json(
      JSONFormat(
        lists: ["records", "feed", "posts"],
        evidence: [
          .adds(80, "the page is a threadViewPost") { sample in
            sample.page["thread"]?["post"]?["record"] != nil
              || sample.page["thread"]?["$type"]?.string?.hasPrefix("app.bsky.") == true
          },
          .adds(80, "records are app.bsky.feed.post") { sample in
            sample.records.contains { record in
              let types = [
                record["$type"], record["record"]?["$type"], record["value"]?["$type"],
                record["post"]?["record"]?["$type"], record["commit"]?["record"]?["$type"],
              ]
              return types.contains { $0?.string == "app.bsky.feed.post" }
            }
          },
          .adds(40, "uris are of app.bsky.feed.post") { sample in
            sample.records.contains { $0["uri"]?.string?.contains("/app.bsky.feed.post/") == true }
          },
        ], map: Bluesky.map)))
}

private enum Bluesky {
  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    if let thread = record["thread"] { return try self.thread(thread, &session) }
    if record["commit"] != nil { return try streamed(record, &session) }
    if record["replies"] != nil || record["parent"]?.isObject == true { return try thread(record, &session) }
    if let post = record["post"] { return try self.post(post, root: nil, &session) }
    if record["record"] != nil { return try post(record, root: nil, &session) }
    guard record["value"] != nil || record["text"] != nil else {
      return session.skip(at: record.offset, "a record that is no post")
    }
    try bare(record, &session)
  }

  /// From the first post above down to the one asked for, then its replies.
  private static func thread(_ thread: JSONNode, _ session: inout FeedSession) throws {
    var above: [JSONNode] = []
    var next = thread["parent"]
    while let node = next {
      above.append(node)
      next = node["parent"]
    }
    let root = (above.last(where: { $0["post"] != nil }) ?? thread)["post"]?["uri"]?.id
    for node in above.reversed() { try post(node["post"], root: root, &session) }
    var waiting = [thread]
    while let node = waiting.popLast() {
      try post(node["post"], root: root, &session)
      var replies: [JSONNode] = []
      node["replies"]?.forEachElement { replies.append($0) }
      waiting += replies.reversed()
    }
  }

  /// Posts that were deleted or blocked come as placeholders without a post.
  private static func post(_ post: JSONNode?, root: String?, _ session: inout FeedSession) throws {
    guard let post, let record = post["record"] else {
      return session.note("placeholders of missing posts were left out")
    }
    var comment = comment(record, uri: post["uri"]?.id)
    comment.thread = record["reply"]?["root"]?["uri"]?.id ?? root ?? comment.id
    let author = post["author"]
    comment.authorID = author?["did"]?.id ?? comment.authorID
    comment.setAuthor(author?["displayName"]?.nonEmpty ?? author?["handle"]?.nonEmpty)
    comment.authorHandle = author?["handle"]?.nonEmpty
    comment.likes = post["likeCount"]?.int
    comment.replies = post["replyCount"]?.int
    post["labels"]?.forEachElement { label in
      switch label["val"]?.string {
      case "!hide", "!takedown": comment.state = .hidden
      case "spam": comment.state = .spam
      case "!warn": if comment.state == .published { comment.state = .unknown }
      default: break
      }
    }
    comment.keep("cid", post["cid"]?.id)
    comment.permalink = permalink(comment)
    images(post["embed"], &comment)
    if comment.created == nil { comment.created = post["indexedAt"]?.time }
    session.drop(["avatar", "description"], of: author)
    try session.emit(comment, at: post.offset)
  }

  /// A record by itself: no names, the author is in its address.
  private static func bare(_ node: JSONNode, _ session: inout FeedSession) throws {
    var comment = comment(node["value"] ?? node, uri: node["uri"]?.id)
    comment.thread = (node["value"] ?? node)["reply"]?["root"]?["uri"]?.id
    comment.keep("cid", node["cid"]?.id)
    comment.permalink = permalink(comment)
    try session.emit(comment, at: node.offset)
  }

  /// A line of the network's stream: posts, and much else.
  private static func streamed(_ line: JSONNode, _ session: inout FeedSession) throws {
    guard let commit = line["commit"], let record = commit["record"], let author = line["did"]?.id,
      commit["collection"]?.string == "app.bsky.feed.post", let key = commit["rkey"]?.id
    else { return }
    var comment = comment(record, uri: "at://\(author)/app.bsky.feed.post/\(key)")
    comment.thread = record["reply"]?["root"]?["uri"]?.id
    comment.keep("cid", commit["cid"]?.id)
    comment.permalink = permalink(comment)
    try session.emit(comment, at: line.offset)
  }

  private static func comment(_ record: JSONNode, uri: String?) -> Comment {
    var comment = Comment(uri, on: "bluesky", text: record["text"]?.string ?? "")
    comment.parent = record["reply"]?["parent"]?["uri"]?.id
    comment.created = record["createdAt"]?.time
    comment.language = record["langs"]?.first?.nonEmpty.flatMap(Language.known)
    comment.authorID = uri.flatMap { WebAddress.segment(after: "at://", $0) }
    comment.state = .published
    comment.kind = comment.parent == nil ? .post : .comment
    var links: [String] = []
    record["facets"]?.forEachElement { facet in
      facet["features"]?.forEachElement { if let link = $0["uri"]?.nonEmpty { links.append(link) } }
    }
    comment.keep("links", links.isEmpty ? nil : links.joined(separator: " "))
    return comment
  }

  private static func images(_ embed: JSONNode?, _ comment: inout Comment) {
    for holder in [embed, embed?["media"]] {
      holder?["images"]?.forEachElement { comment.attach($0["fullsize"]?.nonEmpty ?? $0["thumb"]?.nonEmpty) }
      comment.attach(holder?["external"]?["uri"]?.nonEmpty)
      comment.attach(holder?["playlist"]?.nonEmpty)
    }
  }

  private static func permalink(_ comment: Comment) -> String? {
    guard comment.id.hasPrefix("at://"), let key = WebAddress.segment(after: "app.bsky.feed.post/", comment.id),
      let profile = comment.authorHandle ?? comment.authorID
    else { return nil }
    return "https://bsky.app/profile/\(profile)/post/\(key)"
  }
}
