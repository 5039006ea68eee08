extension TextPattern {
  /// How many scalars of a text are looked at for marks: more than a person reads.
  private static let greatestLength = 20_000

  /// The stretches of a text that match, in scalars, from left to right and none within another: what a screen marks.
  ///
  /// Follows all ways through the program at once (R. Cox, "Regular Expression Matching: the Virtual Machine Approach",
  /// 2009): the leftmost match, and of those the one that the pattern prefers. Matches of nothing are left out.
  public func marks(in text: String) -> [Range<Int>] {
    let scalars = Array(text.unicodeScalars.prefix(Self.greatestLength)).map { caseCounts ? $0 : $0.smallLetter }
    let kinds = scalars.map { ScalarKinds(of: $0) }
    var marks: [Range<Int>] = []
    var start = 0
    while start < scalars.count, let match = match(in: scalars, kinds, from: start) {
      if match.isEmpty {
        start = match.upperBound + 1
      } else {
        marks.append(match)
        start = match.upperBound
      }
    }
    return marks
  }

  private func match(in scalars: [Unicode.Scalar], _ kinds: [ScalarKinds], from first: Int) -> Range<Int>? {
    var visited = Array(repeating: false, count: program.steps.count)
    /// Ways through, the preferred first: where each is, and where it began.
    var ways: [(step: Int, start: Int)] = []
    var best: Range<Int>?
    for place in first...scalars.count {
      if best == nil { ways.append((0, place)) }
      if ways.isEmpty { break }
      let before = place == 0 ? .edge : ScalarContext(scalars[place - 1], kinds[place - 1])
      let after = place == scalars.count ? .edge : ScalarContext(scalars[place], kinds[place])
      var next: [(step: Int, start: Int)] = []
      for index in visited.indices { visited[index] = false }
      search: for way in ways {
        for step in program.reach(way.step, before: before, after: after, &visited) {
          switch program.steps[step] {
          case .accept:
            best = way.start..<place
            // What is preferred less is not followed any further.
            break search
          case .take(let set):
            if place < scalars.count, program.sets[set].contains(scalars[place], kinds[place]) {
              next.append((step + 1, way.start))
            }
          case .fork, .go, .place: break
          }
        }
      }
      ways = next
    }
    return best
  }
}
