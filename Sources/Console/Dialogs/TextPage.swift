import Moderation

/// Lines to be read, in a box that scrolls: the policy's words, a thread, versions of a comment.
struct TextPage: Sendable, Equatable {
  var kind: Kind
  var top = 0

  enum Kind: Sendable, Equatable {
    case policy(ReasonCode)
    case thread
    case versions
    case raw
    /// Lines of a screen beside the lists, under a title.
    case lines(String, [String])
  }
}
