import Moderation

/// A law with clocks: how each is counted, in which zone, by which calendars, and what may move it.
///
/// Regimes are data. `Regime.all` holds those that ship; what is not settled about one is in its `notes`, which every
/// answer repeats.
public struct Regime: Sendable, Equatable {
  /// `nz-oia`.
  public var id: String
  /// `Official Information Act 1982`.
  public var name: String
  public var jurisdiction: String
  public var subject: Subject
  /// The zone in whose days is counted.
  public var zone: String
  /// A day listed in any of these is not a working day.
  public var calendars: [String]
  public var clocks: [ClockRule]
  public var extensionRule: ExtensionRule?
  public var clarification: ClarificationRule
  public var pause: PauseRule?
  /// Nil where anybody may ask.
  public var eligibility: EligibilityRule?
  /// What a request must be, and so whether a comment can be one.
  public var form: String
  /// To whom a requester may complain.
  public var reviewBody: String
  public var standing: Standing
  /// What is assumed or unsettled.
  public var notes: [String]

  /// What a case under the regime is about.
  public enum Subject: String, Sendable, Codable {
    case officialInformation = "official information"
    case ownInformation = "own information"
    case breach = "privacy breach"
    case harmfulContent = "notice of complaint about content"
    case complaint
    case disclosure = "protected disclosure"
  }

  /// How well the rules were checked.
  public enum Standing: String, Sendable {
    /// Against the text, the regulator or a court.
    case verified
    /// The period is; some detail is not.
    case partly
    /// Not against a text: check before relying on it.
    case unverified

    /// What a reader is told.
    public var text: String {
      switch self {
      case .verified: "checked against the text or the regulator"
      case .partly: "checked in part"
      case .unverified: "not checked against a text"
      }
    }
  }

  init(
    _ id: String, _ name: String, _ jurisdiction: String, _ subject: Subject = .officialInformation, zone: String,
    calendars: [String]? = nil, clocks: [ClockRule], extensionRule: ExtensionRule? = nil,
    clarification: ClarificationRule = .runsOn, pause: PauseRule? = nil, eligibility: EligibilityRule? = nil,
    form: String, reviewBody: String = "", standing: Standing, notes: [String] = []
  ) {
    self.id = id
    self.name = name
    self.jurisdiction = jurisdiction
    self.subject = subject
    self.zone = zone
    self.calendars = calendars ?? [id]
    self.clocks = clocks
    self.extensionRule = extensionRule
    self.clarification = clarification
    self.pause = pause
    self.eligibility = eligibility
    self.form = form
    self.reviewBody = reviewBody
    self.standing = standing
    self.notes = notes
  }

  /// Every regime that ships, by country.
  public static let all: [Regime] = newZealand + australia + canada + britain + elsewhere

  /// The regime of an id, in whatever case it is written.
  public static func named(_ id: String) throws(ClockError) -> Regime {
    guard let regime = byID[id.lowercased()] else { throw .unknownRegime(id) }
    return regime
  }

  private static let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }

  /// The clocks that can be asked for, the extension's notice among them where there is one.
  public var kinds: [ClockKind] {
    let own = clocks.map(\.kind)
    return extensionRule == nil ? own : own + [.extensionNotice]
  }

  /// The rule of a clock. An extension is notified within the period that it extends.
  public func rule(_ kind: ClockKind) throws(ClockError) -> ClockRule {
    if let rule = clocks.first(where: { $0.kind == kind }) { return rule }
    if kind == .extensionNotice, let extensionRule, let response = clocks.first(where: { $0.kind == .response }) {
      return ClockRule(
        .extensionNotice, response.period, extensionRule.section, what: "the last day to notify an extension")
    }
    throw .noSuchClock(kind, regime: id, available: kinds, why: reasonForLacking(kind))
  }

  /// The clock that is meant when none is named: the first.
  public var mainClock: ClockKind { clocks.first?.kind ?? .response }

  private func reasonForLacking(_ kind: ClockKind) -> String? {
    switch kind {
    case .acknowledge: "it sets no time for acknowledging"
    case .transfer: "it sets no time for passing a request on"
    case .extensionNotice: "it allows no extension"
    case .response, .review, .notify, .assess, .passOn, .takeDown, .counterNotice: nil
    }
  }
}
