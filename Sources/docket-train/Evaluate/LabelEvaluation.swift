import Classifier
import Moderation

/// What the classifier said of one labelled comment.
struct Answer {
  var set: String
  var comment: LabelledComment
  var flags: [Flag]

  func flag(_ label: Label) -> Flag? { flags.first { $0.label == label } }
}

/// Comment-level counts per set and label, and false flags on comments that carry nothing.
struct LabelEvaluation {
  private(set) var sets: [String] = []
  private var counts: [String: [Label: Counts]] = [:]
  private var harmless = 0
  private var falseFlags: [Label: Int] = [:]
  private var anyFalseFlag = 0

  mutating func add(_ answer: Answer) {
    if counts[answer.set] == nil {
      sets.append(answer.set)
      counts[answer.set] = [:]
    }
    let found = Set(answer.flags.map(\.label))
    for label in Label.allCases {
      counts[answer.set]?[label, default: Counts()]
        .add(truth: answer.comment.labels.contains(label), answer: found.contains(label))
    }
    if answer.comment.labels.isEmpty {
      harmless += 1
      for label in found { falseFlags[label, default: 0] += 1 }
      if !found.isEmpty { anyFalseFlag += 1 }
    }
  }

  func counts(_ label: Label) -> Counts {
    sets.reduce(Counts()) { $0 + (counts[$1]?[label] ?? Counts()) }
  }

  /// The mean of the labels' F1.
  var macro: Double? {
    let values = Label.allCases.compactMap { counts($0).f(1) }
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// Of a thousand comments without a label, those that carry a flag.
  var flaggedHarmless: Double { harmless == 0 ? 0 : Double(anyFalseFlag) * 1000 / Double(harmless) }

  /// Micro-averaged over the labels.
  var recall: Double? { Label.allCases.reduce(Counts()) { $0 + counts($1) }.recall }

  /// One row a label over all sets.
  var summary: String {
    var table = TextTable("label", "comments", "precision", "recall", "F1", "F2", "recall 95 %", "false/1000 harmless")
    for label in Label.allCases {
      let all = counts(label)
      let interval = WilsonInterval(all.hits, of: all.hits + all.misses)
      let range = interval.map { "\(Figure.share($0.low))-\(Figure.share($0.high))" } ?? "-"
      let rate = harmless == 0 ? "-" : Figure.tenths(Double(falseFlags[label] ?? 0) * 1000 / Double(harmless))
      table.add(
        label.rawValue, String(all.hits + all.misses), Figure.share(all.precision), Figure.share(all.recall),
        Figure.share(all.f(1)), Figure.share(all.f(2)), range, rate)
    }
    return table.text
      + "\nmacro-F1 \(Figure.share(macro)); \(harmless) comments carry no label, \(anyFalseFlag) of them are flagged"
  }

  /// One row a set for one label.
  func bySet(_ label: Label) -> String {
    var table = TextTable(label.rawValue, "comments", "precision", "recall", "F1", "F2")
    for set in sets {
      let part = counts[set]?[label] ?? Counts()
      table.add(
        set, String(part.hits + part.misses), Figure.share(part.precision), Figure.share(part.recall),
        Figure.share(part.f(1)), Figure.share(part.f(2)))
    }
    return table.text
  }
}

/// Span-level counts, two-sided: precision per marked span, recall per gold span; a touch of the same type is enough.
struct SpanEvaluation {
  private struct Tally {
    var gold = 0
    var found = 0
    var exact = 0
    var marked = 0
    var right = 0
  }
  private var tallies: [SpanType: Tally] = [:]
  private var subjects = (right: 0, all: 0)

  mutating func add(_ answer: Answer) {
    let marked = answer.flags.flatMap(\.spans)
    for gold in answer.comment.spans {
      tallies[gold.type, default: Tally()].gold += 1
      let touching = marked.filter { span in
        span.type == gold.type && gold.places.contains { $0.overlaps(span.start..<span.end) }
      }
      guard let first = touching.first else { continue }
      tallies[gold.type, default: Tally()].found += 1
      if touching.contains(where: { span in gold.places.contains(span.start..<span.end) }) {
        tallies[gold.type, default: Tally()].exact += 1
      }
      if let subject = gold.subject {
        subjects.all += 1
        if first.subject == subject { subjects.right += 1 }
      }
    }
    for span in marked where span.type != .cue {
      tallies[span.type, default: Tally()].marked += 1
      let isRight = answer.comment.spans.contains { gold in
        gold.type == span.type && gold.places.contains { $0.overlaps(span.start..<span.end) }
      }
      if isRight { tallies[span.type, default: Tally()].right += 1 }
    }
  }

  /// One row a type; the last row says how often the right person was named as the one concerned.
  var table: FigureTable {
    var table = FigureTable("spans", "type", "gold", "recall", "exact", "marked", "precision")
    func share(_ part: Int, _ whole: Int) -> Cell {
      .figure(
        whole == 0 ? nil : Double(part) / Double(whole),
        WilsonInterval(part, of: whole).map { Interval(low: $0.low, high: $0.high) })
    }
    for type in SpanType.allCases {
      guard let tally = tallies[type], tally.gold + tally.marked > 0 else { continue }
      table.add(
        type.rawValue, .count(tally.gold), share(tally.found, tally.gold), share(tally.exact, tally.gold),
        .count(tally.marked), share(tally.right, tally.marked))
    }
    table.add("whose it is, of spans found", .count(subjects.all), share(subjects.right, subjects.all))
    return table
  }
}
