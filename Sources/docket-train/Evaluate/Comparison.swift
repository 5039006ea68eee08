import Moderation

/// Two classifiers on the same comments, label by label, by resamples that draw the same comments for both.
struct Comparison {
  private let first: JudgedSet
  private let second: JudgedSet
  private let bootstrap: Bootstrap

  /// - Parameters:
  ///   - first: what is measured.
  ///   - second: what it is measured against, over the same comments in the same order.
  init(_ first: JudgedSet, against second: JudgedSet, _ bootstrap: Bootstrap) {
    (self.first, self.second, self.bootstrap) = (first, second, bootstrap)
  }

  /// One figure of both.
  struct Change {
    var name: String
    var before: Double?
    var after: Double?
    var spread: Bootstrap.Spread?

    var difference: Double? {
      guard let before, let after else { return nil }
      return after - before
    }

    /// The whole interval lies on the worse side; `lessIsBetter` for what counts false flags.
    func isWorse(lessIsBetter: Bool = false) -> Bool {
      guard let spread else { return false }
      return lessIsBetter ? spread.interval.low > 0 : spread.interval.high < 0
    }
  }

  /// What all figures did: F1 and area a label, then the shared ones.
  struct Outcome {
    var f1: [Label: Change] = [:]
    var area: [Label: Change] = [:]
    var shared: [Summary.Shared: Change] = [:]
  }

  var outcome: Outcome {
    let order = first.labels
    let values = (Summary(first).values(order), Summary(second).values(order))
    let spreads = bootstrap.spreads(comments: first.count) { drawn in
      zip(Summary(first, drawn).values(order), Summary(second, drawn).values(order)).map { $0 - $1 }
    }
    func change(_ name: String, _ place: Int) -> Change {
      func known(_ value: Double) -> Double? { value.isNaN ? nil : value }
      return Change(
        name: name, before: known(values.1[place]), after: known(values.0[place]),
        spread: spreads.indices.contains(place) ? spreads[place] : nil)
    }
    var outcome = Outcome()
    for label in order {
      outcome.f1[label] = change(label.rawValue, Summary.place(.f1, label, in: order))
      outcome.area[label] = change(label.rawValue, Summary.place(.area, label, in: order))
    }
    for shared in Summary.Shared.allCases { outcome.shared[shared] = change(shared.title, shared.place(in: order)) }
    return outcome
  }
}

extension Comparison.Outcome {
  /// Before and after, a row a label.
  func table(_ title: String, before: String, after: String) -> FigureTable {
    var table = FigureTable(
      title, "label", "F1 \(before)", "F1 \(after)", "change", "p", "AUC \(before)", "AUC \(after)", "AUC change",
      "AUC p")
    for label in f1.keys.sorted() {
      guard let f1 = f1[label], let area = area[label] else { continue }
      table.add(label.rawValue, Self.cells(f1) + Self.cells(area))
    }
    return table
  }

  /// Before and after of what all labels share.
  func sharedTable(_ title: String, before: String, after: String) -> FigureTable {
    var table = FigureTable(title, "figure", before, after, "change", "p")
    for shared in Summary.Shared.allCases {
      guard let change = self.shared[shared] else { continue }
      table.add(
        shared.title,
        shared == .flaggedHarmless
          ? [
            .rate(change.before, nil), .rate(change.after, nil), .rate(change.difference, change.spread?.interval),
            .figure(change.spread?.sides, nil),
          ] : Self.cells(change))
    }
    return table
  }

  private static func cells(_ change: Comparison.Change) -> [Cell] {
    [
      .figure(change.before, nil), .figure(change.after, nil), .change(change.difference, change.spread?.interval),
      .figure(change.spread?.sides, nil),
    ]
  }
}

extension Summary.Shared {
  var title: String {
    switch self {
    case .macroF1: "macro-F1"
    case .precision: "precision"
    case .recall: "recall"
    case .flaggedHarmless: "flagged of 1000 harmless"
    }
  }
}
