/// How a value is compared in a query.
public enum Comparison: String, CaseIterable, Sendable {
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// Whether `a` stands so to `b`.
  public func holds<Value: Comparable>(_ a: Value, _ b: Value) -> Bool {
    switch self {
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }
}

/// Which scores a query asks for.
public enum ScoreBound: Sendable, Hashable {
  /// `score>0.8`
  case compared(Comparison, Score)
  /// `score:0.5..0.8`, both ends included; a single score is a range of one.
  case within(Score, Score)

  public func holds(_ score: Score) -> Bool {
    switch self {
    case .compared(let comparison, let bound): comparison.holds(score, bound)
    case .within(let low, let high): low <= score && score <= high
    }
  }
}

/// Which severities a query asks for.
public enum SeverityBound: Sendable, Hashable {
  /// `severity>=high`
  case compared(Comparison, Severity)
  /// `severity:high,critical`
  case oneOf([Severity])

  public func holds(_ severity: Severity) -> Bool {
    switch self {
    case .compared(let comparison, let bound): comparison.holds(severity, bound)
    case .oneOf(let severities): severities.contains(severity)
    }
  }
}

/// A length of time as it is written in a query: `90m`, `2h`, `3d`, `1w`.
public struct TimeSpan: Sendable, Hashable, Comparable {
  public var count: Int
  public var unit: Unit

  public enum Unit: Character, CaseIterable, Sendable {
    case minutes = "m"
    case hours = "h"
    case days = "d"
    case weeks = "w"

    fileprivate var milliseconds: Int64 {
      switch self {
      case .minutes: 60_000
      case .hours: 3_600_000
      case .days: 86_400_000
      case .weeks: 604_800_000
      }
    }
  }

  /// The longest one is some two hundred years: enough for any archive, and no sum of it overflows.
  public static let greatestCount = 10_000

  /// Nil for less than nothing, or more than `greatestCount`.
  public init?(_ count: Int, _ unit: Unit) {
    guard (0...Self.greatestCount).contains(count) else { return nil }
    self.count = count
    self.unit = unit
  }

  public var milliseconds: Int64 { Int64(count) * unit.milliseconds }

  public static func < (a: TimeSpan, b: TimeSpan) -> Bool { a.milliseconds < b.milliseconds }
}

/// Which ages a query asks for.
public enum AgeBound: Sendable, Hashable {
  /// `age<2h`
  case compared(Comparison, TimeSpan)
  /// `age:2h..3d`, both ends included.
  case within(TimeSpan, TimeSpan)
}
