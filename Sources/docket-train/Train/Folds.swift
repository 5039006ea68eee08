import Classifier

/// Weights that have not seen some authors' comments, a few authors at a time.
struct Folds {
  /// By the author who was held back.
  private(set) var weights: [String: [Lane: [Float]]] = [:]
  /// Every civic comment as weights saw it that had not learned from its author.
  private(set) var samples: [Calibration.Sample] = []

  /// - Parameter each: how many authors are held back at a time.
  init(_ trainer: Trainer, authors: [String], each: Int, said: (String) -> Void) {
    for first in stride(from: 0, to: authors.count, by: each) {
      let held = Set(authors[first..<min(first + each, authors.count)])
      let learned = trainer.weights(without: held)
      let places = trainer.lessons.indices.filter { held.contains(trainer.lessons[$0].source) }
      for (place, sums) in zip(places, trainer.sums(learned, of: places)) {
        let lesson = trainer.lessons[place]
        samples.append(
          Calibration.Sample(source: lesson.source, sums: sums, truth: lesson.truth, isHarmless: lesson.isHarmless))
      }
      for author in held { weights[author] = learned }
      said(held.sorted().joined(separator: ", "))
    }
  }
}
