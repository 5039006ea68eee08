import Moderation

/// What a person has before them when they decide.
struct Shown: Sendable, Equatable {
  var item: ItemID
  var channel: String
  var revision: Int
  /// Where the item stood on the screen.
  var state: ItemState
  var proposal: Proposal?
  var suggested: [Suggestion]
  /// `thread`, `history`.
  var context: [String]
}

/// What is decided about: the comment under the cursor, or all that are marked.
enum Target: Sendable, Equatable {
  case one(Shown)
  case marked([MarkedItem], outOfView: Int)

  var item: ItemID? {
    switch self {
    case .one(let shown): shown.item
    case .marked: nil
    }
  }

  /// The channels it is about, each once.
  var channels: [String] {
    switch self {
    case .one(let shown): [shown.channel]
    case .marked(let items, _): Set(items.map(\.marked.channel)).sorted()
    }
  }

  var proposal: Proposal? {
    switch self {
    case .one(let shown): shown.proposal
    case .marked: nil
    }
  }

  var suggested: [Suggestion] {
    switch self {
    case .one(let shown): shown.suggested
    case .marked: []
    }
  }

  /// `312 comments`, for a title; nil for one.
  var scope: String? {
    switch self {
    case .one: nil
    case .marked(let items, let outOfView):
      "\(items.count) marked" + (outOfView > 0 ? ", \(outOfView) not in view" : "")
    }
  }
}

struct MarkedItem: Sendable, Equatable {
  var item: ItemID
  var marked: Marks.Marked
}
