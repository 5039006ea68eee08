import Moderation

/// What lies over the screen and takes the keys.
enum Overlay: Sendable, Equatable {
  case help(HelpPage)
  case palette(Palette)
  case snooze(SnoozeMenu, Target)
  case picker(ReasonPicker)
  case rationale(ReasonPicker, TextField)
  case confirm(BulkPlan)
  case search(TextField)
  case query(QueryLine)
  case filters(FilterPanel)
  /// Why the comment is flagged, and why not.
  case why([String], top: Int)
  case page(TextPage)
  case note(NoteDialog)
  /// The first steps.
  case tour(page: Int)
  /// What a screen beside the lists asks.
  case side(SideDialog)

  /// The one item that is being decided about in it.
  var item: ItemID? { target?.item }

  /// What is being decided about in it.
  var target: Target? {
    switch self {
    case .snooze(_, let target): target
    case .picker(let picker), .rationale(let picker, _): picker.target
    case .help, .palette, .confirm, .search, .query, .filters, .why, .page, .note, .tour, .side: nil
    }
  }
}

/// One line at the foot of the screen.
struct Notice: Sendable, Equatable {
  var text: String
  var kind: Kind

  enum Kind: Sendable, Equatable {
    case done, problem
    /// What somebody else did.
    case news
  }

  static func done(_ text: String) -> Notice { Notice(text: text, kind: .done) }
  static func problem(_ text: String) -> Notice { Notice(text: text, kind: .problem) }
  static func news(_ text: String) -> Notice { Notice(text: text, kind: .news) }
}
