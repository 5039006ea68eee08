import Feeds
import Moderation
import Testing

@Suite("Opening a feed") struct OpeningTests {
  private func failure(_ bytes: [UInt8], format: String? = nil) -> FeedError? {
    let fixture = FeedFixture(bytes)
    do throws(FeedError) {
      _ = try FeedReader(path: fixture.path, format: format)
      return nil
    } catch {
      return error
    }
  }

  private func message(_ text: String, format: String? = nil) -> String? {
    failure(Array(text.utf8), format: format).map { error in
      // The path differs from run to run: the words after it do not.
      error.message.drop { $0 != ":" }.dropFirst(2).description
    }
  }

  @Test("What cannot be read says what was found and what to do") func messages() {
    #expect(message("") == "is empty; export the comments again")
    #expect(message("\u{FEFF} \r\n") == "is empty; export the comments again")
    #expect(
      failure([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0])?.message.hasSuffix(
        ": is not text; a feed is JSON, CSV or XML as the platform exported it") == true)
    #expect(
      failure(Array("BZh91AY".utf8))?.message.hasSuffix(
        ": is packed (bzip2); unpack it first (bunzip2) and open what is in it") == true)
    let known = "`docket formats` lists what is known"
    #expect(
      message("{\"a\":1,\"b\\u001b[2J\":2}") == "no known feed: it holds JSON objects with the keys a, b?[2J; \(known)")
    #expect(message("<svg></svg>") == "no known feed: it holds XML with the root element svg; \(known)")
    #expect(
      message("She lives at 9 Rimu St\n")
        == "no known feed: it holds text without a header row that names its columns; \(known)")
    #expect(
      message("id,post_id,comments,timestamp\n1,2,3,4\n")
        == "no column holds the comments' text; its columns are id, post_id, comments, timestamp; say which with --map text=COLUMN"
    )
    #expect(message("id,text\n1,a\n", format: "wxr") == "cannot be read as wxr@1: it holds a table or plain text")
    #expect(
      failure([], format: "myspace")?.message
        == "there is no feed format myspace; `docket formats` lists the \(FeedReader.formatNames.count) that are known")
  }

  @Test("Deep nesting alone is an unknown feed, not a crash") func deep() {
    #expect(message(String(repeating: "[", count: 100_000)) != nil)
    #expect(message(String(repeating: "{\"a\":", count: 100_000)) != nil)
  }

  @Test("A missing file and a folder are unreadable") func unreadable() {
    #expect(throws: FeedError.unreadable("/nowhere/feed", why: "No such file or directory")) {
      try FeedReader(path: "/nowhere/feed")
    }
    #expect(throws: FeedError.unreadable("/", why: "it is a folder")) { try FeedReader(path: "/") }
  }

  @Test("A folder stands for its regular files in name order, dotfiles skipped") func folder() throws {
    let fixture = FeedFixture("x", name: "b.csv")
    fixture.add([], name: "a.json")
    fixture.add([], name: ".hidden")
    fixture.add([], name: "B.csv")
    #expect(
      try FeedLocator.files(for: fixture.folder) == ["B.csv", "a.json", "b.csv"].map { fixture.folder + "/" + $0 })
    #expect(try FeedLocator.files(for: "-") == ["-"])
    #expect(try FeedLocator.files(for: "/nowhere/feed") == ["/nowhere/feed"])
  }

  @Test("A folder without any regular file is an error") func emptyFolder() throws {
    let fixture = FeedFixture("x", name: ".hidden")
    #expect(throws: FeedError.noFeeds(fixture.folder)) { try FeedLocator.files(for: fixture.folder) }
  }

  @Test("The summary has the file's digest and size") func summary() throws {
    // printf '{"id":"1","text":"a"}\n' | sha256sum
    let feed = "{\"id\":\"1\",\"text\":\"a\"}\n"
    let fixture = FeedFixture(feed)
    #expect(
      try FeedReader(path: fixture.path).digest()
        == "1193bb5d4a8074e07a65e6bba10eba799f802f0866f34b96bee834de0a5b0ecf")
    let reading = try Reading(feed)
    #expect(
      reading.summary
        == FeedSummary(
          bytes: 22, read: 1, skipped: 0,
          droppedFields: [], truncated: false))
  }

  @Test("What the receiver throws stops the reading") func receiverThrows() throws {
    struct Enough: Error {}
    let fixture = FeedFixture("{\"text\":\"a\"}\n{\"text\":\"b\"}\n")
    var seen = 0
    #expect(throws: Enough.self) {
      _ = try FeedReader(path: fixture.path).read { _ in
        seen += 1
        throw Enough()
      }
    }
    #expect(seen == 1)
  }
}
