import Classifier
import Dispatch

/// Learns weights from lessons, some of which may be left out.
struct Trainer {
  let lessons: [Lesson]
  let space: FeatureSpace
  let seed: UInt64

  /// How much an error costs, by where a lesson comes from.
  enum Cost {
    /// Of a comment of our own field.
    static let civic: Float = 2.5
    /// A positive weighs more: there are few.
    static let positive: Float = 1.5
    /// A public source counts as this many of our comments, however large it is.
    static func budget(_ source: String, _ lane: Lane) -> Float {
      switch source {
      case "jigsaw-wiki", "toxic-spans": 1500
      case "davidson": 400
      case "edos", "stormfront": lane == .hate ? 1500 : 500
      case "crisislex-t26": 150
      case "sms-spam", "youtube-spam": 400
      default: 500
      }
    }
  }

  init(_ corpus: Corpus, seed: UInt64) throws {
    lessons = corpus.lessons
    space = try FeatureSpace(corpus.lessons)
    self.seed = seed
  }

  /// The weights of every lane, learned from all lessons but those of some sources.
  func weights(without sources: Set<String> = []) -> [Lane: [Float]] {
    let lanes = Lane.allCases.filter { $0 != .spare }
    let problems = lanes.map { cases($0, without: sources) }
    var solved = [[Float]](repeating: [], count: lanes.count)
    solved.withUnsafeMutableBufferPointer { solved in
      // Each lane writes its own place only.
      nonisolated(unsafe) let places = solved
      DispatchQueue.concurrentPerform(iterations: lanes.count) { place in
        places[place] = LogisticSolver.solve(problems[place], in: space, seed: seed &+ UInt64(place))
      }
    }
    return Dictionary(uniqueKeysWithValues: zip(lanes, solved))
  }

  private func cases(_ lane: Lane, without sources: Set<String>) -> [LogisticSolver.Case] {
    var sizes: [String: Int] = [:]
    for lesson in lessons where lesson.truth[lane] != nil { sizes[lesson.source, default: 0] += 1 }
    return lessons.indices.compactMap { place in
      let lesson = lessons[place]
      guard let isPositive = lesson.truth[lane], !sources.contains(lesson.source) else { return nil }
      let share =
        lesson.isCivic
        ? 1 : min(1, Cost.budget(lesson.source, lane) / Float(sizes[lesson.source] ?? 1))
      let cost = Cost.civic * share * (isPositive ? Cost.positive : 1)
      return LogisticSolver.Case(example: Int32(space.place(of: place, for: lane)), isPositive: isPositive, cost: cost)
    }
  }

  /// The sum of one lane for one lesson.
  func sum(_ weights: [Float], _ lane: Lane, _ lesson: Int) -> Float {
    var sum: Float = 0
    space.visit(space.place(of: lesson, for: lane)) { feature, value in sum += weights[feature] * value }
    return sum
  }

  /// The sums of some lessons by weights that have not seen them.
  func sums(_ weights: [Lane: [Float]], of places: [Int]) -> [Lanes] {
    places.map { place in
      var sums = space.examples[place].bonus
      for (lane, weights) in weights { sums[lane.rawValue] += sum(weights, lane, place) }
      return sums
    }
  }
}
