import Moderation

/// Bank accounts, cards, health numbers and other official numbers, birth dates and number plates.
enum OtherNumber {
  static func find(in document: Document, runs: [DigitRun], into findings: inout [Finding]) {
    for run in runs where !run.isTrivial && !run.hasPlus {
      let context = run.context(in: document)
      if run.groups.count == 4, run.groups[0] == 2, run.groups[1] == 4, run.groups[2] == 7,
        (2...3).contains(run.groups[3])
      {
        let score = 0.75 + (context.contains(.bankCue) ? 0.15 : 0)
        add("a New Zealand bank account", "as printed", run.bytes, run.tokens, score, document, &findings)
      } else if (13...19).contains(run.digits.count), passesLuhn(run.digits), [2, 3, 4, 5, 6].contains(run.digits[0]) {
        let score = run.groups == [4, 4, 4, 4] ? 0.85 : context.contains(.bankCue) ? 0.75 : 0.55
        add("a payment card", "check digit right", run.bytes, run.tokens, score, document, &findings)
      } else if (8...12).contains(run.digits.count), named(before: run.tokens.lowerBound, in: document) {
        add("an official number", "after its name", run.bytes, run.tokens, 0.8, document, &findings)
      }
    }
    mixed(in: document, into: &findings)
    births(in: document, into: &findings)
  }

  private static func add(
    _ name: String, _ evidence: String, _ bytes: Range<Int>, _ tokens: Range<Int>, _ score: Double,
    _ document: Document,
    _ findings: inout [Finding]
  ) {
    let owner = Context.subject(in: document, before: tokens.lowerBound)
    findings.append(
      Finding(
        label: .personal, score: score, severity: .high, why: "Looks like \(name): \(evidence)",
        spans: [document.span(bytes: bytes, .identifier, owner.isAuthor ? .author : owner.isOther ? .other : .unknown)],
        rule: "personal.identifier@1"))
  }

  private static let names: Set<UInt64> = Set(
    ([
      "tfn", "ssn", "sin", "nhs", "medicare", "phn", "crn", "passport", "licence", "license", "swn", "pps", "ppsn",
      "nino",
      "client", "ohip",
    ] as [StaticString]).map(Hashing.word))

  /// "TFN 123…", "my Medicare number is …".
  private static func named(before token: Int, in document: Document) -> Bool {
    var at = token - 1
    while at >= 0, token - at <= 4, document.tokens[at].sentence == document.tokens[token].sentence {
      if names.contains(document.tokens[at].hash) { return true }
      at -= 1
    }
    return false
  }

  /// Numbers of letters and digits: NHI (AAANNNN, AAANNAA), plates, passports, NINO, PPS.
  private static func mixed(in document: Document, into findings: inout [Finding]) {
    for (place, token) in document.tokens.enumerated()
    where token.marks.contains(.digit) && token.marks.contains(.letter) && (5...10).contains(token.end - token.start) {
      let bytes = Array(document.bytes[token.start..<token.end])
      let context = Context.roles(in: document, around: place..<(place + 1), before: 5, after: 2)
      let shape = String(decoding: bytes.map { Byte.isDigit($0) ? UInt8(0x39) : UInt8(0x41) }, as: UTF8.self)
      let isNhi = (shape == "AAA9999" || shape == "AAA99AA") && !bytes.contains(0x69) && !bytes.contains(0x6F)
      if isNhi, context.contains(.healthNumberCue) || token.marks.contains(.capital) && isValidHealthNumber(bytes) {
        add(
          "an NHI number", "three letters and four places", token.start..<token.end, place..<(place + 1), 0.85,
          document, &findings)
      } else if context.contains(.documentCue), shape.count >= 5, shape.count <= 9, token.marks.contains(.capital) {
        add(
          "a licence, passport or plate", "after its name", token.start..<token.end, place..<(place + 1), 0.7, document,
          &findings)
      } else if ["9999999A", "9999999AA", "AA999999A"].contains(shape) {
        add(
          "a social insurance number", "digits with check letters", token.start..<token.end, place..<(place + 1), 0.7,
          document, &findings)
      }
    }
  }

  /// HISO 10046: letters count A 1 to Z 24 without I and O, weights 7 to 2, modulus 11 (digit) or 23 (letter).
  static func isValidHealthNumber(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 7 else { return false }
    func value(_ byte: UInt8) -> Int {
      if Byte.isDigit(byte) { return Int(byte) - 0x30 }
      let place = Int(byte) - 0x60
      return place - (byte > 0x6F ? 2 : byte > 0x69 ? 1 : 0)
    }
    let sum = zip(bytes.prefix(6), [7, 6, 5, 4, 3, 2]).reduce(0) { $0 + value($1.0) * $1.1 }
    if Byte.isDigit(bytes[6]) {
      let rest = sum % 11
      return rest != 0 && (11 - rest) % 10 == value(bytes[6])
    }
    // The 2019 edition said 24; numbers of both kinds are about.
    return 23 - sum % 23 == value(bytes[6]) || 24 - sum % 24 == value(bytes[6])
  }

  static func passesLuhn(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let value = Int(digit) * (place % 2 == 0 ? 1 : 2)
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }

  /// "born 4/7/2011", "DOB 12 March 1986".
  private static func births(in document: Document, into findings: inout [Finding]) {
    guard document.roles.contains(.birthCue) else { return }
    let tokens = document.tokens
    for at in tokens.indices where tokens[at].roles.contains(.birthCue) {
      var next = at + 1
      while next + 2 < tokens.count, next - at <= 6 {
        if let length = dateLength(at: next, in: document) {
          let owner = Context.subject(in: document, before: at)
          findings.append(
            Finding(
              label: .personal, score: 0.82, severity: owner.isOther ? .high : .medium,
              why:
                "Birth date: \"\(document.words(next..<(next + length)))\" after \"\(document.words(at..<(at + 1)))\"",
              spans: [document.span(next..<(next + length), .birthdate, owner.isAuthor ? .author : .other)],
              rule: "personal.birthdate@1"))
          break
        }
        next += 1
      }
    }
  }

  private static func dateLength(at: Int, in document: Document) -> Int? {
    let words = document.tokens[at..<min(at + 3, document.tokens.count)]
    guard words.count == 3 else { return nil }
    let digits = words.filter { $0.marks.contains(.digit) }.count
    let hasMonth = words.contains { $0.roles.contains(.month) }
    return digits == 3 && words.allSatisfy({ $0.end - $0.start <= 4 && !$0.marks.contains(.letter) })
      || digits == 2 && hasMonth
      ? 3 : nil
  }
}
