/// What changed between two texts, word by word.
struct WordDiff: Equatable {
  enum Part: Equatable {
    case same(String)
    case removed(String)
    case added(String)
  }

  private(set) var parts: [Part] = []

  /// Longer texts are compared as wholes: nobody reads a diff of them word by word.
  static let mostWords = 1500

  init(from old: String, to new: String) {
    let a = Self.words(old)
    let b = Self.words(new)
    guard a.count <= Self.mostWords, b.count <= Self.mostWords else {
      parts = [.removed(old), .added(new)]
      return
    }
    // Lengths of the longest common subsequence of the rests.
    var lengths = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices.reversed() {
      for j in b.indices.reversed() {
        lengths[i][j] = a[i] == b[j] ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
      }
    }
    var i = 0
    var j = 0
    while i < a.count || j < b.count {
      if i < a.count, j < b.count, a[i] == b[j] {
        append(.same(a[i]))
        i += 1
        j += 1
      } else if j == b.count || i < a.count && lengths[i + 1][j] >= lengths[i][j + 1] {
        append(.removed(a[i]))
        i += 1
      } else {
        append(.added(b[j]))
        j += 1
      }
    }
  }

  /// As wdiff writes it: signs, not colours, say what is old and what is new.
  var text: String {
    parts.map { part in
      switch part {
      case .same(let words): words
      case .removed(let words): "[-\(words)-]"
      case .added(let words): "{+\(words)+}"
      }
    }.joined(separator: " ")
  }

  private static func words(_ text: String) -> [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }

  private mutating func append(_ part: Part) {
    switch (parts.last, part) {
    case (.same(let before)?, .same(let word)): parts[parts.count - 1] = .same(before + " " + word)
    case (.removed(let before)?, .removed(let word)): parts[parts.count - 1] = .removed(before + " " + word)
    case (.added(let before)?, .added(let word)): parts[parts.count - 1] = .added(before + " " + word)
    default: parts.append(part)
    }
  }
}
