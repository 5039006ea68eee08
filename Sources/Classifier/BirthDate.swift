import Moderation

/// Dates of birth: a date beside a word for birth, or one in brackets after a person's name.
enum BirthDate {
  static func find(in document: Document, people: People, into findings: inout Findings) {
    let tokens = document.tokens
    for at in tokens.indices where tokens[at].opens(.birthCue) {
      guard let date = date(near: at, in: document) else { continue }
      add(date, cue: at, in: document, into: &findings)
    }
    guard document.hasDigit else { return }
    for person in people.mentions where person.type == .person {
      let next = person.tokens.upperBound
      // "Lasalosi Tuimavave (12.6.95)", "Ray Tua, 4/4/1988".
      guard next < tokens.count, tokens[next].marks.contains(.clauseStart), tokens[next].marks.contains(.digit),
        let length = length(at: next, in: document), tokens[next].marks.contains(.bracketed)
      else { continue }
      add(next..<(next + length), cue: person.tokens.lowerBound, in: document, into: &findings)
    }
  }

  private static func add(_ date: Range<Int>, cue: Int, in document: Document, into findings: inout Findings) {
    let subject = Context.owner(in: document, of: date)
    findings.append(
      Finding(
        label: .personal, score: 0.84, severity: subject == .author ? .medium : .high,
        why: "Birth date: \"\(document.words(date))\" by \"\(document.words(cue..<(cue + 1)))\"",
        spans: [document.span(date, .birthdate, subject)], rule: "personal.birthdate@2"))
  }

  /// A date in the six words after a cue, or right before it ("4/7/2011 dob").
  private static func date(near cue: Int, in document: Document) -> Range<Int>? {
    let tokens = document.tokens
    var next = cue + 1
    while next < tokens.count, next - cue <= 7, tokens[next].sentence - tokens[cue].sentence <= 1 {
      if let length = length(at: next, in: document) { return next..<(next + length) }
      next += 1
    }
    for start in [cue - 3, cue - 4] where start >= 0 {
      if let length = length(at: start, in: document), start + length <= cue { return start..<(start + length) }
    }
    return nil
  }

  /// "4/7/2011", "12 March 1986", "March 4, 1990", "1987-03-12", "4th of June 1956", "060687": how many tokens.
  static func length(at: Int, in document: Document) -> Int? {
    let tokens = document.tokens
    var end = at
    var numbers: [Int] = []
    var months = 0
    while end < tokens.count, end - at < 4, numbers.count + months < 3 {
      let token = tokens[end]
      if token.has(.month), token.count >= 3, months == 0 {
        months += 1
      } else if let value = number(token, in: document) {
        numbers.append(value)
      } else if end > at, Word.dateParticles.contains(token.hash) {
      } else {
        break
      }
      end += 1
    }
    if numbers.count == 3, months == 0 {
      let isYearFirst = numbers[0] >= 1900
      let year = isYearFirst ? numbers[0] : numbers[2]
      let rest = isYearFirst ? [numbers[1], numbers[2]] : [numbers[0], numbers[1]]
      return isYear(year) && rest.allSatisfy({ (1...31).contains($0) }) && rest.contains(where: { $0 <= 12 })
        ? end - at : nil
    }
    if numbers.count == 2, months == 1, let year = numbers.last {
      return isYear(year) && (1...31).contains(numbers[0]) ? end - at : nil
    }
    // "060687".
    if numbers.count == 1, months == 0, tokens[at].count == 6 || tokens[at].count == 8, end == at + 1,
      !tokens[at].marks.contains(.letter)
    {
      let digits = document.bytes[tokens[at].start..<tokens[at].end].map { Int($0) - 0x30 }
      let day = digits[0] * 10 + digits[1]
      let month = digits[2] * 10 + digits[3]
      return (1...31).contains(day) && (1...12).contains(month) ? 1 : nil
    }
    return nil
  }

  private static func isYear(_ value: Int) -> Bool { (0...99).contains(value) || (1900...2100).contains(value) }

  /// A number of up to eight digits, with "st", "nd", "rd" or "th".
  private static func number(_ token: Token, in document: Document) -> Int? {
    guard token.marks.contains(.digit), token.count <= 8 else { return nil }
    var value = 0
    var letters = 0
    for byte in document.bytes[token.start..<token.end] {
      if Byte.isDigit(byte), letters == 0 { value = value * 10 + Int(byte) - 0x30 } else { letters += 1 }
    }
    return letters == 0 || letters == 2 && token.count <= 4 ? value : nil
  }
}

extension Word {
  static let dateParticles = set(["of", "the"])
}
