import Moderation
import Testing

@testable import Classifier

@Suite("Composition")
struct CompositionTests {
  private func read(_ text: String) throws -> Composition {
    let classifier = try Shared.loaded.get()
    var scratch = Scratch()
    classifier.find(in: text, scratch: &scratch)
    return scratch.composition
  }

  @Test(
    "What an offending word does in its sentence is told to the model",
    arguments: [
      ("you heartless parasites", Composition.Features.insultAtSecondPerson),
      ("he's a clown in a suit", .insultAtPerson),
      ("immigrants are vermin", .dehumanising), ("this form is trash", .insultAtThing),
      ("fuck this rain", .swearingWithoutTarget), ("fuck you", .swearingAtPerson), ("sh1t again", .disguisedProfanity),
      ("chinks everywhere", .slur), ("I'll kill you", .threatPattern), ("hang the lot of them", .violenceCalledFor),
      ("hope you die", .harmWish), ("deport the lot of them", .exclusion), ("gypsies are all thieves", .inferiority),
      ("show us your tits", .sexualRemark), ("Muslims pray here on Friday", .identityTerm),
      ("Muslims are not terrorists", .identityTerm),
    ] as [(String, Composition.Features)])
  func features(text: String, feature: Composition.Features) throws {
    #expect(try read(text).features.contains(feature), "\(text)")
  }

  @Test("Every feature has a name, in the order of its bit")
  func names() {
    #expect(Composition.Features.names.count == 30)
    #expect(Set(Composition.Features.names).count == 30)
    #expect(Composition.Features.wholeExcused.rawValue == 1 << 29)
  }

  @Test(
    "What is quoted, reported, denied or said of oneself is excused, and says why",
    arguments: [
      ("someone sprayed \"chinks out\" on the dairy last night", Exclusion.Kind.counterSpeech),
      ("the girls called my daughter a spastic on the bus", .reported),
      ("please stop calling the nurses idiots", .counterSpeech),
      ("I don't think beneficiaries are leeches", .negated), ("us poofs built that float", .reclaimed),
      ("I'm such an idiot, wrong page", .selfDeprecation),
    ])
  func excused(text: String, kind: Exclusion.Kind) throws {
    let composition = try read(text)
    #expect(!composition.excused.isEmpty)
    #expect(composition.features.contains(.wholeExcused))
    let explanation = try Shared.loaded.get().explain(text)
    #expect(!explanation.flags.contains { $0.label == .offensive })
    #expect(explanation.exclusions.contains { $0.kind == kind && $0.label == .offensive }, "\(explanation.sentences)")
  }

  @Test(
    "The rules decide where they are sure, both ways; elsewhere the learned score stands",
    arguments: [
      ("you stupid cretins", 0.2, 0.6), ("you stupid cretins", 0.8, 0.8),
      ("she was told \"go home you chink\" at your counter", 0.9, 0.49),
      ("gay couples are welcome at the dance", 0.9, 0.49), ("stop saying that women talk too much", 0.9, 0.49),
      ("the pool opens at nine", 0.9, 0.9), ("that clown again", 0.3, 0.3),
    ])
  func settled(text: String, learned: Double, score: Double) throws {
    #expect(try read(text).settled(learned) == score, "\(text)")
  }

  @Test("An insult of whoever holds a hateful opinion is still an insult")
  func opinionHolder() throws {
    let text = "anyone who thinks women can't drive is a moron"
    let composition = try read(text)
    #expect(composition.evidence.contains { $0.rule == .inferior && $0.excuse == .counterSpeech })
    #expect(composition.evidence.contains { $0.rule == .insult && $0.excuse == nil })
  }

  @Test("A quotation excuses nothing where the author has no words of their own")
  func bareQuotation() throws {
    #expect(try Shared.labels("\"you fat useless cretin\"").contains(.offensive))
  }

  @Test("Buffers that are used again hold nothing of the text before")
  func reuse() throws {
    let classifier = try Shared.loaded.get()
    var scratch = Scratch()
    classifier.find(in: "you stupid cretins, hang the lot of them", scratch: &scratch)
    #expect(!scratch.composition.evidence.isEmpty)
    classifier.find(in: "the pool opens at nine", scratch: &scratch)
    #expect(scratch.composition.evidence.isEmpty)
    #expect(scratch.composition.excused.isEmpty)
    #expect(scratch.composition.features.isEmpty)
  }
}

@Suite("Abuse patterns")
struct AbusePatternsTests {
  @Test(
    "A bad line says what is wrong with it",
    arguments: [
      ("threat.direct", "not a rule, a tab and a pattern"), ("threat.daft\tkill you", "unknown rule threat.daft"),
      ("threat.call\thang %nobody", "unknown class nobody"), ("threat.call\thang @ghost", "unknown role ghost"),
      ("threat.call\thang _x", "a gap is _ or _ and a number"),
      ("threat.call\t*_2 them", "the anchor must be words or a role"),
      ("class\tem", "a class has a name and words, parted by tabs"),
    ])
  func problems(line: String, what: String) {
    #expect(throws: LexiconError.badLine(file: "test", line: 2, what: what)) {
      try AbusePatterns(Array("# comment\n\(line)".utf8), named: "test")
    }
  }

  @Test(
    "A pattern matches what it says and nothing else",
    arguments: [
      ("threat.call\t*hang them|%em now? -later", "hang them now", true),
      ("threat.call\t*hang them|%em now? -later", "hang em", true),
      ("threat.call\t*hang them|%em now? -later", "hang them later", false),
      ("threat.call\tplease _2 *hang it", "please do not hang it", true),
      ("threat.call\tplease _2 *hang it", "please do not ever hang it", false),
      ("threat.call\t^ *hang it $", "so: hang it, now", true), ("threat.call\t^ *hang it $", "do hang it", false),
      ("threat.call\t^ *hang it $", "hang it up", false), ("threat.call\thang *it|@second", "hang you", true),
      ("threat.call\t*hang it", "hang. it", false),
    ])
  func matching(pattern: String, text: String, isFound: Bool) throws {
    let patterns = try AbusePatterns(Array("class\tem\tem him\n\(pattern)".utf8), named: "test")
    var lexicon = try Shared.loaded.get().lexicon
    for word in patterns.offending.byWord.words { lexicon.insert([word], .abuseCue) }
    var document = Document()
    document.read(text)
    lexicon.mark(&document)
    var found = 0
    patterns.match(patterns.offending, in: document) { _, _ in found += 1 }
    #expect((found > 0) == isFound)
  }

  @Test("The check of the bundled patterns lists every bad line")
  func check() {
    let check = LexiconCheck(
      of: Array("class\ta\tx y\nthreat.call\t*x z\nnope\tx\nthreat.call\t%b\n".utf8), named: "a-patterns.tsv")
    #expect(check.problems.map(\.line) == [3, 4])
    #expect(check.entries == 2)
  }
}
