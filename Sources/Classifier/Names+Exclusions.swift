/// Capitals that are no name of a private person: places, organisations, public figures.
extension Names {
  /// A space, a hyphen, or the full stop of an initial or a title: what stands inside a name.
  static func isNameGap(before at: Int, in document: Document) -> Bool {
    let gap = document.bytes[document.tokens[at - 1].end..<document.tokens[at].start]
    return gap.count <= 8 && gap.allSatisfy { $0 == 0x20 || $0 == 0x2D || $0 == 0x2E || $0 == 0x1F || $0 == 0x0A }
      && gap.count(where: { $0 == 0x2E || $0 == 0x2D }) <= 1
  }

  static func isNameLike(_ at: Int, in document: Document) -> Bool {
    let token = document.tokens[at]
    return token.roles.isEmpty || token.has([.given, .surname])
  }

  /// A family name that goes on: "Thorburn-Lyle", "Mac Giolla", "Kaur Sandhu", "van Dijk".
  static func isNamePart(_ at: Int, in document: Document) -> Bool {
    let token = document.tokens[at]
    guard !token.marks.contains(.digit), !document.tokens[at - 1].marks.contains(.apostropheS) else { return false }
    guard isNameGap(before: at, in: document) else { return false }
    if token.marks.contains(.hyphenated) { return token.marks.contains(.capital) }
    if token.marks.contains(.clauseStart) || !token.marks.contains(.capital) || token.marks.contains(.handle) {
      return false
    }
    if token.roles.overlaps([.stop, .author, .street, .organisationCue, .month, .auxiliary, .third, .publicRole]) {
      return false
    }
    return token.roles.isEmpty || token.has([.surname, .given])
  }

  static func isPlaceOrOrganisation(_ range: Range<Int>, in document: Document) -> Bool {
    let tokens = document.tokens
    for at in range.dropFirst() {
      let token = tokens[at]
      if token.roles.overlaps([.organisationCue, .school]) || Word.neverNames.contains(token.hash) { return true }
      if token.roles.overlaps([.street, .houseWord, .facility]), !Word.streetSurnames.contains(token.hash) {
        return true
      }
    }
    if range.upperBound < tokens.count, !tokens[range.upperBound].marks.contains(.clauseStart),
      tokens[range.upperBound].marks.contains(.capital),
      tokens[range.upperBound].roles.overlaps([.street, .organisationCue, .houseWord, .school, .facility])
    {
      return true
    }
    let first = tokens[range.lowerBound]
    if first.has(.stop), !first.has(.given) { return true }
    if document.hits(touching: range).contains(where: { $0.roles.contains(.organisationCue) && $0.end - $0.start > 1 })
    {
      return true
    }
    // A place of two words, a list of towns.
    if document.hits(starting: range.lowerBound).contains(where: {
      $0.end >= range.upperBound && $0.roles.overlaps([.place, .organisation, .condition, .figure, .friend])
        && !$0.roles.overlaps([.given, .publicFigure])
    }) {
      return true
    }
    if range.lowerBound > 0, !first.marks.contains(.clauseStart) {
      let previous = tokens[range.lowerBound - 1]
      if previous.marks.contains(.capital), previous.marks.contains(.digit) { return true }
      // "14 Jane Smith Street" was seen above; "12 Ngaio Rata Flats".
      if previous.marks.contains(.digit), range.upperBound < tokens.count,
        tokens[range.upperBound].roles.overlaps([.street, .houseWord])
      {
        return true
      }
    }
    return first.hash == Word.te || first.hash == Word.nga
  }

  /// A public role beside the name or a name that everybody knows.
  static func isPublic(_ range: Range<Int>, in document: Document) -> Bool {
    let tokens = document.tokens
    for hit in document.hits(touching: range) where hit.roles.contains(.publicFigure) {
      if hit.end - hit.start > 1 || hit.start == range.upperBound - 1 { return true }
    }
    var at = range.lowerBound - 1
    while at >= 0, range.lowerBound - at <= 3, !tokens[at + 1].marks.contains(.sentenceStart) {
      if tokens[at].has(.publicRole), !tokens[at].marks.contains(.apostropheS) { return true }
      if tokens[at].roles.overlaps([.auxiliary, .kin, .author, .link]) { break }
      at -= 1
    }
    at = range.upperBound
    while at < tokens.count, at - range.upperBound < 3, !tokens[at].marks.contains(.sentenceStart) {
      if tokens[at].has(.publicRole) { return true }
      if tokens[at].roles.overlaps([.auxiliary, .link, .third]) { break }
      at += 1
    }
    return false
  }
}
