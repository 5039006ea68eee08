/// Reads postal addresses as people type them in Aotearoa, Australia, Canada, Britain, Ireland and the United States:
///
///     [unit] number[/number] name type [direction] [, unit] [, locality]{0..4} [state] [postcode]
///     street, [house] number N  ·  PO Box N, locality  ·  RD N, locality  ·  named house, street, locality postcode
struct AddressParser {
  let document: Document
  let tokens: [Token]

  init(document: Document) {
    self.document = document
    tokens = document.tokens
  }

  /// An address and what its parts say of it.
  struct Address {
    enum Kind { case street, box, privateBag, rural, named, numberAfter, bare }
    var tokens: Range<Int>
    var kind: Kind
    /// The type is a word for streets only: "Crescent", not "Park".
    var isStrong = false
    var hasCapital = false
    var hasUnit = false
    var hasLocality = false
    var hasPostcode = false
  }

  func address(at: Int) -> Address? {
    if let box = box(at: at) { return box }
    if let rural = rural(at: at) { return rural }
    if let street = street(at: at) { return street }
    if let after = numberAfter(at: at) { return after }
    return named(at: at)
  }

  // MARK: Streets

  func street(at: Int) -> Address? {
    var next = at
    var hasUnit = false
    var units = 0
    while units < 3, let end = unit(at: next) {
      next = end
      hasUnit = true
      units += 1
      // "Keats House, 22 Marlowe Road", "The Maltings, Bonham St".
      if let house = houseName(at: next) { next = house }
    }
    guard let number = number(at: next) ?? (units > 0 ? next : nil), number < tokens.count else { return nil }
    let hasNumber = number > next
    // "6/91", "204-1288": a flat and a house.
    if number - next == 2, startsWithDigit(next), startsWithDigit(next + 1) { hasUnit = true }
    // "nine Elder Cres"; but "one thing in common".
    let isWritten = hasNumber && !startsWithDigit(number - 1) && !startsWithDigit(next)
    if hasNumber, next > 0, Word.counted.contains(tokens[next - 1].hash) { return nil }
    if hasNumber, !hasUnit, isPriceOrTime(next) || next > 0 && tokens[next - 1].hash == Word.theWord { return nil }
    if let body = body(at: number, allowsClause: units > 0), !isWritten || body.isStrong {
      var address = Address(
        tokens: at..<body.end, kind: .street, isStrong: body.isStrong, hasCapital: body.hasCapital, hasUnit: hasUnit)
      finish(&address)
      return address
    }
    // "22 Cnoc an Óir", "86 Rue Cartier": the type first.
    if hasNumber, let end = typeFirst(at: number) {
      var address = Address(tokens: at..<end, kind: .street, isStrong: true, hasCapital: true, hasUnit: hasUnit)
      finish(&address)
      return address
    }
    if hasNumber, let end = houseName(at: number) ?? untyped(at: number, from: next) {
      var address = Address(tokens: at..<end, kind: .bare, hasCapital: true, hasUnit: hasUnit)
      finish(&address)
      return address
    }
    return nil
  }

  /// "Flat 3,", "Unit 4/", "Apt 12C,", "#12 -", "C/-", "Level 2,", "room 6": the token after it.
  func unit(at: Int) -> Int? {
    guard at < tokens.count else { return nil }
    let token = tokens[at]
    // "C/- 11 Bidwill Hill".
    if token.hash == Word.c, at + 1 < tokens.count, startsWithDigit(at + 1), gap(before: at + 1).contains(0x2F) {
      return at + 1
    }
    if token.marks.contains(.handle), startsWithDigit(at), at + 1 < tokens.count, startsWithDigit(at + 1),
      gap(before: at + 1).contains(0x2D)
    {
      return at + 1
    }
    guard token.has(.unit), at + 1 < tokens.count, !tokens[at + 1].marks.contains(.clauseStart) else { return nil }
    var next = at + 1
    if Word.numberSigns.contains(tokens[next].hash), next + 1 < tokens.count { next += 1 }
    let name = tokens[next]
    let isShort = name.count <= 4
    guard
      startsWithDigit(next)
        || name.marks.contains(.capital) && (name.count == 1 || name.marks.contains(.digit) && isShort)
    else { return nil }
    // "Unit 4/26 Hinau Rd".
    if next + 1 < tokens.count, startsWithDigit(next + 1), gap(before: next + 1).elementsEqual([0x2F]) {
      return next + 1
    }
    return next + 1
  }

  /// "14", "14B", "2/117", "204-1288", "42-44", "60, 62 and 64", "no. 9", "number 22", "twenty one".
  func number(at: Int) -> Int? {
    guard at < tokens.count else { return nil }
    var next = at
    if Word.numberSigns.contains(tokens[next].hash), next + 1 < tokens.count, startsWithDigit(next + 1) { next += 1 }
    if startsWithDigit(next) {
      guard isHouseNumber(next) else { return nil }
      next += 1
      while next < tokens.count, startsWithDigit(next), isHouseNumber(next), next - at < 4 {
        let between = gap(before: next)
        let isJoined =
          between.count <= 3 && between.contains { $0 == 0x2F || $0 == 0x2D } || between.elementsEqual([0x2C, 0x20])
        guard isJoined else { break }
        next += 1
      }
      if next + 1 < tokens.count, tokens[next].hash == Word.and, startsWithDigit(next + 1), isHouseNumber(next + 1) {
        next += 2
      }
      // "14 B Rimu Street".
      if next < tokens.count, tokens[next].count == 1, tokens[next].marks.contains(.capital),
        !tokens[next].marks.contains(.stopped),
        !tokens[next].roles.overlaps(.direction), tokens[next].hash != Word.i
      {
        next += 1
      }
      return next
    }
    // "twenty one Rata Street", "nine Elder Cres".
    if Word.tens.contains(tokens[next].hash)
      || tokens[next].has(.numberWord) && Word.cardinals.contains(tokens[next].hash)
    {
      next += 1
      if next < tokens.count, Word.cardinals.contains(tokens[next].hash) { next += 1 }
      return next < tokens.count && tokens[next].marks.contains(.capital) ? next : nil
    }
    return nil
  }

  struct Body {
    var end: Int
    var isStrong: Bool
    var hasCapital: Bool
  }

  /// A name of one to four words and a type: "Great North Road", "The Crescent", "Te Wharepouri St", "SW 7th Ave".
  func body(at start: Int, allowsClause: Bool) -> Body? {
    var next = start
    var hasCapital = false
    var hasSmall = false
    while next < tokens.count, next - start <= 4 {
      let token = tokens[next]
      if token.marks.contains(.sentenceStart) { return nil }
      if token.marks.contains(.clauseStart), next > start || !allowsClause { return nil }
      let isThe = next == start && tokens[next].hash == Word.theWord
      if next > start, token.has(.street), !isNamePart(next, start) {
        guard hasCapital || token.has(.streetStrong) || document.isLowerCase else { return nil }
        // "2019 about the Ridge Road": small words do not stand in a name of capitals.
        if hasSmall, hasCapital { return nil }
        // "6 way too long", "4 court cases": a name that is only a stop word is none.
        return Body(end: direction(at: next + 1), isStrong: token.has(.streetStrong), hasCapital: hasCapital)
      }
      if token.marks.contains(.digit) {
        guard token.marks.contains(.letter) || next == start && next + 1 < tokens.count && tokens[next + 1].has(.street)
        else { return nil }
      }
      let isAllowed = isThe || token.marks.contains(.capital) || Word.nameParticles.contains(token.hash)
      if token.roles.overlaps([.stop, .author, .second, .third, .auxiliary, .numberWord, .greeting]), !isAllowed {
        return nil
      }
      if Word.units.contains(token.hash), !token.marks.contains(.capital) || token.hash == Word.feet { return nil }
      if token.marks.contains(.capital) {
        hasCapital = true
      } else if !token.marks.contains(.digit), !isThe, !Word.nameParticles.contains(token.hash) {
        hasSmall = true
      }
      next += 1
    }
    return nil
  }

  /// A type word inside the name: "Park Street", "Marae Road", "Kauri Glen Rise" go on to the last of them.
  func isNamePart(_ at: Int, _ start: Int) -> Bool {
    guard at + 1 < tokens.count, at - start < 3 else { return false }
    let next = tokens[at + 1]
    return next.has(.street) && !next.marks.contains(.clauseStart)
      && (next.marks.contains(.capital) || !tokens[at].marks.contains(.capital))
  }

  func direction(at: Int) -> Int {
    guard at < tokens.count, tokens[at].has(.direction), tokens[at].marks.contains(.capital),
      !tokens[at].marks.contains(.clauseStart)
    else { return at }
    // "W Maple" after a street would be the next one.
    return at + 1
  }

  /// "Rue Cartier", "Cnoc an Óir", "Páirc na Coille", "Clos y Wern", "County Road 12", "State Highway 10".
  func typeFirst(at: Int) -> Int? {
    guard at + 1 < tokens.count, !tokens[at].marks.contains(.sentenceStart) else { return nil }
    if Word.leadingTypes.contains(tokens[at].hash), tokens[at].marks.contains(.capital) {
      var next = at + 1
      while next < tokens.count, next - at <= 3, !tokens[next].marks.contains(.clauseStart),
        tokens[next].marks.contains(.capital) || Word.nameParticles.contains(tokens[next].hash)
      {
        next += 1
      }
      return next > at + 1 ? next : nil
    }
    if at + 2 < tokens.count, Word.roadOwners.contains(tokens[at].hash), tokens[at + 1].has(.streetStrong),
      startsWithDigit(at + 2)
    {
      return at + 3
    }
    return nil
  }

  /// "Keats House", "The Maltings", "Rata Flats", "Penrose House": after a number or a unit.
  func houseName(at: Int) -> Int? {
    var next = at
    while next < tokens.count, next - at <= 3, !tokens[next].marks.contains(.sentenceStart),
      tokens[next].marks.contains(.capital)
    {
      if next > at, tokens[next].marks.contains(.clauseStart) { return nil }
      if next > at || tokens[next].has(.houseWord), tokens[next].has(.houseWord) { return next + 1 }
      next += 1
    }
    // "The Maltings", "The Cottages".
    if next == at + 2, tokens[at].hash == Word.theWord { return next }
    return nil
  }

  /// "115b Clayton", "28 Totara", "4/15 Pine": a number as only houses have it, and a capital word.
  func untyped(at: Int, from number: Int) -> Int? {
    guard at < tokens.count, !tokens[at].marks.contains(.clauseStart), tokens[at].marks.contains(.capital),
      tokens[at].marks.contains(.letter), !tokens[at].marks.contains(.digit), tokens[at].count > 2,
      !tokens[at].roles.overlaps([.stop, .month, .author, .organisationCue, .auxiliary, .health, .numberWord]),
      !Word.units.contains(tokens[at].hash)
    else { return nil }
    let isHouse = at - number > 1 || tokens[number].marks.contains(.letter) && tokens[number].count <= 5
    let isPlaced = number > 1 && tokens[number - 1].hash == Word.at && tokens[number - 2].has(.homeCue)
    guard isHouse || isPlaced, startsWithDigit(number) else { return nil }
    if tokens[number].marks.contains(.letter), !Word.houseLetters.contains(document.bytes[tokens[number].end - 1]) {
      return nil
    }
    var next = at + 1
    // "E Sycamore", "W Dunlap".
    if tokens[at].has(.direction), next < tokens.count, tokens[next].marks.contains(.capital) { next += 1 }
    return next
  }
}
