import Moderation

/// What clocks on the wall show in one place: offsets from UTC as they changed and as they will change.
///
/// A pure value, read once by ``ZoneDatabase``. After the last recorded change the zone's own rule for every year applies,
/// so that far years have daylight time too. Looking an offset up costs a binary search.
public struct ZoneRules: Sendable, Equatable {
  /// The name of the zone database: `Pacific/Auckland`.
  public let name: String
  /// Moments at which the offset changes, in seconds since 1970, in ascending order.
  let changes: [Int64]
  /// The offset in seconds east of UTC that holds from each change on; as many as `changes`.
  let offsets: [Int]
  /// Before the first change.
  let firstOffset: Int
  /// After the last change; nil when the file gives none, and then the last offset stays.
  let yearly: YearlyZoneRule?

  init(name: String, changes: [Int64] = [], offsets: [Int] = [], firstOffset: Int, yearly: YearlyZoneRule? = nil) {
    self.name = name
    self.changes = changes
    self.offsets = offsets
    self.firstOffset = firstOffset
    self.yearly = yearly
  }

  /// Coordinated universal time, which needs no database.
  public static let utc = ZoneRules(name: "UTC", firstOffset: 0)

  /// Seconds east of UTC at a moment.
  public func offset(at moment: Timestamp) -> Int { offset(atSecond: Self.floorSeconds(moment)) }

  /// What a clock on the wall shows at a moment.
  public func civil(_ moment: Timestamp) -> CivilTime {
    Timestamp(milliseconds: moment.milliseconds + Int64(offset(at: moment)) * 1000).civil()
  }

  /// The day that it is there at a moment.
  public func day(_ moment: Timestamp) -> CivilDate { CivilDate(civil(moment)) }

  /// The moments at which a clock on the wall shows a time, earliest first: one as a rule, two when the hour is repeated,
  /// and where the hour is skipped the one moment that the offset before the change gives.
  public func moments(of time: CivilTime) -> [Timestamp] {
    let wall = time.timestamp().milliseconds
    // The offsets in force a day before and after bracket any change that could touch this hour.
    let second = Self.floorSeconds(Timestamp(milliseconds: wall))
    let before = offset(atSecond: second - 86_400)
    let after = offset(atSecond: second + 86_400)
    let found = Set([before, after]).map { Timestamp(milliseconds: wall - Int64($0) * 1000) }
      .filter { civil($0) == time }
      .sorted()
    return found.isEmpty ? [Timestamp(milliseconds: wall - Int64(before) * 1000)] : found
  }

  /// The first moment of a day there. Where midnight is skipped, the moment at which it would have been.
  public func start(of day: CivilDate) -> Timestamp {
    guard let midnight = CivilTime(year: day.year, month: day.month, day: day.day),
      let first = moments(of: midnight).first
    else { return Timestamp(seconds: Int64(day.dayNumber) * 86_400) }
    return first
  }

  /// ISO 8601 with the offset that is in force: `2026-11-27T16:40:00+13:00`.
  public func iso8601(_ moment: Timestamp) -> String { moment.iso8601(offsetMinutes: offset(at: moment) / 60) }

  private func offset(atSecond second: Int64) -> Int {
    guard let last = changes.last, let lastOffset = offsets.last else {
      return yearly?.offset(at: second) ?? firstOffset
    }
    if second >= last { return yearly?.offset(at: second) ?? lastOffset }
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= second { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? firstOffset : offsets[low - 1]
  }

  private static func floorSeconds(_ moment: Timestamp) -> Int64 {
    let seconds = moment.milliseconds / 1000
    return moment.milliseconds % 1000 < 0 ? seconds - 1 : seconds
  }
}
