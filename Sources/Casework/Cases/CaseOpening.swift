import Moderation

/// What a case is opened with: the facts of its first event.
public struct CaseOpening: Sendable, Equatable {
  public var kind: CaseKind
  /// As the clocks name it; empty for none.
  public var regime: String
  public var dates: CaseDates
  /// What makes a complaint serious, where its reason says so.
  public var seriousAbout: String?
  /// The case that it looks at again, or nil; and who decided what it looks at.
  public var reviewOf: String?
  public var reviewedDecider: String?
  public var role: String?
  public var person: String?

  public init(
    kind: CaseKind, regime: String, dates: CaseDates, seriousAbout: String? = nil, reviewOf: String? = nil,
    reviewedDecider: String? = nil, role: String? = nil, person: String? = nil
  ) {
    self.kind = kind
    self.regime = regime
    self.dates = dates
    self.seriousAbout = seriousAbout
    self.reviewOf = reviewOf
    self.reviewedDecider = reviewedDecider
    self.role = role
    self.person = person
  }

  /// The statute of a kind of case, from the ones that the policy names. Empty where there is none that is known.
  public static func regime(of kind: CaseKind, _ policy: CaseworkPolicy) -> String {
    let country = policy.regime.split(separator: "-").first.map(String.init) ?? "nz"
    switch kind {
    case .informationRequest, .internalReview: return policy.regime
    case .ownInformation: return policy.ownInformationRegime
    case .complaint: return "nz-complaint"
    case .breach:
      let subject = Regime.all.filter { $0.subject == .breach }
      return (subject.first { $0.id.hasPrefix(country + "-") })?.id ?? ""
    case .hdcNotice: return country == "nz" ? "nz-hdca" : ""
    case .appeal: return ""
    }
  }

  /// What the opening event says. A case is opened whatever its clocks say (OAG 4.16): one that cannot be counted is said to
  /// be so, and is counted once its statute is set.
  public func details(_ clocks: CaseClocks, _ event: Event, today: CivilDate) -> [String] {
    var details = [
      "kind=\(kind.rawValue)", "received=\(dates.received.milliseconds)", "received_by=\(dates.basis.rawValue)",
      "noticed=\(dates.noticed.milliseconds)", "recognised=\(dates.recognised.milliseconds)",
    ]
    if let posted = dates.posted { details.append("posted=\(posted.milliseconds)") }
    if !regime.isEmpty { details.append("regime=\(regime)") }
    if kind == .informationRequest { details.append("eligibility=\(isAnyoneEligible ? "not_needed" : "unknown")") }
    if let seriousAbout { details.append("about=\(seriousAbout)") }
    if let reviewOf { details.append("review_of=\(reviewOf)") }
    if let reviewedDecider { details.append("decided_by=\(reviewedDecider)") }
    if let role { details.append("role=\(role)") }
    if let person { details.append("person=\(person)") }
    var event = event
    event.type = .caseStep
    event.step = CaseStep.opened.rawValue
    event.details = details
    guard let file = CaseFile.after(event, nil) else { return details }
    do throws(ClockError) {
      return details + (try clocks.deadlines(of: file, today: today).deadlines.flatMap(\.details))
    } catch {
      return details + ["clock_unknown=\(CaseRefusal.clockUnknown(error).message)"]
    }
  }

  private var isAnyoneEligible: Bool { (try? Regime.named(regime))?.eligibility == nil && !regime.isEmpty }
}
