import Classifier
import Moderation

/// What is measured: a classifier, or what one said at another time.
enum Contender {
  case classifier(Classifier)
  case predictions(Predictions, file: String)

  /// A file of weights, or of predictions.
  init(path: String) throws {
    if LinearModel.isModel(path) {
      self = .classifier(try Classifier(model: LinearModel(path: path)))
    } else {
      self = .predictions(try Predictions(path: path), file: path)
    }
  }

  /// Judges every comment of some sets, in their order.
  func judge(_ sets: [EvaluationSet]) throws -> [JudgedSet] {
    switch self {
    case .classifier(let classifier):
      var scratch = Scratch()
      return sets.map { set in
        JudgedSet(
          set.name,
          set.comments.map { comment in
            let said = classifier.scoring(for: comment.text, scratch: &scratch)
            return Judgement(
              set: set.name, comment: comment, known: set.known, scores: said.scores,
              flagged: Set(said.flags.map(\.label)))
          })
      }
    case .predictions(let predictions, let file): return try Self.judge(sets, predictions, file)
    }
  }

  private static func judge(
    _ sets: [EvaluationSet], _ predictions: Predictions, _ file: String
  ) throws -> [JudgedSet] {
    var missing: [String] = []
    let judged = sets.map { set in
      JudgedSet(
        set.name,
        set.comments.compactMap { comment in
          guard let said = predictions.all[Predictions.Key(set: set.name, id: comment.id)] else {
            missing.append("\(set.name) \(comment.id)")
            return nil
          }
          return Judgement(
            set: set.name, comment: comment, known: set.known, scores: said.scores, flagged: said.flagged)
        })
    }
    if let first = missing.first { throw EvaluationError.missing(file: file, count: missing.count, first: first) }
    return judged
  }
}
