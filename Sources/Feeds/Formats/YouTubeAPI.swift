import Moderation

extension FeedFormat {
  /// YouTube Data API v3: pages of `commentThreads.list` and `comments.list` (FORMATS § 4.5), with or without envelope.
  static let youTubeAPI = FeedFormat(
    name: "youtube-api@1",
    notation: .json(JSONFormat(lists: ["items"], matches: YouTubeAPI.matches, map: YouTubeAPI.map)))
}

private enum YouTubeAPI {
  @Sendable static func matches(_ sample: JSONSample) -> Bool {
    let kinds = [sample.page?["kind"]?.string, sample.record?["kind"]?.string]
    return kinds.contains { $0?.hasPrefix("youtube#comment") == true }
      || sample.record?["snippet"]?["topLevelComment"] != nil
  }

  /// A thread is its top-level comment and then the replies that came with it, at most five; a reply stands alone.
  @Sendable static func map(_ record: JSONNode, _ session: inout FeedSession) throws {
    guard let snippet = record["snippet"] else {
      if !record.isCut { session.skip(at: record.offset, "a YouTube record without snippet") }
      return
    }
    guard let top = snippet["topLevelComment"] else { return try comment(record, &session) }
    try comment(top, thread: snippet, replies: snippet["totalReplyCount"]?.int, &session)
    let parent = top["id"]?.id ?? record["id"]?.id
    try record["replies"]?["comments"]?.forEachElement {
      try comment($0, thread: snippet, parent: parent, &session)
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
    var comment = Comment(id: node["id"]?.id ?? "", platform: "youtube", text: "", source: .unplaced)
    comment.parent = snippet["parentId"]?.id ?? parent
    // Some answers leave the video out of replies: it is the thread's.
    comment.thread = snippet["videoId"]?.id ?? thread?["videoId"]?.id
    comment.channel = snippet["channelId"]?.id ?? thread?["channelId"]?.id
    if let video = comment.thread, !comment.id.isEmpty {
      comment.permalink = "https://www.youtube.com/watch?v=\(video)&lc=\(comment.id)"
    }
    comment.authorID = snippet["authorChannelId"]?["value"]?.id
    comment.authorName = snippet["authorDisplayName"]?.nonEmpty
    if let name = comment.authorName, name.utf8.first == UInt8(ascii: "@") { comment.authorHandle = name }
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
    for field in ["authorProfileImageUrl", "authorChannelUrl"] as [StaticString] where snippet[field] != nil {
      session.drop(field.description)
    }
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
