import Moderation

/// Official, financial and technical numbers of people.
///
/// Shape, grouping as printed, checksum, a cue on either side and the policy's jurisdictions are evidence; words for orders,
/// invoices and the like speak against. One stretch of text has one type: the best reading wins.
struct IdentifierFinder: Sendable {
  private let kinds: [IdentifierKind]
  private let home: Jurisdiction?
  private let sortCodes: Int?

  init(jurisdictions: [Jurisdiction]) {
    kinds = IdentifierKind.all.filter { kind in kind.jurisdiction.map { jurisdictions.contains($0) } ?? true }
    home = jurisdictions.first
    sortCodes = kinds.firstIndex { $0.id == "uk.bank" }
  }

  private struct Reading {
    /// The place of the kind.
    var kind: Int
    var candidate: NumberCandidate
    var shape: IdentifierKind.Shape
    var cue: Range<Int>?
    var score: Double
  }

  /// Which numbers to look for: telephones come between the two, since many numbers of other kinds look like one.
  enum Pass {
    /// Named by a word beside it, or of a shape that nothing else has.
    case certain
    case rest
  }

  /// Finds numbers; `taken` are the tokens that are part of one afterwards.
  ///
  /// - Parameter runs: the runs of digits that may be telephones.
  func find(
    _ pass: Pass, in document: Document, runs: [DigitRun], taken: inout TokenMask, into findings: inout Findings
  ) {
    var at = 0
    while at < document.tokens.count {
      guard canBegin(at, in: document), !taken.overlaps(at..<(at + 1)),
        let best = best(at: at, in: document, taken: taken)
      else {
        at += 1
        continue
      }
      if pass == .certain, !isCertain(best, runs, in: document) {
        at += 1
        continue
      }
      guard best.score >= 0.5 else {
        if pass == .rest { findings.exclude(.otherNumber, .personal, best.candidate.tokens, in: document) }
        at += 1
        continue
      }
      taken.insert(best.candidate.tokens)
      findings.append(finding(best, in: document))
      at = best.candidate.tokens.upperBound
    }
  }

  private func isCertain(_ reading: Reading, _ runs: [DigitRun], in document: Document) -> Bool {
    let tokens = reading.candidate.tokens
    guard reading.score >= 0.5 else { return false }
    let isPhone = runs.contains { $0.tokens.overlaps(tokens) && PhoneNumber.isLikely($0) }
    guard isPhone else { return reading.cue != nil || reading.score >= 0.7 }
    // "my account … ring me on 021 …": the word must stand right beside it.
    guard let cue = reading.cue else { return false }
    let distance =
      cue.upperBound <= tokens.lowerBound ? tokens.lowerBound - cue.upperBound : cue.lowerBound - tokens.upperBound
    return distance <= 2 && !reading.candidate.tokens.isEmpty
  }

  /// A digit stands in this token or in the next few joined to it.
  private func canBegin(_ at: Int, in document: Document) -> Bool {
    let tokens = document.tokens
    if tokens[at].marks.contains(.digit) { return !isEmbedded(at, in: document) }
    if tokens[at].count > 5 || tokens[at].open.overlaps([.author, .stop]) { return false }
    guard tokens[at].marks.contains(.capital) || document.isLowerCase, at + 1 < tokens.count
    else { return false }
    return tokens[at + 1].marks.contains(.digit) || at + 2 < tokens.count && tokens[at + 2].marks.contains(.digit)
  }

  /// Part of a price, a hash tag, a path or a decimal.
  private func isEmbedded(_ at: Int, in document: Document) -> Bool {
    let start = document.tokens[at].start
    let end = document.tokens[at].end
    if start > 0, [0x24, 0x3D, 0x5F, 0x26, 0x40].contains(document.bytes[start - 1]) { return true }
    if start > 1, document.bytes[start - 1] == 0x2F, Byte.isWord(document.bytes[start - 2]),
      !document.tokens[max(0, at - 1)].marks.contains(.digit)
    {
      return true
    }
    return end < document.bytes.count && [0x25, 0x5F, 0x3D].contains(document.bytes[end])
  }

  private func best(at: Int, in document: Document, taken: TokenMask) -> Reading? {
    var best: Reading?
    // "20", "2024": short and alone is no number that a person has.
    if document.tokens[at].count < 5, !NumberCandidate.goesOn(after: at, in: document) { return nil }
    if let sortCode = sortCode(at: at, in: document) { return sortCode }
    for candidate in NumberCandidate.all(from: at, in: document) {
      if taken.overlaps(candidate.tokens) { continue }
      for kind in kinds.indices {
        guard let shape = kinds[kind].read(candidate) else { continue }
        let reading = judge(kind, candidate, shape, in: document)
        // Longer readings win where they are as sure.
        if reading.score > (best?.score ?? 0) + 0.001 { best = reading }
      }
      if let best, best.score >= 0.75 { return best }
    }
    return best
  }

  /// "60-08-15 acc 40217763": a sort code, a word or two, eight digits.
  private func sortCode(at: Int, in document: Document) -> Reading? {
    let tokens = document.tokens
    guard at + 3 < tokens.count, let kind = sortCodes,
      (0..<3).allSatisfy({
        tokens[at + $0].count == 2 && tokens[at + $0].marks.contains(.digit) && !tokens[at + $0].marks.contains(.letter)
      })
    else { return nil }
    for next in (at + 3)..<min(tokens.count, at + 6)
    where tokens[next].count == 8 && tokens[next].marks.contains(.digit) && !tokens[next].marks.contains(.letter) {
      let candidate = NumberCandidate(tokens: at..<(next + 1), in: document)
      return Reading(
        kind: kind, candidate: candidate, shape: .init(strength: 0.6, isPrinted: true), cue: nil, score: 0.8)
    }
    return nil
  }

  private func judge(
    _ place: Int, _ candidate: NumberCandidate, _ shape: IdentifierKind.Shape, in document: Document
  ) -> Reading {
    let kind = kinds[place]
    let cue = CueWindow.cue(kind.cues, around: candidate.tokens, in: document)
    var doubt = 1 - shape.strength
    if shape.isPrinted { doubt *= 0.85 }
    if shape.passes == true { doubt *= 0.8 }
    if cue != nil { doubt *= shape.passes == false ? 0.5 : 0.32 }
    if let home, kind.jurisdiction == home { doubt *= 0.9 }
    var score = 1 - doubt
    if cue == nil, kind.needsCue { score *= 0.45 }
    if cue == nil || candidate.isDigits, CueWindow.hasCounter(before: candidate.tokens, in: document) {
      score *= cue == nil ? 0.35 : 0.8
    }
    if CueWindow.isOrganisation(around: candidate.tokens, in: document) { score *= 0.45 }
    return Reading(kind: place, candidate: candidate, shape: shape, cue: cue, score: score)
  }

  private func finding(_ reading: Reading, in document: Document) -> Finding {
    var parts: [String] = []
    let candidate = reading.candidate
    let count = candidate.count
    let grouping = candidate.groups.count > 1 ? " in \(candidate.groups.map(String.init).joined(separator: "-"))" : ""
    parts.append("\(count) \(candidate.isDigits ? "digits" : "signs")\(grouping)")
    if let passes = reading.shape.passes { parts.append("check digit \(passes ? "right" : "wrong")") }
    if let cue = reading.cue { parts.append("near \"\(document.words(cue))\"") }
    let subject = Context.owner(in: document, of: candidate.tokens)
    return Finding(
      label: .personal, score: min(reading.score, 0.97), severity: .high,
      why: "Looks like \(kinds[reading.kind].title): \(parts.joined(separator: ", "))",
      spans: [document.span(candidate.tokens, .identifier, subject)],
      rule: "personal.identifier.\(kinds[reading.kind].id)@2",
      detail: document.tokens[candidate.tokens.lowerBound].start..<document.tokens[candidate.tokens.upperBound - 1].end)
  }
}

/// Words around a number that say what it is.
enum CueWindow {
  private static let before = 9
  private static let after = 4

  /// The cue nearest to a number: in its sentence, or in the two words before it ("Phone: 021 …"), or in the sentence before
  /// where the number stands alone.
  static func cue(_ cues: CueWords, around number: Range<Int>, in document: Document) -> Range<Int>? {
    let tokens = document.tokens
    let sentence = tokens[number.lowerBound].sentence
    let isAlone = number.lowerBound > 0 && tokens[number.lowerBound].marks.contains(.sentenceStart)
    let reach = isAlone ? 20 : before
    var at = number.lowerBound - 1
    while at >= 0, number.lowerBound - at <= reach {
      let apart = sentence - tokens[at].sentence
      if apart > 1 || apart == 1 && !isAlone && number.lowerBound - at > 2 { break }
      if let end = cues.end(at: at, in: tokens) { return at..<end }
      at -= 1
    }
    at = number.upperBound
    while at < tokens.count, at - number.upperBound < after, tokens[at].sentence == sentence {
      if let end = cues.end(at: at, in: tokens) { return at..<end }
      at += 1
    }
    return nil
  }

  /// "invoice", "order", "ref", "tracking" within five words before.
  static func hasCounter(before number: Range<Int>, in document: Document) -> Bool {
    let tokens = document.tokens
    var at = number.lowerBound - 1
    while at >= 0, number.lowerBound - at <= 4, tokens[at].sentence == tokens[number.lowerBound].sentence {
      if tokens[at].has(.numberCounter) { return true }
      at -= 1
    }
    return false
  }

  /// "donate to", "council", "trust", "inc" near an account.
  static func isOrganisation(around number: Range<Int>, in document: Document) -> Bool {
    let tokens = document.tokens
    let sentence = tokens[number.lowerBound].sentence
    let range = max(0, number.lowerBound - 8)..<min(tokens.count, number.upperBound + 5)
    return tokens[range].contains { $0.sentence == sentence && Word.collecting.contains($0.hash) }
  }
}

extension Word {
  static let collecting = set([
    "donate", "donation", "donations", "donating", "trust", "club", "inc", "ltd", "limited", "appeal", "fundraiser",
    "abn", "acn", "nzbn", "company", "charity",
  ])
}
