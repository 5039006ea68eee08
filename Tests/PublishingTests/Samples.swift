import Moderation

@testable import Publishing

/// Made-up values that tests change where they care.
enum Sample {
  /// 2026-07-10T02:02:05Z, two in the afternoon in Wellington.
  static let moment = Timestamp(milliseconds: 1_783_648_925_000)

  static func action(
    _ verb: Verb, on platform: String, comment: String, channel: String = "page", thread: String? = nil,
    revision: String? = nil, text: String = "Rule 2", decision: Int64 = 7
  ) -> PlatformAction {
    PlatformAction(
      item: ItemID(rawValue: "0123456789abcdef0123456789abcdef"), platform: platform, channel: channel, thread: thread,
      comment: comment, platformRevision: revision, verb: verb, reason: ReasonCode("OFF"), reasonText: text,
      decision: decision, decidedBy: "mia", decidedAt: moment, textSHA256: "9f86")
  }

  static func event(_ type: Event.Kind, sequence: Int64 = 12) -> Event {
    Event(
      sequence: sequence, id: "e\(sequence)", at: moment, zone: "Pacific/Auckland", type: type, actor: "a.kereru",
      role: "moderator", authority: "policy:12", version: "docket 0.2", previous: "aa", hash: "bb")
  }

  /// Twelve hours before UTC's, all year.
  static func wellington(_ moment: Timestamp) -> CivilTime { moment.civil(offsetMinutes: 720) }
}
