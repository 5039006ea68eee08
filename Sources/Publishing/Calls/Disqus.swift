import Moderation

private let post = CallField(\.comment, .digits)

extension PlatformCalls {
  /// API 3.0, a moderator's access token. Nothing is deleted for good: what is removed can be restored.
  static let disqus: PlatformCalls = {
    let remove = PlatformCall(.post, "/api/3.0/posts/remove.json", .form("post=\(post)"))
    return PlatformCalls(
      "disqus",
      calls: [
        .hide: remove, .hold: remove, .delete: remove,
        .unhide: PlatformCall(.post, "/api/3.0/posts/restore.json", .form("post=\(post)")),
        .publish: PlatformCall(.post, "/api/3.0/posts/approve.json", .form("post=\(post)")),
        .reply: PlatformCall(.post, "/api/3.0/posts/create.json", .form("parent=\(post)&message=\(.reply)")),
      ])
  }()
}
