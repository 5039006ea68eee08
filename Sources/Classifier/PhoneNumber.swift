import Moderation

/// Telephone numbers of people: New Zealand first, and the forms of AU, UK, US, CA and IE.
///
/// Free-phone, national-rate and emergency numbers belong to organisations and are never flagged.
enum PhoneNumber {
  static func find(in document: Document, runs: [DigitRun], into findings: inout [Finding]) {
    for run in runs {
      guard let shape = shape(of: run), !run.isTrivial else { continue }
      let context = run.context(in: document)
      let hasCue = context.contains(.phoneCue)
      var score = shape.strength + (hasCue ? 0.4 * (1 - shape.strength) + 0.1 : 0)
      if context.contains(.numberCounter) { score *= hasCue ? 0.7 : 0.4 }
      if context.contains(.taxCue) || context.contains(.bankCue) && !hasCue { score *= 0.4 }
      let owner = Context.subject(in: document, before: run.tokens.lowerBound)
      if context.contains(.organisationCue), !owner.isAuthor, !owner.isOther { score *= 0.4 }
      let subject: Subject = owner.isAuthor ? .author : owner.isOther ? .other : .unknown
      findings.append(
        Finding(
          label: .personal, score: min(score, 0.97), severity: owner.isOther ? .high : .medium,
          why:
            "Looks like \(shape.name): \(run.digits.count) digits in \(run.grouping)\(hasCue ? ", with a word for calling" : "")",
          spans: [
            document.span(bytes: (run.bytes.lowerBound - (run.hasPlus ? 1 : 0))..<run.bytes.upperBound, .phone, subject)
          ],
          rule: "personal.phone@1"))
    }
  }

  private static func shape(of run: DigitRun) -> (name: String, strength: Double)? {
    let d = run.digits
    guard (7...15).contains(d.count) else { return nil }
    if run.hasPlus || starts(d, [0, 0, 6, 4]) {
      let at = run.hasPlus ? 0 : 2
      let rest = Array(d[at...])
      if starts(rest, [6, 4]), (10...13).contains(rest.count), !starts(rest, [6, 4, 8, 0, 0]) {
        return ("a New Zealand phone number", 0.85)
      }
      if starts(rest, [6, 1]), rest.count == 11, !starts(rest, [6, 1, 1]) {
        return ("an Australian phone number", 0.85)
      }
      if starts(rest, [4, 4]), (12...13).contains(rest.count), !starts(rest, [4, 4, 8]) {
        return ("a UK phone number", 0.85)
      }
      if starts(rest, [3, 5, 3]), (10...12).contains(rest.count) { return ("an Irish phone number", 0.85) }
      if starts(rest, [1]), rest.count == 11, !isFreePhone(Array(rest[1...4])) {
        return ("a North American phone number", 0.85)
      }
      return nil
    }
    // Free-phone and national-rate numbers, whatever follows.
    if starts(d, [0, 8]) || starts(d, [0, 5, 0, 8]) || starts(d, [1, 3]) || starts(d, [1, 8])
      || starts(d, [0, 3, 0, 0])
      || starts(d, [0, 3, 4, 5]) || starts(d, [0, 9, 0, 0])
    {
      return nil
    }
    let isGrouped = run.groups.count > 1
    switch d.count {
    case 9...11 where d[0] == 0 && d[1] == 2:
      // 020 to 029: mobiles of New Zealand; 020 London has eleven digits.
      return ("a New Zealand mobile number", isGrouped || d.count == 10 ? 0.72 : 0.62)
    case 9 where d[0] == 0 && [3, 4, 6, 7, 9].contains(d[1]) && isGrouped && run.groups[0] == 2:
      return ("a New Zealand landline number", 0.6)
    case 9 where d[0] == 0 && [3, 4, 6, 7, 9].contains(d[1]): return ("a New Zealand landline number", 0.35)
    case 10 where d[0] == 0 && d[1] == 4: return ("an Australian mobile number", isGrouped ? 0.7 : 0.5)
    case 10 where d[0] == 0 && [2, 3, 7].contains(d[1]) && isGrouped: return ("an Australian landline number", 0.5)
    case 10 where d[0] == 0 && d[1] == 8 && [3, 5, 6, 7, 9].contains(d[2]): return ("an Irish mobile number", 0.6)
    case 11 where d[0] == 0 && d[1] == 7: return ("a UK mobile number", 0.72)
    case 11 where d[0] == 0 && [1, 2].contains(d[1]): return ("a UK landline number", 0.5)
    case 10 where d[0] >= 2 && run.groups == [3, 3, 4] && !isFreePhone(Array(d[0...3])):
      return ("a North American phone number", 0.65)
    case 10 where d[0] >= 2 && d[3] >= 2 && !isFreePhone(Array(d[0...3])): return ("a North American phone number", 0.2)
    case 7 where run.groups == [3, 4] && d[0] >= 2: return ("a local phone number", 0.3)
    default: return nil
    }
  }

  private static func starts(_ digits: [UInt8], _ prefix: [UInt8]) -> Bool { digits.starts(with: prefix) }

  private static func isFreePhone(_ d: [UInt8]) -> Bool {
    d[0] == 8 && [0, 3, 4, 5, 6, 7, 8].contains(d[1]) && (d[1] == d[2])
  }
}
