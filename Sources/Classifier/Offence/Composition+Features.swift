extension Composition {
  /// What the rules saw of who says what of whom: one bit each, for the learned model.
  struct Features: OptionSet, Sendable {
    let rawValue: UInt32

    static var insultAtSecondPerson: Features { Features(rawValue: 1) }
    static var insultAtPerson: Features { Features(rawValue: 1 << 1) }
    static var insultAtGroup: Features { Features(rawValue: 1 << 2) }
    static var insultAtThing: Features { Features(rawValue: 1 << 3) }
    static var identityTerm: Features { Features(rawValue: 1 << 4) }
    static var identityWithNegativePredicate: Features { Features(rawValue: 1 << 5) }
    static var identityWithPositivePredicate: Features { Features(rawValue: 1 << 6) }
    static var negatedHarm: Features { Features(rawValue: 1 << 7) }
    static var quotation: Features { Features(rawValue: 1 << 8) }
    static var reported: Features { Features(rawValue: 1 << 9) }
    static var counterSpeech: Features { Features(rawValue: 1 << 10) }
    static var reclaimed: Features { Features(rawValue: 1 << 11) }
    static var swearingWithoutTarget: Features { Features(rawValue: 1 << 12) }
    static var swearingAtPerson: Features { Features(rawValue: 1 << 13) }
    static var disguisedProfanity: Features { Features(rawValue: 1 << 14) }
    static var slur: Features { Features(rawValue: 1 << 15) }
    static var threatPattern: Features { Features(rawValue: 1 << 16) }
    static var violenceCalledFor: Features { Features(rawValue: 1 << 17) }
    static var harmWish: Features { Features(rawValue: 1 << 18) }
    static var dehumanising: Features { Features(rawValue: 1 << 19) }
    static var exclusion: Features { Features(rawValue: 1 << 20) }
    static var inferiority: Features { Features(rawValue: 1 << 21) }
    static var sexualRemark: Features { Features(rawValue: 1 << 22) }
    static var sexualWord: Features { Features(rawValue: 1 << 23) }
    static var selfDeprecation: Features { Features(rawValue: 1 << 24) }
    static var literalUse: Features { Features(rawValue: 1 << 25) }
    /// An insult noun that nothing aims at anybody.
    static var insultWithoutTarget: Features { Features(rawValue: 1 << 26) }
    /// "lazy", "thick": a trait that is said of people.
    static var badTrait: Features { Features(rawValue: 1 << 27) }
    /// Several different offending words.
    static var repeatedOffence: Features { Features(rawValue: 1 << 28) }
    /// An offending word stands and all of them are excused.
    static var wholeExcused: Features { Features(rawValue: 1 << 29) }

    /// The features by name, in the order of their bits, for tables of weights.
    static let names = [
      "insultAtSecondPerson", "insultAtPerson", "insultAtGroup", "insultAtThing", "identityTerm",
      "identityWithNegativePredicate", "identityWithPositivePredicate", "negatedHarm", "quotation", "reported",
      "counterSpeech", "reclaimed", "swearingWithoutTarget", "swearingAtPerson", "disguisedProfanity", "slur",
      "threatPattern", "violenceCalledFor", "harmWish", "dehumanising", "exclusion", "inferiority", "sexualRemark",
      "sexualWord", "selfDeprecation", "literalUse", "insultWithoutTarget", "badTrait", "repeatedOffence",
      "wholeExcused",
    ]
  }
}
