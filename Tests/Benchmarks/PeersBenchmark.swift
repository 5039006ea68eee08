import Classifier
import FoundationEssentials
import Glibc
import Moderation

/// The classifier beside what an agency could install instead, on the same comments in the same run:
/// `swift run -c release Benchmarks peers [FEED.jsonl] [--install] [--environment DIR]`.
///
/// Everything runs on one core, and seconds are of the processor, so that others' work on the machine counts little. A peer
/// that is not there is named with the reason.
struct PeersBenchmark {
  private let feed: String
  private let environment: PeersEnvironment
  private let texts: [String]

  /// How much processor time a slow peer gets.
  private static let budget = 20

  init(_ words: [String]) throws {
    var folder = FileManager.default.temporaryDirectory.path + "/docket-peers"
    var feed: String?
    var installs = false
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "--install": installs = true
      case "--environment": folder = rest.popFirst() ?? folder
      default: feed = word
      }
    }
    environment = try PeersEnvironment(folder: folder)
    if installs { environment.install() }
    self.feed = try feed ?? Self.madeUpFeed(in: folder)
    texts = try Self.texts(of: self.feed)
  }

  func run() throws {
    let bytes = texts.reduce(0) { $0 + $1.utf8.count }
    print("\(texts.count) comments, \(bytes / max(1, texts.count)) bytes each, one core")
    var rows = try [
      row("docket, all labels", ClassifierSettings()),
      row("docket, personal and health alone", ClassifierSettings(labels: [.personal, .health])),
    ]
    rows += environment.measure(feed, seconds: Self.budget)
    let own = rows[0].rate
    for row in rows {
      guard let rate = row.rate else {
        print("\(row.name): not measured: \(row.remark)")
        continue
      }
      let ratio = own.flatMap { row.isPeer ? " (docket: \(Self.shown($0 / rate)) times as many)" : nil } ?? ""
      print("\(row.name): \(Self.shown(rate)) comments/s over \(row.comments)\(ratio)")
    }
    ScanBenchmark(texts: texts, folder: environment.folder).run()
  }

  /// What one contender did.
  struct Row {
    var name: String
    var comments: Int
    var seconds: Double
    var remark = ""
    /// Somebody else's program.
    var isPeer = true

    var rate: Double? { seconds > 0 && comments > 0 ? Double(comments) / seconds : nil }
  }

  /// The best of several rounds over all comments.
  private func row(_ name: String, _ settings: ClassifierSettings) throws -> Row {
    let classifier = try Classifier(settings)
    var scratch = Scratch()
    var best = Double.infinity
    for _ in 0..<7 {
      let before = Processor.seconds(.own)
      var flags = 0
      for text in texts { flags += classifier.flags(for: text, scratch: &scratch).count }
      // The flags are used, so that the loop cannot be left out.
      best = min(best, Processor.seconds(.own) - before + (flags < 0 ? 1 : 0))
    }
    return Row(name: name, comments: texts.count, seconds: best, isPeer: false)
  }

  /// Whole numbers from ten on, one decimal below.
  static func shown(_ value: Double) -> String {
    value >= 10 ? String(Int(value.rounded())) : String((value * 10).rounded() / 10)
  }

  private struct Line: Decodable { var text: String }

  private static func texts(of feed: String) throws -> [String] {
    let decoder = JSONDecoder()
    return try Data(contentsOf: URL(filePath: feed)).split(separator: 0x0A).map { line in
      try decoder.decode(Line.self, from: Data(line)).text
    }
  }

  private static func madeUpFeed(in folder: String) throws -> String {
    let texts = [
      "Lovely photos, thanks!", "How much did the rebrand cost, and who signed it off?",
      "My wife takes 40 mg of fluoxetine and your timetable means she can't get to the clinic",
      "Nine weeks and nobody rings back, not good enough", "what a bunch of useless clowns", "ring me on 021 555 0123",
      "The path by the river is closed again, does anybody know until when? Two planks are loose as well.",
    ]
    var lines = ""
    for index in 0..<5_000 {
      var line = JSONText()
      line.add("id", String(index))
      line.add("text", "\(texts[index % texts.count]) \(index)")
      lines += line.object + "\n"
    }
    let path = folder + "/made-up.jsonl"
    try Data(lines.utf8).write(to: URL(filePath: path))
    return path
  }
}

/// Processor time of this program, or of the programs that it has started and that have ended.
enum Processor {
  enum Whose {
    case own, children
  }

  static func seconds(_ whose: Whose) -> Double {
    var usage = rusage()
    switch whose {
    case .own: getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    case .children: getrusage(Int32(RUSAGE_CHILDREN.rawValue), &usage)
    }
    return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
  }
}
