import Classifier
import Moderation

/// Steps from shipped weights towards what moderators decided, for one label.
///
/// The least change that puts decisions on their right side of the line with a margin: a linear support vector machine over the
/// shipped sums, with a quadratic price on every step (a proximal, or passive-aggressive, update), solved in the dual one
/// decision after the other, in their order: the same decisions give the same steps. What the shipped weights get right
/// already moves nothing, and holds in place what the others would move; so nothing drifts with the share of flags that are
/// rejected, which says what people looked at and not what is true of all comments. Only words move; the bias stays.
struct WeightUpdate: Equatable {
  /// One step a word, in units of the label's weights.
  private(set) var steps: [Double]

  /// How far from the line a decision is to lie, as log-odds.
  private static let margin = 0.25
  /// A decision's pull has an end: together with its own words' squares it moves its comment by less than one log-odds unit.
  private static let most = 1.0
  /// What was upheld holds harder than what was rejected pulls: a missed comment costs more than a flag too many.
  private static let rejected = 0.4
  private static let rounds = 60
  /// No word moves farther than this share of the largest weight.
  static let farthest = 0.15
  /// All rejections together pull at most so many times as much as what was upheld or missed.
  private static let rejections = 2.0

  /// - Parameters:
  ///   - without: a fold to leave out, to test on; nil learns from all.
  ///   - largest: the largest weight of a word.
  init(_ lessons: LabelLessons, largest: Double, without fold: Int? = nil) {
    steps = [Double](repeating: 0, count: lessons.units.count)
    let kept = lessons.lessons.filter { $0.fold != fold }
    let carried = Double(kept.count { $0.carriesLabel })
    let other = Double(kept.count) - carried
    guard carried > 0, other > 0 else { return }
    let mostOfRejected = Self.most * min(Self.rejected, Self.rejections * carried / other)
    var pulls = [Double](repeating: 0, count: kept.count)
    for _ in 0..<Self.rounds {
      for (place, lesson) in kept.enumerated() {
        let square = lesson.words.reduce(0) { $0 + $1.value * $1.value }
        guard square > 0 else { continue }
        let sign: Double = lesson.carriesLabel ? 1 : -1
        let most = lesson.carriesLabel ? Self.most : mostOfRejected
        let wanted = pulls[place] + (Self.margin - sign * logit(lesson)) / square
        let pull = min(max(wanted, 0), most)
        let change = sign * (pull - pulls[place])
        pulls[place] = pull
        guard change != 0 else { continue }
        for word in lesson.words { steps[word.place] += change * word.value }
      }
    }
    let limit = Self.farthest * largest
    steps = steps.map { min(max($0, -limit), limit) }
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
    /// Of what was rejected, and of what was upheld or missed: how much the shipped weights show, and how much an update
    /// shows that has not learned from the very decision.
    var rejected = (before: 0, after: 0)
    var carried = (before: 0, after: 0)
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
          let before = lesson.logit >= 0 ? 1 : 0
          let after = update.logit(lesson) >= 0 ? 1 : 0
          if lesson.carriesLabel {
            part.carried = (part.carried.before + before, part.carried.after + after)
          } else {
            part.rejected = (part.rejected.before + before, part.rejected.after + after)
          }
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
