/// What an entry of the lexicons can stand for. One word may play several roles: the rules decide which one counts.
struct Role: OptionSet, Sendable, Hashable {
  let rawValue: UInt64

  // People.
  static let kin = Role(bit: 0)
  static let kinBare = Role(bit: 1)
  static let weakRelation = Role(bit: 2)
  static let neighbour = Role(bit: 3)
  static let unnamed = Role(bit: 4)
  static let plural = Role(bit: 5)
  static let given = Role(bit: 6)
  static let surname = Role(bit: 7)
  static let alsoWord = Role(bit: 8)
  static let publicRole = Role(bit: 9)
  static let publicFigure = Role(bit: 10)
  static let greeting = Role(bit: 11)

  // Health.
  static let condition = Role(bit: 12)
  static let medicine = Role(bit: 13)
  static let treatment = Role(bit: 14)
  static let facility = Role(bit: 15)
  static let vague = Role(bit: 16)
  static let link = Role(bit: 17)
  static let work = Role(bit: 18)
  static let group = Role(bit: 19)
  static let animal = Role(bit: 20)
  static let conditional = Role(bit: 21)
  static let figure = Role(bit: 22)
  static let organisation = Role(bit: 23)

  // Grammar.
  static let author = Role(bit: 24)
  static let authorPossessive = Role(bit: 25)
  static let third = Role(bit: 26)
  static let thirdPossessive = Role(bit: 27)
  static let second = Role(bit: 28)
  static let numberWord = Role(bit: 29)
  static let stop = Role(bit: 30)

  // Offence.
  static let profanity = Role(bit: 31)
  static let slur = Role(bit: 32)
  static let insult = Role(bit: 33)
  static let sexual = Role(bit: 34)
  static let needsTarget = Role(bit: 35)
  static let friend = Role(bit: 36)
  static let objecting = Role(bit: 37)

  // Contact details and numbers.
  static let streetStrong = Role(bit: 38)
  static let streetWeak = Role(bit: 39)
  static let direction = Role(bit: 40)
  static let place = Role(bit: 41)
  static let homeCue = Role(bit: 42)
  static let organisationCue = Role(bit: 43)
  static let phoneCue = Role(bit: 44)
  static let numberCounter = Role(bit: 45)
  static let taxCue = Role(bit: 46)
  static let unit = Role(bit: 47)
  static let allegation = Role(bit: 48)
  static let healthNumberCue = Role(bit: 49)
  static let bankCue = Role(bit: 50)
  static let birthCue = Role(bit: 51)
  static let month = Role(bit: 52)
  static let documentCue = Role(bit: 53)
  static let school = Role(bit: 54)

  static let health: Role = [.condition, .medicine, .treatment, .facility]
  static let offending: Role = [.profanity, .slur, .insult, .sexual]
  static let street: Role = [.streetStrong, .streetWeak]
  static let relation: Role = [.kin, .neighbour, .weakRelation]

  init(rawValue: UInt64) { self.rawValue = rawValue }
  private init(bit: UInt64) { self.rawValue = 1 << bit }

  func overlaps(_ other: Role) -> Bool { rawValue & other.rawValue != 0 }

  /// The roles by the names that the lexicon files use.
  static let named: [String: Role] = [
    "kin": .kin, "kinBare": .kinBare, "weakRelation": .weakRelation, "neighbour": .neighbour, "unnamed": .unnamed,
    "plural": .plural, "given": .given, "surname": .surname, "alsoWord": .alsoWord, "publicRole": .publicRole,
    "publicFigure": .publicFigure, "greeting": .greeting, "condition": .condition, "medicine": .medicine,
    "treatment": .treatment, "facility": .facility, "vague": .vague, "link": .link, "work": .work, "group": .group,
    "animal": .animal, "conditional": .conditional, "figure": .figure, "organisation": .organisation,
    "author": .author, "authorPossessive": .authorPossessive, "third": .third, "thirdPossessive": .thirdPossessive,
    "second": .second, "numberWord": .numberWord, "stop": .stop, "profanity": .profanity, "slur": .slur,
    "insult": .insult, "sexual": .sexual, "needsTarget": .needsTarget, "friend": .friend, "objecting": .objecting,
    "streetStrong": .streetStrong, "streetWeak": .streetWeak, "direction": .direction, "place": .place,
    "homeCue": .homeCue, "organisationCue": .organisationCue, "phoneCue": .phoneCue,
    "numberCounter": .numberCounter, "taxCue": .taxCue, "unit": .unit, "allegation": .allegation,
    "healthNumberCue": .healthNumberCue, "bankCue": .bankCue, "birthCue": .birthCue, "month": .month,
    "documentCue": .documentCue, "school": .school,
  ]
}
