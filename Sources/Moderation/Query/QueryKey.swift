/// What stands before the colon in a query. One table for the parser, its messages, completion and help.
public enum QueryKey: String, CaseIterable, Sendable {
  case label, score, severity, kind, rule
  case state, stage, visibility, to
  case channel, author, thread, language
  case age, posted, learned
  case verb, reason, by, decided, batch
  case `is`, has

  /// By its name, or by another that people try.
  init?(name: String) {
    let name = name.lowercased()
    if let key = QueryKey(rawValue: name) {
      self = key
    } else {
      guard let key = Self.otherNames[name] else { return nil }
      self = key
    }
  }

  private static let otherNames: [String: QueryKey] = [
    "labels": .label, "flag": .label, "sev": .severity, "type": .kind, "status": .state, "visible": .visibility,
    "escalated": .to, "role": .to, "chan": .channel, "page": .channel, "from": .author, "alias": .author,
    "user": .author, "topic": .thread, "post": .thread, "lang": .language, "date": .posted, "created": .posted,
    "imported": .learned, "action": .verb, "code": .reason, "person": .by, "moderator": .by,
  ]

  /// How values are written after it.
  enum Form: Sendable {
    /// One or more of a few words.
    case words([String])
    /// One or more names that only the desk or the policy knows.
    case names
    case score
    case severity
    case age
    case time
  }

  var form: Form {
    switch self {
    case .label: .words(Label.allCases.map(\.rawValue))
    case .score: .score
    case .severity: .severity
    case .kind: .words(FlagTrait.all.map(\.name))
    case .state: .words(ItemState.Status.allCases.map(\.rawValue))
    case .stage: .words(ItemState.Stage.allCases.map(\.rawValue))
    case .visibility: .words(ItemState.Visibility.allCases.map(\.rawValue))
    case .verb: .words(Verb.allCases.map(\.rawValue))
    case .is, .has: .words(ItemFeature.allCases.map(\.rawValue))
    case .rule, .to, .channel, .author, .thread, .language, .reason, .by, .batch: .names
    case .age: .age
    case .posted, .learned, .decided: .time
    }
  }

  /// What it asks, in a few words.
  public var explanation: String {
    switch self {
    case .label: "a flag of this label"
    case .score: "how sure a flag is, 0 to 1"
    case .severity: "how soon somebody must look"
    case .kind: "what a flag shows: threat, phone, self"
    case .rule: "the rule that raised a flag"
    case .state: "open, decided, escalated, snoozed"
    case .stage: "how far a decision has come"
    case .visibility: "what the public can see"
    case .to: "the role it was escalated to"
    case .channel: "the page or account it was posted on"
    case .author: "an author, by alias"
    case .thread: "the post it stands under, by id or title"
    case .language: "the language, where it is known"
    case .age: "how long ago it was posted"
    case .posted: "when it was posted"
    case .learned: "when it came in"
    case .verb: "what was decided"
    case .reason: "the reason of a decision"
    case .by: "who decided"
    case .decided: "when it was decided"
    case .batch: "what was decided together"
    case .is: "flagged, edited, reopened, a reply"
    case .has: "media"
    }
  }

  /// How it is used.
  public var example: String {
    switch self {
    case .label: "label:health"
    case .score: "score>0.8"
    case .severity: "severity>=high"
    case .kind: "kind:threat"
    case .rule: "rule:personal.email"
    case .state: "state:open"
    case .stage: "stage:exported"
    case .visibility: "visibility:hidden"
    case .to: "to:privacy_officer"
    case .channel: "channel:\"Facebook page\""
    case .author: "author:weka-2207"
    case .thread: "thread:\"bus timetable\""
    case .language: "language:mi"
    case .age: "age<2h"
    case .posted: "posted:2026-11-01..2026-11-05"
    case .learned: "learned:today"
    case .verb: "verb:hide"
    case .reason: "reason:HEALTH-3P"
    case .by: "by:a.kereru"
    case .decided: "decided:yesterday"
    case .batch: "batch:5f0c2a"
    case .is: "is:reopened"
    case .has: "has:media"
    }
  }
}

/// What queries are made of.
enum QuerySyntax {
  static let openingQuotes: Set<Unicode.Scalar> = ["\"", "“", "”", "„"]
  static let closingQuotes: Set<Unicode.Scalar> = ["\"", "“", "”"]

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  /// Whether a word that stands bare goes on with this.
  static func isOfBareWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "(" && scalar != ")" && !openingQuotes.contains(scalar) && !isSpace(scalar)
  }

  /// How many scalars of a key stand at the start: letters, `-` and `_` up to what can follow a key. Nil for anything else.
  static func keyLength(of text: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let first = text.first, first.properties.isAlphabetic,
      let end = text.firstIndex(where: { !$0.properties.isAlphabetic && $0 != "-" && $0 != "_" }),
      text[end] == ":" || text[end] == "<" || text[end] == ">" || text[end] == "="
    else { return nil }
    return end - text.startIndex
  }

  static func isJoiner(_ word: String) -> Bool { ["and", "or", "not"].contains(word.lowercased()) }
}
