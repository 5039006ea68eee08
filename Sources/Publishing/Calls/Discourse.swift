import Moderation

private let post = CallField(\.comment, .digits)

extension PlatformCalls {
  /// Staff key. A flag as inappropriate (4) hides; taking that back needs the number of the review, and a reply the
  /// post's number within its topic, which feeds do not carry through: both are done by hand.
  static let discourse: PlatformCalls = {
    let hide = PlatformCall(.post, "/post_actions.json", .form("id=\(post)&post_action_type_id=4"))
    return PlatformCalls(
      "discourse",
      calls: [.hide: hide, .hold: hide, .delete: PlatformCall(.delete, "/posts/\(post).json")])
  }()
}
