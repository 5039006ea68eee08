import Feeds
import Moderation
import Testing

@Suite("CSV") struct TableTests {
  @Test("Columns are found by name") func columns() throws {
    let reading = try Reading(
      "Comment ID,Reply To,Post,Author,Date,Likes,Status,Comment\r\n1,,Bus timetable,Mere,2024-09-01 18:13:38,\"1,204\",Pending,Nice\r\n2,1,,,,,,\r\n"
    )
    #expect(reading.format == "csv@1")
    #expect(
      reading.records == [
        #"{"id":"1","threadTitle":"Bus timetable","platform":"csv","authorName":"Mere","created":"2024-09-01T18:13:38","createdPrecision":"exact","zoneAssumed":true,"text":"Nice","textSource":"plain","state":"held","likes":1204,"kind":"comment","source":{"file":"feed","line":2,"index":0}}"#,
        #"{"id":"2","parent":"1","platform":"csv","text":"","textSource":"plain","kind":"comment","source":{"file":"feed","line":3,"index":1}}"#,
      ])
  }

  @Test("Byte order mark, quoted line breaks, doubled quotes and CRLF") func quoting() throws {
    let reading = try Reading("\u{FEFF}id,text\r\n1,\"a, \"\"b\"\"\r\nc\"\r\n\r\n2,d \"e\" f\r\n3,\"g\"")
    #expect(reading.texts == ["a, \"b\"\r\nc", "d \"e\" f", "g"])
    #expect(reading.comments.map(\.source.line) == [2, 5, 6])
  }

  @Test("Separators are told apart", arguments: [",", ";", "\t", "|"]) func separators(_ mark: String) throws {
    let rows = [["id", "author", "text"], ["1", "Mere", "a.b"], ["2", "Tama", "\"x\(mark)y\""]]
    let reading = try Reading(rows.map { $0.joined(separator: mark) }.joined(separator: "\n"))
    #expect(reading.texts == ["a.b", "x\(mark)y"])
    #expect(reading.comments.map(\.authorName) == ["Mere", "Tama"])
  }

  @Test("A first line may name the separator, and report lines may stand before the header") func preamble() throws {
    #expect(try Reading("sep=;\nid;text\n1;a,b\n").texts == ["a,b"])
    let report = try Reading("Report,\nFrom,1 July\n\nid,date,message\n1,2024-07-01,\"a, b\"\n")
    #expect(report.ids == ["1"])
    #expect(report.comments.first?.created?.precision == .day)
  }

  @Test("Commas in an unquoted text do not shift the columns") func excessCells() throws {
    let reading = try Reading("id,text,likes\n1,well, well, well,4\n2,short,5,,\n3,only\n")
    #expect(reading.texts == ["well, well, well", "short", "only"])
    #expect(reading.comments.map(\.likes) == [4, 5, nil])
  }

  @Test("A table cut off inside a cell yields the rows before it") func truncated() throws {
    let reading = try Reading("id,text\n1,a\n2,\"b\nc")
    #expect(reading.ids == ["1"])
    #expect(reading.summary.truncated)
    #expect(reading.problems == ["feed:3: the file ends inside this record: it was cut off; export it again"])
  }

  @Test("A quote that nothing closes costs its line where much follows it") func strayQuote() throws {
    let rows = (3...9000).map { "\($0),some more text" }.joined(separator: "\n")
    let reading = try Reading("id,text\n1,a\n2,\"b\n\(rows)\n")
    #expect(reading.summary.read == 8999)
    #expect(reading.problems == ["feed:3: a quote is opened here that nothing closes"])
    #expect(!reading.summary.truncated)
  }

  @Test("Day and month are told apart by the whole column") func dateOrder() throws {
    let dayFirst = try Reading("date,text\n01/09/2024 18:13,a\n13/09/2024 18:13,b\n")
    #expect(dayFirst.comments.first?.created?.iso8601 == "2024-09-01T18:13:00")
    let monthFirst = try Reading("date,text\n01/09/2024 6:13 PM,a\n09/13/2024 6:13 PM,b\n")
    #expect(monthFirst.comments.first?.created?.iso8601 == "2024-01-09T18:13:00")
    #expect(monthFirst.comments.first?.created?.precision == .minute)
  }

  @Test("A column of numbers is not the text") func numbersAreNoText() {
    #expect(throws: FeedError.self) { try Reading("id,comment\n1,4\n2,5\n") }
  }

  @Test("Ids that a spreadsheet turned into floats are derived anew") func floatIDs() throws {
    let comment = try #require(try Reading("id,text\n1.78E+16,a\n").comments.first)
    #expect(comment.idIsDerived)
    #expect(comment.id.hasPrefix("csv:"))
  }

  @Test("UTF-16 tables are read, and the digest is of the file's own bytes") func utf16() throws {
    let bytes: [UInt8] = [0xFF, 0xFE] + "id\ttext\n1\tTotāra\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let reading = try Reading(bytes)
    #expect(reading.texts == ["Totāra"])
    #expect(reading.summary.bytes == bytes.count)
  }
}

@Suite("Round trips of hostile texts") struct RoundTripTests {
  private static func texts(_ count: Int) -> [String] {
    var random = SeededGenerator(state: 20_240_901)
    let pieces = [
      "\"", "\"\"", "\\", "\n", "\r\n", "\r", ",", ";", "\t", "{", "}", "[", "]", "\u{1B}[2J", "\u{7F}", "\u{9B}",
      "\u{2028}",
      "\u{202E}", "\u{FEFF}", "ā", "e\u{301}", "👩‍👩‍👧‍👦", "\u{FFFD}", "&amp;", "<b>", "=1+1", "'", " ", "a", "word", "\u{1}",
    ]
    return (0..<count).map { _ in
      "x"
        + (0..<Int.random(in: 0..<20, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
  }

  @Test("JSON Lines give back every text") func jsonLines() throws {
    let texts = Self.texts(2000)
    let lines = texts.enumerated().map { index, text in
      var json = JSONText()
      json.add("id", index)
      json.add("text", text)
      return json.object
    }
    let reading = try Reading(lines.joined(separator: "\n"))
    #expect(reading.texts.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
    #expect(reading.ids == texts.indices.map(String.init))
    #expect(reading.problems == [])
  }

  @Test("CSV gives back every text", arguments: [",", ";", "\t"]) func csv(_ separator: String) throws {
    // A bare & shows that entities are the writers' own.
    let texts = ["fish & chips"] + Self.texts(2000)
    let rows = texts.enumerated().map { index, text in
      var quoted: [UInt8] = [0x22]
      for byte in text.utf8 { quoted += byte == 0x22 ? [0x22, 0x22] : [byte] }
      return Array("\(index)\(separator)".utf8) + quoted + Array("\"\(separator)Mere\r\n".utf8)
    }
    let reading = try Reading(Array("id\(separator)text\(separator)author\r\n".utf8) + rows.flatMap { $0 })
    #expect(reading.texts.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
    #expect(reading.ids == texts.indices.map(String.init))
    #expect(reading.problems == [])
  }
}

@Suite("Quotes in tables") struct QuoteDialectTests {
  @Test("Quotes that quote nothing are text, where rows fit only so") func unquoted() throws {
    let reading = try Reading("id\ttext\n1\t\"Late\" again\n2\t\"never closed\n3\tplain\n4\ta \"b\n5\tc\n")
    #expect(reading.texts == ["\"Late\" again", "\"never closed", "plain", "a \"b", "c"])
    #expect(reading.problems == [])
  }

  @Test("Backslashes escape quotes where rows fit only so") func backslash() throws {
    let reading = try Reading("id,text\n1,\"He said \\\"no\\\", twice\"\n2,\"C:\\\\dir\"\n3,\"a\nb\"\n")
    #expect(reading.texts == ["He said \"no\", twice", "C:\\dir", "a\nb"])
  }
}
