import Casework
import Moderation

/// Opening cases and taking them back, inside a transaction.
extension DeskBench {
  var caseClocks: CaseClocks { CaseClocks(holidays: surroundings.holidays) }

  /// The kind of case that a decision opens; nil when neither it nor its reasons nor the comment's flags say.
  func caseKind(of decision: Decision, _ flags: [Flag]) -> CaseKind? {
    if let kind = decision.caseKind { return kind }
    if let kind = decision.reasons.lazy.compactMap({ policy.reason($0)?.opens }).first { return kind }
    for flag in flags.sorted(by: Flag.isMoreUrgent) {
      if flag.label == .request { return .informationRequest }
      if flag.label == .complaint { return .complaint }
    }
    return nil
  }

  /// Opens the case of a decision, and hands on what is serious about it.
  func open(_ kind: CaseKind, decision: Event, _ known: KnownItem, by authority: Authority, _ desk: any DeskWriter)
    throws
  {
    var opening = CaseOpening(
      kind: kind, regime: CaseOpening.regime(of: kind, policy.casework),
      dates: dates(try desk.arrival(of: known), recognised: decision.at))
    let codes = decision.reasons.map { ReasonCode(String($0.prefix { $0 != "@" })) }
    if kind == .complaint { opening.seriousAbout = seriousness(of: codes) }
    if kind == .appeal {
      opening.reviewedDecider = try desk.history(of: known.item).lastDecision { $0.verb != .openCase }?.actor
    }
    (opening.role, opening.person) = holder(of: kind, codes, on: known.channel, at: decision.at)
    let event = try open(
      opening, item: known.item, revision: decision.revision, textSHA256: decision.textSHA256, channel: known.channel,
      reasons: decision.reasons, cause: decision.sequence, batch: decision.batch, by: authority, desk)
    guard let id = event.matter else { return }
    for role in recipients(of: kind, codes, isSerious: opening.seriousAbout != nil) {
      try raise(
        Raise(
          level: .s1, to: role, reasons: decision.reasons, item: known.item, revision: decision.revision,
          channel: known.channel, caseID: id, cause: decision.sequence, batch: decision.batch),
        by: authority, desk)
    }
  }

  /// Writes a case's first event.
  func open(
    _ opening: CaseOpening, item: ItemID?, revision: Int?, textSHA256: String?, channel: String?, reasons: [String],
    cause: Int64?, batch: String? = nil, by authority: Authority, _ desk: any DeskWriter
  ) throws -> Event {
    var event = event(.caseStep, by: authority)
    event.step = CaseStep.opened.rawValue
    event.item = item
    event.revision = revision
    event.textSHA256 = textSHA256
    event.channel = channel
    event.reasons = reasons
    event.cause = cause
    event.batch = batch
    event.matter = try nextID(of: .requestCase, desk)
    event.details = opening.details(caseClocks, event, today: today())
    return try desk.append(event, ofMatter: event.matter ?? "")
  }

  /// The four dates of a comment's case. What the platform took in on the agency's page had reached the agency (CCLA 2017
  /// ss 213-214), so the clock runs from when it was posted; where that is not known, from when the desk had it.
  private func dates(_ arrival: ItemArrival, recognised: Timestamp) -> CaseDates {
    let noticed = arrival.noticed ?? recognised
    let posted = arrival.posted.flatMap(moment)
    let received = posted.map { min($0, noticed) } ?? noticed
    return CaseDates(
      posted: posted, received: received, noticed: noticed, recognised: recognised,
      basis: posted == nil ? .noticed : .posted)
  }

  /// A time without a zone is one of the agency's own: of all that it could be, what the page's readers saw.
  private func moment(_ time: PlatformTime) -> Timestamp? {
    guard case .unknown = time.zone else { return time.instant }
    guard time.precision != .unknown, let zone = try? ZoneDatabase.system.zone(policy.zone) else { return nil }
    return zone.moments(of: time.instant.civil()).first
  }

  /// Who has a case to begin with: a complaint the channel's owner (DPMC L179), else the reason's role and whoever is on call.
  private func holder(
    of kind: CaseKind, _ codes: [ReasonCode], on channel: String, at moment: Timestamp
  ) -> (role: String?, person: String?) {
    let role = codes.lazy.compactMap { policy.reason($0)?.escalatesTo }.first
    let onCall = role.flatMap { escalationClocks.people(on: $0, at: moment).first }
    let owner = kind == .complaint ? policy.channel(channel)?.owner : nil
    return (role?.rawValue, onCall ?? owner)
  }

  /// What makes a complaint serious by its reason (DPMC L179).
  func seriousness(of codes: [ReasonCode]) -> String? {
    for code in codes {
      guard let reason = policy.reason(code) else { continue }
      if reason.opens == .breach { return "privacy_breach" }
      if code == ReasonCode("NEUTRAL") { return "neutrality" }
      if reason.escalationClass == .s1 { return "other" }
    }
    return nil
  }

  /// Who is told at once: of a serious complaint and of a breach the executive, of a breach and a notice the reason's own role.
  private func recipients(of kind: CaseKind, _ codes: [ReasonCode], isSerious: Bool) -> [RoleName] {
    let own = codes.lazy.compactMap { policy.reason($0)?.escalatesTo }.first
    switch kind {
    case .complaint: return isSerious ? [executive ?? own].compactMap { $0 } : []
    case .breach:
      return [own, executive].compactMap { $0 }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    case .hdcNotice: return [own].compactMap { $0 }
    case .informationRequest, .ownInformation, .internalReview, .appeal: return []
    }
  }

  /// The executive that serious matters go to.
  var executive: RoleName? {
    policy.casework.executive ?? policy.escalationRole(RoleName("executive"))?.name
  }
}

extension DeskReader {
  func caseFile(_ id: String) throws -> CaseFile? { CaseFile.folded(try history(ofMatter: id)) }

  /// The cases about an item, oldest first.
  func cases(of item: ItemID) throws -> [CaseFile] {
    try matters(of: item).filter { $0.kind == .requestCase }.compactMap { try caseFile($0.id) }
  }
}
