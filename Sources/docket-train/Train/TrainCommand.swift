import ArgumentParser
import Classifier
import Foundation
import Moderation

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Learn the classifier's weights from labelled comments.",
    discussion: """
      The same data and seed give the same file, byte for byte.

      EXAMPLE: docket-train train --data ../data --out model.bin
      """)

  @Option(help: ArgumentHelp("A folder with civic/ and train/.", valueName: "dir"))
  var data: String
  @Option(help: ArgumentHelp("Where the weights go.", valueName: "file"))
  var out: String
  @Option(help: ArgumentHelp("Where random orders begin.", valueName: "n"))
  var seed: UInt64 = 1
  @Option(help: ArgumentHelp("Leave out a set or source: train-c, davidson.", valueName: "set"))
  var without: String?

  @Option(help: ArgumentHelp("Write what held-back weights said of every comment here, by tabs.", valueName: "file"))
  var sums: String?

  func run() throws {
    let corpus = try Corpus(folder: data, without: without)
    let trainer = try Trainer(corpus, seed: seed)
    print(Report.corpus(corpus))
    let folds = Folds(trainer, authors: corpus.authors, each: 3) { Report.progress("held back \($0)") }
    if let sums { try SumTable.write(folds.samples, to: sums) }
    let calibration = Calibration(folds.samples)
    let digest = Digest.of(corpus.lessons)
    let bytes = trainer.parts(trainer.weights(), calibration, digest: digest).bytes()
    print(Report.calibration(calibration, folds.samples))
    guard FileManager.default.createFile(atPath: out, contents: Data(bytes)) else { throw DataError.unwritable(out) }
    let model = try LinearModel(path: out)
    print("\(out): \(bytes.count) bytes, training data \(model.trainingDigest), weights \(model.checksum)")
  }
}

/// What a training run says of itself.
enum Report {
  static func progress(_ what: String) { FileHandle.standardError.write(Data((what + "\n").utf8)) }

  static func corpus(_ corpus: Corpus) -> String {
    var table = TextTable("source", "texts", "offensive", "complaint", "request", "welfare", "spam", "legal", "none")
    var sources: [String] = []
    var lessons: [String: [Lesson]] = [:]
    for lesson in corpus.lessons {
      if lessons[lesson.source] == nil { sources.append(lesson.source) }
      lessons[lesson.source, default: []].append(lesson)
    }
    for source in sources {
      let all = lessons[source] ?? []
      let counts = Lane.shown.map { lane in
        all.contains { $0.truth[lane] != nil } ? String(all.count { $0.truth[lane] == true }) : "-"
      }
      let none = all.count { $0.isCivic ? $0.isHarmless : !$0.truth.values.contains(true) }
      table.add([source, String(all.count)] + counts + [String(none)])
    }
    return table.text
  }

  /// How the labels do on comments that the weights had not seen, at the thresholds.
  static func calibration(_ calibration: Calibration, _ samples: [Calibration.Sample]) -> String {
    var table = TextTable("label", "threshold", "slope", "precision", "recall", "F1")
    var values: [Double] = []
    for lane in Lane.shown {
      var counts = Counts()
      for sample in samples {
        counts.add(
          truth: sample.truth[lane] == true,
          answer: sample.sums[lane.rawValue] >= calibration.thresholds[lane.rawValue])
      }
      values.append(counts.f(1) ?? 0)
      table.add(
        lane.label?.rawValue ?? "", Figure.share(Double(calibration.thresholds[lane.rawValue])),
        Figure.share(Double(calibration.slope[lane.rawValue])), Figure.share(counts.precision),
        Figure.share(counts.recall), Figure.share(counts.f(1)))
    }
    return table.text + "\nmean F1 " + Figure.share(values.reduce(0, +) / Double(max(1, values.count)))
  }
}
