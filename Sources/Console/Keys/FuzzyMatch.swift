/// How well typed letters fit a name: all of them in order, better at the beginnings of words and side by side.
enum FuzzyMatch {
  /// Greater is better; nil where they do not fit. Nothing typed fits everything alike.
  static func score(_ typed: String, in name: String) -> Int? {
    let wanted = typed.lowercased().filter { $0 != " " }
    guard !wanted.isEmpty else { return 0 }
    let letters = Array(name.lowercased())
    // The best score of what was typed so far, by the place of its last letter.
    var best: [Int?] = []
    for letter in wanted {
      var next = [Int?](repeating: nil, count: letters.count)
      for place in letters.indices where letters[place] == letter {
        let own = place == 0 ? 7 : isStart(place, letters) ? 4 : 1
        if best.isEmpty {
          next[place] = own
        } else {
          next[place] = best[..<place].enumerated().compactMap { index, score in
            score.map { $0 + (index == place - 1 ? max(own, 5) : own) }
          }.max()
        }
      }
      best = next
    }
    // Among equals the shorter name.
    return best.compactMap { $0 }.max().map { $0 * 100 - letters.count }
  }

  private static func isStart(_ index: Int, _ letters: [Character]) -> Bool {
    !letters[index - 1].isLetter && letters[index].isLetter
  }
}
