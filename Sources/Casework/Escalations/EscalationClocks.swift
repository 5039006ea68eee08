import Moderation

/// When an escalation is due and who has it, from the agency's hours, roster and holidays.
public struct EscalationClocks: Sendable {
  private let policy: CaseworkPolicy
  private let zoneName: String
  private let holidays: HolidayTable
  private let zones: ZoneDatabase

  public init(_ policy: AgencyPolicy, holidays: HolidayTable, zones: ZoneDatabase = .system) {
    self.policy = policy.casework
    zoneName = policy.zone
    self.holidays = holidays
    self.zones = zones
  }

  /// To whom an escalation goes at a moment, and by when they are to say that they have it.
  public struct Call: Sendable, Equatable {
    /// A person's id; nil where nobody is on call.
    public var person: String?
    /// How to reach them.
    public var contact: String
    public var due: Timestamp
    public var derivation: [String]
  }

  /// Works out a call. Never fails: what is not known (a zone, a year's holidays) is left out of the count and said.
  public func call(_ level: EscalationClass, to role: RoleName, raised: Timestamp) -> Call {
    let shift = shift(of: role, at: raised)
    var call = Call(person: shift?.person, contact: shift?.contact ?? "", due: raised, derivation: [])
    do throws(ClockError) {
      // Somebody who is on call now, and would be when the hours that are watched end.
      let later = Timestamp(milliseconds: raised.milliseconds + 3_600_000)
      let deadline = try EscalationDeadline(
        level,
        within: policy.acknowledgement[level] ?? CaseworkPolicy.standardAcknowledgement[level] ?? .nextWorkingDay,
        raised: raised, hours: try monitoredHours(),
        hasOnCall: shift != nil && self.shift(of: role, at: later) != nil)
      (call.due, call.derivation) = (deadline.due, deadline.derivation)
    } catch {
      // Whoever reads it is told that the count is the crudest there is; an escalation is never held up for a table.
      call.due = Timestamp(milliseconds: raised.milliseconds + Self.crude(level) * 3_600_000)
      call.derivation = ["counted by the clock alone: \(error.message)"]
    }
    return call
  }

  /// Everybody on call for a role at a moment.
  public func people(on role: RoleName, at moment: Timestamp) -> [String] {
    guard let zone = try? zones.zone(zoneName) else { return [] }
    return Roster(policy).shifts(of: role, at: zone.civil(moment), isHoliday: isHoliday(moment, zone)).map(\.person)
  }

  private func shift(of role: RoleName, at moment: Timestamp) -> RosterShift? {
    guard let zone = try? zones.zone(zoneName) else { return nil }
    return Roster(policy).shifts(of: role, at: zone.civil(moment), isHoliday: isHoliday(moment, zone)).first
  }

  private func isHoliday(_ moment: Timestamp, _ zone: ZoneRules) -> Bool {
    guard let kind = try? WorkingCalendar(calendars, table: holidays).kind(of: zone.day(moment)) else { return false }
    if case .holiday = kind { return true }
    return false
  }

  private static func crude(_ level: EscalationClass) -> Int64 {
    switch level {
    case .s1: 1
    case .s2: 8
    case .s3: 24
    }
  }

  private func monitoredHours() throws(ClockError) -> MonitoredHours {
    let zone: ZoneRules
    do {
      zone = try zones.zone(zoneName)
    } catch {
      throw .zone(error)
    }
    return MonitoredHours(policy.hours, holidays: WorkingCalendar(calendars, table: holidays), zone: zone)
  }

  /// The days on which nobody is at work: public holidays, not the longer list that a request's clock leaves out.
  private var calendars: [String] {
    if policy.regime.isEmpty || policy.regime.hasPrefix("nz-") { return ["nz-public"] }
    return (try? Regime.named(policy.regime))?.calendars ?? []
  }
}
