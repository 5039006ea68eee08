import Classifier
import Desk
import Feeds
import FoundationEssentials
import Glibc
import Intake
import Moderation

/// The desk's limits, one after the other, on one CSV: import beside `sqlite3 .import` of the same file, then opening,
/// pages, search, commits, a bulk decision and the check of the ledger. A million comments are what the limits are for.
struct DeskBenchmark {
  private let csv: String
  private let folder: String
  private let user = UserName("benchmark")

  init(csv: String, folder: String?) {
    self.csv = csv
    self.folder = folder ?? FileManager.default.temporaryDirectory.path + "/docket-benchmark-\(getpid())"
  }

  private var path: String { folder + "/desk.sqlite" }

  func run() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try importing()
    var desk = try open()
    var opening: [Double] = []
    for _ in 0..<20 {
      opening.append(
        try seconds {
          desk = try open()
          _ = try desk.page(QueueQuery(.queue), after: nil, limit: 50)
        })
    }
    report("open and show the first page", opening, limit: 0.050)
    try pages(desk)
    try search(desk)
    try commits(desk)
    try bulk(desk)
    try check(desk)
  }

  // MARK: Steps

  private func importing() throws {
    let peer = folder + "/peer.sqlite"
    let script = "printf '.mode csv\\n.import \(csv) c\\n' | sqlite3 '\(peer)'"
    var status: Int32 = 0
    let theirs = seconds { status = system(script) }
    let desk = try open()
    let intake = FeedIntake(desk: desk, classifier: try Classifier(), by: user)
    var account = ImportAccount(file: csv)
    let ours = try seconds { account = try intake.importFeed(csv, channel: "page") }
    let ratio =
      status == 0 ? "\(rounded(ours / theirs)) × sqlite3 .import (\(rounded(theirs)) s; limit 4 ×)" : "no sqlite3"
    print("import with classification   \(account.read) comments in \(rounded(ours)) s, \(ratio)")
    let indexing = try seconds { while try desk.indexWords(limit: 5000) > 0 {} }
    print("index for words, behind it   \(rounded(indexing)) s")
    try reportSize()
  }

  private func reportSize() throws {
    var text = 0
    _ = try FeedReader(path: csv).read {
      text += $0.text.utf8.count
    } problem: { _ in
    }
    let file = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    let feed = try FileManager.default.attributesOfItem(atPath: csv)[.size] as? Int ?? 0
    print(
      "file   \(file / 1_000_000) MB: \(rounded(Double(file) / Double(max(1, text)))) × the comments' words (limit 3 ×), "
        + "\(rounded(Double(file) / Double(max(1, feed)))) × the feed")
  }

  private func pages(_ desk: Desk) throws {
    var times: [Double] = []
    for order in [QueueQuery.Order.urgent, .oldest, .newest] {
      for label in [nil] + Label.allCases.map(Optional.some) {
        for severity in [nil, Severity.high] {
          let query = QueueQuery(.queue, order: order, channel: "page", label: label, severity: severity)
          var position: QueuePosition?
          for _ in 0..<5 {
            times.append(
              try seconds {
                position = try desk.page(query, after: position, limit: 50).last?.position ?? position
              })
          }
        }
      }
    }
    report("a page by any order and filter", times, limit: 0.005)
    report(
      "an exact count", try (0..<5).map { _ in try seconds { _ = try desk.count(QueueQuery(.queue)) } }, limit: 0.1)
  }

  private func search(_ desk: Desk) throws {
    let words = ["bus", "timetable", "the", "library road", "totara", "zzzz", "cycleway tr", "who decided on"]
    report(
      "full-text search, first page",
      try words.map { word in
        try seconds { _ = try desk.search(word, limit: 50) }
      }, limit: 0.050)
  }

  private func commits(_ desk: Desk) throws {
    let rows = try desk.page(QueueQuery(.queue, order: .newest), after: nil, limit: 1000)
    report(
      "commit",
      try rows.map { row in
        try seconds { try desk.commit([Self.leave(row)], by: user) }
      }, limit: 0.010)
  }

  private func bulk(_ desk: Desk) throws {
    let rows = try desk.page(QueueQuery(.queue, order: .oldest), after: nil, limit: 10_000)
    let time = try seconds { try desk.commit(rows.map(Self.leave), by: user) }
    report("a bulk decision on \(rows.count) items", [time], limit: 2)
  }

  private func check(_ desk: Desk) throws {
    // Enough events that the check is not over before it began.
    while try desk.lastSequence() < 300_000 {
      let rows = try desk.page(QueueQuery(.queue, order: .oldest), after: nil, limit: 20_000)
      guard !rows.isEmpty else { break }
      try desk.commit(rows.map(Self.leave), by: user)
    }
    var events: Int64 = 0
    let time = try seconds { if case .whole(let count, _) = try desk.verify() { events = count } }
    print("verify   \(events) events in \(rounded(time)) s, \(Int(Double(events) / time)) a second (limit 300000)")
  }

  // MARK: Odds and ends

  private func open() throws -> Desk {
    try Desk(
      path: path, policy: Self.policy, by: user,
      surroundings: DeskSurroundings(version: "benchmark", clock: { Timestamp(seconds: Int64(time(nil))) }))
  }

  private static func leave(_ row: QueueRow) -> Decision {
    Decision(item: row.item, revision: row.revision, verb: .leave, reasons: [ReasonCode("FINE")])
  }

  private static let policy = AgencyPolicy(
    agency: "Benchmark", zone: "UTC", contact: "", rulesURL: "",
    reasons: [
      Reason(code: ReasonCode("FINE"), title: "Fine", head: .none, citizenText: "", basis: "none", verbs: [.leave])
    ], suggestions: [:], escalationRoles: [], digest: "benchmark")

  private func report(_ what: String, _ times: [Double], limit: Double) {
    let median = milliseconds(times.quantile(0.5))
    let worst = milliseconds(times.quantile(0.99))
    print("\(what)   median \(median), p99 \(worst) of \(times.count) (limit \(milliseconds(limit)))")
  }

  private func milliseconds(_ seconds: Double) -> String { "\(Double(Int(seconds * 100_000)) / 100) ms" }

  private func rounded(_ value: Double) -> String { "\(Double(Int(value * 100)) / 100)" }
}
