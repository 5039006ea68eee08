import Moderation

/// How the console looks after whoever reads all day.
public struct CareSettings: Sendable, Equatable {
  /// Distressing words are masked in comments with a flag at least this severe; nil masks none.
  public var maskFrom: Severity?
  /// After so many hard comments a pause is suggested, and again after as many more.
  public var pauseAfter: Int

  public init(maskFrom: Severity? = .low, pauseAfter: Int = 40) {
    self.maskFrom = maskFrom
    self.pauseAfter = max(1, pauseAfter)
  }

  /// The spans whose words are not shown unasked.
  func masked(_ flags: [Flag]) -> [Span] {
    guard let maskFrom else { return [] }
    return flags.filter { $0.severity >= maskFrom }.flatMap(\.spans).filter(\.type.isDistressing)
  }

  /// The same for a row, of which only the most urgent flag's severity is known.
  func masksDistressing(in row: QueueRow) -> Bool {
    guard let maskFrom, let severity = row.severity else { return false }
    return severity >= maskFrom
  }
}

/// What a person has read in a shift that is hard to read. It is theirs: nobody else sees it, and it is in no log.
struct Exposure: Sendable, Equatable {
  var since: Timestamp
  private(set) var seen: Set<ItemID> = []
  private var last: Timestamp

  /// Whoever has not read anything hard for so long has begun another shift.
  static let rest: Int64 = 4 * 3_600_000
  /// No shift is longer.
  static let shift: Int64 = 12 * 3_600_000

  init(since: Timestamp) {
    self.since = since
    last = since
  }

  var count: Int { seen.count }

  /// Goes on with the shift in which the console was closed.
  mutating func restore(_ session: ConsoleSession, at now: Timestamp) {
    guard let since = session.hardSince, now.milliseconds - since.milliseconds < Self.shift else { return }
    self.since = since
    seen = session.hardRead
  }

  /// Notes a comment that is on the screen; true when it is time to suggest a pause.
  mutating func note(_ detail: ItemDetail, at now: Timestamp, _ care: CareSettings) -> Bool {
    guard Self.isHard(detail), !seen.contains(detail.item) else { return false }
    if now.milliseconds - last.milliseconds > Self.rest { self = Exposure(since: now) }
    last = now
    seen.insert(detail.item)
    return count % care.pauseAfter == 0
  }

  /// Abuse and threats, and people in danger.
  static func isHard(_ detail: ItemDetail) -> Bool {
    detail.flags.contains { flag in
      flag.severity == .critical || flag.label == .welfare || flag.spans.contains { $0.type.isDistressing }
    }
  }
}

/// Whom to call about somebody in danger, from the policy.
enum Contact {
  static func urgent(for flags: [Flag], _ policy: AgencyPolicy) -> EscalationRole? {
    let isUrgent = flags.contains { flag in
      flag.label == .welfare || flag.severity >= .high && flag.spans.contains { $0.type == .threat }
    }
    guard isUrgent else { return nil }
    let steps = policy.suggestion(for: flags.filter { $0.label == .welfare || $0.label == .offensive })
    let reasons = steps.compactMap { policy.reason($0.reason) }
    return reasons.lazy.compactMap { $0.escalatesTo.flatMap { policy.escalationRole($0) } }.first
  }
}
