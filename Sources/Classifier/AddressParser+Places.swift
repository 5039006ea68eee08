/// Addresses without a number in front: boxes, rural delivery, a number after the street, named houses.
extension AddressParser {
  /// "PO Box 1442", "P.O. Box 318", "GPO Box 877", "Private Bag 12".
  func box(at: Int) -> Address? {
    var next = at
    var isBag = false
    switch tokens[at].hash {
    case Word.po, Word.gpo: next += 1
    case Word.p where at + 1 < tokens.count && tokens[at + 1].hash == Word.o: next += 2
    case Word.privateWord, Word.locked:
      isBag = true
      next += 1
    default: return nil
    }
    guard next + 1 < tokens.count, tokens[next].hash == (isBag ? Word.bag : Word.box), startsWithDigit(next + 1) else {
      return nil
    }
    var address = Address(tokens: at..<(next + 2), kind: isBag ? .privateBag : .box, isStrong: true, hasCapital: true)
    // "Private Bag 12, 40 Weka St, Nelson".
    if isBag, let street = street(at: next + 2) {
      address = Address(
        tokens: at..<street.tokens.upperBound, kind: .street, isStrong: true, hasCapital: true, hasLocality: true)
    }
    finish(&address)
    return address
  }

  /// "RD 7, Ohaupo 3881", "RR 2 Site 14 Comp 9, Chase", "Site 22, Awatere Holiday Park".
  func rural(at: Int) -> Address? {
    guard at + 1 < tokens.count else { return nil }
    let hash = tokens[at].hash
    if Word.ruralDelivery.contains(hash), startsWithDigit(at + 1), tokens[at + 1].count <= 3,
      tokens[at].marks.contains(.capital)
    {
      var end = at + 2
      while end + 1 < tokens.count, Word.ruralParts.contains(tokens[end].hash), startsWithDigit(end + 1) { end += 2 }
      var address = Address(tokens: at..<end, kind: .rural, isStrong: end > at + 2, hasCapital: true)
      finish(&address)
      return address.hasLocality || end > at + 2 ? address : nil
    }
    return nil
  }

  /// "Kauri Road, house number 17", "Old Mill Rd, no 205", "Puriri Rd, number 51", "Heol Fach, no.14".
  func numberAfter(at: Int) -> Address? {
    guard tokens[at].marks.contains(.capital), !startsWithDigit(at) else { return nil }
    var end: Int
    var isStrong = false
    if let body = body(at: at, allowsClause: true), body.hasCapital {
      end = body.end
      isStrong = body.isStrong
    } else if let first = typeFirst(at: at) {
      end = first
    } else if let house = houseName(at: at) {
      end = house
    } else {
      return nil
    }
    var next = end
    // "Aotea Gr … number 8" the other way round is a unit with words between; here at most "the state house with the palm".
    var words = 0
    while next < tokens.count, words < 6, !tokens[next].marks.contains(.sentenceStart) {
      if Word.numberSigns.contains(tokens[next].hash) || Word.houseNumberWords.contains(tokens[next].hash),
        tokens[next].marks.contains(.clauseStart) || words == 0
      {
        var digits = next + 1
        if digits < tokens.count, Word.numberSigns.contains(tokens[digits].hash) { digits += 1 }
        if digits < tokens.count, startsWithDigit(digits), isHouseNumber(digits) {
          return Address(
            tokens: at..<(digits + 1), kind: .numberAfter, isStrong: isStrong, hasCapital: true, hasUnit: true)
        }
      }
      next += 1
      words += 1
    }
    _ = end
    end = next
    return nil
  }

  /// "The Old Forge, Church Lane, Little Snoring NR21 0HZ", "Ballinahown, Athlone, N37 E4P1".
  func named(at: Int) -> Address? {
    guard tokens[at].marks.contains(.capital), tokens[at].marks.contains(.letter), !tokens[at].marks.contains(.digit),
      !tokens[at].roles.overlaps([.author, .third, .auxiliary, .greeting, .organisationCue])
    else { return nil }
    var end = at
    var hasStreet = false
    var hasHouse = false
    var parts = 1
    var postcodeEnd: Int?
    while end < tokens.count, end - at < 14 {
      let token = tokens[end]
      if end > at, token.marks.contains(.sentenceStart) { break }
      if end > at, token.marks.contains(.clauseStart) {
        guard isAddressGap(before: end) else { break }
        parts += 1
      }
      if let code = postcode(at: end, isFullOnly: true), end > at {
        postcodeEnd = code
        break
      }
      guard token.marks.contains(.capital), token.marks.contains(.letter) || token.marks.contains(.digit) else { break }
      if token.has(.houseWord), !token.has(.streetStrong) {
        hasHouse = true
      } else if token.has(.street), end > at {
        hasStreet = true
      }
      if token.roles.overlaps([.author, .third, .auxiliary]) { break }
      end += 1
    }
    guard let postcodeEnd else {
      // Without a postcode: house, street and a place.
      guard hasHouse, hasStreet, parts >= 3 else { return nil }
      return Address(tokens: at..<end, kind: .named, isStrong: true, hasCapital: true, hasLocality: true)
    }
    guard parts >= 2 || hasStreet else { return nil }
    return Address(
      tokens: at..<postcodeEnd, kind: .named, isStrong: hasStreet || hasHouse, hasCapital: true, hasLocality: true,
      hasPostcode: true)
  }
}
