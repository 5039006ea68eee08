import Moderation
import Testing

@testable import Desk

@Suite("Marks by what items have in common")
struct KinTests {
  let scratch = Scratch()

  private static let letter =
    "I am writing to oppose the closing of the Rimu Street library. My family goes there every week and so do our neighbours."

  private func ids(_ listed: [ListedItem], _ desk: Desk) throws -> [String] {
    try listed.compactMap { try desk.externalID(of: $0.item)?.id }
  }

  @Test("Form letters are found whatever was changed in them, and nothing else", arguments: [0, 3, 99])
  func similar(indexed: Int) throws {
    let desk = try scratch.desk()
    let texts = [
      Self.letter, Self.letter.uppercased(), Self.letter + " Yours, Hemi", "Dear council,\n" + Self.letter,
      Self.letter.replacing("library", with: "pool"),
      "I am writing about the Rimu Street library, which my family likes.",
      "Something else altogether", "", "🤬", String(Self.letter.reversed()),
    ]
    try desk.receive(
      texts.enumerated().map { Sample.received(Sample.comment("c\($0.offset)", $0.element)) }, feed: Sample.feed,
      by: Sample.kereru)
    if indexed > 0 { _ = try desk.store.write { try $0.indexWords(limit: indexed) } }
    let similar = try desk.similar(to: Sample.item("c0"), limit: 9)
    #expect(try ids(similar.map(\.listed), desk) == ["c1", "c2", "c3", "c4"])
    #expect(similar.map(\.likeness) == similar.map(\.likeness).sorted(by: >))
    #expect(similar.first?.likeness == 100)
    #expect(try desk.similar(to: Sample.item("c0"), limit: 1).count == 1)
    for lonely in ["c6", "c7", "c8", "c9", "absent"] {
      #expect(try desk.similar(to: Sample.item(lonely), limit: 9).isEmpty, "\(lonely)")
    }
  }

  @Test("Threads, authors and batches are marked whole")
  func kin() throws {
    let desk = try scratch.desk()
    try desk.receive(
      [
        Sample.received(Sample.comment("a", "x", posted: 3, thread: "t1", author: "u1")),
        Sample.received(Sample.comment("b", "x", posted: 2, thread: "t1", author: "u2")),
        Sample.received(Sample.comment("c", "x", posted: 1, thread: "t2", author: "u1")),
        Sample.received(Sample.comment("d", "x", posted: 1, thread: nil, author: nil)),
        Sample.received(Sample.comment("e", "x", thread: "t1", author: "u1"), channel: "other"),
      ], feed: Sample.feed, by: Sample.kereru)
    #expect(try ids(desk.thread(of: Sample.item("a"), limit: 9), desk) == ["b", "a"])
    #expect(try desk.thread(of: Sample.item("d"), limit: 9).isEmpty)
    #expect(try ids(desk.byAuthor(of: Sample.item("c"), limit: 9), desk) == ["a", "c"])
    #expect(try desk.byAuthor(of: Sample.item("d"), limit: 9).isEmpty)
    let events = try desk.commit(
      [Sample.decision("c", .hide), Sample.decision("a", .hide)], by: Sample.kereru)
    let batch = try #require(events.last?.batch)
    let listed = try desk.items(ofBatch: batch, limit: 9)
    #expect(try ids(listed, desk) == ["c", "a"])
    #expect(listed.allSatisfy { $0.revision == 1 && $0.state.visibility == .hidden })
  }
}
