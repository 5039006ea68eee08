import Moderation

/// Telephone numbers of people: New Zealand first, and the forms of AU, UK, US, CA and IE.
///
/// Free-phone, national-rate and emergency numbers belong to organisations and are never flagged.
enum PhoneNumber {
  static func find(in document: Document, runs: [DigitRun], taken: inout TokenMask, into findings: inout Findings) {
    for run in runs where !taken.overlaps(run.tokens) {
      if isPublic(run) {
        findings.exclude(.publicNumber, .personal, run.tokens, in: document)
        taken.insert(run.tokens)
        continue
      }
      guard let shape = shape(of: run), !run.isTrivial else { continue }
      let context = run.context(in: document)
      let hasCue = context.contains(.phoneCue)
      var score = shape.strength + (hasCue ? 0.4 * (1 - shape.strength) + 0.1 : 0)
      // "order number 0770…": the word right before it decides.
      let isCounted = CueWindow.hasCounter(before: run.tokens, in: document)
      if context.contains(.numberCounter) { score *= hasCue && !isCounted ? 0.75 : 0.4 }
      let owner = Context.subject(in: document, before: run.tokens.lowerBound)
      let isOffice = isOffice(run, in: document)
      if isOffice { score *= 0.45 }
      guard score >= 0.5 else {
        findings.exclude(isOffice ? .office : .otherNumber, .personal, run.tokens, in: document)
        continue
      }
      taken.insert(run.tokens)
      let subject = Context.owner(in: document, of: run.tokens)
      let start = run.bytes.lowerBound
      let bracket =
        run.hasPlus && start > 0 && (document.bytes[start - 1] == 0x2B || document.bytes[start - 1] == 0x28) ? 1 : 0
      findings.append(
        Finding(
          label: .personal, score: min(score, 0.97), severity: owner.isOther ? .high : .medium,
          why:
            "Looks like \(shape.name): \(run.digits.count) digits in \(run.grouping)\(hasCue ? ", with a word for calling" : "")",
          spans: [document.span(bytes: (start - bracket)..<run.bytes.upperBound, .phone, subject)],
          rule: "personal.phone@2", detail: run.bytes))
    }
  }

  /// Whether a number has the look of a telephone, for recognisers of other numbers.
  static func isLikely(_ run: DigitRun) -> Bool { shape(of: run).map { $0.strength >= 0.5 } ?? isPublic(run) }

  // MARK: Organisations

  /// The words around say that an office answers: "ring the depot", "the county clerk … phone".
  private static func isOffice(_ run: DigitRun, in document: Document) -> Bool {
    let tokens = document.tokens
    let sentence = tokens[run.tokens.lowerBound].sentence
    var at = run.tokens.lowerBound - 1
    while at >= 0, run.tokens.lowerBound - at <= 12, sentence - tokens[at].sentence <= 1 {
      if tokens[at].has([.author, .authorPossessive, .third, .thirdPossessive]), !tokens[at].has(.plural) {
        return false
      }
      if tokens[at].sentence == sentence, tokens[at].has(.given), !tokens[at].has(.alsoWord),
        tokens[at].marks.contains(.capital),
        run.tokens.lowerBound - at <= 5, !Word.trades.contains(tokens[min(at + 1, tokens.count - 1)].hash)
      {
        return false
      }
      if Word.trades.contains(tokens[at].hash) || Word.recommends.contains(tokens[at].hash) { return true }
      if tokens[at].opens(.organisationCue) { return true }
      at -= 1
    }
    return false
  }

  /// 0800, 0508, 13, 1300, 1800, 0300, 0345, 116, 800 … and their international forms.
  static func isPublic(_ run: DigitRun) -> Bool {
    var d = run.digits[...]
    if run.hasPlus || d.starts(with: [0, 0]) {
      if d.starts(with: [0, 0]) { d = d.dropFirst(2) }
      for code: [UInt8] in [[6, 4], [6, 1], [4, 4], [3, 5, 3], [1]] where d.starts(with: code) {
        let rest = Array(d.dropFirst(code.count))
        if code == [1] { return isFreePhone(rest) }
        return
          ([[8, 0, 0], [5, 0, 8], [1, 3, 0, 0], [1, 8, 0, 0], [3, 0, 0], [3, 4, 5], [8, 0, 8]] as [[UInt8]]).contains {
            rest.starts(with: $0)
          }
      }
      return false
    }
    let prefixes: [[UInt8]] = [
      [0, 8, 0, 0], [0, 5, 0, 8], [0, 9, 0, 0], [0, 8, 0, 8], [0, 8, 4, 5], [0, 8, 4, 4], [0, 8, 7, 0], [0, 8, 7, 1],
      [0, 3, 0, 0],
      [0, 3, 0, 3], [0, 3, 3, 0], [0, 3, 3, 3], [0, 3, 4, 5], [0, 3, 7, 0], [1, 3, 0, 0], [1, 8, 0, 0], [1, 8, 5, 0],
      [1, 8, 9, 0],
    ]
    if prefixes.contains(where: { d.starts(with: $0) }) {
      // 0800 to 0900 of seven digits and more; 03 00 is Canterbury only in nine digits printed 2-3-4.
      return !(run.digits.count == 9 && run.groups.first == 2 && d.starts(with: [0, 3]))
    }
    if d.starts(with: [1, 3]), d.count == 6 { return true }
    if d.starts(with: [1, 1, 6]), d.count == 6 { return true }
    return d.count == 10 && isFreePhone(Array(d)) || d.count == 11 && d[0] == 1 && isFreePhone(Array(d.dropFirst()))
  }

  private static func isFreePhone(_ d: [UInt8]) -> Bool {
    d.count >= 4 && d[0] == 8 && [0, 3, 4, 5, 6, 7, 8].contains(d[1]) && d[1] == d[2]
  }

  // MARK: Shapes

  private static func shape(of run: DigitRun) -> (name: String, strength: Double)? {
    let d = run.digits
    guard (7...15).contains(d.count) else { return nil }
    if run.hasPlus || d.starts(with: [0, 0]) && d.count > 10 {
      let rest = Array(run.hasPlus ? d[...] : d[2...])
      if rest.starts(with: [6, 4]), (10...13).contains(rest.count) { return ("a New Zealand phone number", 0.85) }
      if rest.starts(with: [6, 1]), (11...12).contains(rest.count) { return ("an Australian phone number", 0.85) }
      if rest.starts(with: [4, 4]), (11...13).contains(rest.count) { return ("a UK phone number", 0.85) }
      if rest.starts(with: [3, 5, 3]), (10...13).contains(rest.count) { return ("an Irish phone number", 0.85) }
      // No area begins with 0 or 1.
      if rest.starts(with: [1]), rest.count == 11 {
        return rest[1] >= 2 ? ("a North American phone number", 0.85) : nil
      }
      return run.hasPlus && rest.count >= 8 && rest[0] != 0 ? ("a phone number from abroad", 0.6) : nil
    }
    if d.starts(with: [6, 4]), (10...12).contains(d.count), [2, 3, 4, 6, 7, 9].contains(d[2]) {
      return ("a New Zealand phone number", run.groups.count > 1 ? 0.6 : 0.4)
    }
    let isGrouped = run.groups.count > 1
    switch d.count {
    case 9...11 where d[0] == 0 && d[1] == 2:
      // 020 to 029: mobiles of New Zealand; 020 London has eleven digits.
      return ("a New Zealand mobile number", isGrouped || d.count == 10 ? 0.72 : 0.62)
    case 9 where d[0] == 0 && [3, 4, 6, 7, 9].contains(d[1]):
      return ("a New Zealand landline number", isGrouped && run.groups[0] == 2 ? 0.62 : 0.35)
    case 10 where d[0] == 0 && d[1] == 4: return ("an Australian mobile number", isGrouped ? 0.7 : 0.5)
    case 10 where d[0] == 0 && d[1] == 8 && [3, 5, 6, 7, 9].contains(d[2]):
      return ("an Irish mobile number", isGrouped ? 0.7 : 0.55)
    case 10 where d[0] == 0 && [2, 3, 7, 8].contains(d[1]) && isGrouped: return ("an Australian landline number", 0.55)
    case 9...10 where d[0] == 0 && [1, 2, 4, 5, 6, 7, 9].contains(d[1]) && isGrouped:
      return ("an Irish landline number", 0.5)
    case 11 where d[0] == 0 && d[1] == 7: return ("a UK mobile number", 0.72)
    case 11...12 where d[0] == 0 && [1, 2].contains(d[1]) && isGrouped: return ("a UK landline number", 0.58)
    case 11 where d[0] == 0 && [1, 2].contains(d[1]): return ("a UK landline number", 0.5)
    case 11 where d[0] == 1 && isGrouped && d[1] >= 2 && run.groups == [1, 3, 3, 4]:
      return ("a North American phone number", 0.65)
    case 10 where d[0] >= 2 && d[3] >= 2 && run.groups == [3, 3, 4]: return ("a North American phone number", 0.65)
    case 10 where d[0] >= 2 && d[3] >= 2: return ("a North American phone number", 0.2)
    case 7 where run.groups == [3, 4] && d[0] >= 2: return ("a local phone number", 0.3)
    default: return nil
    }
  }
}

extension Word {
  static let recommends = set(["try", "recommend", "recommended", "recommending"])
  static let trades = set([
    "joinery", "plumbing", "builders", "electrical", "roofing", "services", "ltd", "limited", "contracting", "towing",
    "garage",
    "motors", "cafe", "switchboard", "depot", "vet", "vets", "reception", "helpline", "hotline", "clinic", "office",
    "lawnmowing",
    "painting", "landscaping", "pool", "council", "library", "school", "police", "pharmacy", "museum", "marina", "spca",
    "hotel",
    "motel", "shelter", "foodbank", "surgery", "shop", "store", "studio", "salon", "mowing", "plasterer", "plumber",
    "electrician", "builder", "arborist", "joiner",
    "gasfitter", "sparky",
  ])
}
