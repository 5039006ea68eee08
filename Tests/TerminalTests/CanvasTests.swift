import Testing

@testable import Terminal

@Suite("Canvas")
struct CanvasTests {
  @Test("Text, fills and frames stand where they were put")
  func drawing() {
    var canvas = Canvas(size: TerminalSize(columns: 16, rows: 5))
    canvas.fill(row: 0, column: 0, width: 16, style: "bar")
    let end = canvas.put("docket", row: 0, column: 1, style: "title")
    canvas.box(row: 1, column: 0, rows: 4, columns: 16, title: "queue", style: "border", titleStyle: "title")
    canvas.put("漢字 and more that is cut", row: 2, column: 2, width: 12, style: "text")
    #expect(end == 7)
    #expect(
      canvas.rowsOfText == [
        " docket",
        "┌ queue ───────┐",
        "│ 漢字 and mor │",
        "│              │",
        "└──────────────┘",
      ])
    #expect(
      canvas.stylesOfText(["title": "T", "bar": "B", "border": "#"]) == [
        "BTTTTTTBBBBBBBBB",
        "#TTTTTTT########",
        "#..............#",
        "#..............#",
        "################",
      ])
  }

  @Test("A title too long for its frame is cut inside the corners")
  func longTitle() {
    var canvas = Canvas(size: TerminalSize(columns: 10, rows: 2))
    canvas.box(
      row: 0, column: 0, rows: 2, columns: 10, title: "weka-2207 · 14:02", style: "border", titleStyle: "title")
    #expect(canvas.rowsOfText == ["┌ weka-… ┐", "└────────┘"])
  }

  @Test("Writing over half of a wide character leaves a space, not the other half")
  func halves() {
    var canvas = Canvas(size: TerminalSize(columns: 6, rows: 1))
    canvas.put("漢字漢", row: 0, column: 0, style: "text")
    canvas.put("x", row: 0, column: 1, style: "text")
    canvas.put("y", row: 0, column: 4, style: "text")
    #expect(canvas.rowsOfText == [" x字y"])
    canvas.put("語", row: 0, column: 1, style: "text")
    #expect(canvas.rowsOfText == [" 語 y"])
  }

  @Test("A wide character that would be cut is left out, a stand-in is cut")
  func cutting() {
    var canvas = Canvas(size: TerminalSize(columns: 4, rows: 3))
    #expect(canvas.put("abc漢", row: 0, column: 0, style: "text") == 3)
    #expect(canvas.put("a\u{202E}", row: 1, column: 0, style: "text") == 4)
    #expect(canvas.put("漢x", row: 2, column: -1, style: "text") == 2)
    #expect(canvas.rowsOfText == ["abc", "a‹RL", " x"])
  }

  @Test("A highlight lies over a selection and both are kept; stand-ins are marked")
  func overlays() {
    var canvas = Canvas(size: TerminalSize(columns: 6, rows: 1))
    canvas.put("ab\u{1B}cde", row: 0, column: 0, style: "text")
    #expect(canvas.stylesOfText(["stand-in": "s"]) == ["..s..."])
    canvas.restyle(row: 0, column: 0, width: 99, style: "list.selected")
    canvas.restyle(row: 0, column: 1, width: 3, style: "search.match")
    #expect(canvas.stylesOfText(["list.selected": "l", "search.match": "m"]) == ["lmmmll"])
    #expect(canvas[0, 1] == Cell(text: "b", style: "list.selected", overlay: "search.match"))
    #expect(canvas.rowsOfText == ["ab␛cde"])
  }

  @Test("Nothing is written outside, and no row breaks, at any size, place and text")
  func neverOutside() {
    let places = [Int.min, -1_000_000, -3, -1, 0, 1, 2, 7, Int.max - 1, Int.max]
    for columns in [0, 1, 2, 3, 8] {
      for rows in [0, 1, 2, 4] {
        for (number, text) in HostileText.samples.enumerated() {
          var canvas = Canvas(size: TerminalSize(columns: columns, rows: rows))
          let row = number % 7 == 0 ? places[number % places.count] : number % 4
          for column in places {
            for width in [Int.min, -1, 0, 1, 3, Int.max] {
              let end = canvas.put(text, row: row, column: column, width: width, style: "text")
              #expect(end == column || end <= columns)
            }
            canvas.fill(row: row, column: column, width: 3, style: "bar", with: text.first ?? "漢")
            canvas.restyle(row: row, column: column, width: number, style: "ok")
            canvas.box(
              row: row, column: column, rows: places[number % 10], columns: number % 9, title: text, style: "border",
              titleStyle: "title")
          }
          for row in 0..<rows {
            let cells = (0..<columns).compactMap { canvas[row, $0] }
            #expect(cells.count == columns)
            for (column, cell) in cells.enumerated() {
              let isWide = SafeText.width(cell.text) == 2
              let next = column + 1 < columns ? cells[column + 1].text : "edge"
              #expect(isWide == next.isEmpty)
            }
            #expect(cells.first?.text.isEmpty != true)
          }
        }
      }
    }
  }
}
