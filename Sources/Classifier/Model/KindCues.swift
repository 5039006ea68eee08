import Moderation

/// Tells what sort of its label a flag is by the words that give it away.
enum KindCues {
  static func kind(of label: Label, in document: Document, isHate: Bool, _ composition: Composition) -> FlagKind? {
    switch label {
    case .offensive: offensive(isHate: isHate, composition)
    case .complaint: complaint(document)
    case .request: request(document)
    case .spam: counts(scam, in: document) > 0 || document.roles.contains(.bait) ? .scam : .promotion
    case .health, .personal, .welfare, .legal: nil
    }
  }

  private static func offensive(isHate: Bool, _ composition: Composition) -> FlagKind {
    let found = composition.features
    if !found.isDisjoint(with: [.threatPattern, .violenceCalledFor, .harmWish]) { return .threat }
    if isHate || !found.isDisjoint(with: [.slur, .dehumanising, .inferiority, .exclusion]) { return .hate }
    if !found.isDisjoint(with: [.insultAtPerson, .insultAtSecondPerson, .insultAtGroup]) { return .insult }
    if !found.isDisjoint(with: [.sexualRemark, .sexualWord]) { return .sexual }
    if !found.isDisjoint(with: [.swearingWithoutTarget, .swearingAtPerson, .disguisedProfanity]) { return .profanity }
    return .insult
  }

  private static func complaint(_ document: Document) -> FlagKind {
    if counts(breach, in: document) >= 2 { return .privacyBreach }
    if counts(politics, in: document) >= 2 { return .neutrality }
    if counts(posts, in: document) > 0, counts(removal, in: document) > 0 { return .channel }
    if counts(staff, in: document) > 0, counts(manner, in: document) > 0 { return .staff }
    return .service
  }

  private static func request(_ document: Document) -> FlagKind {
    if counts(about, in: document) > 0, counts(records, in: document) > 0, counts(me, in: document) > 0 {
      return .ownInformation
    }
    return document.roles.contains(.statute) || counts(records, in: document) > 0 ? .official : .ordinary
  }

  /// How many different words of a set stand in the document.
  private static func counts(_ words: WordSet, in document: Document) -> Int {
    var found: Set<UInt64> = []
    for token in document.tokens where words.contains(token.hash) { found.insert(token.hash) }
    return found.count
  }

  private static let breach = Word.set([
    "privacy", "breach", "breached", "leak", "leaked", "confidential", "disclosed", "disclosure", "details",
    "identifiable", "unredacted", "redacted", "redact", "recipients", "cc", "cced", "bcc", "stranger", "strangers",
    "unlocked", "published", "shared",
  ])
  private static let politics = Word.set([
    "political", "politics", "politicised", "party", "parties", "election", "campaign", "campaigning", "neutral",
    "neutrality", "impartial", "partisan", "propaganda", "biased", "bias", "labour", "national", "liberal", "liberals",
    "tory", "tories", "greens", "conservative", "conservatives", "minister", "mayor", "electioneering", "manifesto",
  ])
  private static let posts = Word.set([
    "comment", "comments", "post", "posts", "reply", "replies", "page", "question", "questions", "thread", "admin",
    "mod", "mods", "moderator", "moderators", "account",
  ])
  private static let removal = Word.set([
    "delete", "deleted", "deletes", "deleting", "hide", "hid", "hidden", "hiding", "remove", "removed", "removing",
    "block", "blocked", "blocking", "censor", "censored", "censoring", "censorship", "ban", "banned", "muted",
    "disappear", "disappeared", "vanished", "restricted", "silenced", "silencing",
  ])
  private static let staff = Word.set([
    "staff", "officer", "officers", "receptionist", "driver", "drivers", "nurse", "doctor", "manager", "inspector",
    "warden", "guy", "lady", "woman", "man", "bloke", "person", "agent", "operator", "clerk", "team", "teller", "cop",
    "cops", "policeman", "ranger", "advisor", "adviser", "caseworker", "case", "worker", "he", "she", "contractor",
  ])
  private static let manner = Word.set([
    "rude", "rudely", "attitude", "shouted", "yelled", "laughed", "smirked", "sneered", "dismissive", "dismissed",
    "condescending", "patronising", "sarcastic", "aggressive", "bully", "bullied", "bullying", "ignored", "arrogant",
    "unprofessional", "disrespectful", "snapped", "rolled", "hung", "racist", "swore", "refused", "intimidating",
    "manner", "manners", "mocked", "humiliated",
  ])
  private static let about = Word.set([
    "my", "me", "myself", "mine",
  ])
  private static let me = Word.set(["i", "im", "ive", "my", "me"])
  private static let records = Word.set([
    "information", "info", "file", "files", "record", "records", "report", "reports", "document", "documents", "data",
    "figures", "numbers", "statistics", "stats", "minutes", "emails", "correspondence", "contract", "contracts", "copy",
    "copies", "notes", "log", "logs", "footage", "recording", "recordings", "advice", "cost", "costs", "spend", "spent",
    "budget", "breakdown", "release", "publish", "oia", "lgoima", "foi", "evidence", "review", "memo", "briefing",
  ])
  private static let scam = Word.set([
    "crypto", "bitcoin", "btc", "forex", "invest", "invested", "investment", "investments", "trader", "trading",
    "profit", "profits", "loan", "loans", "lender", "hacker", "recover", "recovery", "recovered", "winner", "won",
    "prize", "giveaway", "claim", "verify", "whatsapp", "telegram", "signal", "inbox", "dm", "refund", "wallet",
    "voucher", "grant", "grants", "spell", "spells", "healer", "cure", "cured", "herbal", "guaranteed", "passive",
  ])
}
