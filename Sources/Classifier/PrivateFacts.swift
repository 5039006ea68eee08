import Moderation

/// Private facts about people who can be told by name: allegations, court matters, children with their school.
///
/// A name alone is nobody's secret. What is said around it, and how, adds up; praise, public roles and the agency's own staff
/// take it down again.
enum PrivateFacts {
  static func find(in document: Document, people: People, into findings: inout Findings) {
    guard !people.isEmpty else { return }
    var reported = 0
    for person in people.mentions where reported < 4 {
      guard let fact = fact(about: person, in: document, people: people, into: &findings), fact.score >= 0.5 else {
        continue
      }
      reported += 1
      findings.append(
        Finding(
          label: .personal, score: min(fact.score, 0.95), severity: .medium, why: fact.why,
          spans: [document.span(person.tokens, person.type, .other)], rule: fact.rule))
    }
  }

  private struct Fact {
    var score: Double
    var why: String
    var rule: String
  }

  private static func fact(
    about person: PersonMention, in document: Document, people: People, into findings: inout Findings
  ) -> Fact? {
    guard person.type == .person || person.kind == .neighbour else { return nil }
    if isAuthor(person, in: document) { return nil }
    if person.isPublic {
      findings.exclude(.publicFigure, .personal, person.tokens, in: document)
      return nil
    }
    let cues = Cues(around: person, in: document)
    if let school = childAtSchool(person, cues, in: document) { return school }
    var doubt: Double
    switch person.kind {
    case .named:
      // A name that no list knows may be something else in capitals.
      doubt = person.isFullName ? 1 - (person.strength >= 0.6 ? 0.57 : 0.3) * person.strength : 0.75
      if hasFormalTitle(person, in: document), person.tokens.count == 2 { doubt = max(doubt, 0.62) }
    case .given: doubt = person.strength >= 0.8 ? 0.75 : 0.86
    case .neighbour: doubt = 0.85
    case .kin, .acquaintance: return nil
    }
    var evidence: Range<Int>?
    func raise(_ cue: Range<Int>?, by weight: Double) {
      guard let cue else { return }
      doubt *= 1 - weight
      if evidence == nil { evidence = cue }
    }
    // In another sentence it may be somebody else's.
    raise(cues.allegation, by: cues.isAllegedHere ? 0.5 : cues.hasPronoun ? 0.42 : 0.25)
    raise(cues.court, by: person.kind == .named ? 0.45 : person.kind == .given ? 0.2 : 0.1)
    raise(cues.naming, by: person.type == .person ? 0.22 : 0)
    raise(cues.insult, by: person.type == .person ? 0.3 : 0.1)
    raise(cues.blame, by: 0.15)
    raise(cues.place, by: person.type == .person ? 0.2 : 0)
    if person.type == .person, cues.hasPronoun { doubt *= 0.92 }
    var score = 1 - doubt
    // "Belinda" alone says little: the allegation must be hers.
    if person.kind == .given, person.strength < 0.8, !cues.isAllegedHere { score *= 0.7 }
    // A name is nobody's secret: something must be said of the person.
    if evidence == nil { score = min(score * (cues.hasHealth ? 0.6 : 1), 0.45) }
    if cues.praise != nil { score *= evidence == nil ? 0.4 : 0.85 }
    if person.isOfficial { score *= cues.court != nil ? 0.9 : 0.6 }
    if cues.isStaff { score *= cues.court != nil ? 0.9 : 0.55 }
    let who = document.words(person.tokens)
    guard let evidence else {
      return Fact(score: score, why: "Names a private person: \"\(who)\"", rule: "personal.name@1")
    }
    let what = document.words(evidence)
    return cues.allegation != nil || cues.court == nil
      ? Fact(score: score, why: "Allegation about a person: \"\(who)\" + \"\(what)\"", rule: "personal.allegation@2")
      : Fact(score: score, why: "Court matter of a named person: \"\(who)\" + \"\(what)\"", rule: "personal.court@1")
  }

  /// "I'm Jordan Ricketts", "my name is …", a signature at the end.
  private static func isAuthor(_ person: PersonMention, in document: Document) -> Bool {
    let tokens = document.tokens
    let first = person.tokens.lowerBound
    if first > 0 {
      let previous = tokens[first - 1]
      if Word.selfIntroductions.contains(previous.hash), !tokens[first].marks.contains(.sentenceStart) { return true }
      if first > 2, Word.isOrIts.contains(previous.hash), tokens[first - 2].hash == Word.name,
        tokens[first - 3].has(.authorPossessive)
      {
        return true
      }
    }
    let isLast = person.tokens.upperBound == tokens.count
    return isLast && tokens[first].marks.contains(.clauseStart) && first > 0 && person.tokens.count <= 3
      && tokens[first].clause > 0 && isSignOff(before: first, in: document)
  }

  /// A dash, a line of its own, or "thanks," before a name that ends the comment.
  private static func isSignOff(before at: Int, in document: Document) -> Bool {
    let previous = document.tokens[at - 1]
    if previous.has([.greeting, .praise]) || Word.regards.contains(previous.hash) { return true }
    let gap = document.bytes[previous.end..<document.tokens[at].start]
    return gap.contains(0x0A) || gap.contains(0x2D) && gap.contains(0x20)
  }

  /// A named child with a school: "Jayden Kopu, 8, goes to St Brigid's", "my daughter Ruby in room 3 at Matai Street School".
  private static func childAtSchool(_ person: PersonMention, _ cues: Cues, in document: Document) -> Fact? {
    guard let school = cues.school ?? cues.classroom, person.type == .person else { return nil }
    // A teacher has a title; a school bus is no school.
    guard !hasFormalTitle(person, in: document) else { return nil }
    guard cues.schoolYear != nil || cues.goesTo || cues.isChild && cues.isSchoolNamed else { return nil }
    let score = (person.isFullName ? 0.86 : 0.7) * (cues.schoolYear != nil || cues.goesTo ? 1 : 0.85)
    return Fact(
      score: score, why: "Child with school: \"\(document.words(person.tokens))\" + \"\(document.words(school))\"",
      rule: "personal.child_school@1")
  }
}

extension PrivateFacts {
  fileprivate static func hasFormalTitle(_ person: PersonMention, in document: Document) -> Bool {
    person.tokens.contains { Word.formalTitles.contains(document.tokens[$0].hash) }
  }
}

extension Word {
  static let name = Hashing.word("name")
  static let selfIntroductions = set(["im", "iam"])
  static let isOrIts = set(["is", "s", "its"])
  static let regards = set(["regards", "sincerely", "signed", "yours", "nga", "mihi", "from", "faithfully"])
}
