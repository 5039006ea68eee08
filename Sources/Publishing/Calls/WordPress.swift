import Moderation

private let comment = CallField(\.comment, .digits)
private let post = CallField(\.thread, .digits)
/// On WordPress.com a site goes by its host's name or its number.
private let site = CallField(\.channel, .host)

extension PlatformCalls {
  /// REST API, application password of somebody with `moderate_comments`. Held is how WordPress hides; `force=true`
  /// deletes past the bin.
  static let wordPress: PlatformCalls = {
    let hold = PlatformCall(.post, "/wp-json/wp/v2/comments/\(comment)", .json(#"{"status":"hold"}"#))
    let approve = PlatformCall(.post, "/wp-json/wp/v2/comments/\(comment)", .json(#"{"status":"approved"}"#))
    return PlatformCalls(
      "wordpress",
      calls: [
        .hide: hold, .hold: hold, .unhide: approve, .publish: approve,
        .delete: PlatformCall(.delete, "/wp-json/wp/v2/comments/\(comment)?force=true", isReversible: false),
        .reply: PlatformCall(
          .post, "/wp-json/wp/v2/comments",
          .json(#"{"post":\#(number: post),"parent":\#(number: comment),"content":\#(.reply)}"#)),
      ])
  }()

  /// WordPress.com's own API. Its `delete` bins a comment first, so a second call deletes: done by hand.
  static let wordPressCom: PlatformCalls = {
    let hold = PlatformCall(.post, "/rest/v1.1/sites/\(site)/comments/\(comment)", .json(#"{"status":"unapproved"}"#))
    let approve = PlatformCall(.post, "/rest/v1.1/sites/\(site)/comments/\(comment)", .json(#"{"status":"approved"}"#))
    return PlatformCalls(
      "wordpress.com",
      calls: [
        .hide: hold, .hold: hold, .unhide: approve, .publish: approve,
        .reply: PlatformCall(
          .post, "/rest/v1.1/sites/\(site)/comments/\(comment)/replies/new", .json(#"{"content":\#(.reply)}"#)),
      ])
  }()
}
