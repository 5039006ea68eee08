import Moderation

extension CaseClock {
  /// How far the extensions of a limit reach that the law allows.
  func acceptedExtension(
    of clock: ClockKind, _ facts: CaseFacts, _ receipts: [Receipt], _ pauses: [Pause], _ refusals: inout [ClockRefusal]
  ) throws(ClockError) -> DeadlineCounter.Extra {
    var accepted = DeadlineCounter.Extra.none
    for notice in facts.extensions where notice.clock == clock {
      if let refusal = try refusal(of: notice, after: accepted, facts, receipts, pauses) {
        refusals.append(refusal)
        continue
      }
      switch (accepted, notice.length) {
      case (.more(let earlier), .more(let more)): accepted = .more(earlier + more)
      case (.until(let earlier), .until(let day)): accepted = .until(max(earlier, day))
      case (.none, let length), (let length, .none): accepted = length
      case (.more, .until(let day)), (.until(let day), .more): accepted = .until(day)
      }
    }
    return accepted
  }

  /// Why a notice of extension is not allowed; nil when it is.
  ///
  /// It has to be notified before the limit, as extended so far, has passed by every reading: what one reading allows is
  /// not refused.
  private func refusal(
    of notice: CaseFacts.ExtensionNotice, after accepted: DeadlineCounter.Extra, _ facts: CaseFacts,
    _ receipts: [Receipt], _ pauses: [Pause]
  ) throws(ClockError) -> ClockRefusal? {
    let clock = notice.clock == .response ? regime.mainClock : notice.clock
    guard let rule = regime.extensionRule,
      notice.clock == .response || (notice.clock == .transfer && rule.reachesTransfer),
      let unit = try regime.rule(clock).period.unit
    else { return .extensionNotAllowed(regime: regime.id) }
    let received = earliestReceipt(facts).day
    guard notice.notified >= received else {
      return .beforeReceipt(.notice, on: notice.notified, received: received)
    }
    if rule.isOnce, accepted != .none { return .secondExtension(section: rule.section) }
    let lastDay = try lastDay(clock, receipts, accepted, pauses)
    guard notice.notified <= lastDay else {
      return .extensionTooLate(notified: notice.notified, lastDay: lastDay, section: rule.section)
    }
    if rule.statesReviewRight, !notice.statesReviewRight {
      return .reviewRightNotStated(section: rule.section, body: regime.reviewBody)
    }
    var asked = 0
    switch (notice.length, accepted) {
    case (.none, _): return nil
    case (.more(let more), .more(let earlier)): asked = earlier + more
    case (.more(let more), _): asked = more
    case (.until(let day), _):
      guard day > lastDay else { return .extensionTooShort(until: day, due: lastDay) }
      asked = try length(from: try self.lastDay(clock, receipts, .none, pauses), to: day, unit)
    }
    guard let most = rule.most, asked > most else { return nil }
    return .extensionTooLong(asked: asked, most: most, unit: unit, section: rule.section)
  }

  /// The last day by the most generous reading.
  private func lastDay(
    _ clock: ClockKind, _ receipts: [Receipt], _ extra: DeadlineCounter.Extra, _ pauses: [Pause]
  ) throws(ClockError) -> CivilDate {
    var last = receipts[0].day
    for receipt in receipts {
      last = max(last, try counter.deadline(clock, received: receipt, extra: extra, pauses: pauses).due.day)
    }
    return last
  }

  /// An extension to a day, in units, begun ones counted as whole.
  private func length(from lastDay: CivilDate, to day: CivilDate, _ unit: Period.Unit) throws(ClockError) -> Int {
    switch unit {
    case .workingDays: return try counter.calendar.workingDays(from: lastDay, to: day)
    case .calendarDays: return day.days(since: lastDay)
    case .months:
      var months = 1
      while lastDay.adding(months: months) < day { months += 1 }
      return months
    }
  }
}
