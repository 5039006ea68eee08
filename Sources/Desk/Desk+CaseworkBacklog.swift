import Casework
import Moderation

/// The numbers of casework for a status line.
public struct CaseworkBacklog: Sendable, Equatable {
  public var openCases = 0
  /// Cases whose next clock has run out.
  public var overdueCases = 0
  /// Cases due within five days of the calendar, those that are late left out.
  public var dueSoon = 0
  public var openEscalations = 0
  /// Escalations that nobody has acknowledged in time.
  public var lateEscalations = 0
}

extension Desk {
  /// Costs two look-ups, whatever the desk holds of closed cases.
  public func caseworkBacklog() throws(DeskError) -> CaseworkBacklog {
    guard let bench else { throw .readOnly(path: path) }
    let now = bench.now
    return try store.read { desk in
      var backlog = CaseworkBacklog()
      for row in try desk.matters(MatterQuery(.requestCase, limit: 100_000)) {
        backlog.openCases += 1
        guard let due = row.due else { continue }
        if due < now {
          backlog.overdueCases += 1
        } else if due.milliseconds - now.milliseconds <= 5 * 86_400_000 {
          backlog.dueSoon += 1
        }
      }
      for row in try desk.matters(MatterQuery(.escalation, limit: 100_000)) {
        backlog.openEscalations += 1
        if row.state == Escalation.State.lapsed.rawValue || row.due.map({ $0 < now }) ?? false {
          backlog.lateEscalations += 1
        }
      }
      return backlog
    }
  }
}
