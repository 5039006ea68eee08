import Classifier
import FoundationEssentials
import Moderation

/// A text to learn from, with what its source knows of it: a source that knows one label says nothing of the others.
struct Lesson {
  var text: String
  /// Where it comes from: an author's set, or a public source.
  var source: String
  /// The lanes that the source speaks of, and what it says.
  var truth: [Lane: Bool]
  /// Comments of the field that the classifier is for.
  var isCivic: Bool
  /// Carries no label of any kind; unknown of public sets.
  var isHarmless = false
}

/// All that is learned from.
struct Corpus {
  var lessons: [Lesson] = []

  /// Reads `civic` and `train` under a folder, and the comments that come with the trainer.
  ///
  /// - Parameter without: a set or source to leave out.
  init(folder: String, without: String? = nil) throws {
    for set in try LabelledSet.all(in: folder) + LabelledSet.bundled() where set.name != without {
      lessons += set.comments.map { Lesson($0, source: set.name) }
    }
    for file in PublicSet.allCases {
      let path = folder + "/train/" + file.rawValue
      guard FileManager.default.fileExists(atPath: path) else { continue }
      lessons += try file.lessons(path).filter { $0.source != without }
    }
  }

  /// The sets by authors of their own, in order.
  var authors: [String] {
    var names: [String] = []
    for lesson in lessons where lesson.isCivic && names.last != lesson.source { names.append(lesson.source) }
    return names
  }
}

extension Lesson {
  fileprivate init(_ comment: LabelledComment, source: String) {
    text = comment.text
    self.source = source
    isCivic = true
    isHarmless = comment.labels.isEmpty
    truth = [:]
    for lane in Lane.shown { if let label = lane.label { truth[lane] = comment.labels.contains(label) } }
    if let kind = comment.kind {
      truth[.hate] = kind == "hate"
    } else if !comment.labels.contains(.offensive) {
      truth[.hate] = false
    } else if comment.spans.contains(where: { $0.type == .slur }) {
      truth[.hate] = true
    }
  }
}

/// Files of public sets, and what each of their sources knows.
enum PublicSet: String, CaseIterable {
  case offensive = "offensive.jsonl.gz"
  case spam = "spam.jsonl.gz"
  case welfare = "welfare.jsonl.gz"

  /// Sources whose positives are hostility to a group.
  private static let hate: Set<String> = ["edos", "stormfront", "hatemojibuild", "toxigen-demo", "identity-templates"]

  private struct Row: Decodable {
    var text: String
    var label: Int
    var kind: String?
    var source: String
    /// `dev` is held back, so that evaluation has rows of public sets that nothing was learned from.
    var split: String?
  }

  func lessons(_ path: String) throws -> [Lesson] {
    let decoder = JSONDecoder()
    var lessons: [Lesson] = []
    for (index, line) in try GzipFile.read(path).split(separator: 0x0A).enumerated() {
      guard let row = try? decoder.decode(Row.self, from: line) else {
        throw DataError.badLine(file: path, line: index + 1)
      }
      if row.split == "dev" { continue }
      lessons.append(Lesson(text: row.text, source: row.source, truth: truth(row), isCivic: false))
    }
    return lessons
  }

  private func truth(_ row: Row) -> [Lane: Bool] {
    let isPositive = row.label == 1
    switch self {
    case .spam: return [.spam: isPositive]
    case .welfare: return [.welfare: isPositive]
    case .offensive:
      if Self.hate.contains(row.source) { return [.offensive: isPositive, .hate: isPositive] }
      if row.source == "davidson" { return [.offensive: isPositive, .hate: row.kind == "hate"] }
      return [.offensive: isPositive]
    }
  }
}
