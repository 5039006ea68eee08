import Moderation

/// What the guard found in a draft: which words, which sentence, what of it, and where that is written.
public struct GuardFinding: Sendable, Equatable {
  public var rule: ReplyRule
  public var level: ReplyPolicy.Level
  /// In Unicode scalars of the draft.
  public var words: Range<Int>
  public var sentence: Range<Int>
  /// One sentence for the writer: what is wrong and what to write.
  public var why: String

  /// The requirement, by document and line: `BC L57-61`.
  public var source: String { rule.source }
}

/// Checks a draft before it leaves: what an agency must not say in public, by the turns of phrase that say it (BC L57-61,
/// L123-131; DPMC L130-165).
///
/// It reads words, not meanings: it catches what is commonly said carelessly, and a person reads the rest. A sentence that
/// declines ("we cannot comment on a matter before the courts") is what should be written, and passes.
public struct ReplyGuard: Sendable {
  private let policy: AgencyPolicy
  private let hosts: Set<String>
  private let ownWords: [String]

  public init(_ policy: AgencyPolicy) {
    self.policy = policy
    let contacts = policy.casework.contacts.map(\.contact)
    let printed = [policy.contact, policy.rulesURL] + contacts + policy.escalationRoles.map(\.contact)
    let own = policy.casework.ownDomains + policy.classifier.ownDomains
    hosts = Set((own + printed.flatMap { OutgoingLink.all(in: $0).map(\.host) }).map { $0.lowercased() })
    ownWords =
      printed + policy.classifier.ownNumbers + policy.classifier.ownAddresses + policy.classifier.publicNames
      + [policy.agency]
  }

  /// What is wrong with a draft, in the order of its words.
  ///
  /// - Parameter personal: what the classifier takes for personal or health details in the same text; stretches that are
  ///   the agency's own contact details are left out here.
  public func check(_ text: String, personal: [Span] = []) -> [GuardFinding] {
    let sentences = ReplySentence.all(in: text)
    var findings = sentences.flatMap { sentence in phrases(in: sentence) }
    findings += outgoing(in: text, sentences)
    findings += details(personal, in: text, sentences)
    return findings.sorted { ($0.words.lowerBound, $0.rule.order) < ($1.words.lowerBound, $1.rule.order) }
  }

  // MARK: Turns of phrase

  private func phrases(in sentence: ReplySentence) -> [GuardFinding] {
    let declines = GuardPhrases.declines(sentence)
    return GuardPhrases.all.compactMap { phrases in
      let level = policy.casework.replies.level(of: phrases.rule)
      guard level != .off, !(declines && phrases.yieldsToDeclining),
        !phrases.exceptions.contains(where: { $0.match(in: sentence) != nil }),
        let words = phrases.patterns.lazy.compactMap({ $0.match(in: sentence) }).first
      else { return nil }
      return GuardFinding(
        rule: phrases.rule, level: level, words: words, sentence: sentence.range, why: phrases.why)
    }
  }

  // MARK: Links and tags

  private func outgoing(in text: String, _ sentences: [ReplySentence]) -> [GuardFinding] {
    let level = policy.casework.replies.level(of: .endorsement)
    guard level != .off else { return [] }
    return OutgoingLink.all(in: text).compactMap { link in
      guard !isOwn(link.host) else { return nil }
      let why =
        link.isTag
        ? "a tag of another account can look like an endorsement; name it in words, or leave it out"
        : "a link to a host that is not the agency's own can look like an endorsement; link to an own page, or say why"
      return GuardFinding(
        rule: .endorsement, level: level, words: link.range,
        sentence: sentences.first { $0.range.contains(link.range.lowerBound) }?.range ?? link.range, why: why)
    }
  }

  private func isOwn(_ host: String) -> Bool {
    let host = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    return hosts.contains { own in
      let own = own.hasPrefix("www.") ? String(own.dropFirst(4)) : own
      return host == own || host.hasSuffix("." + own)
    }
  }

  // MARK: Personal details

  private func details(_ spans: [Span], in text: String, _ sentences: [ReplySentence]) -> [GuardFinding] {
    let scalars = Array(text.unicodeScalars)
    return spans.compactMap { span in
      guard span.type.isDetail, 0 <= span.start, span.start < span.end, span.end <= scalars.count else { return nil }
      let words = String(String.UnicodeScalarView(scalars[span.start..<span.end]))
      guard !ownWords.contains(where: { $0.contains(words) }) else { return nil }
      let rule: ReplyRule = span.type.isAboutSomebody && span.subject == .other ? .thirdParty : .personalData
      let level = policy.casework.replies.level(of: rule)
      guard level != .off else { return nil }
      let range = span.start..<span.end
      return GuardFinding(
        rule: rule, level: level, words: range,
        sentence: sentences.first { $0.range.contains(span.start) }?.range ?? range,
        why: rule == .thirdParty
          ? "it tells of somebody else; answer without them, or privately"
          : "it shows a personal detail (\(span.type.rawValue)); leave it out, or answer privately")
    }
  }
}

extension [GuardFinding] {
  /// The rules that hold a draft back, each once, in their order.
  public var blocking: [ReplyRule] {
    ReplyRule.allCases.filter { rule in contains { $0.rule == rule && $0.level == .block } }
  }
}

extension ReplyRule {
  var order: Int { ReplyRule.allCases.firstIndex(of: self) ?? 0 }
}

extension SpanType {
  /// What does not belong into a public answer.
  fileprivate var isDetail: Bool {
    switch self {
    case .person, .condition, .medicine, .treatment, .address, .phone, .email, .identifier, .birthdate: true
    case .relation, .profanity, .slur, .insult, .threat, .sexual, .statute, .link, .cue: false
    }
  }

  fileprivate var isAboutSomebody: Bool {
    switch self {
    case .person, .condition, .medicine, .treatment, .birthdate: true
    case .address, .phone, .email, .identifier, .relation, .profanity, .slur, .insult, .threat, .sexual, .statute,
      .link, .cue:
      false
    }
  }
}
