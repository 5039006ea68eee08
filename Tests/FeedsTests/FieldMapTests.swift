import Moderation
import Testing

@testable import Feeds

@Suite("Field maps and guesses") struct FieldMapTests {
  private func failure(_ text: String) -> FieldMapError? {
    do throws(FieldMapError) {
      _ = try FieldMap(parsing: text)
      return nil
    } catch {
      return error
    }
  }

  private func comments(_ feed: String, map: String? = nil, format: String? = nil) throws -> [Moderation.Comment] {
    let fixture = FeedFixture(feed)
    var comments: [Moderation.Comment] = []
    _ = try FeedReader(path: fixture.path, format: format, map: map.map { try FieldMap(parsing: $0) }).read {
      comments.append($0)
    }
    return comments
  }

  @Test("A map is read from words and written back") func words() throws {
    let map = try FieldMap(parsing: " text = Your message ,created=\"Date, local\", authorid=#3")
    #expect(map.entries.map(\.field) == ["text", "created", "authorId"])
    #expect(map.entries.map(\.column) == ["Your message", "Date, local", "#3"])
    #expect(map.text == "text=Your message,created=\"Date, local\",authorId=#3")
    #expect(try FieldMap(parsing: map.text) == map)
  }

  @Test("What is wrong with the words is said, with what to write instead") func wrong() {
    #expect(failure("") == .empty)
    #expect(failure("Comment") == .noSign("Comment"))
    #expect(failure("=Comment") == .noSign("=Comment"))
    #expect(failure("body=Comment")?.message.hasPrefix("there is no field body; known are text, id, parent,") == true)
    #expect(failure("text=") == .noColumn(field: "text"))
    #expect(failure("text=a,Text=b") == .twice(field: "text"))
    #expect(failure("text=")?.message == "text=: name the column after the sign")
  }

  @Test("A map goes before names, in tables and in plain JSON") func told() throws {
    let table = "id,comment,note,when\n1,short,the text that was meant,2024-09-01 10:00\n"
    #expect(try comments(table).map(\.text) == ["short"])
    let mapped = try comments(table, map: "text=note,created=when")
    #expect(mapped.map(\.text) == ["the text that was meant"])
    #expect(mapped.first?.created?.iso8601 == "2024-09-01T10:00:00")
    #expect(try comments(#"{"id":1,"comment":"short","note":"meant"}"#, map: "text=note").map(\.text) == ["meant"])
    #expect(try comments("1,2,three four five\n2,2,six seven eight\n", map: "text=#3,id=#1").map(\.id) == ["1", "2"])
  }

  @Test("A column that is not there, and a format with fields of its own, are refused") func refused() throws {
    let fixture = FeedFixture("id,comment\n1,a b c\n")
    #expect(throws: FeedError.noSuchColumn(fixture.path, column: "note", columns: ["id", "comment"])) {
      try FeedReader(path: fixture.path, map: try FieldMap(parsing: "text=note"))
    }
    #expect(throws: FeedError.mapDoesNotFit(fixture.path, format: "drupal-csv@1")) {
      try FeedReader(path: fixture.path, format: "drupal-csv", map: try FieldMap(parsing: "text=comment"))
    }
  }

  @Test("Columns without a known name are told by what is in them, and the guess is shown") func content() throws {
    let feed = """
      Nr,Wer,Wann,Anliegen der Bürgerin
      1,Mere,2024-09-01 10:00,The bus at the corner of Kowhai Street is late every morning
      2,Jo,2024-09-02 11:30,Please mow the verge outside the school before term begins
      """
    let fixture = FeedFixture(feed)
    let reader = try FeedReader(path: fixture.path)
    #expect(
      reader.columns == [
        ColumnMapping(column: "Anliegen der Bürgerin", field: "text", reason: .content),
        ColumnMapping(column: "Wann", field: "created", reason: .content),
      ])
    #expect(try comments(feed).first?.text.hasPrefix("The bus") == true)
  }

  @Test("A table without a header is read by its contents") func headerless() throws {
    let comments = try comments(
      "a1;2024-09-01T10:00:00Z;Late again, and cold\na2;2024-09-02T10:00:00Z;Lovely photos of the river\n")
    #expect(
      comments.map(FormatFixture.line) == [
        "a1 | - | 2024-09-01T10:00:00Z | unknown | Late again, and cold",
        "a2 | - | 2024-09-02T10:00:00Z | unknown | Lovely photos of the river",
      ])
  }

  @Test("A line that does not begin as rows do goes on with the text above it") func continued() throws {
    let texts = try comments("id,text\n1,first\nsecond line, with a comma\n\nthird\n2,other\n").map(\.text)
    #expect(texts == ["first\nsecond line, with a comma\n\nthird", "other"])
  }

  @Test("Entities that an exporter made are decoded once; a bare & shows that they are the writer's") func entities()
    throws
  {
    #expect(try comments("id,text\n1,R&amp;D isn&#39;t &amp;amp;\n").map(\.text) == ["R&D isn't &amp;"])
    #expect(try comments("id,text\n1,R&amp;D\n2,fish & chips\n").map(\.text) == ["R&amp;D", "fish & chips"])
  }
}

@Suite("Telling formats apart") struct SniffTests {
  private func sniff(_ feed: String) throws -> FormatSniff {
    let fixture = FeedFixture(feed)
    return try withExtendedLifetime(fixture) { try FormatSniff(path: fixture.path) }
  }

  @Test("The scores say what speaks for each format") func scores() throws {
    let sniff = try sniff(
      "{\"comments\":[{\"commentHex\":\"1\",\"parentHex\":\"root\",\"markdown\":\"a\",\"text\":\"b\"}]}")
    #expect(sniff.chosen == "commento@1")
    #expect(
      sniff.scores == [
        SniffScore(format: "commento@1", points: 90, reasons: ["records have commentHex", "records have parentHex"]),
        SniffScore(format: "jsonl@1", points: 20, reasons: ["records have a text"]),
      ])
    #expect(try self.sniff("{\"a\":1}").chosen == nil)
  }

  @Test("Every format is listed once, with what it is") func list() {
    let all = FormatDescription.all
    #expect(Set(all.map(\.name)).count == all.count)
    #expect(all.count == FeedReader.formatNames.count)
    #expect(all.allSatisfy { !$0.title.isEmpty && $0.name.hasSuffix("@1") })
    #expect(
      all.first
        == FormatDescription(
          name: "facebook-graph@1", title: "Facebook Graph API: comments of a post", notation: "JSON"))
  }

  @Test(
    "A feed of one format is not taken for another when keys are few",
    arguments: [
      (#"[{"id":"1","text":"a","author_id":"u1"}]"#, "jsonl@1"),
      (
        #"{"id":"17986332817285912","post_id":"18022334455667788","author_id":"17841441665276708","text":"a"}"#,
        "jsonl@1"
      ),
      (#"{"id":"1830407277769654273","author_id":"900000001","text":"a"}"#, "x-v2@1"),
      (#"[{"id":"1","text":"a","timestamp":"2024-09-01T00:00:00Z","username":"jo","like_count":2}]"#, "jsonl@1"),
      (#"[{"id":"1","text":"a","timestamp":1725238077,"author_id":"7","parent":"0"}]"#, "jsonl@1"),
      (#"[{"ID":1,"content":"a b"}]"#, "jsonl@1"), (#"[{"text":"a","user":"Jo"}]"#, "jsonl@1"),
      (#"[{"id":1,"is_reply":true,"text":"a","timestamp":"x"}]"#, "jsonl@1"),
      (#"{"messages":[{"id":1,"text":"a b c","user":"Jo"}]}"#, "jsonl@1"),
      (#"{"data":[{"id":"17","text":"a","timestamp":"2024-09-01T00:00:00+0000"}]}"#, "instagram-graph@1"),
      (#"{"data":[{"id":"1_2","message":"a","created_time":"2024-09-01T00:00:00+0000"}]}"#, "facebook-graph@1"),
      (#"[{"cid":"7","text":"a","votes":"3"}]"#, "youtube-downloader@1"),
      (#"{"comments":[{"cid":"7","text":"a","digg_count":3}]}"#, "tiktok-captured@1"),
      (#"{"kind":"t1","data":{"body":"a","id":"x"}}"#, "reddit@1"),
      (#"{"body":"a","id":"x","subreddit":"nz","created_utc":1}"#, "reddit-dump@1"),
      (#"{"result":{"comments":[{"id":"1","message":"a"}]}}"#, "jsonl@1"),
    ])
  func few(_ feed: String, _ format: String) throws { #expect(try sniff(feed).chosen == format) }
}

@Suite("What spreadsheets do to tables") struct SpreadsheetEffectTests {
  private func lines(_ feed: String) throws -> [String] { try Reading(feed).comments.map(FormatFixture.line) }

  @Test("Dates that became numbers, ids that became floats, links that became formulas") func effects() throws {
    let feed = """
      Comment ID,Date,Author,Comment,URL
      "123456789012345,00",45536.259467592594,"=HYPERLINK(""https://example.nz/mere"",""Mere"")",Late again,"=HYPERLINK(""https://example.nz/1"",""view"")"
      """
    let reading = try Reading(feed)
    #expect(
      reading.comments.map(FormatFixture.line) == ["(derived) | Mere | 2024-09-01T06:13:38 | unknown | Late again"])
    #expect(reading.comments.first?.permalink == "https://example.nz/1")
  }

  @Test("A name that stands twice in the header, and questions as long as a sentence") func headers() throws {
    #expect(
      try lines("Date,Author,Comment,Date\n2024-09-01,Jo,a b,x\n") == [
        "(derived) | Jo | 2024-09-01T00:00:00 day | unknown | a b"
      ])
    let survey = """
      Timestamp,What do you value most about the river and the paths that lead along it through the town?,What would you change?
      2024-09-01 10:00,The shade of the old trees in summer,More benches and a tap please
      2024-09-02 10:00,,Nothing at all it is perfect
      """
    #expect(try Reading(survey).format == "survey@1")
    #expect(
      try Reading(survey).texts == [
        "The shade of the old trees in summer", "More benches and a tap please", "Nothing at all it is perfect",
      ])
  }
}
