import Moderation

extension FeedFormat {
  /// YouTube Data API v3: pages of `commentThreads.list` and `comments.list` (FORMATS § 4.5), with or without envelope.
  static let youTubeAPI = FeedFormat(
    name: "youtube-api@1", title: "YouTube Data API: commentThreads and comments",
    .json(
      JSONFormat(
        lists: ["items"],
        evidence: [
          .adds(80, "kind is youtube#comment…") { sample in
            let kinds = [sample.page["kind"]] + sample.records.map { $0["kind"] }
            return kinds.contains { $0?.string?.hasPrefix("youtube#comment") == true }
          },
          .adds(60, "records have snippet.topLevelComment or snippet.textDisplay") { sample in
            sample.records.contains {
              $0["snippet"]?["topLevelComment"] != nil || $0["snippet"]?["textDisplay"] != nil
                || $0["snippet"]?["textOriginal"] != nil
            }
          },
        ], mapsCut: true, map: YouTubeAPI.map)))
}

private enum YouTubeAPI {
  /// A thread is its top-level comment and then the replies that came with it, at most five; a reply stands alone.
  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    guard let snippet = record["snippet"] else {
      if !record.isCut { session.skip(at: record.offset, "a YouTube record without snippet") }
      return
    }
    guard let top = snippet["topLevelComment"] else { return try comment(record, &session) }
    let total = snippet["totalReplyCount"]?.int
    try comment(top, thread: snippet, replies: total, &session)
    let parent = top["id"]?.id ?? record["id"]?.id
    var delivered = 0
    try record["replies"]?["comments"]?.forEachElement {
      delivered += 1
      try comment($0, thread: snippet, parent: parent, &session)
    }
    if let total, total > delivered {
      session.note("threads have more replies than stand with them: YouTube delivers five, comments.list has the rest")
    }
  }

  private static func comment(
    _ node: JSONNode, thread: JSONNode? = nil, parent: String? = nil, replies: Int? = nil,
    _ session: inout FeedSession
  ) throws {
    guard !node.isCut else { return }
    guard let snippet = node["snippet"] else {
      return session.skip(at: node.offset, "a YouTube comment without snippet")
    }
    var comment = Comment(node["id"]?.id, on: "youtube")
    comment.parent = snippet["parentId"]?.id ?? parent
    // Some answers leave the video out of replies: it is the thread's.
    comment.thread = snippet["videoId"]?.id ?? thread?["videoId"]?.id
    comment.channel = snippet["channelId"]?.id ?? thread?["channelId"]?.id
    if let video = comment.thread, !comment.id.isEmpty { comment.permalink = YouTube.permalink(video, comment.id) }
    comment.authorID = snippet["authorChannelId"]?["value"]?.id
    comment.setAuthor(snippet["authorDisplayName"]?.nonEmpty)
    comment.authorHandle = YouTube.handle(comment.authorName)
    comment.created = snippet["publishedAt"]?.time
    if let edited = snippet["updatedAt"]?.time, let created = comment.created, edited.instant > created.instant {
      comment.edited = edited
    }
    if let plain = snippet["textOriginal"]?.string {
      comment.text = plain
    } else if let html = snippet["textDisplay"]?.string {
      comment.setHTML(html)
    }
    comment.state = state(snippet["moderationStatus"]?.string)
    comment.likes = snippet["likeCount"]?.int
    comment.replies = replies
    session.drop(["authorProfileImageUrl", "authorChannelUrl"], of: snippet)
    try session.emit(comment, at: node.offset)
  }

  /// Only the channel's owner is told; what everyone can see is published.
  private static func state(_ status: String?) -> Comment.PlatformState {
    switch status {
    case nil, "published": .published
    case "heldForReview": .held
    case "likelySpam": .spam
    case "rejected": .hidden
    default: .unknown
    }
  }
}

/// What YouTube's formats have in common.
enum YouTube {
  static func permalink(_ video: String, _ comment: String) -> String {
    "https://www.youtube.com/watch?v=\(video)&lc=\(comment)"
  }

  /// Names are handles since 2022.
  static func handle(_ name: String?) -> String? {
    guard let name, name.utf8.first == UInt8(ascii: "@") else { return nil }
    return name
  }

  /// A reply's id begins with that of the comment it answers.
  static func parent(of id: String) -> String? {
    guard let dot = id.utf8.firstIndex(of: UInt8(ascii: ".")), dot != id.startIndex else { return nil }
    return String(id[..<dot])
  }
}
