import Moderation

/// The dates of a case.
public struct CaseDeadlines: Sendable, Equatable {
  /// The answer, taking no disputed allowance: from the first day on which the agency had it.
  public var conservative: Deadline
  /// The answer, with every allowance that the sources give: receipt as recorded, eligibility, an undesignated channel.
  /// Nil while the clock does not run by that reading.
  public var due: Deadline?
  /// Whether an extension is part of them.
  public var isExtended: Bool
  /// The last day on which an extension can be notified; nil where the regime allows none.
  public var extensionNotice: Deadline?
  /// The last day to pass the request on.
  public var transfer: Deadline?
  public var acknowledgement: Deadline?
  /// Where the request has been passed on: the other agency's last day. The agency's own answer is then not due any more.
  public var transferee: Deadline?
  /// Facts that the law does not allow, and that moved nothing.
  public var refusals: [ClockRefusal]

  /// What the agency works to: the earlier of the two.
  public var target: Deadline {
    guard let due, due.due.day < conservative.due.day else { return conservative }
    return due
  }

  /// The more generous of the two, where it differs from the target.
  public var otherReading: Deadline? {
    guard let due else { return nil }
    let other = due.due.day < conservative.due.day ? conservative : due
    return other.due == target.due ? nil : other
  }
}
