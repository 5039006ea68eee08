import Moderation

/// Addresses of homes. A street without a number is no address; an office's address is public, and whether one is a home is
/// read from the words around it: the nearest cue wins.
enum StreetAddress {
  static func find(in document: Document, people: People, into findings: inout Findings) {
    // A house has a number, or a name and a street.
    guard document.hasDigit || document.roles.overlaps([.houseWord, .numberWord]) && document.roles.overlaps(.street)
    else { return }
    let parser = AddressParser(document: document)
    var at = 0
    while at < document.tokens.count {
      guard canBegin(at, in: document), let address = parser.address(at: at) else {
        at += 1
        continue
      }
      judge(address, in: document, people: people, into: &findings)
      at = max(at + 1, address.tokens.upperBound)
    }
  }

  private static func canBegin(_ at: Int, in document: Document) -> Bool {
    let token = document.tokens[at]
    if token.marks.contains(.digit) || token.has([.unit, .numberWord]) { return true }
    // A named house begins a run of capitals, and has a street or a postcode somewhere.
    if token.marks.contains(.capital) {
      return token.marks.contains(.clauseStart) || at == 0 || !document.tokens[at - 1].marks.contains(.capital)
        || Word.addressHeads.contains(token.hash)
    }
    return Word.addressHeads.contains(token.hash)
  }

  private static func judge(
    _ address: AddressParser.Address, in document: Document, people: People, into findings: inout Findings
  ) {
    if isFamous(address, in: document) {
      findings.exclude(.fiction, .personal, address.tokens, in: document)
      return
    }
    let setting = AddressSetting(of: address.tokens, in: document, people: people)
    var doubt = 1 - base(address, isLowerCase: document.isLowerCase || document.isShouted)
    if address.hasUnit { doubt *= 0.85 }
    if address.hasLocality { doubt *= 0.9 }
    if address.hasPostcode { doubt *= 0.85 }
    if setting.home != nil { doubt *= 0.4 }
    if setting.isPersons { doubt *= 0.5 }
    if setting.hasAllegation { doubt *= 0.75 }
    var score = 1 - doubt
    if setting.isOffice { score *= setting.isPersons ? 0.75 : 0.4 }
    if setting.isRoadFault { score *= 0.7 }
    guard score >= 0.5 else {
      let kind: Exclusion.Kind = setting.isOffice ? .office : setting.isRoadFault ? .roadFault : .unidentified
      findings.exclude(kind, .personal, address.tokens, in: document)
      return
    }
    let subject = setting.subject
    let reason = setting.home.map { " with \"\(document.words($0))\"" } ?? (setting.isPersons ? " of a person" : "")
    findings.append(
      Finding(
        label: .personal, score: min(score, 0.96), severity: subject == .author ? .medium : .high,
        why: "Street address\(reason): \"\(document.words(address.tokens))\"",
        spans: [document.span(address.tokens, .address, subject)], rule: "personal.address@2",
        detail: document.tokens[address.tokens.lowerBound].start..<document.tokens[address.tokens.upperBound - 1].end))
  }

  /// How much an address of a kind says before anything around it is read.
  private static func base(_ address: AddressParser.Address, isLowerCase: Bool) -> Double {
    let hasCapital = address.hasCapital || isLowerCase
    return switch address.kind {
    case .street:
      address.isStrong
        ? (hasCapital ? 0.53 : 0.42) : (hasCapital && (address.hasCapital || address.hasLocality) ? 0.5 : 0.25)
    case .numberAfter: 0.55
    case .named: address.hasPostcode ? 0.5 : 0.35
    case .rural: 0.45
    case .bare: 0.3
    case .box: 0.15
    case .privateBag: 0
    }
  }

  private static let famous: [[StaticString]] = [
    ["10", "downing"], ["11", "downing"], ["1600", "pennsylvania"], ["1", "molesworth"], ["221b", "baker"],
    ["42", "wallaby"],
    ["21", "jump"], ["4", "privet"], ["742", "evergreen"], ["24", "sussex"], ["12", "grimmauld"], ["77", "sunset"],
  ]
  private static let famousHashes: [[UInt64]] = famous.map { $0.map(Hashing.word) }

  private static func isFamous(_ address: AddressParser.Address, in document: Document) -> Bool {
    let at = address.tokens.lowerBound
    guard at + 1 < document.tokens.count else { return false }
    return famousHashes.contains { $0[0] == document.tokens[at].hash && $0[1] == document.tokens[at + 1].hash }
  }
}

extension Word {
  static let addressHeads = set([
    "no", "number", "twenty", "thirty", "forty", "fifty", "sixty", "po", "gpo", "p", "private", "c", "rapid",
  ])
}

/// What stands around an address: home, office or a spot on the road, and whose.
struct AddressSetting {
  private(set) var home: Range<Int>?
  private(set) var isOffice = false
  private(set) var isRoadFault = false
  private(set) var hasAllegation = false
  /// A private person's name or mention stands beside it, or a pronoun of one.
  private(set) var isPersons = false
  private(set) var subject: Subject = .unknown

  init(of address: Range<Int>, in document: Document, people: People) {
    let tokens = document.tokens
    let sentence = tokens[address.lowerBound].sentence
    var homeDistance = Int.max
    var officeDistance = Int.max
    var isOfficeBefore = false
    let first = max(0, address.lowerBound - 14)
    let last = min(tokens.count, address.upperBound + 10)
    var hasAuthor = false
    var hasOther = false
    for at in first..<last where !address.contains(at) {
      // A sentence away counts where it is short: "Damp. 4 Rata St. When is someone coming?"
      let apart = abs(tokens[at].sentence - sentence)
      guard apart <= 1 else { continue }
      let distance = (at < address.lowerBound ? address.lowerBound - at : at - address.upperBound + 2) + apart * 6
      let token = tokens[at]
      if at < address.lowerBound, token.has([.author, .authorPossessive]) { hasAuthor = true }
      if token.has([.third, .thirdPossessive]), !token.has(.plural) || at < address.lowerBound {
        hasOther = apart == 0 || hasOther
      }
      guard token.opens([.homeCue, .organisationCue, .roadFault, .allegation]) else { continue }
      for hit in document.hits(starting: at) where !hit.range.overlaps(address) {
        // "Turnbull House", "Rest Home" name a building.
        let isName =
          token.marks.contains(.capital) && at > 0 && tokens[at - 1].marks.contains(.capital)
          && !token.marks.contains(.clauseStart)
        let reach = distance + (Word.softHomes.contains(token.hash) ? 7 : 0)
        if hit.roles.contains(.homeCue), reach < homeDistance, !isName {
          homeDistance = reach
          home = hit.range
        }
        // After an address an office must stand close by.
        let isNear = at < address.lowerBound || distance <= 6
        if hit.roles.contains(.organisationCue), isNear, distance < officeDistance,
          !(apart > 0 && at > address.upperBound)
        {
          officeDistance = distance
          isOfficeBefore = at < address.lowerBound
        }
        // "pothole outside 212 Main Rd", "near 58 Whitaker St".
        if hit.roles.contains(.roadFault), apart == 0, distance <= (Word.besides.contains(token.hash) ? 2 : 6) {
          isRoadFault = true
        }
        if hit.roles.overlaps([.allegation]) { hasAllegation = true }
      }
    }
    let person = people.near(address).first { mention in
      !mention.isPublic && !tokens[mention.tokens.upperBound - 1].marks.contains(.apostropheS)
        && !address.overlaps(mention.tokens)
        && (mention.tokens.upperBound <= address.lowerBound && address.lowerBound - mention.tokens.upperBound <= 7
          || mention.tokens.lowerBound >= address.upperBound && mention.tokens.lowerBound - address.upperBound <= 4)
        && abs(tokens[mention.tokens.lowerBound].sentence - sentence) <= 1
    }
    isPersons = person != nil
    let isOwned = Self.isOwned(address, in: document)
    if isOwned, home == nil { home = max(0, address.lowerBound - 1)..<address.lowerBound }
    if isOwned { homeDistance = min(homeDistance, 1) }
    isOffice =
      officeDistance < Int.max && officeDistance < homeDistance
      && (isOfficeBefore || !hasAllegation)
    if isOffice { home = nil }
    if home != nil || hasAllegation { isRoadFault = false }
    if person != nil, !hasAuthor || person.map({ $0.tokens.upperBound <= address.lowerBound }) == true {
      subject = isSelf(person, in: document) ? .author : .other
    } else if hasOther, !hasAuthor {
      subject = .other
    } else if hasAuthor || document.roles.overlaps([.author, .authorPossessive]) {
      subject = hasOther && !hasAuthor ? .other : .author
    } else if hasOther || hasAllegation {
      subject = .other
    } else {
      subject = .author
    }
  }

  /// "I'm Jordan Ricketts of 9 Elm Hollow": the author's own name.
  private func isSelf(_ person: PersonMention?, in document: Document) -> Bool {
    guard let person, person.type == .person, person.tokens.lowerBound > 0 else {
      return person?.type == .person && person?.tokens.lowerBound == 0
    }
    let previous = document.tokens[person.tokens.lowerBound - 1]
    return Word.selfIntroductions.contains(previous.hash) || previous.hash == Word.its || previous.hash == Word.hi
      || person.tokens.upperBound == document.tokens.count
  }

  /// "my address", "I'm at", "we live", "us at" right before.
  private static func isOwned(_ address: Range<Int>, in document: Document) -> Bool {
    let tokens = document.tokens
    var at = address.lowerBound - 1
    while at >= 0, address.lowerBound - at <= 4, !tokens[at + 1].marks.contains(.sentenceStart) {
      if tokens[at].has([.authorPossessive]) { return true }
      if tokens[at].has(.author), at + 1 < address.lowerBound, Word.atOrLives.contains(tokens[at + 1].hash) {
        return true
      }
      at -= 1
    }
    // "…, my driveway", "is my place".
    let after = address.upperBound
    return after + 1 < tokens.count
      && (tokens[after].has(.authorPossessive) || tokens[after + 1].has(.authorPossessive))
      && !tokens[after].marks.contains(.sentenceStart)
  }
}

extension Word {
  static let softHomes = set(["moved", "moving", "house", "home", "address", "number", "stuck", "trapped", "people"])
  static let besides = set(["outside", "opposite", "near"])
  static let its = Hashing.word("its")
  static let hi = Hashing.word("hi")
}
