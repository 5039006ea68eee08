import Moderation

/// Health information about somebody other than the author: a health detail, a person, and a link between the two.
///
/// The link is by clause ("my mum was diagnosed with cancer", "Dad's dementia"), by a pronoun that points back up to three
/// sentences ("He has bowel cancer"), or by a fragment ("My brother. Paralysed since the crash"). What is left alone is left
/// for a reason that `Exclusion` names.
enum HealthOfOthers {
  static func find(in document: Document, people: People, into findings: inout Findings) {
    let mentions = HealthMentions.all(in: document, into: &findings)
    guard !mentions.isEmpty else { return }
    // Without a person there is nothing to flag, but somebody may ask why not.
    guard !people.isEmpty || findings.isExplaining else { return }
    var linker = HealthLinker(document: document, people: people)
    var linked: [(mention: HealthMention, link: HealthLinker.Link, score: Double)] = []
    for mention in mentions {
      switch linker.link(mention) {
      case .excluded(let kind, let tokens): findings.exclude(kind, .health, tokens, in: document)
      case .linked(let link):
        let score = score(mention, link, in: document)
        linked.append((mention, link, score))
      }
    }
    guard let best = linked.max(by: { $0.score < $1.score }) else { return }
    // Two doubtful details of one comment support each other.
    let others = linked.filter { $0.mention.tokens != best.mention.tokens }.map(\.score).max() ?? 0
    let boost = 1 - 0.4 * others
    var shown: [Finding] = []
    var doubtful: [Span] = []
    for (mention, link, score) in linked {
      let total = 1 - (1 - score) * (score == best.score ? boost : 1 - 0.4 * best.score)
      if total >= 0.5 {
        shown.append(finding(mention, link, total, people, in: document))
      } else if score >= Self.tellable {
        doubtful.append(document.span(mention.tokens, mention.type, .other))
      }
    }
    // What would not raise a flag by itself is part of the story once one is raised, and a mask must cover it.
    if !shown.isEmpty { shown[0].spans += doubtful }
    for finding in shown { findings.append(finding) }
  }

  /// From here a detail is marked beside a surer one.
  private static let tellable = 0.25

  private static func score(_ mention: HealthMention, _ link: HealthLinker.Link, in document: Document) -> Double {
    var score = link.person.strength * link.strength
    if mention.isVague { score *= link.isDirect ? 0.9 : 0.55 }
    if mention.isFacility { score *= link.isDirect ? 0.85 : 0.5 }
    if hasDose(near: mention.tokens, in: document) { score = 1 - (1 - score) * 0.7 }
    return score
  }

  private static func finding(
    _ mention: HealthMention, _ link: HealthLinker.Link, _ score: Double, _ people: People, in document: Document
  ) -> Finding {
    let who = document.words(link.person.tokens)
    let what = document.words(mention.tokens)
    let between = link.words.isEmpty ? "" : " + \(document.words(link.words))"
    var spans = [
      document.span(link.person.tokens, link.person.type, .other),
      document.span(mention.tokens, mention.type, .other),
    ]
    // "My wife, Jane Smith, …": the name stands right after the relation.
    if link.person.type == .relation, let name = people.first(from: link.person.tokens.upperBound),
      name.type == .person,
      name.tokens.lowerBound == link.person.tokens.upperBound,
      !document.tokens[name.tokens.lowerBound].marks.contains(.sentenceStart)
    {
      spans.append(document.span(name.tokens, .person, .other))
    }
    return Finding(
      label: .health, score: min(score, 0.98), severity: .high,
      why: "Health of another person: \"\(who)\"\(between) + \"\(what)\"",
      spans: spans,
      rule: "health.third_party@2")
  }

  private static func hasDose(near tokens: Range<Int>, in document: Document) -> Bool {
    let range = max(0, tokens.lowerBound - 4)..<min(document.tokens.count, tokens.upperBound + 4)
    return document.tokens[range].contains { Word.dose.contains($0.hash) }
  }
}

extension Word {
  static let dose = set([
    "mg", "mcg", "ml", "mls", "20mg", "40mg", "10mg", "50mg", "100mg", "tablets", "units", "puffs", "daily",
  ])
}
