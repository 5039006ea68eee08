import Moderation
import Testing

@testable import Publishing

@Suite("Reading a sheet back")
struct SheetReadingTests {
  private func read(_ text: String, _ format: ActionSheet.Format? = nil) throws(SheetProblem) -> SheetReading {
    try ActionSheet.reports(text.utf8, file: "sheet", format: format)
  }

  private func problems(_ text: String) throws(SheetProblem) -> [String] { try read(text).problems.map(\.description) }

  private let both = SheetReading(
    reports: [ActionReport(decision: 12, isDone: true), ActionReport(decision: 13, isDone: false)], planned: 1)

  @Test("Done, failed and planned rows are told apart")
  func statuses() throws {
    #expect(try read("status,response,decision\r\ndone,204,12\r\nfailed,\"403, no\",13\r\nplanned,,14\r\n") == both)
    #expect(
      try read(
        #"""
        {"status":"done","decision":12}
        {"decision":"13","status":"failed","response":{"code":403}}
        {"status":"planned","decision":14}
        """#) == both)
  }

  @Test(
    "What a spreadsheet makes of a sheet is read all the same",
    arguments: [
      "status,decision\ndone,12\nfailed,13\n,14",
      "status,decision\rdone,12\rfailed,13\r,14\r",
      "\u{FEFF}status;decision;\r\ndone;12;\r\nfailed;13;\r\nplanned;14;\r\n",
      "sep=;\r\ndecision;mine;status\r\n12;\"a;\r\nb\";done\r\n13;;failed\r\n14;;\r\n",
      "decision\tnote\tstatus\n12\t\"said \"\"ok\"\"\"\tdone\n13\t,\tfailed\n14\t\t\n",
      "\n\nDecision,STATUS \n12, Done\n'13,FAILED\n14,'planned\n,\n\n",
      "body,decision,status\n\"{\"\"a\"\":1}\n\n\",12,done\nx\"y,13,failed\n=1,14,planned\n",
      "\"decision\",\"status\"\r\n\"12\",\"done\"\r\n\"13\",\"failed\"\r\n\"14\",\"\"",
    ])
  func edited(_ text: String) throws {
    #expect(try read(text) == both)
  }

  @Test("UTF-16 with its mark is read, in either order of bytes")
  func utf16() throws {
    let text = "status\tdecision\tā\r\ndone\t12\t𝄞\r\nfailed\t13\r\nplanned\t14\r\n"
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in text.utf16 {
      little += [UInt8(unit & 255), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 255)]
    }
    #expect(try ActionSheet.reports(little, file: "sheet") == both)
    #expect(try ActionSheet.reports(big, file: "sheet") == both)
  }

  @Test("Bytes that are no UTF-8 do not stand in the way")
  func windows1252() throws {
    let bytes = Array("reply;status;decision\r\n".utf8) + [0xE9, 0xFF] + Array(";done;12\r\n".utf8)
    #expect(try ActionSheet.reports(bytes, file: "sheet").reports == [ActionReport(decision: 12, isDone: true)])
  }

  @Test("A row that cannot be read is named by its line, and the others are taken")
  func badRows() throws {
    let text = """
      note,decision,status
      "two
      lines",12,done
      ,1.2E+01,done
      ,13,finished
      ,14
      x
      ,0,done
      ,-5,failed
      ,99999999999999999999,done
      ,,done
      ,20,failed
      """
    let reading = try read(text)
    #expect(reading.reports == [ActionReport(decision: 12, isDone: true), ActionReport(decision: 20, isDone: false)])
    let number =
      "decision is not the number that the sheet was written with; take it from there (a spreadsheet may have changed it)"
    #expect(
      reading.problems.map(\.description) == [
        "sheet:4: " + number,
        "sheet:5: status is none of done, failed and planned",
        "sheet:6: the row ends before its status; write it, or remove the row",
        "sheet:7: the row ends before its decision; write it, or remove the row",
        "sheet:8: " + number, "sheet:9: " + number, "sheet:10: " + number, "sheet:11: " + number,
      ])
  }

  @Test("A line that is no object, or lacks its decision, is named")
  func badLines() throws {
    let text = """
      {"status":"done","decision":12}
      [1]
      {"status":"done"}

      {"status":"done","decision":1.5}
      {"status":3,"decision":15}
      {"decision":16,"status":null}
      {"status":"done","decision":
      """
    let reading = try read(text)
    #expect(reading.reports == [ActionReport(decision: 12, isDone: true)])
    #expect(reading.planned == 1)
    let object = "is not a whole JSON object; write the row as it was in the sheet, with its status"
    let number =
      "decision is not the number that the sheet was written with; take it from there (a spreadsheet may have changed it)"
    #expect(
      reading.problems.map(\.description) == [
        "sheet:2: " + object, "sheet:3: " + number, "sheet:5: " + number,
        "sheet:6: status is none of done, failed and planned", "sheet:8: " + object,
      ])
  }

  @Test(
    "JSON that a tool has laid out anew is read all the same",
    arguments: [
      "{\n  \"decision\": 12,\n  \"status\": \"done\"\n}\n{\n  \"decision\": 13,\n  \"status\": \"failed\"\n}\n"
        + "{\n  \"decision\": 14,\n  \"response\": {\"a\": [{\n}]},\n  \"status\": \"\"\n}\n",
      #"[{"decision":12,"status":"done"},{"decision":13,"status":"failed"},{"decision":14}]"#,
      "[\r\n {\"decision\":12,\"status\":\"done\",\"body\":\"}\\\"{\"},\r\n {\"decision\":13,\"status\":\"failed\"}\r\n,"
        + "{\"decision\":14}\r\n]\r\n",
      "\u{FEFF}\n{\"decision\":12,\"status\":\"done\"}{\"decision\":13,\"status\":\"failed\"}\n\n{\"decision\":14}",
    ])
  func laidOut(_ text: String) throws {
    #expect(try read(text) == both)
  }

  @Test("An object that was cut off takes no other with it")
  func cutOff() throws {
    let text = """
      {"decision":12,"status":"done","body":"x
      {"decision":13,"status":"failed",
      {"decision":14,"status":"done","body":"\\
      {"decision":15,"status":"done"}
      """
    let reading = try read(text)
    #expect(reading.reports == [ActionReport(decision: 15, isDone: true)])
    #expect(reading.problems.map(\.line) == [1, 2, 3])
    #expect(reading.problems.allSatisfy { $0.cause == .notObject })
  }

  @Test("A decision that is both done and failed is neither")
  func contradiction() throws {
    let reading = try read("decision,status\n12,done\n13,failed\n12,failed\n13,failed\n13,planned\n")
    #expect(reading.reports == [ActionReport(decision: 13, isDone: false)])
    #expect(
      reading.problems.map(\.description) == [
        "sheet:4: decision 12 has another status on line 2; neither was taken, keep one"
      ])
  }

  @Test("A quote that is never closed is named where it begins")
  func openQuote() throws {
    #expect(
      try problems("decision,status\n12,done\n13,\"failed\n14,done\n") == [
        "sheet:3: a quoted cell that begins on this row is never closed; nothing after it was read"
      ])
  }

  @Test("A file that is no sheet says what is missing")
  func noSheet() {
    #expect(throws: SheetProblem(file: "sheet", line: 1, cause: .empty)) { try read("") }
    #expect(throws: SheetProblem(file: "sheet", line: 1, cause: .empty)) { try read(" \r\n\r\n") }
    #expect(throws: SheetProblem(file: "sheet", line: 2, cause: .columnMissing("decision"))) {
      try read("\nstatus,text\ndone,x\n")
    }
    #expect(throws: SheetProblem(file: "sheet", line: 1, cause: .columnMissing("status"))) {
      try read("decision;text\n12;x\n")
    }
    #expect(throws: SheetProblem(file: "sheet", line: 1, cause: .columnTwice("status"))) {
      try read("decision,status,status\n12,done,failed\n")
    }
  }

  @Test("No problem repeats what a cell holds")
  func silence() throws {
    let text = "decision,status\n12,my-secret\nmy-secret,done\n"
    #expect(try problems(text).count == 2)
    #expect(try !problems(text).joined().contains("my-secret"))
  }
}
