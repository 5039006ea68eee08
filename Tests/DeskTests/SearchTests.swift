import Moderation
import Testing

@testable import Desk

@Suite("Search")
struct SearchTests {
  let scratch = Scratch()

  private static let texts = [
    "Waka Tōtara runs late", "the WAKA is late again", "totally wakaless", "a\u{0}wakaoutoftime", "nothing",
    "to\u{304}tara in two pieces", "हिन्दी में लिखा है", "ПРИВЕТ мир", "number 0800 111 222", "Ⓐ anarchy", "naïve café",
    "don't stop", "東京タワー",
  ]

  /// Items c0 to c12, each with its text.
  private func prepare(indexed: Int) throws -> Desk {
    let desk = try scratch.desk()
    try desk.receive(
      Self.texts.enumerated().map { Sample.received(Sample.comment("c\($0.offset)", $0.element)) }, feed: Sample.feed,
      by: Sample.kereru)
    if indexed > 0 { _ = try desk.store.write { try $0.indexWords(limit: indexed) } }
    return desk
  }

  private func found(_ text: String, _ desk: Desk) throws -> [Int] {
    try desk.search(text, limit: 99).compactMap { row in
      try desk.externalID(of: row.item).flatMap { Int($0.id.dropFirst()) }
    }
  }

  private static let questions: [(String, [Int])] = [
    ("waka", [3, 2, 1, 0]), ("WAKA late", [1, 0]), ("late waka", [1, 0]), ("waka runs", [0]), ("lat", []),
    ("totar", [5, 0]),
    ("lat waka", []), ("totara", [5, 0]), ("tōtara", [5, 0]), ("TŌTARA", [5, 0]), ("to\u{304}tara", [5, 0]),
    ("ara", []), ("aka", []), ("hi", []), ("हिन्दी", [6]), ("привет", [7]), ("ПРИ", [7]), ("0800", [8]), ("08", []),
    ("111 222", [8]), ("cafe naive", [10]), ("CAFÉ", [10]), ("don't", [11]), ("don t", [11]), ("東京", [12]),
    ("nothing at all", []), ("", []), ("  ", []), ("!?", []), ("Ⓐ", []),
  ]

  @Test("Words are found whatever their case and accents, the last one begun, in the index or not yet in it or half")
  func words() throws {
    for indexed in [0, 5, 100] {
      let scratch = SearchTests()
      let desk = try scratch.prepare(indexed: indexed)
      for (text, expected) in Self.questions {
        #expect(try found(text, desk) == expected, "“\(text)”, \(indexed) indexed")
      }
    }
  }

  @Test(
    "What means something to the index is a word like any other, or nothing",
    arguments: [
      "\"", "'", "waka\"", "\"waka", "waka OR nothing", "waka AND", "NOT waka", "NEAR(waka late)", "waka*", "^waka",
      "text:waka", "-waka", "waka + late", "{text} : waka", "(waka", "waka)", "; DROP TABLE item", "waka\u{0}late", "%",
      "_", "\\", "ⅻ", "👨‍👩‍👧", "𝕎𝕒𝕜𝕒", "\u{301}",
    ])
  func operators(text: String) throws {
    for indexed in [0, 100] {
      let scratch = SearchTests()
      let desk = try scratch.prepare(indexed: indexed)
      let items = try found(text, desk)
      if text.hasPrefix("waka") && !text.contains(" ") || text == "^waka" || text == "-waka" || text == "(waka" {
        #expect(items == (text.contains("late") ? [1, 0] : [3, 2, 1, 0]), "\(text)")
      }
      #expect(try desk.count(QueueQuery(.queue)) == Self.texts.count)
    }
  }

  @Test("An edited text is found by its new words and by none of the old, wherever it was indexed")
  func edited() throws {
    for indexed in [0, 2, 100] {
      let scratch = SearchTests()
      let desk = try scratch.prepare(indexed: indexed)
      try desk.receive(
        [0, 3].map { Sample.received(Sample.comment("c\($0)", "quite other words \($0)")) }, feed: Sample.feed,
        by: Sample.kereru)
      #expect(try found("waka", desk) == [2, 1])
      #expect(try found("wakaoutoftime", desk) == [])
      #expect(try found("quite", desk) == [3, 0])
      try desk.indexAllWords()
      #expect(try found("waka", desk) == [2, 1])
      #expect(try found("quite words", desk) == [3, 0])
    }
  }

  @Test("Hits come a page at a time, the newest first, each once, across the end of the index", arguments: [0, 30, 99])
  func paging(indexed: Int) throws {
    let desk = try scratch.desk()
    try desk.receive(
      (1...60).map { Sample.received(Sample.comment("c\($0)", $0 % 2 == 0 ? "even word" : "odd word")) },
      feed: Sample.feed, by: Sample.kereru)
    if indexed > 0 { _ = try desk.store.write { try $0.indexWords(limit: indexed) } }
    var rows: [QueueRow] = []
    while case let page = try desk.search("even", before: rows.last?.position.row, limit: 7), !page.isEmpty {
      rows += page
    }
    #expect(rows.map(\.item) == stride(from: 60, to: 0, by: -2).map { Sample.item("c\($0)") })
  }

  @Test("The index follows behind and says how far it has come")
  func progress() throws {
    let desk = try scratch.desk()
    try desk.fill(10)
    func progress() throws -> IndexProgress { try desk.store.read { try $0.indexProgress() } }
    #expect(try progress() == IndexProgress(done: 0, total: 10))
    #expect(try desk.store.write { try $0.indexWords(limit: 4) } == 4)
    #expect(try progress() == IndexProgress(done: 4, total: 10))
    #expect(try desk.store.write { try $0.indexWords(limit: 100) } == 6)
    #expect(try desk.store.write { try $0.indexWords(limit: 100) } == 0)
    #expect(try progress() == IndexProgress(done: 10, total: 10))
  }

  @Test("Items that have been decided about are found as well")
  func decided() throws {
    let desk = try prepare(indexed: 99)
    try desk.commit([Sample.decision("c0", .hide)], by: Sample.kereru)
    #expect(try desk.search("totara runs", limit: 9).map(\.state.visibility) == [.hidden])
  }
}
