/// What masks, lists and redactions ask of a span.
extension SpanType {
  /// Whether a span of the type is private detail, for a mask: not the words that only raised a flag.
  public var isPrivate: Bool {
    switch self {
    case .person, .relation, .condition, .medicine, .treatment, .address, .phone, .email, .identifier, .birthdate: true
    case .profanity, .slur, .insult, .threat, .sexual, .statute, .link, .cue: false
    }
  }

  /// Words that wear a reader down: masked everywhere until asked for (DOMAIN § 2, item 67).
  public var isDistressing: Bool {
    switch self {
    case .profanity, .slur, .insult, .threat, .sexual: true
    case .person, .relation, .condition, .medicine, .treatment, .address, .phone, .email, .identifier, .birthdate,
      .statute, .link, .cue:
      false
    }
  }

  /// Words that say who somebody is: masked in lists, where nobody needs them to decide what to open.
  public var isIdentifying: Bool {
    switch self {
    case .person, .phone, .email, .identifier, .birthdate: true
    case .relation, .condition, .medicine, .treatment, .address, .profanity, .slur, .insult, .threat, .sexual, .statute,
      .link, .cue:
      false
    }
  }
}
