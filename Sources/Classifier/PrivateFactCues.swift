/// What stands around a person: the words of their sentence and of the sentences beside it.
struct Cues {
  private(set) var allegation: Range<Int>?
  private(set) var court: Range<Int>?
  private(set) var naming: Range<Int>?
  private(set) var insult: Range<Int>?
  private(set) var blame: Range<Int>?
  private(set) var praise: Range<Int>?
  private(set) var school: Range<Int>?
  private(set) var schoolYear: Range<Int>?
  /// "Room 9", "yr 3" right after the name: a school goes without saying.
  private(set) var classroom: Range<Int>?
  /// "in unit 7", "at number 40".
  private(set) var place: Range<Int>?
  private(set) var hasHealth = false
  private(set) var hasPronoun = false
  /// A child by word or age.
  private(set) var isChild = false
  private(set) var goesTo = false
  /// The allegation stands in the person's own sentence.
  private(set) var isAllegedHere = false
  /// The school is named, not just "school".
  private(set) var isSchoolNamed = false
  /// "your officer", "from planning", "at the counter": somebody who is met at work for the agency.
  private(set) var isStaff = false

  /// How many words on either side count.
  private static let reach = 40

  init(around person: PersonMention, in document: Document) {
    let tokens = document.tokens
    let sentence = tokens[person.tokens.lowerBound].sentence
    let first = max(0, person.tokens.lowerBound - Self.reach)
    let last = min(tokens.count, person.tokens.upperBound + Self.reach)
    for at in first..<last where abs(tokens[at].sentence - sentence) <= 2 {
      if person.tokens.contains(at) { continue }
      let isSame = tokens[at].sentence == sentence
      guard !tokens[at].open.isEmpty else { continue }
      for hit in document.hits(starting: at) {
        if hit.roles.isEmpty { continue }
        note(hit, isSame: isSame, in: document)
      }
      if isSame || tokens[at].sentence == sentence + 1 {
        if tokens[at].has([.third, .thirdPossessive]), !tokens[at].has(.plural), at > person.tokens.lowerBound {
          hasPronoun = true
        }
      }
    }
    noteChild(person, in: document)
    if let year = schoolYear, year.lowerBound >= person.tokens.upperBound,
      year.lowerBound - person.tokens.upperBound <= 6
    {
      classroom = year
    }
    place = Self.place(after: person.tokens.upperBound, in: document)
    isStaff = isStaff || Self.isStaff(person, in: document)
  }

  /// A number of a house or a flat within four words after a person.
  private static func place(after at: Int, in document: Document) -> Range<Int>? {
    let tokens = document.tokens
    for next in at..<min(tokens.count, at + 3) where Word.atPlace.contains(tokens[next].hash) || tokens[next].has(.unit)
    {
      var number = next + 1
      if number < tokens.count, Word.numberWords.contains(tokens[number].hash) { number += 1 }
      guard number < tokens.count, tokens[number].marks.contains(.digit), tokens[number].count <= 4,
        !tokens[number].marks.contains(.clauseStart), Byte.isDigit(document.bytes[tokens[number].start]),
        number + 1 >= tokens.count || !Word.units.contains(tokens[number + 1].hash) && !tokens[number + 1].has(.month)
      else { continue }
      return next..<(number + 1)
    }
    return nil
  }

  private mutating func note(_ hit: Hit, isSame: Bool, in document: Document) {
    let roles = hit.roles
    // What is an illness too is told as health; what is denied is not alleged.
    if roles.contains(.allegation), !roles.overlaps(.health), !isDenied(hit.start, in: document),
      allegation == nil || isSame && !isAllegedHere
    {
      allegation = hit.range
      if isSame { isAllegedHere = true }
    }
    if roles.contains(.court), court == nil, !isPlaceName(hit, in: document) { court = hit.range }
    if roles.contains(.naming), naming == nil, isSame { naming = hit.range }
    if roles.overlaps([.insult, .slur]), !roles.overlaps([.needsTarget, .friend, .condition]), insult == nil, isSame,
      !isAtReader(hit.start, in: document)
    {
      insult = hit.range
    }
    if roles.contains(.blame), isSame, blame == nil { blame = hit.range }
    if roles.contains(.praise), isSame || praise == nil { praise = hit.range }
    if roles.contains(.school), school == nil || !isSchoolNamed {
      school = hit.range
      let before = hit.start - 1
      if document.tokens[hit.start].marks.contains(.capital), before >= 0,
        document.tokens[before].marks.contains(.capital)
      {
        isSchoolNamed = true
      }
    }
    if roles.contains(.schoolYear), schoolYear == nil, hit.end < document.tokens.count {
      // "year 8", "room 3", "Y3".
      let next = document.tokens[hit.end]
      let own = document.tokens[hit.start]
      if next.marks.contains(.digit) && next.count <= 2 && !next.marks.contains(.clauseStart)
        || own.marks.contains(.digit)
      {
        schoolYear = hit.range
      }
    }
    if roles.overlaps(.health) { hasHealth = true }
    if hit.end - hit.start == 2, Word.goes.contains(document.tokens[hit.start].hash) { goesTo = true }
  }

  /// "isn't drunk", "never stole".
  private func isDenied(_ at: Int, in document: Document) -> Bool {
    (1...2).contains { at - $0 >= 0 && document.tokens[at - $0].has(.negation) }
  }

  /// "Puriri Court".
  private func isPlaceName(_ hit: Hit, in document: Document) -> Bool {
    hit.end - hit.start == 1 && hit.start > 0 && document.tokens[hit.start].marks.contains(.capital)
      && document.tokens[hit.start - 1].marks.contains(.capital)
      && !Word.courts.contains(document.tokens[hit.start - 1].hash)
  }

  /// "you muppet": said to the page, not of the person.
  private func isAtReader(_ at: Int, in document: Document) -> Bool {
    (0...4).contains { at - $0 >= 0 && document.tokens[at - $0].has(.second) }
  }

  private mutating func noteChild(_ person: PersonMention, in document: Document) {
    let tokens = document.tokens
    let before = max(0, person.tokens.lowerBound - 4)..<person.tokens.lowerBound
    if tokens[before].contains(where: { Word.childWords.contains($0.hash) }) { isChild = true }
    let after = person.tokens.upperBound
    if after < tokens.count, tokens[after].marks.contains(.digit), tokens[after].marks.contains(.clauseStart),
      tokens[after].count <= 2
    {
      isChild = true
    }
    for at in person.tokens.lowerBound..<min(tokens.count, after + 14) where at + 1 < tokens.count {
      if Word.goes.contains(tokens[at].hash), tokens[at + 1].hash == Word.to { goesTo = true }
    }
  }

  private static func isStaff(_ person: PersonMention, in document: Document) -> Bool {
    let tokens = document.tokens
    var at = person.tokens.lowerBound - 1
    // "your inspector Dan", "the case manager Belinda Oates".
    while at >= 0, person.tokens.lowerBound - at <= 4, !tokens[at + 1].marks.contains(.sentenceStart) {
      if tokens[at].has(.professional) || Word.staff.contains(tokens[at].hash) { return true }
      if Word.your == tokens[at].hash { return true }
      at -= 1
    }
    // "Belinda from planning", "Karen at the counter".
    at = person.tokens.upperBound
    if at < tokens.count, Word.fromOrAt.contains(tokens[at].hash) {
      for next in (at + 1)..<min(tokens.count, at + 5) where next > at {
        if Word.departments.contains(tokens[next].hash) { return true }
        if tokens[next].marks.contains(.clauseStart) { break }
      }
    }
    return false
  }
}

extension Word {
  static let courts = set([
    "high", "district", "youth", "family", "supreme", "circuit", "crown", "magistrates", "the", "local", "county",
  ])
  static let to = Hashing.word("to")
  static let goes = set(["goes", "attends", "starts", "started", "going"])
  static let childWords = set([
    "daughter", "son", "girl", "boy", "kid", "child", "niece", "nephew", "grandson", "granddaughter", "moko", "little",
    "wee", "baby", "twins", "kids", "youngest", "eldest", "lad", "cousin", "year", "old", "pupil", "student",
  ])
  static let staff = set([
    "officer", "inspector", "warden", "ranger", "receptionist", "clerk", "advisor", "adviser", "agent", "operator",
    "manager", "staffer", "planner", "engineer", "librarian", "rep", "contractor", "dispatcher", "spokesperson",
    "investigator", "assessor", "registrar", "lead", "chair", "secretary",
  ])
  static let fromOrAt = set(["from", "at", "in", "on"])
  static let departments = set([
    "planning", "council", "counter", "desk", "office", "reception", "department", "team", "consents", "parks", "roads",
    "rates", "winz", "msd", "acc", "ird", "hr", "dispatch", "transport", "housing", "parking", "customer", "service",
    "enquiries", "helpdesk", "call", "centre", "center", "branch", "library", "depot", "works", "naenae", "your",
  ])
}
