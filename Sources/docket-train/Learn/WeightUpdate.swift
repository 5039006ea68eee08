import Classifier
import Glibc
import Moderation

/// Steps from shipped weights towards what moderators decided, for one label.
///
/// Logistic regression over the shipped sums with a quadratic price on every step (a proximal update), solved in the dual
/// one decision after the other, in their order: the same decisions give the same steps. Only words move. The bias stays,
/// and the two sides are weighed against each other, so that a label whose flags are mostly rejected is not turned off.
struct WeightUpdate: Equatable {
  /// One step a word, in units of the label's weights.
  private(set) var steps: [Double]

  /// What a step costs beside one decision: a comment moves its own score by less than one log-odds unit.
  private static let price = 1.0
  private static let rounds = 40
  /// No word moves farther than this share of the largest weight.
  static let farthest = 0.15
  /// The commoner side counts at most so many times as much as the rarer.
  private static let most = 2.0

  /// - Parameters:
  ///   - without: a fold to leave out, to test on; nil learns from all.
  ///   - largest: the largest weight of a word.
  init(_ lessons: LabelLessons, largest: Double, without fold: Int? = nil) {
    steps = [Double](repeating: 0, count: lessons.units.count)
    let kept = lessons.lessons.filter { $0.fold != fold }
    let carried = Double(kept.count { $0.carriesLabel })
    let other = Double(kept.count) - carried
    guard carried > 0, other > 0 else { return }
    func cost(_ lesson: DeskLesson) -> Double {
      let own = lesson.carriesLabel ? carried : other
      return min(1, Self.most * min(carried, other) / own)
    }
    var alpha = [Double](repeating: 0, count: kept.count)
    for _ in 0..<Self.rounds {
      for (place, lesson) in kept.enumerated() {
        let sign: Double = lesson.carriesLabel ? 1 : -1
        let square = lesson.words.reduce(0) { $0 + $1.value * $1.value } / Self.price
        let sum = lesson.words.reduce(lesson.logit) { $0 + steps[$1.place] * $1.value }
        let found = Self.root(cost: cost(lesson), square: square, old: alpha[place], margin: sign * sum)
        let change = sign * (found - alpha[place]) / Self.price
        alpha[place] = found
        for word in lesson.words { steps[word.place] += change * word.value }
      }
    }
    let limit = Self.farthest * largest
    steps = steps.map { min(max($0, -limit), limit) }
  }

  /// Where `square * (alpha - old) + margin + log(alpha / (cost - alpha))` is nought: it rises all the way, so halving finds it.
  private static func root(cost: Double, square: Double, old: Double, margin: Double) -> Double {
    var low = 0.0
    var high = cost
    for _ in 0..<50 {
      let middle = (low + high) / 2
      guard middle > 0, middle < cost else { break }
      if square * (middle - old) + margin + log(middle / (cost - middle)) < 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// The log-odds of a comment by the moved weights.
  func logit(_ lesson: DeskLesson) -> Double {
    lesson.words.reduce(lesson.logit) { $0 + steps[$1.place] * $1.value }
  }
}

/// Updates of all labels that have enough decisions, and what they do to decisions that they have not seen.
struct ModelUpdate {
  /// One label's part.
  struct Part {
    var lessons: LabelLessons
    var update: WeightUpdate
    /// Decisions by an update that has not learned from them: flags that were rejected and would not be shown, and flags
    /// that were upheld, or missed, and would be.
    var spared = 0
    var kept = 0
  }

  private(set) var parts: [Label: Part] = [:]

  /// - Parameter minimum: how many decisions of either kind a label needs.
  init(_ decisions: DeskDecisions, _ classifier: Classifier, _ revision: ModelRevision, minimum: Int) throws {
    let readings = try DeskReading.all(decisions.comments, by: classifier)
    for lane in Lane.shown {
      guard let label = lane.label else { continue }
      let lessons = LabelLessons(label, lane, readings, revision)
      let carried = lessons.lessons.count { $0.carriesLabel }
      guard carried >= minimum, lessons.lessons.count - carried >= minimum else { continue }
      let largest = Double(revision.largest[lane.rawValue])
      var part = Part(lessons: lessons, update: WeightUpdate(lessons, largest: largest))
      for fold in 0..<LabelLessons.folds {
        let update = WeightUpdate(lessons, largest: largest, without: fold)
        for lesson in lessons.lessons where lesson.fold == fold {
          let isShown = update.logit(lesson) >= 0
          if lesson.carriesLabel, isShown { part.kept += 1 }
          if !lesson.carriesLabel, !isShown { part.spared += 1 }
        }
      }
      parts[label] = part
    }
  }

  /// Moves the weights of a model.
  func apply(to revision: inout ModelRevision) {
    var steps: [UInt64: Lanes] = [:]
    for part in parts.values {
      for (unit, step) in zip(part.lessons.units, part.update.steps) {
        steps[unit, default: Lanes(repeating: 0)][part.lessons.lane.rawValue] += Float(step)
      }
    }
    for (unit, step) in steps { revision.move(unit, by: step) }
  }
}
