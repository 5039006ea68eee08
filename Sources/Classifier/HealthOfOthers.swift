import Moderation

/// Health information about somebody other than the author: a health word, a person, and a link between the two.
///
/// The link is by clause: "my mum was diagnosed with cancer", "Dad's dementia", "brother. paralysed since the crash", or by
/// a pronoun of the next two sentences. The author's own health, groups, public figures, figures of speech and
/// suppositions are not it.
enum HealthOfOthers {
  static func find(in document: Document, into findings: inout [Finding]) {
    guard document.roles.overlaps(.health) else { return }
    let people = People.all(in: document)
    guard !people.isEmpty else { return }
    var last = -1
    for hit in document.hits where hit.roles.overlaps(.health) {
      guard hit.start >= last, isLongest(hit, in: document), !isFigure(hit, in: document) else { continue }
      guard let link = link(of: hit, to: people, in: document) else { continue }
      last = hit.end
      let type: SpanType =
        hit.roles.contains(.condition) ? .condition : hit.roles.contains(.medicine) ? .medicine : .treatment
      var score = link.person.strength * link.strength
      if hit.roles.contains(.vague) { score *= link.isDirect ? 0.85 : 0.6 }
      if hit.roles.contains(.facility) { score *= link.isDirect ? 0.8 : 0.5 }
      if hasDose(near: hit, in: document) { score = 1 - (1 - score) * 0.7 }
      guard score >= 0.5 else { continue }
      let who = document.words(link.person.tokens)
      let what = document.words(hit.start..<hit.end)
      let between = link.words.isEmpty ? "" : " + \(document.words(link.words))"
      findings.append(
        Finding(
          label: .health, score: min(score, 0.98), severity: .high,
          why: "Health of another person: \"\(who)\"\(between) + \"\(what)\"",
          spans: [
            document.span(link.person.tokens, link.person.type, .other),
            document.span(hit.start..<hit.end, type, .other),
          ],
          rule: "health.third_party@1"))
    }
  }

  struct Link {
    var person: PersonMention
    var strength: Double
    /// A verb of having, or a possessive: enough for a word that also means something else.
    var isDirect: Bool
    var words: Range<Int>
  }

  private static func isLongest(_ hit: Hit, in document: Document) -> Bool {
    !document.hits(touching: hit.start..<hit.end).contains {
      $0.roles.overlaps(.health) && $0.start <= hit.start && $0.end >= hit.end
        && $0.end - $0.start > hit.end - hit.start
    }
  }

  private static func isFigure(_ hit: Hit, in document: Document) -> Bool {
    document.hits(touching: hit.start..<hit.end).contains { $0.roles.overlaps([.figure, .organisation, .friend]) }
  }

  private static func hasDose(near hit: Hit, in document: Document) -> Bool {
    let range = max(0, hit.start - 4)..<min(document.tokens.count, hit.end + 4)
    return document.tokens[range].contains {
      $0.marks.contains(.digit) && $0.marks.contains(.letter) || $0.hash == milligrams
    }
  }
  private static let milligrams = Hashing.word("mg")

  private static func link(of hit: Hit, to people: [PersonMention], in document: Document) -> Link? {
    let tokens = document.tokens
    let sentence = tokens[hit.start].sentence
    var begin = hit.start
    while begin > 0, tokens[begin - 1].sentence == sentence { begin -= 1 }
    // Suppositions: "if my mum gets …", "does anyone's child …".
    for at in begin..<hit.start where tokens[at].roles.contains(.conditional) { return nil }
    // Walk back from the health word to its nearest subject.
    var at = hit.start - 1
    var linkAt: Int?
    while at >= begin, hit.start - at <= 18 {
      if let person = People.at(at, people) {
        if at + 1 < tokens.count, isOutside(person, before: hit, in: document) { return nil }
        let isPossessive = tokens[at].marks.contains(.apostropheS) || hit.start - at <= 2
        let distance = Double(hit.start - at)
        if linkAt != nil || isPossessive || tokens[hit.start].marks.contains(.clauseStart) {
          let words = linkAt.map { $0..<($0 + 1) } ?? 0..<0
          return Link(
            person: person, strength: distance > 12 ? 0.75 : 1,
            isDirect: isPossessive || linkAt.map { hit.start - $0 <= 3 } ?? false,
            words: words)
        }
        return Link(person: person, strength: 0.8, isDirect: false, words: 0..<0)
      }
      let roles = tokens[at].roles
      if roles.contains(.author), !roles.overlaps([.relation]) { return nil }
      if roles.contains(.authorPossessive), hit.start - at <= 3 { return nil }
      if roles.overlaps([.work, .group, .animal, .second]), hit.start - at <= 8 { return nil }
      if roles.overlaps([.publicRole, .publicFigure]), !roles.contains(.given) { return nil }
      if roles.overlaps([.third, .thirdPossessive]) {
        return chained(from: at, hit: hit, sentence: sentence, people: people, linkAt: linkAt, in: document)
          ?? postposed(hit, people: people, in: document)
      }
      if roles.contains(.link), linkAt == nil { linkAt = at }
      at -= 1
    }
    // A fragment without a subject after a person: "My brother. Paralysed since the crash."
    if hit.start == begin || tokens[hit.start - 1].roles.contains(.link), hit.start - begin <= 2,
      let person = People.last(before: begin, people), tokens[person.tokens.lowerBound].sentence >= sentence - 1
    {
      return Link(person: person, strength: 0.75, isDirect: false, words: 0..<0)
    }
    return postposed(hit, people: people, in: document)
  }

  /// "he has dementia" after "my dad …" one or two sentences before.
  private static func chained(
    from at: Int, hit: Hit, sentence: Int, people: [PersonMention], linkAt: Int?, in document: Document
  ) -> Link? {
    let tokens = document.tokens
    guard let person = People.last(before: at, people) else { return nil }
    let distance = sentence - tokens[person.tokens.lowerBound].sentence
    guard distance <= 2, !isOutside(person, before: hit, in: document) || distance > 0 else { return nil }
    let isDirect = linkAt != nil || hit.start - at <= 2
    return Link(
      person: person, strength: isDirect ? 0.92 - 0.06 * Double(distance) : 0.7, isDirect: isDirect,
      words: at..<(at + 1))
  }

  /// "he's got cancer, my dad"; "the dementia care for my nan".
  private static func postposed(_ hit: Hit, people: [PersonMention], in document: Document) -> Link? {
    let tokens = document.tokens
    guard
      let person = People.first(from: hit.end, people), person.tokens.lowerBound - hit.end <= 4,
      tokens[person.tokens.lowerBound].sentence == tokens[hit.start].sentence
    else { return nil }
    if hit.roles.contains(.vague) || hit.roles.contains(.facility) { return nil }
    return Link(person: person, strength: 0.72, isDirect: false, words: 0..<0)
  }

  /// Between person and health word: at work there, a group, an animal, or somebody else.
  private static func isOutside(_ person: PersonMention, before hit: Hit, in document: Document) -> Bool {
    guard person.tokens.upperBound <= hit.start else { return false }
    for at in person.tokens.upperBound..<hit.start {
      let roles = document.tokens[at].roles
      if roles.overlaps([.work, .animal]), !roles.overlaps(.health) { return true }
    }
    return false
  }
}
