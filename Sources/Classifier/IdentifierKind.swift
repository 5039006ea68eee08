import Moderation

/// An official, financial or technical number that points at a person.
struct IdentifierKind: Sendable {
  /// `nz.nhi`: part of the rule's id.
  let id: String
  /// `an NHI number`.
  let title: String
  /// nil: used everywhere.
  let jurisdiction: Jurisdiction?
  /// Shape and printing, nil where a candidate is no number of this kind.
  let read: @Sendable (NumberCandidate) -> Shape?
  /// Words that name the number; any of them near it is a cue.
  let cues: CueWords
  /// Whether it counts only with a cue.
  let needsCue: Bool

  struct Shape {
    /// How rarely something else looks like it, 0 to 1.
    var strength: Double
    /// Digits stand in groups as on the card.
    var isPrinted = false
    /// nil where the kind has no check digit.
    var passes: Bool?
  }

  init(
    _ id: String, _ title: String, _ jurisdiction: Jurisdiction?, cues: String, needsCue: Bool = false,
    read: @escaping @Sendable (NumberCandidate) -> Shape?
  ) {
    self.id = id
    self.title = title
    self.jurisdiction = jurisdiction
    self.read = read
    self.needsCue = needsCue
    self.cues = CueWords(cues)
  }
}

/// Words and phrases that name a number.
struct CueWords: Sendable {
  private let phrases: [[UInt64]]
  /// The first words of all: most words begin no cue.
  private let firsts: WordSet

  /// - Parameter list: phrases parted by commas.
  init(_ list: String) {
    phrases = list.split(separator: ",").map { phrase in
      phrase.split(separator: " ").map { word in
        Hashing.finish(word.utf8.reduce(Hashing.seed) { Hashing.add($1, to: $0) })
      }
    }
    firsts = WordSet(hashes: phrases.compactMap(\.first))
  }

  /// The token after a cue that begins at a token.
  func end(at: Int, in tokens: [Token]) -> Int? {
    guard firsts.contains(tokens[at].hash) else { return nil }
    for phrase in phrases where phrase[0] == tokens[at].hash && at + phrase.count <= tokens.count {
      if phrase.indices.dropFirst().allSatisfy({ tokens[at + $0].hash == phrase[$0] }) { return at + phrase.count }
    }
    return nil
  }
}

extension IdentifierKind {
  /// All kinds, the more telling first: of two that read a number equally well the earlier wins.
  static let all: [IdentifierKind] = aotearoa + australia + canada + britain + unitedStates + ireland + everywhere

  static let vehicleCues =
    "rego,plate,plates,number plate,registration,reg,reg no,registered,car,ute,van,truck,hilux,ranger,mazda,toyota,ford,holden,commodore,falcon,subaru,nissan,honda,hyundai,kia sportage,bmw,audi,mercedes,merc,skoda,golf,corsa,fiesta,focus,astra,clio,polo,transit,corolla,camry,navara,triton,pajero,prado,landcruiser,swift,demio,aqua,prius,tesla,crv,rav4,jeep,suv,hatchback,wagon,sedan,lancer,skyline,motorbike,bike,tailgated,hoon,dashcam,parked,speeding"

  static let licenceCues = "licence,license,driver licence,drivers licence,driving licence,drivers license,dl"

  static func isNZBank(_ bank: Int) -> Bool {
    switch bank {
    case 1...6, 8, 9, 10...31, 33, 35, 38, 88: bank != 7
    default: false
    }
  }

  static func isCardPrefix(_ d: [UInt8]) -> Bool {
    let four = d.prefix(4).reduce(0) { $0 * 10 + Int($1) }
    let count = d.count
    switch four {
    case 4000...4999: return [13, 16, 19].contains(count)
    case 5100...5599, 2221...2720: return count == 16
    case 3400...3499, 3700...3799: return count == 15
    case 3000...3059, 3600...3699, 3800...3999: return (14...19).contains(count)
    case 6011, 6440...6599, 6200...6299, 3528...3589: return (16...19).contains(count)
    case 5000...5099, 5600...6999: return (12...19).contains(count)
    default: return false
    }
  }
}
