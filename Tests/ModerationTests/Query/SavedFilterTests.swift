import Moderation
import Testing

@Suite("Saved filters")
struct SavedFilterTests {
  @Test("They are kept in order, replaced by name, and read back from the file")
  func file() throws {
    var filters = SavedFilters()
    filters.save(try QueueFilter("severity>=high age<2h"), as: "urgent")
    filters.save(try QueueFilter("\"Rimu St\" /a\\/b\\d/"), as: "about Rimu “St” \"q\"")
    filters.save(try QueueFilter("off(label:spam)"), as: "urgent")
    #expect(
      filters.text == """
        # Saved filters: name = "query"
        urgent = "off(label:spam)"
        "about Rimu “St” \\"q\\"" = "\\"Rimu St\\" /a\\\\/b\\\\d/"

        """)
    #expect(try SavedFilters(text: filters.text) == filters)
    #expect(filters["urgent"]?.text == "off(label:spam)")
    #expect(filters.remove("urgent") && !filters.remove("urgent"))
    #expect(filters["urgent"] == nil)
  }

  @Test("A file that a person wrote is read, with remarks, blank lines, either kind of quotes and line ends")
  func byHand() throws {
    let filters = try SavedFilters(
      text: "# mine\r\n\r\n  a-1 = 'bus \"late now\"'  # why\r\n\"b c\"=\"\\u0062us\\t\"\n")
    #expect(filters.all.map(\.name) == ["a-1", "b c"])
    #expect(filters.all.map(\.filter.text) == ["bus \"late now\"", "bus"])
  }

  @Test(
    "What is wrong is said with its line",
    arguments: [
      ("\nurgent", 2, "not a saved filter; write name = \"query\", e.g. urgent = \"severity>=high age<2h\""),
      ("a = bus", 1, "not a saved filter; write name = \"query\", e.g. urgent = \"severity>=high age<2h\""),
      ("a = \"bus", 1, "not a saved filter; write name = \"query\", e.g. urgent = \"severity>=high age<2h\""),
      ("a = \"\\q\"", 1, "not a saved filter; write name = \"query\", e.g. urgent = \"severity>=high age<2h\""),
      ("a = \"bus\" x", 1, "not a saved filter; write name = \"query\", e.g. urgent = \"severity>=high age<2h\""),
      ("a = \"x\"\na = \"y\"", 2, "a is there twice; leave one out"),
      ("a = \"age<2\"", 1, "a: age needs a number and m, h, d or w, e.g. age<2h\nage<2\n    ^"),
    ])
  func problems(text: String, line: Int, message: String) {
    let error = #expect(throws: SavedFilterError.self) { try SavedFilters(text: text) }
    #expect(error?.line == line)
    #expect(error?.message == message)
  }
}
