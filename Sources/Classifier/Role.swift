/// What an entry of the lexicons can stand for. One word may play several roles: the rules decide which one counts.
struct Role: OptionSet, Sendable, Hashable {
  let rawValue: UInt128

  // People.
  static var kin: Role { Role(bit: 0) }
  static var kinBare: Role { Role(bit: 1) }
  static var weakRelation: Role { Role(bit: 2) }
  static var neighbour: Role { Role(bit: 3) }
  static var unnamed: Role { Role(bit: 4) }
  static var plural: Role { Role(bit: 5) }
  static var given: Role { Role(bit: 6) }
  static var surname: Role { Role(bit: 7) }
  static var alsoWord: Role { Role(bit: 8) }
  static var publicRole: Role { Role(bit: 9) }
  static var publicFigure: Role { Role(bit: 10) }
  static var greeting: Role { Role(bit: 11) }
  static var title: Role { Role(bit: 12) }
  static var professional: Role { Role(bit: 13) }
  static var personNoun: Role { Role(bit: 14) }
  static var child: Role { Role(bit: 15) }

  // Health.
  static var condition: Role { Role(bit: 16) }
  static var medicine: Role { Role(bit: 17) }
  static var treatment: Role { Role(bit: 18) }
  static var facility: Role { Role(bit: 19) }
  static var vague: Role { Role(bit: 20) }
  static var link: Role { Role(bit: 21) }
  static var work: Role { Role(bit: 22) }
  static var group: Role { Role(bit: 23) }
  static var animal: Role { Role(bit: 24) }
  static var conditional: Role { Role(bit: 25) }
  static var figure: Role { Role(bit: 26) }
  static var organisation: Role { Role(bit: 27) }
  static var bodyPart: Role { Role(bit: 28) }
  static var injury: Role { Role(bit: 29) }
  static var injured: Role { Role(bit: 30) }
  static var ailing: Role { Role(bit: 31) }
  static var negation: Role { Role(bit: 32) }
  static var hadIt: Role { Role(bit: 33) }

  // Grammar.
  static var author: Role { Role(bit: 34) }
  static var authorPossessive: Role { Role(bit: 35) }
  static var third: Role { Role(bit: 36) }
  static var thirdPossessive: Role { Role(bit: 37) }
  static var second: Role { Role(bit: 38) }
  static var numberWord: Role { Role(bit: 39) }
  static var stop: Role { Role(bit: 40) }
  static var auxiliary: Role { Role(bit: 41) }
  static var verb: Role { Role(bit: 42) }

  // Offence.
  static var profanity: Role { Role(bit: 43) }
  static var slur: Role { Role(bit: 44) }
  static var insult: Role { Role(bit: 45) }
  static var sexual: Role { Role(bit: 46) }
  static var needsTarget: Role { Role(bit: 47) }
  static var friend: Role { Role(bit: 48) }
  static var objecting: Role { Role(bit: 49) }

  // Contact details and numbers.
  static var streetStrong: Role { Role(bit: 50) }
  static var streetWeak: Role { Role(bit: 51) }
  static var direction: Role { Role(bit: 52) }
  static var place: Role { Role(bit: 53) }
  static var homeCue: Role { Role(bit: 54) }
  static var organisationCue: Role { Role(bit: 55) }
  static var phoneCue: Role { Role(bit: 56) }
  static var numberCounter: Role { Role(bit: 57) }
  static var taxCue: Role { Role(bit: 58) }
  static var unit: Role { Role(bit: 59) }
  static var allegation: Role { Role(bit: 60) }
  static var healthNumberCue: Role { Role(bit: 61) }
  static var bankCue: Role { Role(bit: 62) }
  static var birthCue: Role { Role(bit: 63) }
  static var month: Role { Role(bit: 64) }
  static var documentCue: Role { Role(bit: 65) }
  static var school: Role { Role(bit: 66) }
  static var state: Role { Role(bit: 67) }
  static var houseWord: Role { Role(bit: 68) }
  static var roadFault: Role { Role(bit: 69) }
  static var plateCue: Role { Role(bit: 70) }

  // Private facts.
  static var court: Role { Role(bit: 71) }
  static var naming: Role { Role(bit: 72) }
  static var praise: Role { Role(bit: 73) }
  static var publicWork: Role { Role(bit: 74) }
  static var schoolYear: Role { Role(bit: 75) }
  static var age: Role { Role(bit: 76) }
  static var blame: Role { Role(bit: 77) }

  static var governs: Role { Role(bit: 78) }
  static var ancient: Role { Role(bit: 79) }
  /// Words of scams and advertisements.
  static var bait: Role { Role(bit: 80) }

  /// What stands in an e-mail address that is spelt out.
  static var mailbox: Role { Role(bit: 81) }

  /// A digit as it is said: "oh", "seven", "double".
  static var digitWord: Role { Role(bit: 82) }

  // Abuse.
  /// Anchors a pattern of abuse, or one of what excuses it.
  static var abuseCue: Role { Role(bit: 83) }
  static var excuseCue: Role { Role(bit: 84) }
  /// A group of people that hate is aimed at: "muslims", "women", "wheelchair users".
  static var identity: Role { Role(bit: 85) }
  /// Who belongs to one: "muslim", "gay", "trans".
  static var identityAdjective: Role { Role(bit: 86) }
  /// What is said of persons to put them down: "thick", "spineless".
  static var badTrait: Role { Role(bit: 87) }
  /// What people are called who are to be seen as less than people: "vermin", "a plague".
  static var vermin: Role { Role(bit: 88) }
  /// To do violence: "stab", "burn".
  static var harm: Role { Role(bit: 89) }
  /// To suffer it: "hanged", "shot".
  static var harmed: Role { Role(bit: 90) }
  /// Good words about people.
  static var warm: Role { Role(bit: 91) }
  /// What is no person: "form", "website", "roundabout".
  static var thing: Role { Role(bit: 92) }
  /// A person or body that comments are aimed at: "councillor", "staff".
  static var official: Role { Role(bit: 93) }
  /// Crimes and vices that a group is charged with: "thieves", "terrorists".
  static var vice: Role { Role(bit: 94) }
  /// An insulting noun that mostly stands for an animal, a thing or a plain fact.
  static var ambiguous: Role { Role(bit: 95) }

  /// An access law: "OIA", "Official Information Act".
  static var statute: Role { Role(bit: 100) }

  /// To speak of one's own death or of being unable to go on: "want to die", "end it all".
  static var despair: Role { Role(bit: 101) }

  static var health: Role { [.condition, .medicine, .treatment, .facility] }
  static var offending: Role { [.profanity, .slur, .insult, .sexual] }
  static var street: Role { [.streetStrong, .streetWeak] }
  static var relation: Role { [.kin, .neighbour, .weakRelation] }

  @inline(__always) init(rawValue: UInt128) { self.rawValue = rawValue }
  @inline(__always) private init(bit: UInt128) { self.rawValue = 1 << bit }

  @inline(__always) func overlaps(_ other: Role) -> Bool { rawValue & other.rawValue != 0 }

  /// Roles that an entry of several words gives to its first word: the rules ask for them word by word.
  static var spread: Role {
    [.work, .group, .animal, .governs, .ancient, .naming, .court, .praise, .roadFault, .allegation]
  }

  /// The roles by the names that the lexicon files use.
  static let named: [String: Role] = [
    "kin": .kin,
    "kinBare": .kinBare,
    "weakRelation": .weakRelation,
    "neighbour": .neighbour,
    "unnamed": .unnamed,
    "plural": .plural,
    "given": .given,
    "surname": .surname,
    "alsoWord": .alsoWord,
    "publicRole": .publicRole,
    "publicFigure": .publicFigure,
    "greeting": .greeting,
    "title": .title,
    "professional": .professional,
    "personNoun": .personNoun,
    "child": .child,
    "condition": .condition,
    "medicine": .medicine,
    "treatment": .treatment,
    "facility": .facility,
    "vague": .vague,
    "link": .link,
    "work": .work,
    "group": .group,
    "animal": .animal,
    "conditional": .conditional,
    "figure": .figure,
    "organisation": .organisation,
    "bodyPart": .bodyPart,
    "injury": .injury,
    "injured": .injured,
    "ailing": .ailing,
    "negation": .negation,
    "hadIt": .hadIt,
    "author": .author,
    "authorPossessive": .authorPossessive,
    "third": .third,
    "thirdPossessive": .thirdPossessive,
    "second": .second,
    "numberWord": .numberWord,
    "stop": .stop,
    "auxiliary": .auxiliary,
    "verb": .verb,
    "profanity": .profanity,
    "slur": .slur,
    "insult": .insult,
    "sexual": .sexual,
    "needsTarget": .needsTarget,
    "friend": .friend,
    "objecting": .objecting,
    "streetStrong": .streetStrong,
    "streetWeak": .streetWeak,
    "direction": .direction,
    "place": .place,
    "homeCue": .homeCue,
    "organisationCue": .organisationCue,
    "phoneCue": .phoneCue,
    "numberCounter": .numberCounter,
    "taxCue": .taxCue,
    "unit": .unit,
    "allegation": .allegation,
    "healthNumberCue": .healthNumberCue,
    "bankCue": .bankCue,
    "birthCue": .birthCue,
    "month": .month,
    "documentCue": .documentCue,
    "school": .school,
    "state": .state,
    "houseWord": .houseWord,
    "roadFault": .roadFault,
    "plateCue": .plateCue,
    "court": .court,
    "naming": .naming,
    "praise": .praise,
    "publicWork": .publicWork,
    "schoolYear": .schoolYear,
    "age": .age,
    "blame": .blame,
    "governs": .governs,
    "ancient": .ancient, "bait": .bait, "mailbox": .mailbox, "digitWord": .digitWord,
    "identity": .identity,
    "identityAdjective": .identityAdjective,
    "badTrait": .badTrait,
    "vermin": .vermin,
    "harm": .harm,
    "harmed": .harmed,
    "warm": .warm,
    "thing": .thing,
    "official": .official,
    "vice": .vice,
    "ambiguous": .ambiguous,
    "statute": .statute, "despair": .despair,
  ]
}
