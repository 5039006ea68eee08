import Moderation

/// The figures of a set: each label's, and what a moderator feels of all together.
struct Summary {
  var labels: [Label: Figures] = [:]
  /// The mean of the labels' F1.
  var macroF1: Double?
  /// Over all labels of all comments.
  var precision: Double?
  var recall: Double?
  /// Of a thousand comments without a label, those that carry a flag.
  var flaggedHarmless: Double?

  init(_ set: JudgedSet) { self.init(set, nil) }

  /// - Parameter drawn: how often each comment of the set was drawn; nil takes each once.
  init(_ set: JudgedSet, _ drawn: [UInt16]?) {
    for label in set.labels {
      guard let column = set.column(label) else { continue }
      labels[label] = drawn.map(column.figures) ?? column.figures
    }
    let values = labels.sorted { $0.key < $1.key }.compactMap { $0.value[.f1] }
    if !values.isEmpty { macroF1 = values.reduce(0, +) / Double(values.count) }
    count(set, drawn)
  }

  private mutating func count(_ set: JudgedSet, _ drawn: [UInt16]?) {
    var hits = 0
    var shown = 0
    var carried = 0
    var harmless = (all: 0, flagged: 0)
    for (place, tally) in set.tallies.enumerated() {
      let times = drawn.map { Int($0[place]) } ?? 1
      hits += times * tally.hits
      shown += times * tally.shown
      carried += times * tally.carried
      guard tally.isHarmless else { continue }
      harmless.all += times
      if tally.shown > 0 { harmless.flagged += times }
    }
    if shown > 0 { precision = Double(hits) / Double(shown) }
    if carried > 0 { recall = Double(hits) / Double(carried) }
    if harmless.all > 0 { flaggedHarmless = Double(harmless.flagged) * 1000 / Double(harmless.all) }
  }

  /// All figures in one order, not-a-number where there is none: for resampling.
  func values(_ order: [Label]) -> [Double] {
    order.flatMap { label in Figures.Name.allCases.map { labels[label]?[$0] ?? .nan } }
      + [macroF1 ?? .nan, precision ?? .nan, recall ?? .nan, flaggedHarmless ?? .nan]
  }

  /// Where a label's figure stands among the values.
  static func place(_ name: Figures.Name, _ label: Label, in order: [Label]) -> Int {
    (order.firstIndex(of: label) ?? 0) * Figures.Name.allCases.count + name.rawValue
  }

  /// Where what all labels share stands among the values.
  enum Shared: Int, CaseIterable {
    case macroF1, precision, recall, flaggedHarmless

    func place(in order: [Label]) -> Int { order.count * Figures.Name.allCases.count + rawValue }
  }
}

/// A set's figures with their intervals.
struct MeasuredSet {
  let set: JudgedSet
  let summary: Summary
  private let order: [Label]
  private let spreads: [Bootstrap.Spread?]

  init(_ set: JudgedSet, _ bootstrap: Bootstrap) {
    self.set = set
    summary = Summary(set)
    let order = set.labels
    self.order = order
    spreads = bootstrap.spreads(comments: set.count) { Summary(set, $0).values(order) }
  }

  func cell(_ name: Figures.Name, _ label: Label) -> Cell {
    .figure(summary.labels[label]?[name], interval(Summary.place(name, label, in: order)))
  }

  func cell(_ shared: Summary.Shared) -> Cell {
    let interval = interval(shared.place(in: order))
    return switch shared {
    case .macroF1: .figure(summary.macroF1, interval)
    case .precision: .figure(summary.precision, interval)
    case .recall: .figure(summary.recall, interval)
    case .flaggedHarmless: .rate(summary.flaggedHarmless, interval)
    }
  }

  private func interval(_ place: Int) -> Interval? {
    spreads.indices.contains(place) ? spreads[place]?.interval : nil
  }
}
