import Classifier
import Desk
import FoundationEssentials
import Glibc
import Intake
import Moderation

/// A desk in a folder of its own, made of one CSV, classified and with its index for words; gone when the work is done.
enum BenchmarkDesk {
  static func with(csv: String, folder: String?, _ body: (Desk) throws -> Void) throws {
    let folder = folder ?? FileManager.default.temporaryDirectory.path + "/docket-benchmark-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let policy = AgencyPolicy(
      agency: "Benchmark", zone: "UTC", contact: "", rulesURL: "",
      reasons: [
        Reason(code: ReasonCode("FINE"), title: "Fine", head: .none, citizenText: "", basis: "none", verbs: [.leave])
      ], suggestions: [:], escalationRoles: [], digest: "benchmark")
    let user = UserName("benchmark")
    let desk = try Desk(
      path: folder + "/desk.sqlite", policy: policy, by: user,
      surroundings: DeskSurroundings(version: "benchmark", clock: { Timestamp(seconds: Int64(time(nil))) }))
    let intake = FeedIntake(desk: desk, classifier: try Classifier(), by: user)
    _ = try intake.importFeed(csv, channel: "page")
    while try desk.indexWords(limit: 5000) > 0 {}
    // Something to ask decisions about.
    let rows = try desk.page(QueueQuery(.queue, order: .oldest), after: nil, limit: 20_000)
    try desk.commit(
      rows.map { Decision(item: $0.item, revision: $0.revision, verb: .leave, reasons: [ReasonCode("FINE")]) }, by: user
    )
    try body(desk)
  }
}
