import Moderation

/// Every rule about offensive language: its id, what it means and how sure it is.
enum AbuseRule: String, CaseIterable, Sendable {
  // Words.
  case profanity
  case profanityAimed = "profanity.aimed"
  case sexualWord = "sexual.word"
  case slur
  case insult
  // Phrases about persons.
  case insultPhrase = "insult.phrase"
  case insultMild = "insult.mild"
  case sexualRemark = "sexual.remark"
  // About groups.
  case dehumanised = "group.dehumanised"
  case inferior = "group.inferior"
  case excluded = "group.excluded"
  case harmed = "group.harm"
  /// "They …": counts where a group is named before it.
  case anaphora = "group.anaphora"
  // Threats.
  case threatDirect = "threat.direct"
  case threatVeiled = "threat.veiled"
  case threatCall = "threat.call"
  case harmWish = "threat.wish"
  // What excuses.
  case report = "excuse.report"
  case objection = "excuse.objection"
  case opinion = "excuse.opinion"
  case reclaiming = "excuse.reclaimed"
  case denial = "excuse.negated"
  case ownFault = "excuse.self"
  case literal = "excuse.literal"
  case banter = "excuse.joke"
  case thing = "excuse.thing"

  /// What a match does.
  enum Effect: Sendable {
    /// It offends by itself.
    case offends
    /// Offending words inside the match are not the author's abuse.
    case excusesInside(Exclusion.Kind)
    /// Offending words of the same sentence are not, inside quotation marks or out.
    case excusesSentence(Exclusion.Kind)
    /// It excuses no word that the rules find, but tells how an ordinary one is meant.
    case tells
    /// What the sentence says of groups is not; whom it insults is.
    case excusesGroups(Exclusion.Kind)
  }

  var offends: Bool {
    if case .offends = effect { true } else { false }
  }

  var effect: Effect {
    switch self {
    case .profanity, .profanityAimed, .sexualWord, .slur, .insult, .insultPhrase, .insultMild, .sexualRemark,
      .dehumanised, .inferior, .excluded, .harmed, .anaphora, .threatDirect, .threatVeiled, .threatCall, .harmWish:
      .offends
    case .report: .excusesSentence(.reported)
    case .objection: .excusesSentence(.counterSpeech)
    case .opinion: .excusesGroups(.counterSpeech)
    case .reclaiming: .excusesInside(.reclaimed)
    case .denial: .excusesInside(.negated)
    case .ownFault: .excusesInside(.selfDeprecation)
    case .literal: .excusesInside(.literal)
    case .banter: .excusesInside(.figureOfSpeech)
    case .thing: .tells
    }
  }

  var spanType: SpanType {
    switch self {
    case .profanity, .profanityAimed: .profanity
    case .sexualWord, .sexualRemark: .sexual
    case .slur: .slur
    case .threatDirect, .threatVeiled, .threatCall, .harmWish: .threat
    case .insult, .insultPhrase, .insultMild, .dehumanised, .inferior, .excluded, .harmed, .anaphora, .report,
      .objection,
      .opinion, .reclaiming, .denial, .ownFault, .literal, .banter, .thing:
      .insult
    }
  }

  /// By what a moderator has to do: a threat cannot wait, a swear word can.
  var severity: Severity {
    switch self {
    case .threatDirect: .critical
    case .threatVeiled, .threatCall, .harmWish, .slur, .dehumanised, .inferior, .excluded, .harmed, .anaphora: .high
    case .insult, .insultPhrase, .profanityAimed, .sexualRemark, .sexualWord: .medium
    case .profanity, .insultMild: .low
    case .report, .objection, .opinion, .reclaiming, .denial, .ownFault, .literal, .banter, .thing: .low
    }
  }

  var score: Double {
    switch self {
    case .threatDirect, .slur, .profanityAimed: 0.92
    case .harmed, .dehumanised, .threatCall, .profanity: 0.88
    case .insult, .insultPhrase, .harmWish: 0.85
    case .excluded, .sexualRemark, .sexualWord: 0.8
    case .inferior, .anaphora, .threatVeiled: 0.72
    case .insultMild: 0.6
    case .report, .objection, .opinion, .reclaiming, .denial, .ownFault, .literal, .banter, .thing: 0
    }
  }

  /// What the why begins with.
  var title: String {
    switch self {
    case .profanity: "profanity"
    case .profanityAimed: "profanity at a person"
    case .sexualWord: "sexual word"
    case .slur: "slur"
    case .insult, .insultMild: "insult"
    case .insultPhrase: "insult at a person"
    case .sexualRemark: "sexual remark"
    case .dehumanised: "people spoken of as less than human"
    case .inferior: "a group called inferior"
    case .excluded: "a group told to go"
    case .harmed: "harm called for against a group"
    case .anaphora: "of a group named before"
    case .threatDirect: "threat"
    case .threatVeiled: "veiled threat"
    case .threatCall: "call for violence"
    case .harmWish: "wishes harm"
    case .report, .objection, .opinion, .reclaiming, .denial, .ownFault, .literal, .banter, .thing: "excused"
    }
  }
}
