/// One thing that a query asks of an item. A list of values asks for any of them.
///
/// What stands together says it of one and the same thing: `label:health score>0.8` asks for a health flag that scores so
/// high, and `verb:hide by:a.kereru` for one decision; see `FilterCondition.all`.
public enum FilterTest: Sendable, Hashable {
  // Of a flag of the current text.
  case label([Label])
  /// `health>0.8`: label and score in one.
  case labelScore(Label, ScoreBound)
  case score(ScoreBound)
  case severity(SeverityBound)
  case kind([FlagTrait])
  /// `personal.email`, or all of `personal`, of whatever version.
  case rule([String])

  // Where the item stands.
  case state([ItemState.Status])
  case stage([ItemState.Stage])
  case visibility([ItemState.Visibility])
  case escalatedTo([RoleName])

  // Where it comes from.
  /// Names of channels on the desk, whatever their case.
  case channel([String])
  /// Aliases; the name behind one is not asked for.
  case author([String])
  /// The platform's id of a thread, or words of its title.
  case thread([String])
  /// BCP 47; `en` holds for `en-NZ` as well. What has no language known has none of them.
  case language([String])

  // When.
  /// Since it was posted, or came in where the feed does not say.
  case age(AgeBound)
  /// An item that is not known to have been posted at some time was posted at none.
  case posted(TimeBound)
  /// When the desk learned of it.
  case learned(TimeBound)

  // Of a decision about it that was not taken back.
  case verb([Verb])
  case reason([ReasonCode])
  case decidedBy([String])
  case decided(TimeBound)
  case batch([String])

  case feature([ItemFeature])

  // Of the current text.
  /// A word, whatever its case and accents; from four letters on, what begins with it as well.
  case word(String)
  /// These words as they are written, whatever their case, and not as part of longer ones.
  case phrase(String)
  case pattern(TextPattern)
}

/// What an item may be or have besides.
public enum ItemFeature: String, CaseIterable, Sendable {
  case flagged
  case unflagged
  /// It was decided about, and waits or waited again: the text was edited, or more was found in it.
  case reopened
  /// Captured as a business record.
  case recorded
  /// The text is not the first one, or the feed says that it was edited.
  case edited
  /// It answers another comment.
  case reply
  /// Others answered it, by the feed's own count.
  case answered
  /// It has pictures, videos or files.
  case media

  /// What it says, in a few words.
  public var explanation: String {
    switch self {
    case .flagged: "the classifier raised a flag"
    case .unflagged: "no flag"
    case .reopened: "waited again after a decision"
    case .recorded: "kept as a record"
    case .edited: "the text was changed"
    case .reply: "answers another comment"
    case .answered: "others answered it"
    case .media: "has pictures, videos or files"
    }
  }
}

/// What a flag shows: whose information it is, a stretch of some type, or the sort of its label that it is.
public enum FlagTrait: Sendable, Hashable {
  /// All that is private in it is the author's own.
  case own
  case span(SpanType)
  /// One that no type of stretch is called after: `complaint.privacy_breach`.
  case sort(FlagKind)

  /// `self`, `threat`.
  public var name: String {
    switch self {
    case .own: Subject.author.rawValue
    case .span(let type): type.rawValue
    case .sort(let kind): kind.rawValue
    }
  }

  public static let all: [FlagTrait] =
    [.own] + SpanType.allCases.map(FlagTrait.span)
    + FlagKind.allCases.filter { SpanType(rawValue: $0.rawValue) == nil }.map(FlagTrait.sort)

  /// What a sort of flag is asked for by: a threat is one by its words or by its rule.
  public init(_ kind: FlagKind) { self = SpanType(rawValue: kind.rawValue).map(FlagTrait.span) ?? .sort(kind) }

  /// Whether a flag shows this.
  public func holds(_ flag: Flag) -> Bool {
    switch self {
    case .own:
      let subjects = flag.spans.compactMap(\.subject)
      return !subjects.isEmpty && subjects.allSatisfy { $0 == .author }
    case .span(let type): return flag.spans.contains { $0.type == type } || flag.kind.map(FlagTrait.init) == self
    case .sort(let kind): return flag.kind == kind
    }
  }
}
