import Moderation

/// Why a clock could not be worked out: what was asked cannot be answered with what is known.
public enum ClockError: Error, Sendable, Equatable {
  case unknownRegime(String)
  /// The regime has no such clock; `what` says why where there is something to say.
  case noSuchClock(ClockKind, regime: String, available: [ClockKind], why: String?)
  case unreadableTime(String)
  case zone(ZoneError)
  case yearNotCovered(Int, calendar: String, covered: ClosedRange<Int>?, table: String)
  /// A day beyond what is counted: years 1900 to 9900.
  case outOfRange(CivilDate)
  /// No day within a year has monitored hours.
  case neverMonitored

  /// What the person is told: what is wrong and what to write instead.
  public var message: String {
    switch self {
    case .unknownRegime(let id):
      "there is no regime \(JSONText.quoted(id)); \(Self.nearest(id, among: Regime.all.map(\.id))) "
        + "The regimes are \(Regime.all.map(\.id).joined(separator: ", "))"
    case .noSuchClock(let kind, let regime, let available, let why):
      "\(regime) has no \(kind.rawValue) clock" + (why.map { " (\($0))" } ?? "") + "; it has "
        + available.map(\.rawValue).joined(separator: ", ")
    case .unreadableTime(let text):
      "\(JSONText.quoted(text)) is not a time; write 2026-11-27, 2026-11-27T16:40, 2026-11-27T03:40Z or 2026-11-27T16:40+13:00"
    case .zone(let error): error.message
    case .yearNotCovered(let year, let calendar, let covered, let table):
      "the holidays of \(calendar) in \(year) are not known: the table (\(table)) "
        + (covered.map { "has \($0.lowerBound) to \($0.upperBound)" } ?? "lacks that calendar")
        + ". Give a table that has them with --holidays FILE"
    case .outOfRange(let day): "\(day) is outside the years that are counted, 1900 to 9900"
    case .neverMonitored: "no day within a year has monitored hours; give the policy's hours"
    }
  }

  /// `did you mean nz-oia?` for the nearest of the valid words, by edits.
  static func nearest(_ word: String, among valid: some Sequence<String>) -> String {
    let word = String(word.prefix(60)).lowercased()
    let ranked = valid.map { (EditDistance.between(word, $0), $0) }.min { $0 < $1 }
    return ranked.map { "did you mean \($0.1)?" } ?? ""
  }
}

/// Levenshtein's distance over scalars, in O(n·m); for short names.
enum EditDistance {
  static func between(_ a: String, _ b: String) -> Int {
    let a = Array(a.unicodeScalars)
    let b = Array(b.unicodeScalars)
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        let substituted = diagonal + (left == right ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
