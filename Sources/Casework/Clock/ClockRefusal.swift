import Moderation

/// What the law of a case does not allow. The dates are worked out without it.
public enum ClockRefusal: Error, Sendable, Equatable {
  case extensionNotAllowed(regime: String)
  case extensionTooLate(notified: CivilDate, lastDay: CivilDate, section: String)
  case extensionTooLong(asked: Int, most: Int, unit: Period.Unit, section: String)
  /// The day that it names is not after the period's own last day.
  case extensionTooShort(until: CivilDate, due: CivilDate)
  case secondExtension(section: String)
  case reviewRightNotStated(section: String, body: String)
  case pauseNotAllowed(regime: String, why: String)
  case pauseReversed(first: CivilDate, last: CivilDate)
  case transferTooLate(on: CivilDate, lastDay: CivilDate, section: String)
  /// Something that is said to have happened before the request came in.
  case beforeReceipt(What, on: CivilDate, received: CivilDate)

  public enum What: String, Sendable {
    case notice = "the notice of extension"
    case transfer = "the transfer"
    case eligibility = "the proof of eligibility"
    case clarification = "the question to the requester"
    case answer = "the requester's answer"
  }

  /// What the person is told: what cannot be, and by which section.
  public var message: String {
    switch self {
    case .extensionNotAllowed(let regime): "\(regime) allows no extension"
    case .extensionTooLate(let notified, let lastDay, let section):
      "an extension notified on \(notified.text) is too late: the last day for it was \(lastDay.text) (\(section))"
    case .extensionTooLong(let asked, let most, let unit, let section):
      "an extension of \(Period.text(asked, unit)) is too long: at most \(Period.text(most, unit)) (\(section))"
    case .extensionTooShort(let until, let due):
      "an extension to \(until.text) is none: without it the last day is \(due.text)"
    case .secondExtension(let section):
      "a second extension is not allowed: one reasonable period, notified once (\(section))"
    case .reviewRightNotStated(let section, let body):
      "the notice of extension must tell the requester of the right to complain to the \(body) (\(section))"
    case .pauseNotAllowed(let regime, let why): "\(regime) knows no pause\(why.isEmpty ? "" : ": " + why)"
    case .pauseReversed(let first, let last): "a pause from \(first) to \(last) ends before it begins"
    case .transferTooLate(let on, let lastDay, let section):
      "a transfer on \(on.text) is too late: the last day for it was \(lastDay.text) (\(section))"
    case .beforeReceipt(let what, let day, let received):
      "\(what.rawValue) on \(day) is earlier than the request, which came in on \(received)"
    }
  }
}
