import Moderation

extension CaseFile {
  /// What an event's outcome says of a step that came after its time.
  static let late = "late"
  static let inTime = "in time"

  /// A case from its events, oldest first; nil when none of them opens it.
  public static func folded(_ events: [Event]) -> CaseFile? {
    events.reduce(nil) { file, event in CaseFile.after(event, file) }
  }

  /// Where a case stands after an event: the one rule that makes it from the ledger. Events of anything else leave it alone.
  public static func after(_ event: Event, _ file: CaseFile?) -> CaseFile? {
    guard event.type == .caseStep, let step = event.step.flatMap(CaseStep.init(rawValue:)) else { return file }
    let details = StepDetails(event.details)
    guard var file else { return step == .opened ? CaseFile(opening: event, details) : nil }
    file.apply(step, event, details)
    return file
  }

  private init?(opening event: Event, _ details: StepDetails) {
    guard let id = event.matter, let kind = details["kind"].flatMap(CaseKind.init(rawValue:)) else { return nil }
    self.id = id
    self.kind = kind
    opened = event.sequence
    openedAt = event.at
    openedBy = event.actor
    cause = event.cause
    channel = event.channel
    items = event.item.map { [$0] } ?? []
    textSHA256 = event.textSHA256
    let noticed = details.moment("noticed") ?? event.at
    dates = CaseDates(
      posted: details.moment("posted"), received: details.moment("received") ?? noticed, noticed: noticed,
      recognised: details.moment("recognised") ?? event.at,
      basis: details["received_by"].flatMap(CaseDates.Basis.init(rawValue:)) ?? .noticed)
    regime = details[.regime] ?? ""
    reviewOf = details["review_of"]
    reviewedDecider = details["decided_by"]
    track = CaseTrack(kind, isAnyoneEligible: details["eligibility"] == "not_needed")
    deadlines = CaseDeadline.read(details)
    role = details[.role]
    person = details[.person]
    last = event.sequence
    track.apply(.opened, event, details)
  }

  private mutating func apply(_ step: CaseStep, _ event: Event, _ details: StepDetails) {
    last = event.sequence
    replace(CaseDeadline.read(details))
    switch step {
    case .assigned:
      role = details[.role] ?? role
      person = details[.person]
    case .joined:
      if let item = event.item, !items.contains(item) { items.append(item) }
    case .statuteSet: regime = details[.regime] ?? regime
    case .acknowledged: acknowledgedOn = details.day(.on)
    case .closed: end(.closed, event)
    case .notARequest: end(.notARequest, event)
    case .dropped: end(.dropped, event)
    case .withdrawn: end(.withdrawn, event)
    case .reopened:
      ending = nil
      endedAt = nil
      track.reopen()
      for index in deadlines.indices { deadlines[index].isOff = false }
    default: break
    }
    track.apply(step, event, details)
    for clock in step.meets(kind) { meet(clock, event, details) }
    settle()
  }

  /// What is not due any more because of what the case has become.
  private mutating func settle() {
    switch track {
    case .request(let facts): if facts.transfer != nil { turnOff() }
    case .breach(let facts):
      for index in deadlines.indices where deadlines[index].clock == .notify && deadlines[index].metAt == nil {
        if facts.isNotifiable == false { deadlines[index].isOff = true }
        guard facts.isNotifiable == true, facts.untold.isEmpty, let told = facts.notified.values.max() else { continue }
        deadlines[index].metAt = told
        deadlines[index].wasLate = told > deadlines[index].until
      }
    case .notice(let facts):
      if facts.isValid == false || facts.takenDownAt != nil || facts.leftUpAt != nil { turnOff() }
      if facts.passedOnAt != nil {
        for index in deadlines.indices where deadlines[index].clock == .takeDown { deadlines[index].isOff = true }
      }
    case .complaint, .review: break
    }
  }

  private mutating func end(_ ending: CaseEnding, _ event: Event) {
    self.ending = ending
    endedAt = event.at
    turnOff()
  }

  private mutating func turnOff() {
    for index in deadlines.indices where deadlines[index].metAt == nil { deadlines[index].isOff = true }
  }

  /// A step that sets a clock sets all of that clock.
  private mutating func replace(_ set: [CaseDeadline]) {
    guard !set.isEmpty else { return }
    let clocks = Set(set.map(\.clock))
    let kept = deadlines.filter { !clocks.contains($0.clock) || $0.metAt != nil }
    deadlines = kept + set
  }

  private mutating func meet(_ clock: ClockKind, _ event: Event, _ details: StepDetails) {
    for index in deadlines.indices where deadlines[index].clock == clock && deadlines[index].metAt == nil {
      deadlines[index].metAt = details.moment(.at) ?? event.at
      deadlines[index].wasLate = isAfter(deadlines[index], event, details)
    }
  }

  /// Whether something was done after its time: by the day or moment that the step gives, else by when it was written down.
  func isAfter(_ deadline: CaseDeadline, _ event: Event, _ details: StepDetails) -> Bool {
    if case .day(let last) = deadline.deadline.due, let day = details.day(.on) { return day > last }
    return (details.moment(.at) ?? event.at) > deadline.until
  }

  /// What is due next: of the clocks that run, the first to run out. Nil while the clock stands still.
  public var nextDeadline: CaseDeadline? {
    if isStopped { return nil }
    return deadlines.filter { $0.isOpen && !$0.clock.isLimit }.min { $0.until < $1.until }
  }

  /// Whether the clock stands still: for a fee, or where the regime says so for a question to the requester.
  public var isStopped: Bool {
    guard case .request(let facts) = track else { return false }
    return facts.openPause != nil || facts.openClarification?.stopsClock ?? false
  }

  /// Where it stands, in the kind's own word.
  public var state: String { ending?.rawValue ?? track.state(isAcknowledged: acknowledgedOn != nil) }

  /// The case's own words of the track, where it is of that kind.
  public var request: RequestFacts? {
    if case .request(let facts) = track { facts } else { nil }
  }
  /// What a review made of the decision.
  public var reviewOutcome: String? {
    if case .review(let facts) = track { facts.outcome } else { nil }
  }
  public var complaint: ComplaintFacts? {
    if case .complaint(let facts) = track { facts } else { nil }
  }
}

extension CaseTrack {
  mutating func apply(_ step: CaseStep, _ event: Event, _ details: StepDetails) {
    switch self {
    case .request(var facts):
      facts.apply(step, event, details)
      self = .request(facts)
    case .complaint(var facts):
      facts.apply(step, event, details)
      self = .complaint(facts)
    case .breach(var facts):
      facts.apply(step, event, details)
      self = .breach(facts)
    case .notice(var facts):
      facts.apply(step, event, details)
      self = .notice(facts)
    case .review(var facts):
      facts.apply(step, event, details)
      self = .review(facts)
    }
  }

  mutating func reopen() {
    switch self {
    case .request(var facts):
      facts.reopen()
      self = .request(facts)
    case .complaint(var facts):
      facts.resolvedOn = nil
      facts.outcome = nil
      self = .complaint(facts)
    case .breach, .notice: break
    case .review: self = .review(ReviewFacts())
    }
  }

  func state(isAcknowledged: Bool) -> String {
    switch self {
    case .request(let facts): facts.state
    case .complaint(let facts):
      facts.resolvedOn != nil
        ? "resolved" : facts.movedPrivateOn != nil ? "moved_private" : isAcknowledged ? "acknowledged" : "open"
    case .breach(let facts): facts.state
    case .notice(let facts): facts.state
    case .review(let facts): facts.state
    }
  }
}

extension CaseStep {
  /// The clocks that it answers.
  func meets(_ kind: CaseKind) -> [ClockKind] {
    switch (self, kind) {
    case (.acknowledged, _): [.acknowledge]
    case (.decided, .informationRequest), (.decided, .ownInformation): [.response, .transfer, .extensionNotice]
    case (.reviewDecided, _): [.review, .response]
    case (.extended, _): [.extensionNotice]
    case (.transferred, _): [.transfer]
    case (.assessed, .breach): [.assess]
    case (.passedOn, _): [.passOn]
    case (.counterNotice, _): [.counterNotice]
    case (.takenDown, _), (.leftUp, _): [.takeDown, .counterNotice, .passOn]
    default: []
    }
  }
}

extension ClockKind {
  /// Whether it is only how long something may be done, and nothing is due when it has run out.
  var isLimit: Bool { self == .transfer || self == .extensionNotice }
}
