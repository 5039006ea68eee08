import Moderation

/// The clocks of cases: from a case and a table of holidays to what is due. Pure but for the zones, which are read once.
public struct CaseClocks: Sendable {
  public let holidays: HolidayTable
  private let zones: ZoneDatabase

  public init(holidays: HolidayTable, zones: ZoneDatabase = .system) {
    self.holidays = holidays
    self.zones = zones
  }

  /// What is due in a case, and what of it the law does not allow. Empty for a case under no statute.
  ///
  /// - Parameter today: for a clock that stands still just now.
  public func deadlines(
    of file: CaseFile, today: CivilDate
  ) throws(ClockError) -> (deadlines: [CaseDeadline], refusals: [ClockRefusal]) {
    guard !file.regime.isEmpty else { return ([], []) }
    let counter = try counter(file.regime)
    switch file.track {
    case .request(let facts): return try request(file, facts, counter, today)
    case .complaint: return ([try deadline(.acknowledge, file.dates.received, counter)].compactMap { $0 }, [])
    case .breach:
      return (
        [try deadline(.notify, file.dates.recognised, counter), try deadline(.assess, file.dates.recognised, counter)]
          .compactMap { $0 }, []
      )
    case .notice(let facts):
      var deadlines = [
        try deadline(.passOn, file.dates.received, counter), try deadline(.takeDown, file.dates.received, counter),
      ]
      if let told = facts.passedOnAt { deadlines.append(try deadline(.counterNotice, told, counter)) }
      return (deadlines.compactMap { $0 }, [])
    case .review: return ([try deadline(.review, file.dates.received, counter)].compactMap { $0 }, [])
    }
  }

  func zone(of regime: Regime) throws(ZoneError) -> ZoneRules { try zones.zone(regime.zone) }

  private func counter(_ regime: String) throws(ClockError) -> DeadlineCounter {
    try DeadlineCounter(Regime.named(regime), holidays: holidays, database: zones)
  }

  /// One clock of the regime, where it has it.
  private func deadline(
    _ kind: ClockKind, _ received: Timestamp, _ counter: DeadlineCounter
  ) throws(ClockError) -> CaseDeadline? {
    guard counter.regime.kinds.contains(kind) else { return nil }
    return wrapped(try counter.deadline(kind, received: Receipt(received, in: counter.zone)), counter)
  }

  private func wrapped(_ deadline: Deadline, _ counter: DeadlineCounter, isOther: Bool = false) -> CaseDeadline {
    let until: Timestamp
    switch deadline.due {
    case .day(let day):
      until = Timestamp(milliseconds: counter.zone.start(of: day.adding(days: 1)).milliseconds - 1)
    case .moment(let moment, _): until = moment
    }
    return CaseDeadline(deadline, until: until, isOtherReading: isOther)
  }

  private func request(
    _ file: CaseFile, _ facts: RequestFacts, _ counter: DeadlineCounter, _ today: CivilDate
  ) throws(ClockError) -> (deadlines: [CaseDeadline], refusals: [ClockRefusal]) {
    let zone = counter.zone
    let answer = try CaseClock(counter).deadlines(
      CaseFacts(
        received: Receipt(file.dates.received, in: zone), posted: file.dates.posted.map { Receipt($0, in: zone) },
        noticed: Receipt(file.dates.noticed, in: zone), recognised: Receipt(file.dates.recognised, in: zone),
        eligibility: facts.eligibilityForClock,
        clarifications: facts.clarifications.map {
          CaseFacts.Clarification(asked: $0.askedOn, answered: $0.answeredOn)
        },
        pauses: facts.pauses.compactMap { stop in
          let last = stop.to ?? today
          let first = stop.from.adding(days: 1)
          return last < first ? nil : Pause(first: first, last: last, reason: stop.reason)
        },
        extensions: facts.extensions.map {
          CaseFacts.ExtensionNotice(.until($0.to), notified: $0.notifiedOn, statesReviewRight: $0.reviewRightStated)
        },
        transferred: facts.transfer?.on, today: today))
    var deadlines = [wrapped(answer.target, counter)]
    if let other = answer.otherReading { deadlines.append(wrapped(other, counter, isOther: true)) }
    for limit in [answer.acknowledgement, answer.transfer, answer.extensionNotice] {
      if let limit { deadlines.append(wrapped(limit, counter)) }
    }
    return (deadlines, answer.refusals)
  }
}

extension RequestFacts {
  fileprivate var eligibilityForClock: CaseFacts.Eligibility {
    switch (eligibility, eligibilityOn) {
    case (.notNeeded, _): .notNeeded
    case (.asked, let day?): .asked(on: day)
    case (.confirmed, let day?): .confirmed(on: day)
    case (.declined, let day?): .declined(on: day)
    case (.unknown, _), (_, nil): .unknown
    }
  }
}
