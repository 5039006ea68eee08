import Moderation

private let post = CallField(\.comment, .digits)

extension PlatformCalls {
  /// API v2, `tweet.moderate.write`: replies in conversations that the account began. Nobody deletes another's post.
  static let x: PlatformCalls = {
    let hide = PlatformCall(.put, "/2/tweets/\(post)/hidden", .json(#"{"hidden":true}"#))
    let show = PlatformCall(.put, "/2/tweets/\(post)/hidden", .json(#"{"hidden":false}"#))
    return PlatformCalls(
      "x", "twitter",
      calls: [
        .hide: hide, .hold: hide, .unhide: show, .publish: show,
        .reply: PlatformCall(
          .post, "/2/tweets", .json(#"{"text":\#(.reply),"reply":{"in_reply_to_tweet_id":\#(post)}}"#)),
      ])
  }()
}
