/// Why a text is not a query, and where in it. The wording is in `QueryError+Message.swift`.
public struct QueryError: Error, Sendable, Hashable {
  public var problem: Problem
  /// Which scalars of the text it is about, from 0; empty, and at the end, for something that is missing there.
  public var range: Range<Int>

  public init(_ problem: Problem, _ range: Range<Int>) {
    self.problem = problem
    self.range = range
  }

  public enum Problem: Sendable, Hashable {
    case unknownKey(String, nearest: String?)
    case valueMissing(QueryKey)
    /// `label>health`: this key is not compared.
    case notCompared(QueryKey)
    case unknownValue(QueryKey, String, nearest: String?, known: [String])
    /// `state:hidden`: another key takes this value.
    case valueOfOther(QueryKey, String, other: QueryKey)
    /// `health:high`, `score>80`; `nearest` is what was probably meant.
    case notAScore(key: String, nearest: Score?)
    case notAnAge(nearest: String?)
    /// `age:2026-11-01`
    case dayForAge(String)
    case notATime(QueryKey)
    /// `posted<2h`
    case ageForTime(QueryKey, String)
    case noSuchDay(String)
    case rangeBackwards(String)
    case quoteNotClosed
    case nothingQuoted
    case patternNotClosed
    case textAfterPattern
    case groupNotClosed
    case groupNotOpened
    case emptyGroup
    case nothingToNegate
    /// `and` or `or` with nothing on one of its sides.
    case nothingToJoin(String)
    /// `off(…)` within something else.
    case offInside
    case tooDeep
    case tooLong
    case pattern(PatternProblem)
  }
}

/// Why a text is not a pattern.
public enum PatternProblem: Sendable, Hashable {
  case nothingToRepeat
  case groupNotClosed
  case groupNotOpened
  case setNotClosed
  case emptySet
  case rangeBackwards
  case repetitionBackwards
  case repetitionTooLong
  case unknownEscape(String)
  /// What cannot be matched in one pass over the text: a backreference, a look around.
  case notSupported(String)
  case tooLarge
}
