import Moderation

/// From the facts of a case to its dates: a pure function, asked anew whenever a fact is added.
///
/// The sources disagree on when a request in a comment starts its clock, so a case has two dates (DOMAIN's `due` and
/// `conservative_due`): one that takes every allowance, and one that takes none. The agency works to the earlier.
public struct CaseClock: Sendable {
  public let counter: DeadlineCounter
  var regime: Regime { counter.regime }

  public init(_ counter: DeadlineCounter) { self.counter = counter }

  /// The dates of a case. What the law does not allow has no effect on them and is listed in `refusals`; a ledger should
  /// not take such an event at all.
  public func deadlines(_ facts: CaseFacts) throws(ClockError) -> CaseDeadlines {
    var refusals: [ClockRefusal] = []
    let pauses = pauses(facts, &refusals)
    let earliest = earliestReceipt(facts)
    let strict = try reading(from: earliest, facts, &refusals)
    let lenient = try allowedReceipt(facts, &refusals).map { receipt throws(ClockError) in
      receipt.day == earliest.day ? strict : try reading(from: receipt, facts, &refusals)
    }
    let receipts = [strict, lenient ?? strict]
    let extra = try acceptedExtension(of: .response, facts, receipts, pauses, &refusals)
    let conservative = try counter.deadline(regime.mainClock, received: strict, extra: extra, pauses: pauses)
    let due = try lenient.map { receipt throws(ClockError) in
      try counter.deadline(regime.mainClock, received: receipt, extra: extra, pauses: pauses)
    }
    let transferExtra = try acceptedExtension(of: .transfer, facts, receipts, pauses, &refusals)
    var transfers: [Deadline] = []
    for receipt in receipts where regime.kinds.contains(.transfer) {
      transfers.append(try counter.deadline(.transfer, received: receipt, extra: transferExtra, pauses: pauses))
    }
    return CaseDeadlines(
      conservative: conservative, due: due, isExtended: extra != .none,
      extensionNotice: try optional(.extensionNotice, strict, pauses), transfer: transfers.first,
      acknowledgement: try optional(.acknowledge, strict, pauses),
      transferee: try transferee(facts, last: transfers.map(\.due.day).max(), &refusals),
      refusals: refusals.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
  }

  /// One clock of the regime from one receipt, where the regime has it.
  private func optional(_ kind: ClockKind, _ receipt: Receipt, _ pauses: [Pause]) throws(ClockError) -> Deadline? {
    guard regime.kinds.contains(kind) else { return nil }
    return try counter.deadline(kind, received: receipt, pauses: pauses)
  }

  // MARK: Where the count starts

  /// The first day on which the agency could be said to have it.
  func earliestReceipt(_ facts: CaseFacts) -> Receipt {
    var first = facts.received
    for (other, what) in [(facts.posted, "posted on the agency's page"), (facts.noticed, "noticed")] {
      guard let other, other.day < first.day else { continue }
      first = other
      first.assumptions.append(
        "It was \(what) on \(other.day.text), before \(facts.received.day.text) when it is said to have been received; "
          + "the earlier day is counted from.")
    }
    return first
  }

  /// The receipt with every allowance that the sources give; nil while it has not come about.
  private func allowedReceipt(_ facts: CaseFacts, _ refusals: inout [ClockRefusal]) throws(ClockError) -> Receipt? {
    var receipt = facts.received
    if facts.channelIsDesignated == false, let noticed = facts.noticed, noticed.day > receipt.day {
      receipt = noticed
      receipt.assumptions.append("The channel is not designated for requests: counted from when it was noticed.")
    }
    guard let rule = regime.eligibility, let source = rule.startsClock else { return receipt }
    switch facts.eligibility {
    case .notNeeded: return receipt
    case .unknown, .asked, .declined: return nil
    case .confirmed(let day):
      guard day >= facts.received.day else {
        refusals.append(.beforeReceipt(.eligibility, on: day, received: facts.received.day))
        return receipt
      }
      if day > receipt.day {
        receipt = Receipt(day: day)
        receipt.assumptions.append(
          "Counted from when the requester was known to be eligible (\(rule.section); \(source)).")
      }
      return receipt
    }
  }

  /// A receipt with what the requester's clarifications make of it.
  private func reading(
    from receipt: Receipt, _ facts: CaseFacts, _ refusals: inout [ClockRefusal]
  ) throws(ClockError) -> Receipt {
    var receipt = receipt
    for clarification in facts.clarifications {
      guard isInOrder(clarification, facts, &refusals) else { continue }
      guard case .restarts(let section, let askWithin) = regime.clarification else { continue }
      let asked = clarification.asked.text
      if let askWithin, case let days = try counter.calendar.workingDays(from: receipt.day, to: clarification.asked),
        days > askWithin
      {
        receipt.assumptions.append(
          "Clarification was asked for on \(asked), \(days) working days after receipt: more than \(askWithin), a figure not checked against the text, so the clock "
            + "runs on (\(section)).")
        continue
      }
      guard let answered = clarification.answered else {
        receipt.assumptions.append(
          "Clarification was asked for on \(asked); when it comes, the clock starts again (\(section)).")
        continue
      }
      guard answered > receipt.day else { continue }
      let assumptions = receipt.assumptions
      receipt = Receipt(day: answered)
      receipt.assumptions =
        assumptions + ["The request was clarified on \(answered.text) and counts as new from that day (\(section))."]
    }
    return receipt
  }

  private func isInOrder(
    _ clarification: CaseFacts.Clarification, _ facts: CaseFacts, _ refusals: inout [ClockRefusal]
  ) -> Bool {
    let received = earliestReceipt(facts).day
    guard clarification.asked >= received else {
      refusals.append(.beforeReceipt(.clarification, on: clarification.asked, received: received))
      return false
    }
    if let answered = clarification.answered, answered < clarification.asked {
      refusals.append(.pauseReversed(first: clarification.asked, last: answered))
      return false
    }
    return true
  }

  // MARK: What moves the end

  /// The days that are not counted: what was said, and questions to the requester where they stop the clock.
  private func pauses(_ facts: CaseFacts, _ refusals: inout [ClockRefusal]) -> [Pause] {
    var pauses: [Pause] = []
    for pause in facts.pauses {
      if pause.last < pause.first {
        refusals.append(.pauseReversed(first: pause.first, last: pause.last))
      } else if regime.pause == nil {
        refusals.append(.pauseNotAllowed(regime: regime.id, why: whyNoPause))
      } else {
        pauses.append(pause)
      }
    }
    guard case .pauses(let section) = regime.clarification else { return pauses }
    for clarification in facts.clarifications where isInOrder(clarification, facts, &refusals) {
      let first = clarification.asked.adding(days: 1)
      guard let last = clarification.answered ?? facts.today, first <= last else { continue }
      pauses.append(Pause(first: first, last: last, reason: "waiting for clarification (\(section))"))
    }
    return pauses
  }

  private var whyNoPause: String {
    switch regime.clarification {
    case .restarts(let section, _): "a clarified request is a new one instead (\(section))"
    case .pauses(let section): "only waiting for clarification stops it (\(section))"
    case .runsOn: ""
    }
  }

  /// The other agency's own last day, once the request has been passed on.
  private func transferee(
    _ facts: CaseFacts, last: CivilDate?, _ refusals: inout [ClockRefusal]
  ) throws(ClockError) -> Deadline? {
    guard let day = facts.transferred else { return nil }
    let received = earliestReceipt(facts).day
    guard day >= received else {
      refusals.append(.beforeReceipt(.transfer, on: day, received: received))
      return nil
    }
    if let last, day > last {
      refusals.append(.transferTooLate(on: day, lastDay: last, section: try regime.rule(.transfer).section))
    }
    var receipt = Receipt(day: day)
    receipt.assumptions.append(
      "The other agency counts from when it received the request, here the day of the transfer.")
    return try counter.deadline(regime.mainClock, received: receipt)
  }
}
