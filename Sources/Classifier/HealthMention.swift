import Moderation

/// A health detail of a comment, whoever it is about.
struct HealthMention {
  var tokens: Range<Int>
  var type: SpanType
  /// An everyday word too: it counts only where a person has it, takes it or is it.
  var isVague = false
  /// A place of treatment: it counts only where a person is in it.
  var isFacility = false
}

/// Finds health details: entries of the lexicon, injuries to parts of the body, wards, weeks of a pregnancy and words whose
/// ending shows them to be a disease, an operation or a medicine.
enum HealthMentions {
  private static var candidates: Role { [.condition, .medicine, .treatment, .facility, .injury, .injured, .bodyPart] }

  static func all(in document: Document, into findings: inout Findings) -> [HealthMention] {
    var mentions: [HealthMention] = []
    var end = 0
    var hit = 0
    let tokens = document.tokens
    let hits = document.hits
    var at = 0
    while at < tokens.count {
      let token = tokens[at]
      guard token.opens(candidates) || token.marks.contains(.digit) || token.open.isEmpty && token.count >= 7 else {
        at += 1
        continue
      }
      while hit < hits.count, hits[hit].start < at { hit += 1 }
      var found = shaped(at: at, in: document)
      if let shape = found, isCovered(shape.tokens, in: document, into: &findings) { found = nil }
      // The longest entry that begins here.
      var next = hit
      while next < hits.count, hits[next].start == at {
        if hits[next].roles.overlaps(.health), hits[next].end > found?.tokens.upperBound ?? 0,
          let listed = listed(hits[next], in: document, into: &findings)
        {
          found = listed
        }
        next += 1
      }
      guard let mention = found, mention.tokens.upperBound > end else {
        at += 1
        continue
      }
      mentions.append(mention)
      end = mention.tokens.upperBound
      at = max(at + 1, end)
    }
    return mentions
  }

  // MARK: From the lexicon

  private static func listed(_ hit: Hit, in document: Document, into findings: inout Findings) -> HealthMention? {
    if isCovered(hit.range, in: document, into: &findings) { return nil }
    if isHomograph(hit, in: document) {
      findings.exclude(.homograph, .health, hit.range, in: document)
      return nil
    }
    // "Ward Street", "Hospital Road", "Ms Devlin", a person called Ward.
    if hit.end < document.tokens.count, !document.tokens[hit.end].marks.contains(.clauseStart),
      document.tokens[hit.end].roles.overlaps(.street), document.tokens[hit.start].marks.contains(.capital)
    {
      return nil
    }
    let first = document.tokens[hit.start]
    if hit.end - hit.start == 1, first.has(.title), hit.end < document.tokens.count,
      document.tokens[hit.end].marks.contains(.capital), !document.tokens[hit.end].marks.contains(.clauseStart),
      first.marks.contains(.capital), !first.marks.contains(.allCapitals)
    {
      return nil
    }
    let type: SpanType =
      hit.roles.contains(.condition) ? .condition : hit.roles.contains(.medicine) ? .medicine : .treatment
    return HealthMention(
      tokens: hit.range, type: type, isVague: hit.roles.contains(.vague),
      isFacility: !hit.roles.overlaps([.condition, .medicine, .treatment]))
  }

  /// Part of a figure of speech or of an organisation's name.
  private static func isCovered(_ range: Range<Int>, in document: Document, into findings: inout Findings) -> Bool {
    guard document.roles.overlaps([.figure, .organisation]) else { return false }
    for cover in document.hits(touching: range)
    where cover.roles.overlaps([.figure, .organisation]) && !cover.roles.overlaps(.health) {
      findings.exclude(
        cover.roles.contains(.figure) ? .figureOfSpeech : .organisation, .health, cover.range, in: document)
      return true
    }
    return false
  }

  /// Hapū is a sub-tribe unless somebody is it; MS, ED and MP-like capitals are titles in lower case.
  private static func isHomograph(_ hit: Hit, in document: Document) -> Bool {
    let tokens = document.tokens
    guard hit.end - hit.start == 1 else { return false }
    let word = tokens[hit.start].hash
    if word == Word.hapu {
      let next = hit.end < tokens.count ? tokens[hit.end].hash : 0
      let previous = hit.start > 0 ? tokens[hit.start - 1] : nil
      let isPregnant =
        Word.afterPregnant.contains(next)
        || previous.map { Word.beforePregnant.contains($0.hash) || $0.marks.contains(.apostropheS) } == true
      return !isPregnant
    }
    // "expecting great things" is no pregnancy.
    if word == Word.expecting, hit.end < tokens.count, !tokens[hit.end].marks.contains(.clauseStart) {
      return !Word.afterExpecting.contains(tokens[hit.end].hash)
    }
    if word == Word.ms { return !tokens[hit.start].marks.contains(.allCapitals) && !document.isLowerCase }
    return false
  }

  // MARK: By shape

  private static func shaped(at: Int, in document: Document) -> HealthMention? {
    let token = document.tokens[at]
    if token.has([.injury, .injured]), let end = bodyPart(after: at, in: document) {
      // "lost his head" is no injury; what is broken, crushed or swollen is.
      return HealthMention(tokens: at..<end, type: .condition, isVague: token.has(.vague))
    }
    if token.has(.bodyPart) { return ailing(at: at, in: document) }
    if token.hash == Word.ward, let end = wardNumber(after: at, in: document) {
      return HealthMention(tokens: at..<end, type: .treatment, isFacility: true)
    }
    if token.marks.contains(.digit) { return pregnancyWeeks(at: at, in: document) }
    if token.roles.isEmpty, token.count >= 7, let type = MedicalSuffix.type(of: document.bytes[token.start..<token.end])
    {
      return HealthMention(tokens: at..<(at + 1), type: type)
    }
    return nil
  }

  /// "broke her hip", "lost three fingers", "two crushed vertebrae".
  private static func bodyPart(after at: Int, in document: Document) -> Int? {
    let tokens = document.tokens
    var next = at + 1
    while next < tokens.count, next - at <= 4, !tokens[next].marks.contains(.clauseStart) {
      if tokens[next].has(.bodyPart) {
        // "broke her heart", "lost his head".
        return tokens[next].hash == Word.heart && tokens[at].has(.injury)
          || Word.idle.contains(tokens[next].hash) && tokens[at].hash == Word.lost
          ? nil : next + 1
      }
      let isBetween =
        tokens[next].has([.thirdPossessive, .numberWord, .injured, .direction]) || tokens[next].marks.contains(.digit)
        || Word.betweenInjury.contains(tokens[next].hash)
      guard isBetween else { return nil }
      next += 1
    }
    return nil
  }

  /// "kidney infection", "heart op", "leg was amputated", "kidneys packed in".
  private static func ailing(at: Int, in document: Document) -> HealthMention? {
    let tokens = document.tokens
    var next = at + 1
    while next < tokens.count, next - at <= 4, !tokens[next].marks.contains(.clauseStart) {
      if tokens[next].opens([.ailing, .treatment, .condition]),
        let hit = document.hits(starting: next).last(where: { $0.roles.overlaps([.ailing, .treatment, .condition]) })
      {
        let isNear = next == at + 1
        let kind: SpanType = hit.roles.contains(.treatment) ? .treatment : .condition
        return HealthMention(tokens: at..<hit.end, type: kind, isVague: !isNear)
      }
      guard tokens[next].has([.bodyPart]) || Word.betweenPart.contains(tokens[next].hash) else { return nil }
      next += 1
    }
    return nil
  }

  /// "ward 34", "Ward 6B".
  private static func wardNumber(after at: Int, in document: Document) -> Int? {
    let tokens = document.tokens
    guard at + 1 < tokens.count, tokens[at + 1].marks.contains(.digit), tokens[at + 1].count <= 3 else { return nil }
    // Council wards have candidates, not patients.
    return at > 0 && Word.councilWard.contains(tokens[at - 1].hash) ? nil : at + 2
  }

  /// "34wks preg", "7 months pregnant", "38 weeks along", "34 wks".
  private static func pregnancyWeeks(at: Int, in document: Document) -> HealthMention? {
    let tokens = document.tokens
    let limit = min(tokens.count, at + 4)
    for next in at..<limit where next == at || !tokens[next].marks.contains(.clauseStart) {
      if Word.pregnant.contains(tokens[next].hash) { return HealthMention(tokens: at..<(next + 1), type: .condition) }
    }
    return nil
  }
}

/// Endings that only diseases, operations and medicines have, for words that no list holds.
enum MedicalSuffix {
  private static let endings: [(StaticString, SpanType)] = [
    ("itis", .condition), ("aemia", .condition), ("emia", .condition), ("osis", .condition), ("pathy", .condition),
    ("plegia", .condition), ("plegic", .condition), ("sarcoma", .condition), ("carcinoma", .condition),
    ("noma", .condition),
    ("ectomy", .treatment), ("ostomy", .treatment), ("oscopy", .treatment), ("plasty", .treatment),
    ("izumab", .medicine), ("imumab", .medicine), ("tinib", .medicine), ("sartan", .medicine), ("statin", .medicine),
    ("azole", .medicine), ("cillin", .medicine), ("mycin", .medicine), ("oxetine", .medicine), ("azepam", .medicine),
    ("olol", .medicine), ("gliptin", .medicine), ("gliflozin", .medicine), ("glutide", .medicine), ("apine", .medicine),
    ("oprazole", .medicine), ("caine", .medicine), ("triptan", .medicine), ("idone", .medicine), ("ipril", .medicine),
  ]
  private static let ordinary = Word.set([
    "sympathy", "empathy", "apathy", "antipathy", "telepathy", "homeopathy", "osteopathy", "naturopathy", "hypnosis",
    "academia", "economia", "metamorphosis", "symbiosis", "osmosis", "diagnosis", "prognosis", "gnosis",
    "photosynthosis",
    "polynoma", "champagne", "bohemia", "arsenic", "alpine", "abidone", "sonoma",
  ])

  static func type(of bytes: ArraySlice<UInt8>) -> SpanType? {
    // Cheap: the last byte rules out most words.
    guard let last = bytes.last, [0x73, 0x61, 0x79, 0x63, 0x62, 0x6E, 0x65, 0x6C].contains(last) else { return nil }
    for (ending, type) in endings where ending.utf8CodeUnitCount + 2 < bytes.count {
      let matches = ending.withUTF8Buffer { suffix in
        for offset in 0..<suffix.count where bytes[bytes.endIndex - suffix.count + offset] != suffix[offset] {
          return false
        }
        return true
      }
      if matches {
        let hash = Hashing.finish(bytes.reduce(Hashing.seed) { Hashing.add($1, to: $0) })
        return ordinary.contains(hash) ? nil : type
      }
    }
    return nil
  }
}

extension Word {
  static let expecting = Hashing.word("expecting")
  static let afterExpecting = set([
    "twins", "triplets", "again", "and", "in", "our", "her", "their", "baby", "number", "any",
  ])
  static let ms = Hashing.word("ms")
  static let heart = Hashing.word("heart")
  static let lost = Hashing.word("lost")
  static let idle = set(["head", "face", "heart", "nerve", "nerves", "tongue", "voice", "back", "neck", "hair", "mind"])
  static let afterPregnant = set(["with", "again", "mama", "wahine", "at", "and"])
  static let beforePregnant = set([
    "is", "was", "got", "be", "been", "shes", "im", "hapu", "weeks", "months", "wks", "kei", "te", "both", "still",
    "being", "while", "gets",
  ])
  static let betweenInjury = set([
    "a", "an", "the", "both", "his", "her", "their", "left", "right", "lower", "upper", "two", "three", "four",
    "one",
    "off", "open", "nut", "rib", "of", "in", "wrong", "top", "bottom", "front", "big", "little", "own", "entire",
    "half",
    "several", "some", "through", "every", "tip", "end", "shoulder", "on", "badly",
  ])
  static let betweenPart = set([
    "is", "was", "has", "had", "are", "were", "got", "been", "being", "be", "s", "have", "went", "just", "badly", "all",
    "gone", "full", "valve", "joint", "replacement", "up", "still", "getting", "gets", "in", "completely", "to",
    "keeps",
    "started", "stopped", "wall", "bone", "nearly", "just", "only", "both",
  ])
  static let councilWard = set(["the", "council", "eastern", "western", "northern", "southern", "electoral", "central"])
  static let pregnant = set([
    "pregnant", "preg", "preggo", "preggers", "prego", "hapu", "gestation", "prem", "premature", "premmie", "34wks",
    "expecting",
  ])
}
