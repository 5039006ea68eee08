import Moderation

/// What is known of a comment, or of a case or record of its own, for working out how long it is kept.
public struct Holdings: Sendable, Equatable {
  /// When the comment came onto the desk.
  public var imported: CivilDate
  /// The last day on which anybody did anything about it; nil while nobody did.
  public var lastActed: CivilDate?
  /// Whether somebody decided anything but to leave it.
  public var isDecided: Bool
  /// The records that it is in.
  public var records: [Record]
  /// The cases and escalations that it belongs to.
  public var casework: [Casework]

  public struct Record: Sendable, Equatable {
    public var retention: String
    public var isTransitory: Bool
    public var lastActed: CivilDate

    public init(retention: String, isTransitory: Bool, lastActed: CivilDate) {
      self.retention = retention
      self.isTransitory = isTransitory
      self.lastActed = lastActed
    }
  }

  public struct Casework: Sendable, Equatable {
    /// When it was closed; nil while it is open.
    public var closed: CivilDate?

    public init(closed: CivilDate?) { self.closed = closed }
  }

  public init(
    imported: CivilDate, lastActed: CivilDate? = nil, isDecided: Bool = false, records: [Record] = [],
    casework: [Casework] = []
  ) {
    self.imported = imported
    self.lastActed = lastActed
    self.isDecided = isDecided
    self.records = records
    self.casework = casework
  }
}

/// From when on something may be destroyed, and under which class.
public enum RetentionVerdict: Sendable, Equatable {
  case from(CivilDate, under: RetentionClass)
  /// The policy has no class for what it is: it is kept.
  case noClass(RetentionClass.Holding)
  /// A record names a class that the policy does not have any more: it is kept.
  case classUnknown(String)
  /// A case or escalation that it belongs to is open.
  case caseOpen
}

/// How long things are kept by a policy's classes. Where several classes apply, the one that keeps longest does.
public struct RetentionRule: Sendable {
  public let classes: [RetentionClass]

  public init(_ classes: [RetentionClass]) { self.classes = classes }

  public func verdict(on holdings: Holdings) -> RetentionVerdict {
    var latest: (day: CivilDate, under: RetentionClass)?
    for claim in claims(of: holdings) {
      let found: RetentionClass
      switch claim.source {
      case .holding(let holding):
        guard let standard = classes.first(where: { $0.defaultFor.contains(holding) }) else { return .noClass(holding) }
        found = standard
      case .named(let code):
        guard let named = classes.first(where: { $0.code == code }) else { return .classUnknown(code) }
        found = named
      }
      guard let start = start(of: found.from, claim, holdings) else { return .caseOpen }
      let day = start.adding(found.keeps)
      if latest.map({ day > $0.day }) ?? true { latest = (day, found) }
    }
    guard let latest else { return .noClass(.untouched) }
    return .from(latest.day, under: latest.under)
  }

  /// The first day on which anything could be due that came in on a day: nothing younger need be looked at.
  public func earliest(imported: CivilDate) -> CivilDate? { classes.map { imported.adding($0.keeps) }.min() }

  private enum Source {
    case holding(RetentionClass.Holding)
    case named(String)
  }

  /// A class that applies, and the days that it may count from.
  private struct Claim {
    var source: Source
    var lastActed: CivilDate?
    var closed: CivilDate?
  }

  private func claims(of holdings: Holdings) -> [Claim] {
    var claims: [Claim] = []
    for record in holdings.records {
      claims.append(
        Claim(source: .named(record.retention), lastActed: record.lastActed, closed: closed(holdings.casework)))
    }
    if !holdings.casework.isEmpty {
      claims.append(
        Claim(source: .holding(.casework), lastActed: holdings.lastActed, closed: closed(holdings.casework)))
    }
    if holdings.isDecided {
      claims.append(
        Claim(source: .holding(.decided), lastActed: holdings.lastActed, closed: closed(holdings.casework)))
    }
    if claims.isEmpty { claims.append(Claim(source: .holding(.untouched), lastActed: holdings.lastActed)) }
    return claims
  }

  /// When the last of them was closed; nil while one is open.
  private func closed(_ casework: [Holdings.Casework]) -> CivilDate? {
    let days = casework.compactMap(\.closed)
    return days.count == casework.count ? days.max() : nil
  }

  /// Nil where it counts from the end of a case that is open.
  private func start(of trigger: RetentionClass.Trigger, _ claim: Claim, _ holdings: Holdings) -> CivilDate? {
    let isOpen = holdings.casework.contains { $0.closed == nil }
    if isOpen { return nil }
    switch trigger {
    case .imported: return holdings.imported
    case .lastActed: return claim.lastActed ?? holdings.imported
    // What belongs to no case counts from the last thing that was done about it.
    case .closed: return claim.closed ?? claim.lastActed ?? holdings.imported
    }
  }
}

extension CivilDate {
  /// By the calendar: years and months first, then days; seven years after 29 February is 28 February.
  public func adding(_ duration: RetentionClass.Duration) -> CivilDate {
    adding(months: duration.years * 12 + duration.months).adding(days: duration.days)
  }
}
