/// What the policy changes about flags: what is shown at all, and words of the agency's own.
public struct FlaggingPolicy: Sendable, Equatable {
  /// A flag below its threshold is not shown, unless it is critical. The channel's own first, then the label's; a label without one keeps the
  /// classifier's.
  public var thresholds: [ThresholdKey: Score]
  public var watchedWords: [WatchedWords]
  /// Words and names that no flag may rest on alone: one whose every span lies within them is not shown.
  public var neverFlag: [String]

  public init(
    thresholds: [ThresholdKey: Score] = [:], watchedWords: [WatchedWords] = [], neverFlag: [String] = []
  ) {
    self.thresholds = thresholds
    self.watchedWords = watchedWords
    self.neverFlag = neverFlag
  }

  /// The classifier shows nothing that is less certain, so a threshold below it shows nothing more.
  public static let lowestThreshold = Score(hundredths: 50)

  public func threshold(_ label: Label, on channel: String?) -> Score? {
    channel.flatMap { thresholds[ThresholdKey(label, channel: $0)] } ?? thresholds[ThresholdKey(label)]
  }
}

public struct ThresholdKey: Sendable, Hashable {
  public var label: Label
  /// Nil for all channels.
  public var channel: String?

  public init(_ label: Label, channel: String? = nil) {
    self.label = label
    self.channel = channel
  }
}

/// Words that the agency watches for, and what it wants done where they stand.
public struct WatchedWords: Sendable, Equatable {
  /// Whole words or phrases, without regard to case; `budg*` begins a word.
  public var words: [String]
  /// What a flag for them is.
  public var label: Label
  public var severity: Severity
  /// What is proposed; nil leaves it to the label.
  public var suggestion: Suggestion?
  /// Why they are watched, for the moderator.
  public var why: String
  /// Nil for all channels.
  public var channels: Set<String>?
  public var until: CivilDate?

  public init(
    words: [String], label: Label, severity: Severity = .medium, suggestion: Suggestion? = nil, why: String,
    channels: Set<String>? = nil, until: CivilDate? = nil
  ) {
    self.words = words
    self.label = label
    self.severity = severity
    self.suggestion = suggestion
    self.why = why
    self.channels = channels
    self.until = until
  }
}
