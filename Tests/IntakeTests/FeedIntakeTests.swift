import Classifier
import Desk
import FoundationEssentials
import Intake
import Moderation
import Testing

@Suite("Bringing feeds onto the desk")
struct FeedIntakeTests {
  private let folder = FileManager.default.temporaryDirectory.path + "docket-intake-" + UUID().uuidString
  private let user = UserName("akereru")

  private func desk() throws -> Desk {
    try Desk(
      path: folder + "/desk.sqlite",
      policy: AgencyPolicy(
        agency: "A", zone: "UTC", contact: "", rulesURL: "", reasons: [], suggestions: [:], escalationRoles: [],
        digest: ""),
      by: user, surroundings: DeskSurroundings(version: "test", clock: { Timestamp(seconds: 1_783_692_000) }))
  }

  private func feed(_ lines: [String]) throws -> String {
    let path = folder + "/feed.jsonl"
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path))
    return path
  }

  @Test("The account says what was read, new, edited, known and skipped, and the queue puts the urgent first")
  func account() throws {
    let desk = try desk()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let intake = FeedIntake(desk: desk, classifier: try Classifier(), by: user)
    let first = try intake.importFeed(
      feed([
        #"{"id":"1","text":"Lovely day"}"#, #"{"id":"2","text":"My wife takes 40 mg of fluoxetine"}"#,
        #"{"id":"3","text":"#,
      ]))
    #expect([first.read, first.new, first.changed, first.same] == [2, 2, 0, 0])
    #expect(first.skipped.map(\.line) == [3])
    #expect(try desk.events(before: nil, limit: 9).compactMap(\.imported?.skipped).reduce(0, +) == 1)
    let again = try intake.importFeed(
      feed([#"{"id":"1","text":"Lovely night"}"#, #"{"id":"2","text":"My wife takes 40 mg of fluoxetine"}"#]))
    #expect([again.read, again.new, again.changed, again.same] == [2, 0, 1, 1])
    let rows = try desk.page(QueueQuery(.queue), after: nil, limit: 10)
    #expect(rows.map(\.label) == [.health, nil])
    #expect(rows.map(\.revision) == [1, 2])
    #expect(try desk.accounts().count == 2)
    #expect(try desk.accounts().allSatisfy { $0.sha256.count == 64 })
  }

  @Test("The same feed makes the same flags in the same order on any number of threads")
  func threads() throws {
    let texts = [
      "My wife takes 40 mg of fluoxetine", "Lovely day", "ring me on 021 555 0123", "what a pack of muppets",
      "Under the OIA please release the report",
    ]
    let comments = (0..<1500).map { index in
      Comment(
        id: "\(index)", platform: "test", text: texts[index % texts.count] + " \(index % 7)",
        source: SourcePosition(file: "t", line: index + 1, index: index))
    }
    let classifier = try Classifier()
    let one = ParallelClassifier(classifier, threads: 1).flags(for: comments)
    #expect(one.contains { !$0.isEmpty })
    for threads in [2, 3, 8] {
      #expect(ParallelClassifier(classifier, threads: threads).flags(for: comments) == one)
    }
  }
}
