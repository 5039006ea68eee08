import Moderation

/// `t1_` and the id in base 36, with or without the `t1_` in the feed.
private let fullName = CallField { action in
  let id = action.comment.hasPrefix("t1_") ? String(action.comment.dropFirst(3)) : action.comment
  return IDShape.word().fitting(id).map { "t1_" + $0 }
}

extension PlatformCalls {
  /// Moderators, scope `modposts`. Nobody deletes another's comment: removing is what a moderator can do, and approving
  /// takes it back.
  static let reddit: PlatformCalls = {
    let remove = PlatformCall(.post, "/api/remove", .form("id=\(fullName)&spam=false"))
    let approve = PlatformCall(.post, "/api/approve", .form("id=\(fullName)"))
    return PlatformCalls(
      "reddit",
      calls: [
        .hide: remove, .hold: remove, .delete: remove, .unhide: approve, .publish: approve,
        .reply: PlatformCall(.post, "/api/comment", .form("thing_id=\(fullName)&text=\(.reply)")),
      ])
  }()
}
