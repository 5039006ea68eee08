import Moderation

/// What a desk's decisions are, and what is learned from them.
enum LearnReport {
  static func decisions(_ decisions: DeskDecisions, _ update: ModelUpdate, minimum: Int) -> FigureTable {
    var table = FigureTable(
      "decisions", "label", "upheld", "rejected", "missed", "words moved", "rejected shown before",
      "rejected shown after",
      "others shown before", "others shown after", "remark")
    for label in Label.allCases {
      let counts = decisions.counts(label)
      let tallies: [Cell] = Outcome.allCases.map { .count(counts[$0] ?? 0) }
      guard let part = update.parts[label] else {
        let isLearned = label != .health && label != .personal
        let remark = isLearned ? "fewer than \(minimum) of a kind: left as it is" : "found by rules: nothing to learn"
        table.add(label.rawValue, tallies + [.count(0)] + Array(repeating: .word("-"), count: 4) + [.word(remark)])
        continue
      }
      let shown = [part.rejected.before, part.rejected.after, part.carried.before, part.carried.after]
      let moved = part.update.steps.count { $0 != 0 }
      table.add(
        label.rawValue,
        tallies + [.count(moved)] + shown.map { .count($0) } + [.word("after: by weights that have not seen it")])
    }
    return table
  }
}

/// Whether an update may be adopted: it must not make the classifier worse on labelled comments, nor turn a label round.
struct LearnVerdict: Equatable {
  private(set) var objections: [String] = []

  /// A label's F1 may fall by this much.
  static let tolerance = 0.01
  /// Of a thousand harmless comments, so many more may be flagged.
  static let moreFlagged = 3.0
  /// The share of comments of which a label may change.
  static let mostChanged = 0.03

  var isGood: Bool { objections.isEmpty }

  /// Without labelled comments nobody knows.
  static let untested = LearnVerdict(["there are no labelled comments to test it on; name a folder with --data"])

  init(_ objections: [String]) { self.objections = objections }

  init(_ outcome: Comparison.Outcome, before: JudgedSet, after: JudgedSet) {
    for (label, change) in outcome.f1.sorted(by: { $0.key < $1.key }) {
      if change.isWorse() || (change.difference ?? 0) < -Self.tolerance {
        objections.append(
          "\(label.rawValue) gets worse: F1 \(Figure.share(change.before)) to \(Figure.share(change.after))")
      }
      let changed = zip(before.judgements, after.judgements).count {
        $0.flagged.contains(label) != $1.flagged.contains(label)
      }
      if Double(changed) > Self.mostChanged * Double(before.count) {
        objections.append("\(label.rawValue) changes on \(changed) of \(before.count) comments")
      }
    }
    if let macro = outcome.shared[.macroF1], macro.isWorse() {
      objections.append("macro-F1 gets worse: \(Figure.share(macro.before)) to \(Figure.share(macro.after))")
    }
    if let flagged = outcome.shared[.flaggedHarmless],
      flagged.isWorse(lessIsBetter: true) || (flagged.difference ?? 0) > Self.moreFlagged
    {
      objections.append(
        "more harmless comments are flagged: \(Figure.tenths(flagged.before ?? 0)) to "
          + "\(Figure.tenths(flagged.after ?? 0)) of 1000")
    }
  }
}
