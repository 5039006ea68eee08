import Moderation

/// New Zealand IRD numbers. Shape, printed grouping, check digit and a cue are evidence; none of them alone is proof:
/// one in eighteen random numbers of the length passes the check.
enum TaxNumber {
  static func find(in document: Document, runs: [DigitRun], into findings: inout [Finding]) {
    for run in runs where run.digits.count == 8 || run.digits.count == 9 {
      guard !run.isTrivial, !run.hasPlus else { continue }
      let context = run.context(in: document)
      let isPrinted = run.groups == [3, 3, 3] || run.groups == [2, 3, 3]
      let passes = isValid(run.digits)
      let hasCue = context.contains(.taxCue)
      var doubt = 1 - 0.15
      if isPrinted { doubt *= 0.8 }
      if passes { doubt *= 0.72 }
      if hasCue { doubt *= 0.42 }
      var score = 1 - doubt
      if context.contains(.numberCounter), !hasCue { score *= 0.4 }
      if context.contains(.phoneCue), !hasCue { score *= 0.8 }
      // A cue with a wrong digit is still somebody's number with a slip; without a cue the check must pass.
      if !hasCue, !passes { continue }
      let owner = Context.subject(in: document, before: run.tokens.lowerBound)
      let grouping = run.groups.count > 1 ? " in \(run.grouping)" : ""
      findings.append(
        Finding(
          label: .personal, score: score, severity: .high,
          why:
            "Looks like an IRD number: \(run.digits.count) digits\(grouping), check digit \(passes ? "right" : "wrong")"
            + (hasCue ? ", near a word for tax" : ""),
          spans: [
            document.span(
              bytes: run.bytes, .identifier, owner.isAuthor ? .author : owner.isOther ? .other : .unknown)
          ], rule: "personal.ird@1"))
    }
  }

  /// Inland Revenue's check: modulus 11 with weights 3 2 7 6 5 4 3 2, and 7 4 3 2 5 2 7 6 where the first gives 10.
  static func isValid(_ digits: [UInt8]) -> Bool {
    guard digits.count == 8 || digits.count == 9 else { return false }
    let value = digits.reduce(0) { $0 * 10 + Int($1) }
    guard (10_000_000..<200_000_000).contains(value) else { return false }
    let padded = digits.count == 8 ? [0] + digits : digits
    let check = Int(padded[8])
    func remainder(_ weights: [Int]) -> Int {
      let rest = zip(padded, weights).reduce(0) { $0 + Int($1.0) * $1.1 } % 11
      return rest == 0 ? 0 : 11 - rest
    }
    let first = remainder([3, 2, 7, 6, 5, 4, 3, 2])
    if first != 10 { return first == check }
    let second = remainder([7, 4, 3, 2, 5, 2, 7, 6])
    return second != 10 && second == check
  }
}
