extension QueryError {
  /// What is wrong, and what to write instead.
  public var message: String { problem.message }

  /// The text with a line of carets under what it is about. One caret a scalar: whoever knows the terminal's widths draws
  /// it from `range`.
  public func pointing(into text: String) -> String {
    let line = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }))
    return line + "\n" + String(repeating: " ", count: range.lowerBound)
      + String(repeating: "^", count: max(1, range.count))
  }
}

extension QueryError.Problem {
  fileprivate var message: String {
    switch self {
    case .unknownKey(let key, let nearest):
      nearest.map { "there is no key \(key); did you mean \($0)? To look for words, put them in quotes" }
        ?? "there is no key \(key); to look for words, put them in quotes"
    case .valueMissing(let key): "\(key.rawValue) needs a value, e.g. \(key.example)"
    case .notCompared(let key): "\(key.rawValue) is not compared; write \(key.example)"
    case .unknownValue(let key, let value, let nearest, let known):
      nearest.map { "\(key.rawValue) has no \(value); did you mean \(key.rawValue):\($0)?" }
        ?? "\(key.rawValue) has no \(value); it is one of \(known.joined(separator: ", "))"
    case .valueOfOther(_, let value, let other): "write \(other.rawValue):\(value)"
    case .notAScore(let key, let nearest):
      "\(key) needs a number from 0 to 1, e.g. \(key)>\(nearest.map(\.description) ?? "0.8")"
    case .notAnAge(let nearest):
      "age needs a number and m, h, d or w, e.g. age<\(nearest ?? "2h")"
    case .dayForAge(let day): "age is how long ago; for a day write posted:\(day)"
    case .notATime(let key):
      "\(key.rawValue) needs a day, e.g. \(key.rawValue):2026-11-01..2026-11-05, or a month, a time, today or yesterday"
    case .ageForTime(let key, let age):
      "\(key.rawValue) needs a day, e.g. \(key.rawValue):2026-11-01; for how long ago write age<\(age)"
    case .noSuchDay(let text): "there is no \(text) in the calendar"
    case .rangeBackwards(let turned): "the range ends before it begins; write \(turned)"
    case .quoteNotClosed: "this quote is not closed; end it with \""
    case .nothingQuoted: "there is nothing between these quotes"
    case .patternNotClosed: "this pattern is not closed; end it with /, or put words with a slash in quotes"
    case .textAfterPattern:
      "only c (case counts) can follow a pattern; put words with a slash in quotes, and write \\/ within a pattern"
    case .groupNotClosed: "this parenthesis is not closed; end the group with )"
    case .groupNotOpened: "no group is open here; leave ) out, or put it in quotes"
    case .emptyGroup: "there is nothing in this group"
    case .nothingToNegate: "what is not wanted must follow, e.g. -label:spam"
    case .nothingToJoin(let word): "\(word) stands between two conditions; to look for the word, write \"\(word)\""
    case .offInside: "off(…) switches a whole condition; it cannot stand within another"
    case .tooDeep: "groups cannot stand more than \(QueryParser.greatestDepth) deep"
    case .tooLong: "a query has at most \(QueryParser.greatestLength) characters"
    case .pattern(let problem): problem.message
    }
  }
}

extension PatternProblem {
  public var message: String {
    switch self {
    case .nothingToRepeat: "there is nothing to repeat before this; for the character itself put \\ in front"
    case .groupNotClosed: "this group is not closed; end it with ), or write \\( for the character"
    case .groupNotOpened: "no group is open here; write \\) for the character"
    case .setNotClosed: "this set is not closed; end it with ], or write \\[ for the character"
    case .emptySet: "there is nothing in this set"
    case .rangeBackwards: "this range ends before it begins; the lower character comes first, e.g. [a-z]"
    case .repetitionBackwards: "the smaller number comes first, e.g. {2,5}"
    case .repetitionTooLong: "at most \(PatternSyntax.greatestRepetition) repetitions"
    case .unknownEscape(let escape):
      "\\\(escape) means nothing here; known are \\d \\w \\s \\b, their capitals, \\n \\t, and \\ before a sign"
    case .notSupported(let what): "\(what) is not supported: patterns are matched in one pass over the text"
    case .tooLarge: "this pattern is too large; fewer repetitions, or several patterns"
    }
  }
}
