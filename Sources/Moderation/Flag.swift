/// A certainty from 0.00 to 1.00, kept in hundredths so that it prints, compares and hashes the same everywhere.
public struct Score: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// 0...100.
  public let hundredths: Int

  public init(hundredths: Int) { self.hundredths = min(100, max(0, hundredths)) }

  /// Rounds to the nearest hundredth.
  public init(_ value: Double) { self.init(hundredths: Int((value * 100).rounded())) }

  public static func < (a: Score, b: Score) -> Bool { a.hundredths < b.hundredths }

  /// Always two decimals: `0.93`.
  public var description: String {
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}

/// What a marked stretch of a comment is.
public enum SpanType: String, CaseIterable, Sendable {
  case person, relation
  case condition, medicine, treatment
  case address, phone, email, identifier, birthdate
  case profanity, slur, insult, threat, sexual
  case statute
  case link
  /// Words that raised a flag without being private or offending themselves: "I want the report".
  case cue
}

/// Whose information a personal or health span is.
public enum Subject: String, Sendable {
  case author = "self"
  case other
  case unknown
}

/// A stretch of a comment's text that shows why a flag was raised.
public struct Span: Sendable, Hashable {
  /// First Unicode scalar of the stretch.
  public var start: Int
  /// One past the last Unicode scalar.
  public var end: Int
  public var type: SpanType
  /// Present on personal and health spans only.
  public var subject: Subject?

  public init(start: Int, end: Int, type: SpanType, subject: Subject? = nil) {
    self.start = start
    self.end = end
    self.type = type
    self.subject = subject
  }
}

/// What the classifier says of one revision of an item, frozen as it was when it was raised.
public struct Flag: Sendable, Hashable {
  public var label: Label
  public var score: Score
  public var severity: Severity
  /// One line that a moderator can read. It may quote the comment, so it is kept in the vault and never in the ledger.
  public var why: String
  /// Sorted by start.
  public var spans: [Span]
  /// Which rule raised it, with its version: `personal.email@1`.
  public var rule: String

  public init(label: Label, score: Score, severity: Severity, why: String, spans: [Span], rule: String) {
    self.label = label
    self.score = score
    self.severity = severity
    self.why = why
    self.spans = spans
    self.rule = rule
  }
}
