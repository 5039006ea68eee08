import Moderation

/// How long ago, in a column of four: `3m`, `14h`, `6d`, `31w`, and `?` for unknown.
enum Age {
  static func short(since moment: Timestamp?, now: Timestamp) -> String {
    guard let moment else { return "?" }
    let minutes = max(0, (now.milliseconds - moment.milliseconds) / 60_000)
    switch minutes {
    case ..<1: return "now"
    case ..<60: return "\(minutes)m"
    case ..<(48 * 60): return "\(minutes / 60)h"
    case ..<(14 * 24 * 60): return "\(minutes / (24 * 60))d"
    default: return "\(min(minutes / (7 * 24 * 60), 999))w"
    }
  }

  /// `3 h`, for a sentence.
  static func words(since moment: Timestamp?, now: Timestamp) -> String? {
    guard let moment else { return nil }
    let text = short(since: moment, now: now)
    guard let unit = text.last, unit.isLetter, text != "now" else { return text }
    return text.dropLast() + " " + String(unit)
  }
}
