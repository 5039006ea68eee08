import Moderation

/// Who says what of whom: the offending words of a comment, what they are aimed at, and which of them the author only
/// quotes, reports, denies or says of themselves.
///
///     composition.read(document, with: offence)
///     composition.report(in: document, into: &findings)
///
/// A value with buffers that are kept between comments; one in each `Scratch`. A comment without an offending word, a
/// disguise or an anchor of a pattern costs a few tests of bits.
struct Composition: Sendable {
  /// Tokens whose words must not count as offensive, in order of their start.
  private(set) var excused: [Range<Int>] = []
  private(set) var features: Features = []
  private(set) var evidence: [AbuseEvidence] = []
  private var excuses: [Excuse] = []
  private var quotes: [Range<Int>] = []

  /// A stretch in which words are excused.
  struct Excuse: Sendable {
    var kind: Exclusion.Kind
    var tokens: Range<Int>
    var rule: AbuseRule
  }

  /// Reads a document whose lexicon entries are marked.
  mutating func read(_ document: Document, with offence: Offence) {
    excused.removeAll(keepingCapacity: true)
    evidence.removeAll(keepingCapacity: true)
    excuses.removeAll(keepingCapacity: true)
    quotes.removeAll(keepingCapacity: true)
    features = []
    let roles = document.roles
    if roles.overlaps([.identity, .identityAdjective]) { features.insert(.identityTerm) }
    if roles.contains(.badTrait) { features.insert(.badTrait) }
    OffendingWords.find(in: document, into: &evidence, features: &features)
    Disguise.find(in: document, lexicon: offence.lexicon, into: &evidence)
    offence.patterns.match(offence.patterns.offending, in: document) { rule, tokens in
      if rule == .anaphora, !Self.hasGroup(before: tokens.lowerBound, in: document) { return }
      evidence.append(AbuseEvidence(rule, tokens))
    }
    guard !evidence.isEmpty else {
      if roles.overlaps(Self.telling) { hearTone(document, offence) }
      return
    }
    weigh(document, offence)
    describe()
  }

  /// Whether the sentence or the one before it names a group ahead of a token.
  private static func hasGroup(before at: Int, in document: Document) -> Bool {
    guard document.roles.overlaps([.identity, .identityAdjective]) else { return false }
    let sentence = document.tokens[at].sentence
    return document.tokens[..<at].contains { $0.sentence >= sentence - 1 && $0.opens([.identity, .identityAdjective]) }
  }

  /// Words of which a learned score may think ill.
  private static let telling: Role = [.identity, .identityAdjective, .badTrait, .vermin, .insult, .slur, .vice]

  /// Nothing offends: whether the author speaks well of a group, or against what is said of it.
  private mutating func hearTone(_ document: Document, _ offence: Offence) {
    offence.patterns.match(offence.patterns.excusing, in: document) { rule, tokens in
      switch rule {
      case .objection, .opinion: features.insert(.counterSpeech)
      case .report where !Self.isByAuthor(tokens.lowerBound, in: document): features.insert(.reported)
      case .ownFault: features.insert(.selfDeprecation)
      case .thing: features.insert(.insultAtThing)
      default: break
      }
    }
    guard features.contains(.identityTerm), document.roles.contains(.warm), !document.roles.contains(.badTrait) else {
      return
    }
    for (at, token) in document.tokens.enumerated() where token.opens(.warm) {
      let sentence = document.sentence(of: at)
      let isPlain = sentence.allSatisfy { !document.tokens[$0].has(.negation) }
      if isPlain, sentence.contains(where: { document.tokens[$0].opens([.identity, .identityAdjective]) }) {
        features.insert(.identityWithPositivePredicate)
      }
    }
  }

  // MARK: Weighing

  private mutating func weigh(_ document: Document, _ offence: Offence) {
    evidence.sort { ($0.tokens.lowerBound, $0.tokens.upperBound) < ($1.tokens.lowerBound, $1.tokens.upperBound) }
    offence.patterns.match(offence.patterns.excusing, in: document) { rule, tokens in
      switch rule.effect {
      case .offends, .tells: break
      case .excusesInside(let kind): excuses.append(Excuse(kind: kind, tokens: tokens, rule: rule))
      case .excusesSentence(let kind), .excusesGroups(let kind):
        if rule == .report, Self.isByAuthor(tokens.lowerBound, in: document) { break }
        excuses.append(Excuse(kind: kind, tokens: document.sentence(of: tokens.lowerBound), rule: rule))
      }
    }
    Quotation.find(in: document, into: &quotes)
    if !quotes.isEmpty { features.insert(.quotation) }
    for place in evidence.indices where evidence[place].excuse == nil {
      evidence[place].excuse = excuse(evidence[place], in: document)
    }
    for item in evidence where item.excuse != nil {
      if excused.last != item.tokens { excused.append(item.tokens) }
    }
  }

  private func excuse(_ item: AbuseEvidence, in document: Document) -> Exclusion.Kind? {
    // What stands between quotation marks is somebody else's, where the author has words of their own beside it.
    if let quote = quotes.first(where: { $0.clamped(to: item.tokens).count * 2 >= item.tokens.count }),
      document.tokens.count - quote.count >= 4
    {
      return .counterSpeech
    }
    return excuses.first { $0.tokens.overlaps(item.tokens) && Self.covers($0, item, in: document) }?.kind
  }

  /// "I yelled": what the author says themselves is no report.
  private static func isByAuthor(_ at: Int, in document: Document) -> Bool {
    (max(0, at - 2)..<at).contains { document.tokens[$0].has(.author) && !document.tokens[$0].has(.authorPossessive) }
  }

  private static func covers(_ excuse: Excuse, _ item: AbuseEvidence, in document: Document) -> Bool {
    switch excuse.rule {
    case .opinion:
      // "Anyone who says that … is an idiot" excuses what is said, not the idiot.
      switch item.rule {
      case .slur, .dehumanised, .inferior, .excluded, .harmed, .anaphora, .threatCall: true
      default: false
      }
    case .denial:
      // "Not one of you useless clowns" denies no insult, and no swear word is denied.
      excuse.tokens.lowerBound < item.tokens.lowerBound && !isAddressed(item, in: document)
        && item.rule.spanType != .profanity
    case .ownFault, .reclaiming:
      // A threat is not taken back by what one calls oneself.
      switch item.rule {
      case .threatDirect, .threatVeiled, .threatCall, .harmWish, .sexualRemark: false
      default: true
      }
    default: true
    }
  }

  /// "you" begins it or stands before it.
  private static func isAddressed(_ item: AbuseEvidence, in document: Document) -> Bool {
    let first = item.tokens.lowerBound
    return (max(0, first - 1)...first).contains { AbuseWords.seconds.contains(document.tokens[$0].hash) }
  }

  private mutating func describe() {
    var counted = 0
    for item in evidence {
      if item.isDisguised { features.insert(.disguisedProfanity) }
      switch item.excuse {
      case .reported: features.insert(.reported)
      case .counterSpeech: features.insert(.counterSpeech)
      case .reclaimed: features.insert(.reclaimed)
      case .selfDeprecation: features.insert(.selfDeprecation)
      case .literal, .figureOfSpeech: features.insert(.literalUse)
      case .negated: features.insert(.negatedHarm)
      default: break
      }
      guard item.excuse == nil else { continue }
      counted += 1
      features.formUnion(Self.feature(of: item))
    }
    if counted > 1 { features.insert(.repeatedOffence) }
    if counted == 0 { features.insert(.wholeExcused) }
  }

  private static func feature(of item: AbuseEvidence) -> Features {
    switch item.rule {
    case .profanity: .swearingWithoutTarget
    case .profanityAimed: .swearingAtPerson
    case .sexualWord: .sexualWord
    case .slur: .slur
    case .insult, .insultMild: item.aim == nil ? .insultWithoutTarget : .insultAtPerson
    case .insultPhrase: .insultAtSecondPerson
    case .sexualRemark: .sexualRemark
    case .dehumanised: [.dehumanising, .insultAtGroup, .identityWithNegativePredicate]
    case .inferior, .anaphora: [.inferiority, .identityWithNegativePredicate]
    case .excluded: .exclusion
    case .harmed: [.violenceCalledFor, .identityWithNegativePredicate]
    case .threatDirect, .threatVeiled: .threatPattern
    case .threatCall: .violenceCalledFor
    case .harmWish: .harmWish
    case .report, .objection, .opinion, .reclaiming, .denial, .ownFault, .literal, .banter, .thing: []
    }
  }
}

extension Composition {
  /// Appends a finding for what offends, and an exclusion for what is excused.
  func report(in document: Document, into findings: inout Findings) {
    for item in evidence {
      if let excuse = item.excuse {
        findings.exclude(excuse, .offensive, item.tokens, in: document)
        continue
      }
      let type = item.rule.spanType
      let span = item.bytes.map { document.span(bytes: $0, type) } ?? document.span(item.tokens, type)
      findings.append(
        Finding(
          label: .offensive, score: item.score, severity: item.rule.severity, why: why(item, in: document),
          spans: [span], rule: "offensive.\(item.rule.rawValue)@2"))
    }
  }

  /// One line: what was seen, and at whom.
  private func why(_ item: AbuseEvidence, in document: Document) -> String {
    let words = item.bytes.map { document.quote($0) } ?? document.words(item.tokens)
    var why = item.rule.title
    if let aim = item.aim, !item.tokens.contains(aim) {
      why += " at a person: \"\(document.words(aim..<(aim + 1)))\" + \"\(words)\""
    } else {
      why += ": \"\(words)\""
    }
    return item.isDisguised ? why + ", disguised" : why
  }
}

extension Document {
  /// The folded text of a stretch of bytes, for a why.
  func quote(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}
