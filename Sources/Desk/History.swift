import Moderation

extension [Event] {
  /// The newest decision of an item's history that nobody has taken back and that is as asked.
  func lastDecision(where isWanted: (Event) -> Bool) -> Event? {
    let takenBack = Set(compactMap(\.undoOf))
    return last { $0.type == .decided && !takenBack.contains($0.sequence) && isWanted($0) }
  }

  /// The decision that says what the public is to see: what goes on a sheet, and what a sheet's rows are about.
  var publicDecision: Event? { lastDecision { $0.verb?.changesVisibility ?? false } }
}
