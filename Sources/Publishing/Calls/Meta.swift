import Moderation

private let comment = CallField(\.comment, .joinedDigits)

extension PlatformCalls {
  /// Graph API, page token with `pages_manage_engagement`. The author and their friends still see what is hidden.
  static let facebook: PlatformCalls = {
    let hide = PlatformCall(.post, "/\(comment)", .form("is_hidden=true"))
    let show = PlatformCall(.post, "/\(comment)", .form("is_hidden=false"))
    return PlatformCalls(
      "facebook",
      calls: [
        .hide: hide, .hold: hide, .unhide: show, .publish: show,
        .delete: PlatformCall(.delete, "/\(comment)", isReversible: false),
        .reply: PlatformCall(.post, "/\(comment)/comments", .form("message=\(.reply)")),
      ])
  }()

  /// Graph API, `instagram_manage_comments`. The account's own comments cannot be hidden.
  static let instagram: PlatformCalls = {
    let hide = PlatformCall(.post, "/\(comment)", .form("hide=true"))
    let show = PlatformCall(.post, "/\(comment)", .form("hide=false"))
    return PlatformCalls(
      "instagram",
      calls: [
        .hide: hide, .hold: hide, .unhide: show, .publish: show,
        .delete: PlatformCall(.delete, "/\(comment)", isReversible: false),
        .reply: PlatformCall(.post, "/\(comment)/replies", .form("message=\(.reply)")),
      ])
  }()

  /// `threads_manage_replies`; what answers a hidden reply is hidden with it. A reply takes two calls, the second with
  /// what the first answered, so it is written by hand.
  static let threads: PlatformCalls = {
    let hide = PlatformCall(.post, "/\(comment)/manage_reply", .form("hide=true"))
    let show = PlatformCall(.post, "/\(comment)/manage_reply", .form("hide=false"))
    return PlatformCalls("threads", calls: [.hide: hide, .hold: hide, .unhide: show, .publish: show])
  }()
}
