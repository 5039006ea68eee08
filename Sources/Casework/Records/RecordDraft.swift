import Moderation

/// A record as somebody is about to make it. The desk fills in what it knows; the rest is asked for.
public struct RecordDraft: Sendable, Equatable {
  public var form: RecordForm
  public var items: [ItemID]
  public var channel: String?
  /// By rule; see `RecordTitle`.
  public var title: String
  public var activity: String
  public var creator: String
  public var audience: String
  public var need: String
  public var worksheet: PrivacyWorksheet?
  /// Whether it is only of short-term use (BC L147).
  public var isTransitory: Bool
  public var transitoryReason: String
  /// Code of its retention class.
  public var retention: String?
  public var restriction: RecordRestriction?
  /// What a summary says.
  public var summary: String
  /// Private details that the programme needs; all others are left out.
  public var keeps: Set<SpanType>
  public var keptBecause: String

  public init(
    form: RecordForm, items: [ItemID], channel: String? = nil, title: String = "", activity: String = "",
    creator: String = "", audience: String = "", need: String = "", worksheet: PrivacyWorksheet? = nil,
    isTransitory: Bool = false, transitoryReason: String = "", retention: String? = nil,
    restriction: RecordRestriction? = nil, summary: String = "", keeps: Set<SpanType> = [], keptBecause: String = ""
  ) {
    self.form = form
    self.items = items
    self.channel = channel
    self.title = title
    self.activity = activity
    self.creator = creator
    self.audience = audience
    self.need = need
    self.worksheet = worksheet
    self.isTransitory = isTransitory
    self.transitoryReason = transitoryReason
    self.retention = retention
    self.restriction = restriction
    self.summary = summary
    self.keeps = keeps
    self.keptBecause = keptBecause
  }

  /// What still has to be said before it can be captured, in the order in which a form would ask; nothing else is asked.
  public var missing: [RecordField] {
    var missing: [RecordField] = []
    if items.isEmpty { missing.append(.items) }
    if Self.isBlank(title) { missing.append(.title) }
    if Self.isBlank(activity) { missing.append(.activity) }
    if form == .structured, Self.isBlank(creator) { missing.append(.creator) }
    if form == .structured, Self.isBlank(audience) { missing.append(.audience) }
    if Self.isBlank(need) { missing.append(.need) }
    if worksheet == nil { missing.append(.worksheet) }
    if form == .summary, Self.isBlank(summary) { missing.append(.summary) }
    if form != .summary, !keeps.isEmpty, Self.isBlank(keptBecause) { missing.append(.keptBecause) }
    if isTransitory, Self.isBlank(transitoryReason) { missing.append(.transitoryReason) }
    if retention == nil { missing.append(.retention) }
    if worksheet?.findsPersonalInformation == true, restriction == nil { missing.append(.restriction) }
    return missing
  }

  private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}

/// What a record is asked for.
public enum RecordField: String, CaseIterable, Sendable {
  case items, title, activity, creator, audience, need, worksheet, summary
  case keptBecause = "kept_because"
  case transitoryReason = "transitory_reason"
  case retention, restriction

  /// As a form asks for it.
  public var question: String {
    switch self {
    case .items: "which comments?"
    case .title: "what is it called?"
    case .activity: "which business activity does it document?"
    case .creator: "who made what is recorded? (an alias or a role, not a name)"
    case .audience: "whom was it meant for?"
    case .need: "why does the programme need it? (BC L112: nothing is collected without)"
    case .worksheet: PrivacyWorksheet.questions.joined(separator: "; ")
    case .summary: "what was said, in your own words?"
    case .keptBecause: "why are the private details that you keep needed?"
    case .transitoryReason: "why need it not be kept? (BC L147)"
    case .retention: "which retention class?"
    case .restriction: "who may see it: open, restricted or confidential?"
    }
  }
}

/// The rule for titles: what it is, of whom, where and when, and nothing that a citizen wrote.
public enum RecordTitle {
  /// `Comment by weka-2207 on Waka Tōtara, 2026-07-10`; several are counted, and dated from the first to the last.
  public static func text(aliases: [String], place: String, days: [CivilDate]) -> String {
    let writers = Set(aliases)
    let what = aliases.count == 1 ? "Comment" : "\(aliases.count) comments"
    let by = writers.count == 1 ? " by \(aliases[0])" : writers.isEmpty ? "" : " by \(writers.count) authors"
    let on = place.isEmpty ? "" : " on \(place)"
    guard let first = days.min(), let last = days.max() else { return what + by + on }
    return what + by + on + ", \(first)" + (last == first ? "" : " to \(last)")
  }
}
