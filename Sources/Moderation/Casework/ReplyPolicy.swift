/// What an agency says about replies before they leave.
public struct ReplyPolicy: Sendable, Equatable {
  /// How much each rule of the guard weighs, where that is not the standard.
  public var levels: [ReplyRule: Level]
  /// Whether a reply that the guard blocks takes a second person beside a reason to leave all the same.
  public var overrideNeedsSecondPerson: Bool
  /// Whether words of one's own, without a template, take a second person (DPMC L145-146).
  public var freeTextNeedsSecondPerson: Bool

  public init(
    levels: [ReplyRule: Level] = [:], overrideNeedsSecondPerson: Bool = true, freeTextNeedsSecondPerson: Bool = false
  ) {
    self.levels = levels
    self.overrideNeedsSecondPerson = overrideNeedsSecondPerson
    self.freeTextNeedsSecondPerson = freeTextNeedsSecondPerson
  }

  public enum Level: String, CaseIterable, Sendable, Comparable {
    case off, warn, block

    public static func < (a: Level, b: Level) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .off: 0
      case .warn: 1
      case .block: 2
      }
    }
  }

  public func level(of rule: ReplyRule) -> Level { levels[rule] ?? rule.standardLevel }
}

/// What an agency's reply must not do.
public enum ReplyRule: String, CaseIterable, Sendable {
  /// Discuss a matter before the courts.
  case courts
  /// Discuss draft legislation.
  case draftLaw = "draft_law"
  /// Discuss somebody else who can be told.
  case thirdParty = "third_party"
  /// Reveal advice to Ministers.
  case ministers
  case confidential
  /// Praise a product, or seem to by a link, a tag or a like.
  case endorsement
  /// Give one's own view as the agency's, or find fault with policy.
  case personalView = "personal_view"
  /// Take a side between parties.
  case partisan
  /// Show personal details.
  case personalData = "personal_data"
  /// Promise what somebody else decides, or admit liability.
  case promise

  /// Where it comes from.
  public var source: String {
    switch self {
    case .courts, .draftLaw: "BC L57-61"
    case .thirdParty: "BC L57-61, L117"
    case .ministers: "DPMC L132-138"
    case .confidential: "DPMC L134-135; BC L43"
    case .endorsement: "DPMC L151-165"
    case .personalView: "DPMC L132-138; BC L47"
    case .partisan: "DPMC L130"
    case .personalData: "BC L123; DPMC L132-138"
    case .promise: "DPMC L145-146"
    }
  }

  /// Disclosure cannot be taken back; a careless tone can be mended.
  public var standardLevel: ReplyPolicy.Level {
    switch self {
    case .courts, .draftLaw, .thirdParty, .ministers, .confidential, .partisan, .personalData: .block
    case .endorsement, .personalView, .promise: .warn
    }
  }
}

/// Why a reply did not go on.
public enum ReplyRefusal: Error, Sendable, Equatable {
  case unknown(String)
  /// What is still to be filled in.
  case gaps([String])
  case blocked([ReplyRule])
  case reasonMissing([ReplyRule])
  /// It waits for somebody other than who wrote it.
  case approvalMissing(writer: String)
  case approverMustDiffer(writer: String)
  case alreadyOut(String)
  /// Its words were disposed of.
  case wordsGone(String)

  /// As it travels with what else casework refuses.
  public var refusal: Refusal { .casework(CaseworkRefusal(code: code, message: message)) }

  public var code: String {
    switch self {
    case .unknown: "reply_unknown"
    case .gaps: "reply_gaps"
    case .blocked: "reply_blocked"
    case .reasonMissing: "reply_reason_missing"
    case .approvalMissing: "reply_approval_missing"
    case .approverMustDiffer: "reply_approver_must_differ"
    case .alreadyOut: "reply_already_out"
    case .wordsGone: "reply_words_gone"
    }
  }

  public var message: String {
    switch self {
    case .unknown(let id): "there is no reply \(id) on this desk; `docket reply draft` makes one"
    case .gaps(let gaps):
      "the reply has gaps: \(gaps.joined(separator: "; ")); fill them in and draft it anew"
    case .blocked(let rules):
      "the guard holds it back (\(Self.list(rules))); write it otherwise, or approve it with a reason"
    case .reasonMissing(let rules): "the guard holds it back (\(Self.list(rules))); say why it may leave all the same"
    case .approvalMissing(let writer): "it waits for somebody other than \(writer), who wrote it, to approve it"
    case .approverMustDiffer(let writer): "\(writer) wrote it; somebody else approves it"
    case .alreadyOut(let id): "\(id) has left already; draft another"
    case .wordsGone(let id): "the words of \(id) have been disposed of"
    }
  }

  private static func list(_ rules: [ReplyRule]) -> String { rules.map(\.rawValue).joined(separator: ", ") }
}
