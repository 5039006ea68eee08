import Moderation
import Testing

@testable import Publishing

@Suite("A sheet that comes back")
struct SheetRoundTripTests {
  /// A small generator with a seed, so that a failure can be looked at again.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let pieces =
    HostileIDTests.hostile.filter { $0.utf8.count < 100 } + [
      ",", "\"\"", "\"", "'", ";", "\t", "\r", "\n", "\r\n", "done", "failed", "planned", "decision", "7", "ā", "𝄞",
      "\u{FEFF}",
      "{\"status\":\"done\"}", "sep=;",
    ]

  private func actions(_ seed: UInt64) -> [PlatformAction] {
    var dice = Dice(state: seed)
    func text() -> String {
      (0..<Int.random(in: 0...4, using: &dice)).map { _ in Self.pieces.randomElement(using: &dice) ?? "" }.joined()
    }
    return (1...Int.random(in: 1...12, using: &dice)).map { number in
      var action = Sample.action(
        Verb.allCases.randomElement(using: &dice) ?? .hide,
        on: HostileIDTests.platforms.randomElement(using: &dice) ?? "x", comment: text(), channel: text(),
        thread: text(), revision: text(), text: text(),
        decision: Int64(number) * 1000 + Int64.random(in: 0..<1000, using: &dice))
      action.permalink = text()
      action.author = text()
      action.decidedBy = text()
      return action
    }
  }

  private func expected(_ actions: [PlatformAction]) -> SheetReading {
    SheetReading(reports: actions.map { ActionReport(decision: $0.decision, isDone: $0.decision % 2 == 0) })
  }

  @Test("Whatever citizens wrote, each decision's answer is read back", arguments: UInt64(1)...200)
  func roundTrip(_ seed: UInt64) throws {
    let actions = actions(seed)
    for format in ActionSheet.Format.allCases {
      let sheet = Sheet.answered(actions, format)
      #expect(try ActionSheet.reports(sheet.utf8, file: "s", format: format) == expected(actions))
      #expect(try ActionSheet.reports(sheet.utf8, file: "s") == expected(actions))
      let untouched = ActionSheet.text(actions, format)
      #expect(try ActionSheet.reports(untouched.utf8, file: "s") == SheetReading(planned: actions.count))
    }
  }

  @Test("Cells come out of a table as they went in", arguments: UInt64(1)...200)
  func cells(_ seed: UInt64) {
    let actions = actions(seed)
    var table = SheetTable(Array(ActionSheet.text(actions, .csv).utf8), delimiter: UInt8(ascii: ","))
    #expect(table.next()?.cells == ActionSheet.columns)
    for action in actions {
      let row = SheetRow(action)
      let cells = SheetColumn.allCases.map { column in
        String(
          String.UnicodeScalarView(CSVLine.guarded(row[column]).unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
      }
      #expect(table.next()?.cells == cells)
    }
    #expect(table.next() == nil)
  }

  @Test("Columns in another order, with others between, semicolons and LF say the same", arguments: UInt64(1)...100)
  func rearranged(_ seed: UInt64) throws {
    let actions = actions(seed)
    var table = SheetTable(Array(Sheet.answered(actions, .csv).utf8), delimiter: UInt8(ascii: ","))
    var dice = Dice(state: seed)
    let order = (0...ActionSheet.columns.count).shuffled(using: &dice)
    var text = "\u{FEFF}"
    while let record = table.next() {
      let cells = record.cells + ["mine"]
      text += order.map { "\"" + cells[$0].replacing("\"", with: "\"\"") + "\"" }.joined(separator: ";") + "\n"
    }
    #expect(try ActionSheet.reports(text.utf8, file: "s") == expected(actions))
  }

  @Test("A torn file yields no decision twice, and none that cannot be", arguments: UInt64(1)...40)
  func torn(_ seed: UInt64) {
    var dice = Dice(state: seed)
    for format in ActionSheet.Format.allCases {
      var bytes = Array(Sheet.answered(actions(seed), format).utf8)
      bytes.removeLast(Int.random(in: 0..<bytes.count, using: &dice))
      for _ in 0..<8 where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
      }
      let reading = (try? ActionSheet.reports(bytes, file: "s")) ?? SheetReading()
      let decisions = reading.reports.map(\.decision)
      #expect(Set(decisions).count == decisions.count)
      #expect(decisions.allSatisfy { $0 > 0 })
    }
  }
}
