import Classifier
import Moderation

/// A decided comment as the weights see it.
struct DeskLesson {
  /// Words that the model knows, by place among those that may be moved, with how much a step of each adds to the sum.
  var words: [(place: Int, value: Double)]
  /// By the shipped weights, as log-odds: from 0 a flag is shown.
  var logit: Double
  var carriesLabel: Bool
  /// Which part of the decisions it is in, when they are learned from in turn.
  var fold: Int
}

/// What one label can learn from a desk's decisions.
struct LabelLessons {
  let label: Label
  let lane: Lane
  private(set) var lessons: [DeskLesson] = []
  /// The words that may be moved.
  private(set) var units: [UInt64] = []

  /// How many folds there are.
  static let folds = 5
  /// A word moves only when it stands in so many comments that were decided: one person's words are no evidence, and no
  /// single comment can be told from the file.
  static let least = 3

  init(_ label: Label, _ lane: Lane, _ readings: [DeskReading], _ revision: ModelRevision) {
    (self.label, self.lane) = (label, lane)
    let slope = Double(revision.slope[lane.rawValue])
    var decided: [(reading: DeskReading, units: [UInt64: Int], logit: Double, outcome: Outcome)] = []
    for reading in readings {
      guard let outcome = reading.outcomes[label], let logit = reading.logits[label] else { continue }
      var units: [UInt64: Int] = [:]
      for unit in lane.isExcusable ? reading.withoutExcused : reading.units where revision.weights(of: unit) != nil {
        units[unit, default: 0] += 1
      }
      decided.append((reading, units, logit, outcome))
    }
    var spread: [UInt64: Int] = [:]
    for comment in decided { for unit in comment.units.keys { spread[unit, default: 0] += 1 } }
    units = spread.filter { $0.value >= Self.least }.keys.sorted()
    let places = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1, $0) })
    lessons = decided.map { comment in
      let weight = Double(LinearModel.weight(tokens: comment.reading.tokens)) * slope
      let words = comment.units.compactMap { unit, count in places[unit].map { ($0, weight * Double(count)) } }
      return DeskLesson(
        words: words.sorted { $0.0 < $1.0 }.map { (place: $0.0, value: $0.1) }, logit: comment.logit,
        carriesLabel: comment.outcome.carriesLabel, fold: comment.reading.fold)
    }
  }
}

/// One decided comment, read once for all labels.
struct DeskReading {
  var outcomes: [Label: Outcome]
  var units: [UInt64]
  /// Without what the author only quotes, reports or denies.
  var withoutExcused: [UInt64]
  var tokens: Int
  var logits: [Label: Double]
  var fold: Int

  /// Reads comments in their order, through the classifier's own eyes.
  static func all(_ comments: [DecidedComment], by classifier: Classifier) throws -> [DeskReading] {
    var reader = try FeatureReader()
    var scratch = Scratch()
    return comments.map { comment in
      let reading = reader.read(comment.text)
      return DeskReading(
        outcomes: comment.outcomes, units: reading.units, withoutExcused: reading.rest?.units ?? reading.units,
        tokens: reading.tokens, logits: classifier.learnedLogits(for: comment.text, scratch: &scratch),
        fold: fold(of: comment.item))
    }
  }

  /// By the item, so that a decision stays in its fold when others come.
  private static func fold(of item: ItemID) -> Int {
    item.rawValue.utf8.reduce(0) { ($0 * 31 + Int($1)) % 1_000_003 } % LabelLessons.folds
  }
}
