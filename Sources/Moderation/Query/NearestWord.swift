/// The word that somebody probably meant.
enum NearestWord {
  /// The nearest of a few words: one that begins so, or one at most two slips of the finger away. Nil when none is near.
  static func of(_ word: String, among known: [String]) -> String? {
    if word.utf8.count >= 2, let begun = known.first(where: { $0.hasPrefix(word) }) { return begun }
    let slips = known.map { ($0, distance(Array(word.utf8), Array($0.utf8))) }
    guard let (nearest, count) = slips.min(by: { $0.1 < $1.1 }), count <= min(2, word.utf8.count / 2) else {
      return nil
    }
    return nearest
  }

  /// How many letters must be put in, left out or changed (Levenshtein), two that were swapped counting as one.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    guard a.count < 32, b.count < 32 else { return max(a.count, b.count) }
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, rows[i - 1][j - 1] + 1) }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
