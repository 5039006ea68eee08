import Desk
import Glibc
import Moderation

/// How long questions to a filtered list take: the page that is seen first, and the exact count. A million items are what the
/// limits are for; the desk is one that `Benchmarks query` made of a CSV, or one that is there.
struct QueryBenchmark {
  let desk: Desk

  private struct Question {
    var text: String
    /// In seconds.
    var page: Double
    var count: Double
  }

  private static let numbers = [
    "label:health", "label:request score>0.9", "score>0.8", "score>0.99", "severity>=high", "state:open",
    "state:decided",
    "visibility:hidden", "-label:request age<300d", "label:spam or label:legal", "kind:threat",
    "channel:page is:unflagged",
  ].map { Question(text: $0, page: 0.016, count: 0.1) }

  private static let comments = [
    "is:reply", "thread:bus", "posted:2025-01", "language:mi", "decided:..", "learned:today", "author:weka-2207",
  ].map { Question(text: $0, page: 0.05, count: 0.5) }

  private static let words = [
    "bus", "the", "timetable", "zzzz", "comm", "library road", "the bus late", "label:request the", "-the",
    "bus or library",
    "\"the bus\"", "\"bus timetable\" label:complaint",
  ].map { Question(text: $0, page: 0.05, count: 0.5) }

  private static let patterns = [
    "/bus(es)? timetable/", "/\\bro(a|u)d\\b.*\\bclosed\\b/", "/(a*)*zzzz/", "/[0-9]{3} ?[0-9]{4}/",
    "label:health /wife|son/",
  ].map { Question(text: $0, page: 0.3, count: 10) }

  func run() throws {
    print("columns of all items   \(text(try Cost.of { try desk.prepareFilters() }))")
    try table("numbers and labels", Self.numbers)
    try table("of comments and decisions", Self.comments)
    try table("words", Self.words)
    try table("patterns, a page with the desk's budget", Self.patterns)
    try places()
    try similar()
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    print("largest resident size   \(usage.ru_maxrss / 1024) MiB")
  }

  /// The first answer is cold: nothing is remembered of the query. Of later ones the median is shown. What the processor had to
  /// do for a cold answer stands in parentheses: on a machine that others use as well, that is the figure to go by.
  private func table(_ title: String, _ questions: [Question]) throws {
    print("\n\(title)   (first page cold, median; count cold; matches)")
    for question in questions {
      let query = QueueQuery(.all, order: .urgent, filter: try filter(question.text))
      var pages: [Cost] = []
      var look = QueueLook(rows: [])
      var first = look
      for turn in 0..<5 {
        pages.append(try Cost.of { look = try desk.look(query, after: nil, limit: 50, budget: Desk.budget) })
        if turn == 0 { first = look }
      }
      var count = 0
      let counting = try Cost.of { count = try desk.count(query) }
      let isMet = pages[0].processor <= question.page && counting.processor <= question.count
      let looked = first.looked > 0 ? ", \(first.looked) texts looked at for \(first.rows.count) rows" : ""
      print(
        "\(isMet ? " " : "!") \(padded(question.text)) \(text(pages[0]))  \(milliseconds(pages.map(\.wall).quantile(0.5)))   "
          + "\(text(counting))   \(count)\(looked)")
    }
  }

  /// Seconds by the clock, and of the processor.
  private struct Cost {
    var wall: Double
    var processor: Double

    static func of(_ body: () throws -> Void) rethrows -> Cost {
      let before = processorSeconds()
      let wall = try seconds(body)
      return Cost(wall: wall, processor: processorSeconds() - before)
    }

    private static func processorSeconds() -> Double {
      var usage = rusage()
      getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
      return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }
  }

  private func text(_ cost: Cost) -> String { "\(milliseconds(cost.wall)) (\(milliseconds(cost.processor)))" }

  private func places() throws {
    let query = QueueQuery(.all, order: .urgent, filter: try filter("score>0.5"))
    var times: [Double] = []
    var position: QueuePosition?
    for _ in 0..<20 {
      guard let last = try desk.page(query, after: position, limit: 50).last else { break }
      position = last.position
      times.append(try seconds { _ = try desk.place(of: last.item, in: query) })
    }
    print("\nplace of an item in a filtered list   median \(milliseconds(times.quantile(0.5)))")
    let marks = try Cost.of { _ = try desk.listed(query, limit: 10_000) }
    print("10,000 items for marks   \(text(marks))")
  }

  private func similar() throws {
    var times: [Cost] = []
    var found: [Int] = []
    for row in try desk.page(QueueQuery(.queue, order: .newest), after: nil, limit: 20) {
      times.append(try Cost.of { found.append(try desk.similar(to: row.item, limit: 1000).count) })
    }
    print(
      "similar texts   median \(milliseconds(times.map(\.wall).quantile(0.5))) "
        + "(\(milliseconds(times.map(\.processor).quantile(0.5)))), longest \(milliseconds(times.map(\.wall).max() ?? 0)); "
        + "\(found.min() ?? 0) to \(found.max() ?? 0) found")
  }

  private func filter(_ text: String) throws -> QueueFilter { try QueueFilter(text) }

  private func padded(_ text: String) -> String { text + String(repeating: " ", count: max(1, 36 - text.count)) }

  private func milliseconds(_ seconds: Double) -> String { "\(Double(Int(seconds * 10_000)) / 10) ms" }
}
