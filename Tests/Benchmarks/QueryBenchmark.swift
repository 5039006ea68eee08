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
    print("columns of all items   \(milliseconds(try seconds { try desk.prepareFilters() }))")
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

  /// The first answer is cold: nothing is remembered of the query. Of later ones the median is shown.
  private func table(_ title: String, _ questions: [Question]) throws {
    print("\n\(title)   (first page cold, median; count cold, median; matches)")
    for question in questions {
      let query = QueueQuery(.all, order: .urgent, filter: try filter(question.text))
      var pages: [Double] = []
      var counts: [Double] = []
      var count = 0
      var looked = ""
      for turn in 0..<5 {
        pages.append(
          try seconds {
            let look = try desk.look(query, after: nil, limit: 50, budget: Desk.budget)
            if turn == 0, look.looked > 0 { looked = ", \(look.looked) texts looked at for \(look.rows.count) rows" }
          })
        if turn == 0 || question.count < 5 { counts.append(try seconds { count = try desk.count(query) }) }
      }
      let isMet = pages[0] <= question.page && counts[0] <= question.count
      print(
        "\(isMet ? " " : "!") \(padded(question.text)) \(milliseconds(pages[0]))  \(milliseconds(pages.quantile(0.5)))   "
          + "\(milliseconds(counts[0]))  \(milliseconds(counts.quantile(0.5)))   \(count)\(looked)")
    }
  }

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
    let marks = try seconds { _ = try desk.listed(query, limit: 10_000) }
    print("10,000 items for marks   \(milliseconds(marks))")
  }

  private func similar() throws {
    var times: [Double] = []
    var found: [Int] = []
    for row in try desk.page(QueueQuery(.queue, order: .newest), after: nil, limit: 20) {
      times.append(try seconds { found.append(try desk.similar(to: row.item, limit: 1000).count) })
    }
    print(
      "similar texts   median \(milliseconds(times.quantile(0.5))), longest \(milliseconds(times.max() ?? 0)); "
        + "\(found.min() ?? 0) to \(found.max() ?? 0) found")
  }

  private func filter(_ text: String) throws -> QueueFilter { try QueueFilter(text) }

  private func padded(_ text: String) -> String { text + String(repeating: " ", count: max(1, 36 - text.count)) }

  private func milliseconds(_ seconds: Double) -> String { "\(Double(Int(seconds * 10_000)) / 10) ms" }
}
