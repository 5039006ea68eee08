import FoundationEssentials
import Moderation

/// Labelled comments that are measured together, and the labels that whoever labelled them looked for.
struct EvaluationSet {
  var name: String
  var known: Set<Label>
  var comments: [LabelledComment]
}

/// All that is measured on.
struct EvaluationData {
  /// Comments on agencies' pages, with every label.
  var civic: [EvaluationSet]
  /// The held-back parts of public sets, each with the label that its source knows.
  var open: [EvaluationSet]

  /// The set in which labels are as rare as in a real thread.
  static let natural = "train-g"

  /// Reads a folder of sets, or its `civic` and `train` folders where it has them.
  ///
  /// - Parameter only: keeps the sets whose name has this in it; nil keeps all.
  init(folder: String, only: String? = nil) throws {
    func isWanted(_ name: String) -> Bool { only.map { name.contains($0) } ?? true }
    civic = try LabelledSet.all(in: folder).filter { isWanted($0.name) }.map {
      EvaluationSet(name: $0.name, known: Set(Label.allCases), comments: $0.comments)
    }
    open = []
    for (file, label) in [("offensive", Label.offensive), ("spam", .spam), ("welfare", .welfare)] {
      let path = "\(folder)/train/\(file).jsonl.gz"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      open += try Self.heldBack(path, label).filter { isWanted($0.name) }
    }
  }

  private struct Row: Decodable {
    var text: String
    var label: Int
    var source: String
    var split: String
  }

  /// The rows that no trainer should have seen, a set a source.
  private static func heldBack(_ path: String, _ label: Label) throws -> [EvaluationSet] {
    let decoder = JSONDecoder()
    var names: [String] = []
    var comments: [String: [LabelledComment]] = [:]
    for (index, line) in try GzipFile.read(path).split(separator: 0x0A).enumerated() {
      guard let row = try? decoder.decode(Row.self, from: line) else {
        throw DataError.badLine(file: path, line: index + 1)
      }
      guard row.split == "dev" else { continue }
      if comments[row.source] == nil { names.append(row.source) }
      comments[row.source, default: []].append(
        LabelledComment(
          id: "\(row.source)-\(index + 1)", text: row.text, labels: row.label == 1 ? [label] : [], spans: []))
    }
    return names.sorted().map { EvaluationSet(name: $0, known: [label], comments: comments[$0] ?? []) }
  }
}
