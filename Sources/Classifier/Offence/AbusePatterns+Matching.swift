extension AbusePatterns {
  /// Calls back for every pattern of an index that occurs, in order of the anchors, with the tokens it covers.
  ///
  /// A document without an anchor costs one test of bits. Pointers for the length of the call, so that no element and no
  /// token is counted while it is looked at: one of the classifier's kernels.
  func match(_ index: Index, in document: Document, found: (AbuseRule, Range<Int>) -> Void) {
    guard document.roles.overlaps(index.roles) else { return }
    document.tokens.withUnsafeBufferPointer { tokens in
      document.hits.withUnsafeBufferPointer { hits in
        elements.withUnsafeBufferPointer { elements in
          sets.slots.withUnsafeBufferPointer { slots in
            var walk = Walk(tokens: tokens, hits: hits, elements: elements, slots: slots)
            for at in tokens.indices where tokens[at].opens(index.roles) {
              if tokens[at].has(index.cue) {
                var link = index.byWord.first(tokens[at].hash)
                while link != 0 {
                  let (place, next) = index.byWord.link(link)
                  walk.match(patterns[Int(place)], at, found)
                  link = next
                }
              }
              for entry in index.byRole where tokens[at].opens(entry.role) {
                walk.match(patterns[Int(entry.pattern)], at, found)
              }
            }
          }
        }
      }
    }
  }

  /// Lays patterns over tokens: the recursion is bounded by the pattern, not by the text.
  private struct Walk {
    let tokens: UnsafeBufferPointer<Token>
    let hits: UnsafeBufferPointer<Hit>
    let elements: UnsafeBufferPointer<Element>
    let slots: UnsafeBufferPointer<UInt64>
    private var pattern = (past: 0, anchorElement: 0, anchor: 0, start: 0)

    init(
      tokens: UnsafeBufferPointer<Token>, hits: UnsafeBufferPointer<Hit>, elements: UnsafeBufferPointer<Element>,
      slots: UnsafeBufferPointer<UInt64>
    ) {
      self.tokens = tokens
      self.hits = hits
      self.elements = elements
      self.slots = slots
    }

    mutating func match(_ wanted: Pattern, _ anchor: Int, _ found: (AbuseRule, Range<Int>) -> Void) {
      let first = max(0, anchor - wanted.most)
      let last = anchor - wanted.least
      guard first <= last else { return }
      for start in first...last where tokens[start].sentence == tokens[anchor].sentence {
        pattern = (wanted.past, wanted.anchor, anchor, start)
        let end = end(from: wanted.first, at: start)
        if end >= 0 {
          found(wanted.rule, start..<max(end, start + 1))
          return
        }
      }
    }

    /// Where the rest of the pattern ends that begins with an element at a token; -1 where it does not match.
    private func end(from place: Int, at: Int) -> Int {
      guard place < pattern.past else { return at }
      if place == pattern.anchorElement, at != pattern.anchor { return -1 }
      let element = elements[place]
      if element.marks.contains(.forbidden) { return stands(element, at) ? -1 : end(from: place + 1, at: at) }
      if isInside(at) {
        if element.words != 0, WordSets.contains(tokens[at].hash, in: element.words, of: slots) {
          let end = end(from: place + 1, at: at + 1)
          if end >= 0 { return end }
        }
        if tokens[at].opens(element.roles) {
          for hit in tokens[at].hits.reversed() where hits[hit].roles.overlaps(element.roles) {
            let end = end(from: place + 1, at: hits[hit].end)
            if end >= 0 { return end }
          }
        }
      }
      if element.marks.contains(.clauseStart) && isClauseStart(at)
        || element.marks.contains(.clauseEnd) && isClauseEnd(at)
        || element.marks.contains(.optional)
      {
        let end = end(from: place + 1, at: at)
        if end >= 0 { return end }
      }
      guard element.marks.contains(.gap) else { return -1 }
      // A gap at the end is the rest of the clause.
      if place + 1 == pattern.past { return rest(of: element, from: at) }
      var next = at
      var length = 0
      while true {
        if length >= element.gap.least {
          let end = end(from: place + 1, at: next)
          if end >= 0 { return end }
        }
        guard length < element.gap.most, isInside(next) else { return -1 }
        next += 1
        length += 1
      }
    }

    private func rest(of element: Element, from at: Int) -> Int {
      var next = at
      while next - at < element.gap.most, isInside(next), next == at || !isClauseStart(next) { next += 1 }
      return next - at >= element.gap.least ? next : -1
    }

    private func stands(_ element: Element, _ at: Int) -> Bool {
      if element.marks.contains(.clauseEnd), isClauseEnd(at) { return true }
      guard isInside(at) else { return false }
      return element.marks.contains(.clauseStart) && isClauseStart(at) || tokens[at].opens(element.roles)
        || element.words != 0 && WordSets.contains(tokens[at].hash, in: element.words, of: slots)
    }

    private func isInside(_ at: Int) -> Bool {
      at < tokens.count && (at == pattern.start || !tokens[at].marks.contains(.sentenceStart))
    }

    private func isClauseStart(_ at: Int) -> Bool {
      at < tokens.count && (at == 0 || tokens[at].marks.contains(.clauseStart))
    }

    private func isClauseEnd(_ at: Int) -> Bool {
      at >= tokens.count || !tokens[at].marks.isDisjoint(with: [.clauseStart, .sentenceStart])
    }
  }
}
