import Moderation
import Testing

@testable import Publishing

@Suite("How an action sheet is written")
struct SheetFormatTests {
  private let actions = [
    PlatformAction(
      item: ItemID(rawValue: "0123"), platform: "facebook", channel: "waka-page", thread: "122", comment: "122_456",
      permalink: "https://www.facebook.com/waka/posts/122?comment_id=456", author: "900", verb: .hide,
      reason: ReasonCode("HEALTH-3P"), reasonText: "We hid this: it told of somebody's \"health\", and more.",
      decision: 12, decidedBy: "a.kereru", decidedAt: Sample.moment, textSHA256: "9f86d0"),
    PlatformAction(
      item: ItemID(rawValue: "4567"), platform: "decidim", channel: "-plan", comment: "=1+2", verb: .publish,
      reason: ReasonCode("OK"), reasonText: "One\nTwo", decision: 13, decidedBy: "@mia",
      decidedAt: Timestamp(milliseconds: 1_783_648_925_250), textSHA256: "1b4f0e"),
  ]

  @Test("CSV has a header, CRLF, quotes where they are wanted, and no formulas")
  func csv() {
    let expected = """
      platform,channel,thread_id,comment_id,permalink,author_id,action,reason_code,reason_text,reply_text,decided_by,\
      decided_at,text_sha256,http_method,path,body,reversible,status,response,decision
      facebook,waka-page,122,122_456,https://www.facebook.com/waka/posts/122?comment_id=456,900,hide,HEALTH-3P,\
      "We hid this: it told of somebody's ""health"", and more.",,a.kereru,2026-07-10T02:02:05Z,9f86d0,POST,/122_456,\
      is_hidden=true,yes,planned,,12
      decidim,'-plan,,'=1+2,,,approve,OK,"One|Two",,'@mia,2026-07-10T02:02:05.250Z,1b4f0e,,,,yes,planned,,13

      """
    let text = expected.replacing("\n", with: "\r\n").replacing("|", with: "\n")
    #expect(ActionSheet.text(actions, .csv) == text)
  }

  @Test("JSON Lines has the same columns as keys, with the values as they are")
  func jsonLines() {
    let expected = #"""
      {"platform":"facebook","channel":"waka-page","thread_id":"122","comment_id":"122_456",\#
      "permalink":"https://www.facebook.com/waka/posts/122?comment_id=456","author_id":"900","action":"hide",\#
      "reason_code":"HEALTH-3P","reason_text":"We hid this: it told of somebody's \"health\", and more.",\#
      "reply_text":"","decided_by":"a.kereru","decided_at":"2026-07-10T02:02:05Z","text_sha256":"9f86d0",\#
      "http_method":"POST","path":"/122_456","body":"is_hidden=true","reversible":"yes","status":"planned",\#
      "response":"","decision":12}
      {"platform":"decidim","channel":"-plan","thread_id":"","comment_id":"=1+2","permalink":"","author_id":"",\#
      "action":"approve","reason_code":"OK","reason_text":"One\nTwo","reply_text":"","decided_by":"@mia",\#
      "decided_at":"2026-07-10T02:02:05.250Z","text_sha256":"1b4f0e","http_method":"","path":"","body":"",\#
      "reversible":"yes","status":"planned","response":"","decision":13}

      """#
    #expect(ActionSheet.text(actions, .jsonl) == expected)
  }

  @Test("A sheet of nothing is a header, or nothing")
  func empty() {
    #expect(ActionSheet.text([], .csv) == ActionSheet.columns.joined(separator: ",") + "\r\n")
    #expect(ActionSheet.text([], .jsonl) == "")
  }

  @Test("Every verb has a word of the sheet")
  func words() {
    let table = Verb.allCases.map { "\($0.rawValue): \($0.sheetWord)" }.joined(separator: "\n")
    #expect(
      table == """
        leave: none
        hide: hide
        unhide: unhide
        delete: delete
        escalate: escalate
        record: none
        hold: hold
        publish: approve
        reply: reply
        refer: none
        open_case: none
        snooze: none
        skip: none
        """)
  }

  @Test(
    "A cell that a spreadsheet would take for a formula is guarded",
    arguments: ["=1+1", "+64", "-1", "@SUM(A1)", "\tx", "\rx", "=cmd|' /C calc'!A0", "-", "="])
  func formulas(_ cell: String) {
    #expect(CSVLine.guarded(cell) == "'" + cell)
  }

  @Test("Other cells stand as they are", arguments: ["", "a=1", " =1", "'=1", "1-2", "/x", "ā+", "\nx"])
  func plainCells(_ cell: String) {
    #expect(CSVLine.guarded(cell) == cell)
  }

  @Test("No cell of a table holds what a terminal would obey")
  func controls() {
    let action = Sample.action(.hide, on: "csv", comment: "a\u{1B}[2J\u{0}\u{9B}b\u{7F}", text: "one\ttwo")
    let row = ActionSheet.row(action, .csv)
    #expect(row.contains("a\u{FFFD}[2J\u{FFFD}\u{FFFD}b\u{FFFD},"))
    #expect(row.contains(",one\ttwo,"))
    let line = ActionSheet.row(action, .jsonl)
    #expect(line.contains(#""comment_id":"a\u001b[2J\u0000\u009bb\u007f""#))
  }

  @Test("What is worked by hand is told apart")
  func manual() {
    #expect(ActionSheet.manual(actions) == [actions[1]])
  }
}
