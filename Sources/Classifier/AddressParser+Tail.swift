/// What follows a street: a unit, localities, a state and a postcode; and the signs between.
extension AddressParser {
  /// Takes in a unit after the street, localities, a state and a postcode.
  func finish(_ address: inout Address) {
    var end = address.tokens.upperBound
    if let unit = unit(at: end), isAddressGap(before: end) {
      end = unit
      address.hasUnit = true
    }
    var parts = 0
    while end < tokens.count, parts < 6 {
      guard isAddressGap(before: end) else { break }
      let token = tokens[end]
      if token.marks.contains(.sentenceStart), !gap(before: end).contains(0x0A) { break }
      if let code = postcode(at: end, isFullOnly: false), address.hasLocality || code - end == 2 || token.count == 5 {
        end = code
        address.hasPostcode = true
        break
      }
      if Word.ruralDelivery.contains(token.hash), token.marks.contains(.capital), end + 1 < tokens.count,
        startsWithDigit(end + 1)
      {
        end += 2
        parts += 1
        continue
      }
      if token.has(.unit), let unit = unit(at: end) {
        end = unit
        parts += 1
        continue
      }
      guard let next = locality(at: end) else { break }
      end = next
      address.hasLocality = true
      parts += 1
    }
    address.tokens = address.tokens.lowerBound..<end
  }

  /// A town of the list, or capital words that are no verb, pronoun or person.
  func locality(at: Int) -> Int? {
    let token = tokens[at]
    if let place = document.hits(starting: at).last(where: { $0.roles.contains(.place) }),
      token.marks.contains(.capital) || document.isLowerCase || place.end - place.start > 1
        || token.marks.contains(.clauseStart),
      !token.has([.stop, .auxiliary, .link]) || token.marks.contains(.capital)
    {
      return place.end
    }
    if token.has(.state), token.marks.contains(.allCapitals) || token.marks.contains(.capital) && token.count == 3 {
      return at + 1
    }
    guard token.marks.contains(.capital), token.marks.contains(.letter), !token.marks.contains(.digit) else {
      return nil
    }
    if token.roles.overlaps([
      .stop, .author, .second, .third, .auxiliary, .month, .negation, .greeting, .homeCue, .title, .conditional,
    ]) {
      return nil
    }
    // "12 Rata Flats. Karen": a person's name in its own clause.
    if token.marks.contains(.clauseStart), token.has(.given), !token.has(.place), at + 1 < tokens.count,
      tokens[at + 1].has(.surname)
    {
      return nil
    }
    var next = at + 1
    if token.has(.direction) || Word.placeHeads.contains(token.hash), next < tokens.count,
      tokens[next].marks.contains(.capital),
      !tokens[next].marks.contains(.clauseStart)
    {
      next += 1
    }
    if next < tokens.count, tokens[next].marks.contains(.digit), tokens[next].count <= 2, token.has(.place) {
      next += 1
    }
    return next
  }

  /// NZ and AU 4 digits, US 5(-4), CA A9A 9A9, UK AA9A 9AA, IE A99 and four signs of either kind: the token after it.
  func postcode(at: Int, isFullOnly: Bool) -> Int? {
    let token = tokens[at]
    guard token.marks.contains(.digit) else { return nil }
    let bytes = document.bytes
    func shape(_ place: Int) -> [UInt8] {
      bytes[tokens[place].start..<tokens[place].end].map { Byte.isDigit($0) ? 0x39 : 0x41 }
    }
    if !token.marks.contains(.letter) {
      guard !isFullOnly else { return nil }
      if token.count == 4 { return at + 1 }
      if token.count == 5 {
        let hasPlus =
          at + 1 < tokens.count && tokens[at + 1].count == 4 && gap(before: at + 1).elementsEqual([0x2D])
          && startsWithDigit(at + 1)
        return hasPlus ? at + 2 : at + 1
      }
      return nil
    }
    guard at + 1 < tokens.count, tokens[at + 1].marks.contains(.digit), gap(before: at + 1).elementsEqual([0x20]) else {
      return nil
    }
    let first = shape(at)
    let second = shape(at + 1)
    let a: UInt8 = 0x41
    let nine: UInt8 = 0x39
    if first == [a, nine, a], second == [nine, a, nine] { return at + 2 }
    if second == [nine, a, a],
      [[a, nine], [a, nine, nine], [a, a, nine], [a, a, nine, nine], [a, nine, a], [a, a, nine, a]].contains(first)
    {
      return at + 2
    }
    if first == [a, nine, nine] || first == [a, nine, a], tokens[at + 1].count == 4, first.count == 3 {
      return at + 2
    }
    return nil
  }

  // MARK: Signs

  func startsWithDigit(_ at: Int) -> Bool {
    at < tokens.count && Byte.isDigit(document.bytes[tokens[at].start])
  }

  /// Up to five digits and one letter; not "7th", "20mg" or "2024".
  func isHouseNumber(_ at: Int) -> Bool {
    let token = tokens[at]
    guard token.count <= 6 else { return false }
    var digits = 0
    for byte in document.bytes[token.start..<token.end] where Byte.isDigit(byte) { digits += 1 }
    return digits <= 5 && token.count - digits <= 1
  }

  func gap(before at: Int) -> ArraySlice<UInt8> {
    guard at > 0, at < tokens.count else { return [] }
    let start =
      tokens[at - 1].marks.contains(.apostropheS) ? min(tokens[at - 1].end + 2, tokens[at].start) : tokens[at - 1].end
    return document.bytes[start..<tokens[at].start]
  }

  /// Spaces, commas, slashes, line ends, a bracket: what stands inside an address.
  func isAddressGap(before at: Int) -> Bool {
    guard at > 0, at < tokens.count else { return false }
    return gap(before: at).allSatisfy { [0x20, 0x2C, 0x2F, 0x0A, 0x0D, 0x2E, 0x2D, 0x1F].contains($0) }
      && (!tokens[at].marks.contains(.sentenceStart) || gap(before: at).contains(0x0A))
  }

  /// "$15 rise", "11:30 Park entrance", "5.30".
  func isPriceOrTime(_ at: Int) -> Bool {
    let start = tokens[at].start
    guard start > 0 else { return false }
    let before = document.bytes[start - 1]
    if [0x24, 0x3A, 0x2E].contains(before) { return true }
    // "11:30 Park": the minutes are the next token.
    let end = tokens[at].end
    return end + 1 < document.bytes.count && document.bytes[end] == 0x3A && Byte.isDigit(document.bytes[end + 1])
  }
}
