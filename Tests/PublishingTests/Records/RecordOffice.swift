import Casework
import Desk
import Foundation
import Moderation
import Publishing
import Synchronization

/// A desk with a comment that was recorded, and somebody who may export it; gone when the test is.
final class RecordOffice: Sendable {
  let folder: String
  var bag: String { folder + "/bag" }
  let item = ItemID(channel: "waka", externalID: "c1")
  static let kereru = UserName("akereru")
  static let keeper = UserName("jtoroa")
  static let label = ExportLabel(audience: "Archives", approver: "Records manager", marking: "IN CONFIDENCE")

  init() {
    folder = NSTemporaryDirectory() + "office-" + UUID().uuidString
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private static let policy: AgencyPolicy = {
    let record = ReasonCode("REC-1")
    return AgencyPolicy(
      agency: "Waka Tōtara", zone: "Pacific/Auckland", contact: "hello@waka.example", rulesURL: "https://waka.example",
      reasons: [
        Reason(
          code: record, title: "Record", head: .request, citizenText: "", basis: "BC L151",
          verbs: [.record, .hide, .leave])
      ], suggestions: [:], escalationRoles: [],
      people: [
        Person(id: "a.kereru", user: kereru, roles: [.moderator], line: 1),
        Person(id: "j.toroa", user: keeper, roles: [.records, .supervisor], line: 2),
      ], channels: [Channel(id: "waka", title: "Waka", owner: "a.kereru")],
      casework: CaseworkPolicy(retention: [
        RetentionClass(
          code: "REC", title: "Records", authority: "GDA6 1.1", keeps: .init(years: 7), from: .lastActed,
          defaultFor: [.recorded])
      ]), digest: String(repeating: "b", count: 64), source: "agency = \"Waka Tōtara\"\n")
  }()

  func desk() throws -> Desk {
    let now = Mutex<Int64>(1_790_000_000_000)
    return try Desk(
      path: folder + "/desk.sqlite", policy: Self.policy, by: Self.kereru,
      surroundings: DeskSurroundings(
        version: "test",
        clock: {
          Timestamp(
            milliseconds: now.withLock { now in
              now += 1000
              return now
            })
        }))
  }

  /// The comment, decided to be recorded, in a record of each form: R-2026-0001 to 3.
  func captured() throws -> Desk {
    let desk = try desk()
    var comment = Comment(
      id: "c1", platform: "youtube", text: "My neighbour Jane Smith fell on the new ramp",
      source: SourcePosition(file: "feed.json", line: 1, index: 0))
    comment.authorID = "u1"
    comment.authorName = "Name of u1"
    comment.created = PlatformTime(Timestamp(milliseconds: 1_780_000_000_000), zone: .utc)
    let flag = Flag(
      label: .personal, score: Score(hundredths: 90), severity: .high, why: "a name",
      spans: [Span(start: 13, end: 23, type: .person, subject: .other)], rule: "personal.name@1")
    try desk.receive(
      [ReceivedComment(comment: comment, channel: "waka", flags: [flag])],
      feed: FeedIdentity(sha256: "", format: "test", rules: "r@1"), by: Self.kereru)
    try desk.commit(
      [Decision(item: item, revision: 1, verb: .record, reasons: [ReasonCode("REC-1")])], by: Self.kereru)
    for form in RecordForm.allCases {
      guard var draft = try desk.recordDraft(of: [item], form: form) else { continue }
      draft.need = "The council decides on the ramp."
      draft.worksheet = PrivacyWorksheet(image: false, aboutIndividual: true, opinion: false)
      draft.restriction = .restricted
      if form == .summary { draft.summary = "Somebody fell on the ramp." }
      try desk.capture(draft, hiding: { _ in [] }, by: Self.kereru)
    }
    return desk
  }

  func alias(_ desk: Desk) -> String { ((try? desk.detail(item)) ?? nil)?.alias ?? "" }

  @discardableResult
  func export(
    _ desk: Desk, label: ExportLabel = RecordOffice.label, names: String? = nil, to suffix: String = ""
  ) throws -> [Event] {
    try desk.exportRecords(
      ["R-2026-0001", "R-2026-0002", "R-2026-0003"], label: label, namesFor: names, by: Self.keeper
    ) { package in try RecordBag.write(package, to: bag + suffix) }
  }
}
