import Foundation
import Moderation

/// A comment with what a person said of it.
struct LabelledComment {
  var id: String
  var text: String
  var labels: Set<Label>
  var spans: [GoldSpan]
  /// What sort of its label it is, where the author says: `hate`, `insult`.
  var kind: String?

  /// A marked stretch: the quote may occur more than once, and any of its places will do.
  struct GoldSpan {
    var quote: String
    var places: [Range<Int>]
    var type: SpanType
    var subject: Subject?
  }
}

/// Labelled comments of one file, by one author.
struct LabelledSet {
  var name: String
  var comments: [LabelledComment]
}

/// Why labelled data could not be read.
enum DataError: Error, CustomStringConvertible {
  case unreadable(String)
  case badLine(file: String, line: Int)
  case nothing(String)
  case unwritable(String)

  var description: String {
    switch self {
    case .unreadable(let path): "\(path): cannot be read"
    case .badLine(let file, let line):
      "\(file):\(line): not a labelled comment; write {\"id\",\"text\",\"labels\",\"spans\"}"
    case .unwritable(let path): "\(path): cannot be written"
    case .nothing(let path): "\(path): no .jsonl file there; name a folder of labelled comments"
    }
  }
}

extension LabelledSet {
  /// The sets of a folder, or of its `civic` folder where there is one, in name order.
  static func all(in folder: String) throws -> [LabelledSet] {
    let civic = folder + "/civic"
    let home = FileManager.default.fileExists(atPath: civic) ? civic : folder
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: home) else {
      throw DataError.unreadable(home)
    }
    let files = names.filter { $0.hasSuffix(".jsonl") }.sorted()
    if files.isEmpty { throw DataError.nothing(home) }
    return try files.map { try LabelledSet(path: home + "/" + $0, name: String($0.dropLast(".jsonl".count))) }
  }

  /// The comments that come with the trainer.
  static func bundled() throws -> [LabelledSet] {
    guard let folder = Bundle.module.url(forResource: "Comments", withExtension: nil) else {
      throw DataError.unreadable("Comments")
    }
    return try all(in: folder.path)
  }

  init(path: String, name: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else { throw DataError.unreadable(path) }
    let decoder = JSONDecoder()
    var comments: [LabelledComment] = []
    for (index, line) in data.split(separator: 0x0A).enumerated() {
      guard let record = try? decoder.decode(Record.self, from: Data(line)) else {
        throw DataError.badLine(file: path, line: index + 1)
      }
      comments.append(LabelledComment(record))
    }
    self.init(name: name, comments: comments)
  }
}

private struct Record: Decodable {
  var id: String
  var text: String
  var labels: [String]
  var spans: [Span]?
  var kind: String?

  struct Span: Decodable {
    var quote: String
    var type: String
    var subject: String?
  }
}

extension LabelledComment {
  fileprivate init(_ record: Record) {
    id = record.id
    text = record.text
    labels = Set(record.labels.compactMap(Label.init(rawValue:)))
    let scalars = Array(record.text.unicodeScalars)
    kind = record.kind
    spans = (record.spans ?? []).compactMap { span in
      guard let type = SpanType(rawValue: span.type) else { return nil }
      return GoldSpan(
        quote: span.quote, places: Self.places(of: Array(span.quote.unicodeScalars), in: scalars), type: type,
        subject: span.subject.flatMap(Subject.init(rawValue:)))
    }
  }

  /// Where a quote stands, in scalars.
  private static func places(of quote: [Unicode.Scalar], in text: [Unicode.Scalar]) -> [Range<Int>] {
    guard !quote.isEmpty, quote.count <= text.count else { return [] }
    return (0...(text.count - quote.count)).filter { text[$0..<($0 + quote.count)].elementsEqual(quote) }
      .map { $0..<($0 + quote.count) }
  }
}
