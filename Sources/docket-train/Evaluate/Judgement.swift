import Classifier
import Moderation

/// A labelled comment beside what a classifier says of it.
struct Judgement {
  var set: String
  var comment: LabelledComment
  /// The labels that its source speaks of: of the others nobody knows.
  var known: Set<Label>
  var scores: LabelScores
  var flagged: Set<Label>

  /// Somebody looked for every label and found none.
  var isHarmless: Bool { known.count == Label.allCases.count && comment.labels.isEmpty }
}

/// Comments that are measured together, with one column a known label.
struct JudgedSet {
  let name: String
  let judgements: [Judgement]
  private let columns: [Label: LabelColumn]
  /// What each comment adds to the figures that all labels share.
  let tallies: [Tally]

  struct Tally {
    var hits = 0
    var shown = 0
    var carried = 0
    var isHarmless = false
  }

  init(_ name: String, _ judgements: [Judgement]) {
    self.name = name
    self.judgements = judgements
    var columns: [Label: LabelColumn] = [:]
    for label in Label.allCases {
      let entries = judgements.enumerated().compactMap { place, judgement -> LabelColumn.Entry? in
        guard judgement.known.contains(label) else { return nil }
        return LabelColumn.Entry(
          comment: place, truth: judgement.comment.labels.contains(label),
          isFlagged: judgement.flagged.contains(label), score: judgement.scores[label])
      }
      if !entries.isEmpty { columns[label] = LabelColumn(entries) }
    }
    self.columns = columns
    tallies = judgements.map { judgement in
      let flagged = judgement.flagged.intersection(judgement.known)
      return Tally(
        hits: flagged.intersection(judgement.comment.labels).count, shown: flagged.count,
        carried: judgement.comment.labels.count, isHarmless: judgement.isHarmless)
    }
  }

  var count: Int { judgements.count }
  var labels: [Label] { Label.allCases.filter { columns[$0] != nil } }

  func column(_ label: Label) -> LabelColumn? { columns[label] }

  /// All sets as one.
  static func pooled(_ name: String, _ sets: [JudgedSet]) -> JudgedSet {
    JudgedSet(name, sets.flatMap(\.judgements))
  }
}
