import Classifier
import FoundationEssentials
import Moderation

/// What a classifier said of one comment of a set.
struct Prediction: Equatable {
  var scores: LabelScores
  var flagged: Set<Label>
}

/// What a classifier said of labelled comments, kept so that another can be compared with it.
///
/// JSON Lines, without a word of a comment: `{"set":"dev","id":"dev-0001","scores":{"health":0.91,…},"flags":["health"]}`.
struct Predictions {
  struct Key: Hashable {
    var set: String
    var id: String
  }

  private(set) var all: [Key: Prediction] = [:]

  init(_ sets: [JudgedSet]) {
    for judgement in sets.flatMap(\.judgements) {
      all[Key(set: judgement.set, id: judgement.comment.id)] = Prediction(
        scores: judgement.scores, flagged: judgement.flagged)
    }
  }

  private struct Row: Decodable {
    var set: String
    var id: String
    var scores: [String: Double]
    var flags: [String]
  }

  init(path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else { throw DataError.unreadable(path) }
    let decoder = JSONDecoder()
    for (index, line) in data.split(separator: 0x0A).enumerated() {
      guard let row = try? decoder.decode(Row.self, from: Data(line)) else {
        throw EvaluationError.notPredictions(file: path, line: index + 1)
      }
      var scores = LabelScores()
      for (name, score) in row.scores { if let label = Label(rawValue: name) { scores[label] = score } }
      all[Key(set: row.set, id: row.id)] = Prediction(
        scores: scores, flagged: Set(row.flags.compactMap(Label.init(rawValue:))))
    }
  }

  func write(to path: String) throws {
    let keys = all.keys.sorted { ($0.set, $0.id) < ($1.set, $1.id) }
    let lines = keys.compactMap { key in all[key].map { Self.line(key, $0) + "\n" } }
    guard FileManager.default.createFile(atPath: path, contents: Data(lines.joined().utf8)) else {
      throw DataError.unwritable(path)
    }
  }

  private static func line(_ key: Key, _ prediction: Prediction) -> String {
    var line = JSONText()
    line.add("set", key.set)
    line.add("id", key.id)
    var scores = JSONText()
    for label in Label.allCases {
      scores.addRaw(label.rawValue, "\((prediction.scores[label] * 1e6).rounded() / 1e6)")
    }
    line.addRaw("scores", scores.object)
    line.addRaw("flags", JSONText.array(prediction.flagged.sorted().map { JSONText.quoted($0.rawValue) }))
    return line.object
  }
}

/// Why something could not be evaluated.
enum EvaluationError: Error, CustomStringConvertible, Equatable {
  case notPredictions(file: String, line: Int)
  /// Of so many comments nothing is said.
  case missing(file: String, count: Int, first: String)

  var description: String {
    switch self {
    case .notPredictions(let file, let line):
      "\(file):\(line): not a prediction; write them with docket-train evaluate --save FILE"
    case .missing(let file, let count, let first):
      "\(file): says nothing of \(count) comments, \(first) the first; save predictions over the same --data"
    }
  }
}
