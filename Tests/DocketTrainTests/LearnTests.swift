import Classifier
import Desk
import Moderation
import Policy
import Testing

@testable import docket_train

@Suite("What decisions say of flags")
struct OutcomeTests {
  private let reasons: ReasonLabels

  init() throws { reasons = ReasonLabels(try PolicyFile.parse(PolicyFile.defaultText, file: "default.toml")) }

  private func decision(_ verb: Verb, _ codes: [String], flags: [String]) -> Event {
    var event = Event(
      sequence: 1, id: "e", at: Timestamp(milliseconds: 0), zone: "UTC", type: .decided, actor: "a", role: "moderator",
      authority: "", version: "test")
    event.verb = verb
    event.reasons = codes
    event.flags = flags
    return event
  }

  private static let flagged = ["offensive 0.71 medium offensive.insult@2", "complaint 0.60 low complaint.service@3"]

  @Test(
    "A flag is upheld by a reason of its label, rejected by leaving the comment up for another, and untouched otherwise",
    arguments: [
      (Verb.hide, ["OFFENSIVE@1"], [Label.offensive: Outcome.upheld]),
      (.hide, ["HATE@1"], [.offensive: .upheld]),
      (.escalate, ["THREAT@1"], [.offensive: .upheld]),
      (.hide, ["OFFENSIVE@1", "COMPLAINT@1"], [.offensive: .upheld, .complaint: .upheld]),
      (.leave, ["CRITICISM@1"], [.offensive: .rejected, .complaint: .rejected]),
      (.leave, ["NO-REPLY-NEEDED@2"], [.offensive: .rejected, .complaint: .rejected]),
      // Left up, but for what the flag says.
      (.leave, ["COMPLAINT@1"], [.offensive: .rejected, .complaint: .upheld]),
      (.unhide, ["REVERSED-ERROR@1"], [.offensive: .rejected, .complaint: .rejected]),
      // Hidden as an advertisement: of the insult nothing is said, and the label that nobody saw was missed.
      (.hide, ["SPAM@1"], [.spam: .missed]),
      (.skip, ["NOT-MINE@1"], [:]), (.snooze, ["LATER@1"], [:]), (.record, ["RECORD@1"], [:]),
    ])
  func outcomes(verb: Verb, codes: [String], expected: [Label: Outcome]) {
    #expect(Outcome.of([decision(verb, codes, flags: Self.flagged)], reasons) == expected)
  }

  @Test("Two steps of one decision speak together")
  func twoSteps() {
    let both = [
      decision(.hide, ["OFFENSIVE@1"], flags: Self.flagged), decision(.escalate, ["COMPLAINT@1"], flags: Self.flagged),
    ]
    #expect(Outcome.of(both, reasons) == [.offensive: .upheld, .complaint: .upheld])
  }
}

@Suite("Decisions of a desk")
struct DeskDecisionsTests {
  @Test("Only decisions that hold count, by the text that they were made about")
  func standingDecisions() throws {
    let sample = try LearnSample()
    let items = try sample.receive(["one", "two", "three", "four", "five"], flagged: [.offensive])
    try sample.decide(items[0], .hide, "OFFENSIVE")
    try sample.decide(items[1], .leave, "CRITICISM")
    // Taken back.
    try sample.decide(items[2], .hide, "OFFENSIVE")
    _ = try sample.desk.undo(by: LearnSample.user)
    // Reversed by a later one.
    try sample.decide(items[3], .hide, "OFFENSIVE")
    try sample.decide(items[3], .unhide, "REVERSED-ERROR")
    let decisions = try DeskDecisions(sample.desk, sample.policy)
    let said = Dictionary(uniqueKeysWithValues: decisions.comments.map { ($0.text, $0.outcomes) })
    #expect(said == ["one": [.offensive: .upheld], "two": [.offensive: .rejected], "four": [.offensive: .rejected]])
    #expect(decisions.comments.first { $0.text == "one" }?.rules == [.offensive: "offensive.test@1"])
    #expect(decisions.lastSequence == (try sample.desk.lastSequence()))
  }

  @Test("A comment that was edited after the decision teaches nothing")
  func edited() throws {
    let sample = try LearnSample()
    let items = try sample.receive(["before"], flagged: [.offensive])
    try sample.decide(items[0], .hide, "OFFENSIVE")
    try sample.receive(["after"], flagged: [.offensive])
    let decisions = try DeskDecisions(sample.desk, sample.policy)
    #expect(decisions.comments.isEmpty)
    #expect(decisions.unused == 1)
  }

  @Test("The same text counts once, and not at all where people disagree")
  func copies() throws {
    let sample = try LearnSample()
    let items = try sample.receive(["buy", "buy", "buy", "ask", "ask"], flagged: [.spam])
    for item in items[0..<3] { try sample.decide(item, .hide, "SPAM") }
    try sample.decide(items[3], .hide, "SPAM")
    try sample.decide(items[4], .leave, "CRITICISM")
    let decisions = try DeskDecisions(sample.desk, sample.policy)
    #expect(decisions.comments.map(\.text) == ["buy"])
    #expect(decisions.counts(.spam) == [.upheld: 1])
  }
}

@Suite("Learning from a desk")
struct LearnTests {
  /// Three decisions of either kind and more: "clowns" is upheld, "ferals" (cats, on this council's page) rejected.
  private static let upheld = [
    "clowns run", "clowns again", "clowns every", "clowns today", "clowns council", "clowns here",
  ]
  private static let rejected = [
    "ferals run", "ferals again", "ferals every", "ferals today", "ferals council", "ferals here",
  ]
  private static let weights: [String: Float] = [
    "clowns": 8, "ferals": 8, "run": 0.1, "again": 0.1, "every": 0.1, "today": 0.1, "council": 0.1, "here": 0.1,
  ]

  private func decided() throws -> LearnSample {
    let sample = try LearnSample()
    let items = try sample.receive(Self.upheld + Self.rejected, flagged: [.offensive])
    for item in items.prefix(6) { try sample.decide(item, .hide, "OFFENSIVE") }
    for item in items.suffix(6) { try sample.decide(item, .leave, "CRITICISM") }
    return sample
  }

  private func learned(_ sample: LearnSample, minimum: Int = 6) throws -> (ModelUpdate, before: [UInt8], after: [UInt8])
  {
    let before = try LearnSample.model(Self.weights)
    var revision = try ModelRevision(before)
    let update = try ModelUpdate(
      DeskDecisions(sample.desk, sample.policy), Classifier(model: LinearModel(before)), revision, minimum: minimum)
    update.apply(to: &revision)
    return (update, before, revision.file)
  }

  private func logit(_ text: String, _ model: [UInt8]) throws -> Double {
    var scratch = Scratch()
    return try #require(
      Classifier(model: LinearModel(model)).learnedLogits(for: text, scratch: &scratch)[.offensive])
  }

  @Test("What moderators reject scores lower afterwards, what they uphold does not")
  func moves() throws {
    let (update, before, after) = try learned(decided())
    #expect(try logit("ferals run", after) < logit("ferals run", before) - 0.2)
    #expect(try logit("clowns run", after) >= logit("clowns run", before) - 0.05)
    #expect(update.parts.keys.sorted() == [.offensive])
  }

  @Test("The same decisions give the same file, byte for byte")
  func deterministic() throws {
    #expect(try learned(decided()).after == learned(decided()).after)
  }

  @Test("Nothing but the weights of known words differs, and the file says what it was learned upon")
  func weightsOnly() throws {
    let (_, before, after) = try learned(decided())
    #expect(before.count == after.count)
    let header = 1024
    let differing = before.indices.filter { $0 >= header && before[$0] != after[$0] }
    #expect(!differing.isEmpty)
    // Two known words moved, of which one lane is not nought: four bytes at most.
    #expect(differing.count <= 4 * Self.weights.count)
    let models = (try LinearModel(before), try LinearModel(after))
    #expect(models.0.revises == nil)
    #expect(models.1.revises == models.0.checksum)
    #expect(models.1.checksum != models.0.checksum)
    #expect(models.1.trainingDigest == models.0.trainingDigest)
  }

  @Test("A word that the model does not know is not learned, however often it stands there")
  func unknownWords() throws {
    let sample = try LearnSample()
    let items = try sample.receive(
      Self.upheld.map { $0 + " Petelo" } + Self.rejected, flagged: [.offensive])
    for item in items.prefix(6) { try sample.decide(item, .hide, "OFFENSIVE") }
    for item in items.suffix(6) { try sample.decide(item, .leave, "CRITICISM") }
    let (_, _, after) = try learned(sample)
    var reader = try FeatureReader()
    let revision = try ModelRevision(after)
    let unknown = try #require(reader.read("Petelo").units.first)
    let known = try #require(reader.read("clowns").units.first)
    #expect(revision.weights(of: unknown) == nil)
    #expect(revision.weights(of: known) != nil)
  }

  @Test("A label with too few decisions of either kind stays as it is")
  func tooFew() throws {
    let (update, before, after) = try learned(decided(), minimum: 7)
    #expect(update.parts.isEmpty)
    #expect(Array(before[1024...]) == Array(after[1024...]))
  }

  @Test("However many flags are rejected, no word moves farther than its bound and the label is not turned off")
  func bounded() throws {
    let sample = try LearnSample()
    let texts = (0..<60).map { "clowns \(["run", "again", "every"][$0 % 3]) \(String(repeating: "x", count: $0 + 1))" }
    let items = try sample.receive(texts, flagged: [.offensive])
    for (place, item) in items.enumerated() {
      try sample.decide(item, place < 6 ? .hide : .leave, place < 6 ? "OFFENSIVE" : "CRITICISM")
    }
    let (update, before, after) = try learned(sample)
    let part = try #require(update.parts[.offensive])
    let bound = Double(try ModelRevision(before).largest[Lane.offensive.rawValue]) * WeightUpdate.farthest
    #expect(part.update.steps.allSatisfy { abs($0) <= bound })
    #expect(part.update.steps.contains { abs($0) > bound / 2 })
    #expect(try logit("clowns", after) > 0)
  }

  @Test("The account of what was learned has no word of any comment")
  func account() throws {
    let sample = try decided()
    let (update, _, after) = try learned(sample)
    let decisions = try DeskDecisions(sample.desk, sample.policy)
    let text = Adoption.account(decisions, update, base: "b", model: try LinearModel(after).checksum, nil)
    for word in Self.weights.keys { #expect(!text.contains(word), "\(word)") }
    #expect(text.contains(#""offensive":{"upheld":6,"rejected":6,"missed":0,"words_moved":"#))
  }
}

@Suite("Whether an update may be adopted")
struct LearnVerdictTests {
  private func judged(_ flags: (Int) -> Bool) -> JudgedSet {
    JudgedSet(
      "a",
      (0..<200).map { place in
        var scores = LabelScores()
        scores[.offensive] = flags(place) ? 0.8 : 0.2
        return Judgement(
          set: "a",
          comment: LabelledComment(
            id: "\(place)", text: "", labels: place.isMultiple(of: 4) ? [.offensive] : [], spans: []),
          known: Set(Label.allCases), scores: scores, flagged: flags(place) ? [.offensive] : [])
      })
  }

  private func verdict(_ before: JudgedSet, _ after: JudgedSet) -> LearnVerdict {
    LearnVerdict(
      Comparison(after, against: before, Bootstrap(resamples: 200, seed: 1)).outcome, before: before, after: after)
  }

  @Test("An update that changes nothing, or mends an error, may be adopted")
  func harmless() {
    let before = judged { $0.isMultiple(of: 4) != $0.isMultiple(of: 50) }
    #expect(verdict(before, before).isGood)
    #expect(verdict(before, judged { $0.isMultiple(of: 4) != $0.isMultiple(of: 100) }).isGood)
  }

  @Test("One that makes a label worse, flags more harmless comments or turns a label round may not, and says why")
  func worse() {
    let before = judged { $0.isMultiple(of: 4) }
    #expect(
      verdict(before, judged { $0.isMultiple(of: 8) }).objections == [
        "offensive gets worse: F1 1.000 to 0.667", "offensive changes on 25 of 200 comments",
        "macro-F1 gets worse: 1.000 to 0.667",
      ])
    #expect(
      verdict(before, judged { $0.isMultiple(of: 4) || $0 == 1 }).objections
        == [
          "more harmless comments are flagged: 0.0 to 6.7 of 1000"
        ])
    #expect(LearnVerdict.untested.isGood == false)
  }

  @Test("Adopted weights lie where docket's configuration lies")
  func place() {
    #expect(Adoption { ["XDG_CONFIG_HOME": "/etc/x"][$0] }.path == "/etc/x/docket/model.bin")
    #expect(Adoption { ["HOME": "/home/a"][$0] }.path == "/home/a/.config/docket/model.bin")
  }
}
