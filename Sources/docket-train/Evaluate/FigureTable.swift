import Moderation

/// A table that can be read by a person or by a program.
struct FigureTable {
  /// What it is about: `by label`.
  var title: String
  /// Names of the columns, the rows' own first.
  var columns: [String]
  private(set) var rows: [(name: String, cells: [Cell])] = []

  init(_ title: String, _ columns: String...) {
    self.title = title
    self.columns = columns
  }

  mutating func add(_ name: String, _ cells: Cell...) { rows.append((name, cells)) }
  mutating func add(_ name: String, _ cells: [Cell]) { rows.append((name, cells)) }

  /// Columns of figures, their 95 % intervals behind them.
  var text: String {
    var table = TextTable([title] + columns.dropFirst())
    for row in rows { table.add([row.name] + row.cells.map(\.text)) }
    return table.text
  }

  /// One JSON object a row: `{"table","row",…}`; an interval is `NAME_low` and `NAME_high`.
  var json: String {
    rows.map { row in
      var line = JSONText()
      line.add("table", title)
      line.add(columns.first ?? "row", row.name)
      for (column, cell) in zip(columns.dropFirst(), row.cells) { cell.write(column, to: &line) }
      return line.object
    }.joined(separator: "\n")
  }
}

/// One figure of a table.
enum Cell {
  case count(Int)
  /// A share, with three decimals.
  case figure(Double?, Interval?)
  /// So many of a thousand, with one decimal.
  case rate(Double?, Interval?)
  /// A share's change, with its sign.
  case change(Double?, Interval?)
  case word(String)

  var text: String {
    switch self {
    case .count(let count): String(count)
    case .word(let word): word
    case .figure(let value, let interval): Self.text(value, interval, Figure.share)
    case .rate(let value, let interval): Self.text(value, interval) { $0.map(Figure.tenths) ?? "-" }
    case .change(let value, let interval): Self.text(value, interval, Self.signed)
    }
  }

  private static func text(_ value: Double?, _ interval: Interval?, _ write: (Double?) -> String) -> String {
    guard let value else { return "-" }
    guard let interval else { return write(value) }
    return "\(write(value)) (\(write(interval.low)) to \(write(interval.high)))"
  }

  private static func signed(_ value: Double?) -> String {
    guard let value else { return "-" }
    return (value < 0 ? "-" : "+") + Figure.share(abs(value))
  }

  func write(_ name: String, to line: inout JSONText) {
    switch self {
    case .count(let count): line.add(name, count)
    case .word(let word): line.add(name, word)
    case .figure(let value, let interval), .rate(let value, let interval), .change(let value, let interval):
      line.addRaw(name, value.map(Self.number))
      line.addRaw(name + "_low", (interval?.low).map(Self.number))
      line.addRaw(name + "_high", (interval?.high).map(Self.number))
    }
  }

  /// Four decimals say all that a thousand comments can.
  private static func number(_ value: Double) -> String {
    let rounded = (value * 10_000).rounded() / 10_000
    return rounded == 0 ? "0" : "\(rounded)"
  }
}
