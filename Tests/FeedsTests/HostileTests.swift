import Feeds
import Glibc
import Moderation
import Testing

@Suite("Hostile feeds") struct HostileTests {
  @Test("Entities are never expanded beyond the characters they stand for, and nothing is fetched") func laughs() throws
  {
    let definitions = (1...9).map { "<!ENTITY lol\($0) \"\(String(repeating: "&lol\($0 - 1);", count: 10))\">" }
    let feed = """
      <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol0 "lol"><!ENTITY file SYSTEM "file:///etc/passwd">\(definitions.joined())]>
      <rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><wp:comment><wp:comment_id>1</wp:comment_id>
      <wp:comment_content>&lol9; &file; &amp;lt;</wp:comment_content></wp:comment></item></channel></rss>
      """
    #expect(try Reading(feed).texts == ["&lol9; &file; <"])
  }

  @Test("A thousand replies within each other are read; deeper ones are an error of their record")
  func deepReplies() throws {
    func thread(_ depth: Int) -> String {
      let open = #"{"kind":"t1","data":{"id":"c","body":"a","replies":{"kind":"Listing","data":{"children":["#
      return "{\"kind\":\"Listing\",\"data\":{\"children\":[" + String(repeating: open, count: depth)
        + String(repeating: "]}}}}", count: depth) + "]}}"
    }
    #expect(try Reading(thread(150)).comments.count == 150)
    let deep = try Reading(thread(5000))
    #expect(deep.problems == ["feed:1: nested deeper than 1000 levels"])
  }

  @Test("Elements within elements cost no stack") func deepElements() throws {
    let deep = String(repeating: "<a>", count: 200_000)
    let feed =
      "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><item>\(deep)<wp:comment>\(deep)</wp:comment>"
    #expect(try Reading(feed).summary.skipped > 0)
    #expect(throws: FeedError.self) { try Reading(deep) }
  }

  @Test("An array of a hundred thousand comments on one line is read piece by piece") func oneLine() throws {
    let array = "[" + (0..<100_000).map { "{\"id\":\"\($0)\",\"text\":\"a \($0)\"}" }.joined(separator: ",") + "]"
    let reading = try Reading(array)
    #expect(reading.comments.count == 100_000)
    #expect(reading.comments.last?.text == "a 99999")
    let page = try Reading(
      "{\"name\":\"x\",\"type\":\"public_channel\",\"id\":9,\"messages\":["
        + (0..<100_000).map {
          "{\"id\":\($0),\"type\":\"message\",\"from\":\"Jo\",\"from_id\":\"user1\",\"date_unixtime\":\"1725238077\",\"text\":\"a\"}"
        }.joined(separator: ",") + "]}")
    #expect(page.comments.count == 100_000)
    #expect(page.comments.last?.thread == "9")
    #expect(page.problems == [])
  }

  @Test("A page's list is found behind megabytes of something else") func farList() throws {
    let formats = (0..<60_000).map { "{\"url\":\"https://example.nz/\($0)?{[\",\"height\":\($0),\"x\":[[1],{}]}" }
    let reading = try Reading(
      "{\"id\":\"v\",\"title\":\"Bus\",\"extractor\":\"youtube\",\"webpage_url\":\"u\",\"formats\":[\(formats.joined(separator: ","))],\"comments\":[{\"id\":\"c\",\"parent\":\"root\",\"author_id\":\"a\",\"text\":\"Kia ora\",\"timestamp\":1725238077}],\"x\":1}",
      format: "youtube-dlp")
    #expect(reading.comments.map(FormatFixture.line) == ["c @ v | - | 2024-09-02T00:47:57Z | published | Kia ora"])
    #expect(reading.problems == [])
  }

  @Test("A file that is shortened while it is read ends there") func shortened() throws {
    let line = "{\"id\":\"1\",\"text\":\"\(String(repeating: "a", count: 1000))\"}\n"
    let fixture = FeedFixture(String(repeating: line, count: 20_000))
    let reader = try FeedReader(path: fixture.path)
    var read = 0
    _ = try reader.read { _ in
      read += 1
      if read == 10 { truncate(fixture.path, 5000) }
    }
    #expect((10..<20_000).contains(read))
  }

  @Test("NULs, escapes and marks of direction reach nobody's terminal by the common record") func controls() throws {
    let reading = try Reading(
      Array("{\"id\":\"1\u{1B}[2J\",\"text\":\"a\\u0000\\u001b[31m\u{202E}b\u{9B}\",\"author\":\"\u{7}x\"}\n".utf8)
        + Array("{\"text\":\"\(String(repeating: "plain ", count: 200))\"}".utf8))
    let record = try #require(reading.records.first)
    #expect(!record.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
    #expect(reading.texts.first == "a\u{FFFD}\u{1B}[31m\u{202E}b\u{9B}")
  }

  @Test("NULs in mails, whatever their encoding, and in addresses become U+FFFD") func hiddenNULs() throws {
    let head = "From a@b Mon Sep 02 00:47:57 2024\nFrom: a@b\nSubject: s\nContent-Transfer-Encoding: base64\n\n"
    #expect(try Reading(head + "YQBi6Q==\n").texts == ["a\u{FFFD}bé"])
    #expect(try Reading(head + "YQBi\n").texts == ["a\u{FFFD}b"])
    let isso =
      #"[{"id":"/bus","title":"a%00b","comments":[{"id":1,"text":"x","created":"2024-09-01 00:00:00","mode":1}]}]"#
    #expect(try Reading(isso).comments.first?.threadTitle == "a\u{FFFD}b")
  }

  @Test("Lists under keys that are empty or hold dots are found too") func oddKeys() throws {
    #expect(try Reading(#"{"":[{"id":"1","message":"a b"}],"paging":{}}"#).ids == ["1"])
    #expect(try Reading(#"{"a.b":{"":[{"id":"1","text":"a b"}]}}"#).ids == ["1"])
  }

  @Test("A record longer than four mebibytes is named, not kept") func longRecord() throws {
    let long = "{\"id\":\"2\",\"text\":\"\(String(repeating: "x", count: 5 << 20))\"}"
    let reading = try Reading("[{\"id\":\"1\",\"text\":\"a\"},\n\(long),\n{\"id\":\"3\",\"text\":\"c\"}]")
    #expect(reading.ids == ["1", "3"])
    #expect(reading.problems == ["feed:2: this record is longer than 4 MiB"])
    let lines = try Reading("{\"id\":\"1\",\"text\":\"a\"}\n\(long)\n{\"id\":\"3\",\"text\":\"c\"}\n")
    #expect(lines.ids == ["1", "3"])
    #expect(lines.problems == ["feed:2: this record is longer than 4 MiB"])
  }

  @Test("Wherever a feed is cut, reading it ends in comments and at most one report of the cut")
  func cutAnywhere() throws {
    for feed in FuzzSeeds.all {
      let bytes = Array(feed.utf8)
      for length in stride(from: 1, to: bytes.count, by: max(1, bytes.count / 40)) {
        guard let reading = try? Reading(Array(bytes[..<length])) else { continue }
        #expect(reading.problems.count { $0.contains("it was cut off") } <= 1)
      }
    }
  }
}
