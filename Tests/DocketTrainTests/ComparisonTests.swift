import Classifier
import Moderation
import Testing

@testable import docket_train

/// Comments with one label of which a classifier is right about some.
private func set(_ name: String, count: Int, right: (Int) -> Bool, known: Set<Label> = Set(Label.allCases)) -> JudgedSet
{
  JudgedSet(
    name,
    (0..<count).map { place in
      let carries = place.isMultiple(of: 3)
      var scores = LabelScores()
      let isFlagged = right(place) == carries
      scores[.offensive] = isFlagged ? 0.6 + Double(place % 7) / 20 : 0.1 + Double(place % 5) / 20
      return Judgement(
        set: name,
        comment: LabelledComment(
          id: "\(name)-\(place)", text: "", labels: carries ? [.offensive] : [], spans: []),
        known: known, scores: scores, flagged: isFlagged ? [.offensive] : [])
    })
}

@Suite("Two classifiers on the same comments")
struct ComparisonTests {
  private let bootstrap = Bootstrap(resamples: 300, seed: 7)

  @Test("Against itself nothing has changed, in any resample")
  func itself() throws {
    let judged = set("a", count: 90) { !$0.isMultiple(of: 8) }
    let change = try #require(Comparison(judged, against: judged, bootstrap).outcome.f1[.offensive])
    #expect(change.difference == 0)
    #expect(change.spread == Bootstrap.Spread(interval: Interval(low: 0, high: 0), sides: 1))
    #expect(!change.isWorse())
  }

  @Test(
    "A classifier that makes half of another's errors and no new ones is better beyond doubt, and the other way worse")
  func better() throws {
    let weak = set("a", count: 300) { !$0.isMultiple(of: 4) }
    let strong = set("a", count: 300) { !$0.isMultiple(of: 8) }
    let up = Comparison(strong, against: weak, bootstrap).outcome
    #expect(try #require(up.f1[.offensive]?.difference) > 0.05)
    #expect(try #require(up.f1[.offensive]?.spread?.sides) < 0.01)
    #expect(try #require(up.shared[.flaggedHarmless]?.difference) < 0)
    let down = Comparison(weak, against: strong, bootstrap).outcome
    #expect(try #require(down.f1[.offensive]).isWorse())
    #expect(try #require(down.shared[.flaggedHarmless]).isWorse(lessIsBetter: true))
  }

  @Test("Drawing the same comments for both tells a small difference that two intervals would hide")
  func paired() throws {
    let before = set("a", count: 240) { !$0.isMultiple(of: 5) }
    let after = set("a", count: 240) { !$0.isMultiple(of: 5) || $0.isMultiple(of: 15) }
    let paired = try #require(Comparison(after, against: before, bootstrap).outcome.f1[.offensive])
    #expect(try #require(paired.spread).interval.low > 0)
    let alone = MeasuredSet(before, bootstrap).cell(.f1, .offensive)
    let other = MeasuredSet(after, bootstrap).cell(.f1, .offensive)
    guard case .figure(_, let first?) = alone, case .figure(_, let second?) = other else {
      Issue.record("no intervals")
      return
    }
    #expect(first.high > second.low)
  }

  @Test("A source that knows one label says nothing of harmless comments or of other labels")
  func partialLabels() {
    let summary = Summary(set("public", count: 30, right: { _ in true }, known: [.offensive]))
    #expect(summary.labels.keys.sorted() == [.offensive])
    #expect(summary.flaggedHarmless == nil)
    #expect(summary.recall == 1)
  }

  @Test("Of a thousand harmless comments those are counted that carry any flag")
  func harmlessRate() {
    // Of 60 comments 40 are harmless; ten of those are flagged.
    var wrong = 0
    let judged = set("a", count: 60) { place in
      guard !place.isMultiple(of: 3), wrong < 10 else { return true }
      wrong += 1
      return false
    }
    #expect(Summary(judged).flaggedHarmless == 250)
  }

  @Test("The tables of a comparison show both figures, the change and how sure it is")
  func tables() {
    let weak = set("a", count: 30) { !$0.isMultiple(of: 4) }
    let strong = set("a", count: 30) { _ in true }
    let shared = Comparison(strong, against: weak, Bootstrap(resamples: 40, seed: 1)).outcome
      .sharedTable("all", before: "there", after: "here")
    #expect(
      shared.text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }.first
        == "all there here change p")
    #expect(shared.rows.map(\.name) == ["macro-F1", "precision", "recall", "flagged of 1000 harmless"])
    #expect(shared.json.split(separator: "\n").count == 4)
    #expect(shared.json.hasPrefix(#"{"table":"all","figure":"macro-F1","there":"#))
  }
}

@Suite("Predictions on file")
struct PredictionsTests {
  @Test("Predictions come back as they were written, and hold no text")
  func roundTrip() throws {
    let judged = set("a", count: 12) { !$0.isMultiple(of: 4) }
    let path = TemporaryFile().path
    try Predictions([judged]).write(to: path)
    let read = try Predictions(path: path)
    let sets = [
      EvaluationSet(name: "a", known: Set(Label.allCases), comments: judged.judgements.map(\.comment))
    ]
    let again = try Contender.predictions(read, file: path).judge(sets)
    #expect(Summary(again[0]).values(Label.allCases).description == Summary(judged).values(Label.allCases).description)
  }

  @Test("A comment that the file says nothing of is an error that names it")
  func missing() throws {
    let judged = set("a", count: 3) { _ in true }
    let path = TemporaryFile().path
    try Predictions([judged]).write(to: path)
    var comments = judged.judgements.map(\.comment)
    comments.append(LabelledComment(id: "a-9", text: "x", labels: [], spans: []))
    let sets = [EvaluationSet(name: "a", known: Set(Label.allCases), comments: comments)]
    #expect(throws: EvaluationError.missing(file: path, count: 1, first: "a a-9")) {
      try Contender.predictions(Predictions(path: path), file: path).judge(sets)
    }
  }
}
