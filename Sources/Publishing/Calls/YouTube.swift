import Moderation

/// Several ids are joined by commas, so a comma in one would name two comments: it has no place in the shape.
private let comment = CallField(\.comment, .word("-_."))
/// A reply's id is its parent's, a dot, and its own; only top-level comments can be answered.
private let topComment = CallField { action in
  comment.value(action)?.split(separator: ".").first.map(String.init)
}

extension PlatformCalls {
  /// Data API v3, the channel's owner, `youtube.force-ssl`; 50 units of quota each. Another's comment cannot be deleted:
  /// rejecting it is the nearest, and takes its replies with it.
  static let youTube: PlatformCalls = {
    let hold = PlatformCall(
      .post, "/youtube/v3/comments/setModerationStatus?id=\(comment)&moderationStatus=heldForReview")
    let publish = PlatformCall(
      .post, "/youtube/v3/comments/setModerationStatus?id=\(comment)&moderationStatus=published")
    let reject = PlatformCall(
      .post, "/youtube/v3/comments/setModerationStatus?id=\(comment)&moderationStatus=rejected", isReversible: false)
    return PlatformCalls(
      "youtube",
      calls: [
        .hide: hold, .hold: hold, .unhide: publish, .publish: publish, .delete: reject,
        .reply: PlatformCall(
          .post, "/youtube/v3/comments?part=snippet",
          .json(#"{"snippet":{"parentId":\#(topComment),"textOriginal":\#(.reply)}}"#)),
      ])
  }()
}
