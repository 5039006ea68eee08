import Feeds
import Moderation
import Testing

@Suite("JSON Lines") struct JSONLinesTests {
  @Test("A plain id and text make a comment") func plain() throws {
    let reading = try Reading(#"{"id":"7","text":"Kia ora"}"# + "\n")
    #expect(reading.format == "jsonl@1")
    #expect(
      reading.records == [
        #"{"id":"7","platform":"json","text":"Kia ora","textSource":"plain","kind":"comment","source":{"file":"feed","line":1,"index":0}}"#
      ])
  }

  @Test("The common record is read back as it was written") func commonRecord() throws {
    let record =
      #"{"id":"a_b","parent":"a","thread":"t","threadTitle":"Bus timetable","platform":"facebook","channel":"council","permalink":"https://example.nz/a","authorId":"9","authorName":"Mere","authorHandle":"@mere","created":"2024-09-01T18:13:38+12:00","createdPrecision":"exact","createdOffset":720,"edited":"2024-09-01T18:14:00","text":"a & b","textSource":"html","raw":"a &amp; b","lang":"mi","state":"held","likes":3,"replies":2,"attachments":["https://example.nz/p.jpg"],"kind":"comment","source":{"file":"feed","line":1,"index":0},"extra":{"can_hide":"true"}}"#
    #expect(try Reading(record).records == [record])
  }

  @Test("Keys go by their synonyms, in any case, and the first name of a field wins") func synonyms() throws {
    let reading = try Reading(
      #"{"Comment_ID":"c","ID":"row 1","body":"no","Message":"yes","User Name":"Tama","postId":"p"}"#)
    #expect(reading.ids == ["c"])
    #expect(reading.texts == ["yes"])
    #expect(reading.comments.first?.thread == "p")
  }

  @Test("Ids above 2^53 keep their digits") func longIDs() throws {
    let reading = try Reading(#"{"id":9007199254740993,"parent":18446744073709551617,"text":"x"}"#)
    #expect(reading.ids == ["9007199254740993"])
    #expect(reading.comments.first?.parent == "18446744073709551617")
  }

  @Test("A broken line is reported with its number and the rest is read") func brokenLine() throws {
    let reading = try Reading(
      """
      {"id":"1","text":"one"}
      {"id":"2","text":"secret words
      {"id":"3" "text":"secret words"}

      not json
      {"id":"4"}
      {"id":"5","text":["a"]}
      {"id":"6","text":"six"}
      """)
    #expect(reading.ids == ["1", "6"])
    #expect(
      reading.problems == [
        "feed:2: the line ends inside this record",
        "feed:3: expected , or } after a value",
        "feed:5: expected one JSON object a line",
        "feed:6: there is no text in this record",
        "feed:7: the text of this record is not a string",
      ])
    #expect(reading.summary.read == 2)
    #expect(reading.summary.skipped == 5)
    #expect(reading.comments.last?.source.line == 8)
  }

  @Test("A broken first line does not hide the format") func brokenFirstLine() throws {
    let reading = try Reading("{\"id\":\"1\",\n{\"id\":\"2\",\"text\":\"two\"}\n")
    #expect(reading.ids == ["2"])
    #expect(reading.problems == ["feed:1: the line ends inside this record"])
  }

  @Test("A file that was cut off yields what is whole") func truncated() throws {
    let reading = try Reading("{\"id\":\"1\",\"text\":\"one\"}\n{\"id\":\"2\",\"text\":\"tw")
    #expect(reading.ids == ["1"])
    #expect(reading.summary.truncated)
    #expect(reading.problems == ["feed:2: the file ends inside this record: it was cut off; export it again"])
  }

  @Test("A cut number is not taken for a whole one") func truncatedNumber() throws {
    let reading = try Reading("{\"text\":\"one\",\"id\":1}\n{\"text\":\"two\",\"id\":12")
    #expect(reading.ids == ["1"])
  }

  @Test("Escapes, surrogate pairs, lone surrogates and bad escapes") func escapes() throws {
    let reading = try Reading(#"{"id":"1","text":"\ud83c\uddf3\ud83c\uddff \u0101 \ud83d \n\t\/\" \q \u00zz \u0000"}"#)
    #expect(reading.texts == ["🇳🇿 ā \u{FFFD} \n\t/\" \u{FFFD} \u{FFFD}00zz \u{FFFD}"])
  }

  @Test("Bytes that are not UTF-8 become U+FFFD and cost nothing else") func invalidUTF8() throws {
    let reading = try Reading(
      Array(#"{"id":"1","text":"māori, tōtara, aāa"#.utf8) + [0xFF, 0xC3] + Array(#"b"}"#.utf8))
    #expect(reading.texts == ["māori, tōtara, aāa\u{FFFD}\u{FFFD}b"])
    #expect(reading.problems == [])
  }

  @Test("U+2028, U+0085 and form feeds do not end a line") func lineEnds() throws {
    let reading = try Reading(
      "{\"id\":\"1\",\"text\":\"a\u{2028}b\u{85}c\u{C}d\"}\r\n{\"id\":\"2\",\"text\":\"e\"}\r\n")
    #expect(reading.texts == ["a\u{2028}b\u{85}c\u{C}d", "e"])
  }

  @Test("Deep nesting is an error of its record, not of the program") func deepNesting() throws {
    let deep = String(repeating: "[", count: 100_000)
    let reading = try Reading(
      "{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\"2\",\"x\":" + deep + "\n" + deep + "\n{\"id\":\"3\",\"text\":\"c\"}\n")
    #expect(reading.ids == ["1", "3"])
    #expect(
      reading.problems == [
        "feed:2: nested deeper than 1000 levels", "feed:3: lists are nested too deep to hold comments",
      ])
  }

  @Test("An array of objects, and a list in an envelope, are read like lines") func documents() throws {
    let list = "[\n  {\"id\":\"1\",\"text\":\"a\"},\n  {\"id\":\"2\",\n   \"text\":\"b\"}\n]"
    #expect(try Reading(list).ids == ["1", "2"])
    let wrapped = try Reading("{\"total\":2,\"comments\":\(list),\"next\":null}")
    #expect(wrapped.ids == ["1", "2"])
    #expect(wrapped.comments.map(\.source.line) == [2, 3])
  }

  @Test("A lost quote in an array costs its record, not those after it") func brokenArrayElement() throws {
    let reading = try Reading(
      "[{\"id\":\"1\",\"text\":\"a\"},\n{\"id\":\"2\",\"text\":\"5\" nail\"},\n{\"id\":\"3\",\"text\":\"c\"}]")
    #expect(reading.ids == ["1", "3"])
    #expect(reading.problems == ["feed:2: expected , or } after a value"])
  }

  @Test("A missing id is derived from what the comment says, and stays the same") func derivedID() throws {
    let line = #"{"text":"x","thread":"t","authorId":"a","created":"2024-09-01T00:00:00Z"}"#
    let comment = try #require(try Reading(line + "\n" + line).comments.last)
    // printf 't\x1fa\x1f2024-09-01T00:00:00Z\x1fx' | sha256sum
    #expect(comment.id == "json:57d08ed7e08c7147")
    #expect(comment.idIsDerived)
  }

  @Test("Contact and profile fields stay at the door and are named") func dropped() throws {
    let reading = try Reading(
      #"{"id":"1","text":"x","author":{"id":5,"name":"Mere","email":"m@example.nz"},"author_ip":"203.0.113.9","avatar_url":"u"}"#
        + "\n" + #"{"id":"2","text":"x","author":"mere@example.nz"}"#)
    #expect(
      reading.summary.droppedFields == ["author_ip", "avatar_url", "author.email", "authorName (e-mail address)"])
    #expect(reading.comments.map(\.authorName) == ["Mere", nil])
    #expect(reading.comments.map(\.authorID) == ["5", nil])
    #expect(!reading.records.joined().contains("203.0.113.9"))
  }
}
