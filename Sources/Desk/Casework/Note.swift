import Casework
import Moderation

/// A note about a comment or its thread, as its events make it. The words are in the vault.
public struct Note: Sendable, Equatable {
  /// `N-2026-0003`.
  public let id: String
  public let item: ItemID
  public let channel: String?
  public let about: About
  /// Shown with the item, or the thread, until it is dropped.
  public let isSticky: Bool
  /// Until when a thread is watched; nil until it is dropped.
  public let until: Timestamp?
  public let by: String
  public let at: Timestamp
  /// Key of its words.
  public let words: String?
  public let opened: Int64
  public internal(set) var isDropped = false
  public internal(set) var last: Int64

  /// What it is about.
  public enum About: String, CaseIterable, Sendable {
    case item
    /// The whole thread of the item.
    case thread
    /// The whole thread, which is to be watched.
    case watch
  }

  var state: String { isDropped ? "dropped" : about.rawValue }

  static let written = "written"
  static let dropped = "dropped"

  static func folded(_ events: [Event]) -> Note? {
    var note: Note?
    for event in events where event.type == .noted {
      if event.step == dropped {
        note?.isDropped = true
        note?.last = event.sequence
      } else if note == nil {
        note = Note(event)
      }
    }
    return note
  }

  private init?(_ event: Event) {
    let details = StepDetails(event.details)
    guard let id = event.matter, let item = event.item,
      let about = details["about"].flatMap(About.init(rawValue:))
    else { return nil }
    self.id = id
    self.item = item
    self.about = about
    channel = event.channel
    isSticky = details["sticky"] == "yes"
    until = event.until
    by = event.actor
    at = event.at
    words = event.rationale
    opened = event.sequence
    last = event.sequence
  }
}
