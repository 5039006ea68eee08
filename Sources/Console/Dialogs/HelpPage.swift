/// The help: all keys in groups, or those that fit what is typed, by key or by words.
struct HelpPage: Sendable, Equatable {
  var field = TextField()
  var selected = 0

  /// What can be pointed at and run.
  func entries(_ keys: KeyMap) -> [KeyDocument.Entry] {
    let all = Action.Group.allCases.flatMap { KeyDocument.entries(of: $0, keys) }
    let wanted = field.text
    guard !wanted.isEmpty else { return all }
    let words = wanted.lowercased().split(separator: " ")
    let ranked = all.enumerated().compactMap { place, entry -> (Int, Int, KeyDocument.Entry)? in
      if entry.keys.contains(wanted) || entry.notations.contains(wanted) { return (0, place, entry) }
      if entry.keys.contains(where: { $0.hasPrefix(wanted) }) { return (1, place, entry) }
      let text = (entry.command + " " + entry.hint + " " + entry.sentence).lowercased()
      guard !words.isEmpty, words.allSatisfy({ text.contains($0) }) else { return nil }
      return (text.hasPrefix(words[0]) ? 2 : 3, place, entry)
    }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}
