/// Right and wrong answers of one kind, and the usual measures over them.
struct Counts {
  var hits = 0
  var misses = 0
  var falseFlags = 0

  mutating func add(truth: Bool, answer: Bool) {
    switch (truth, answer) {
    case (true, true): hits += 1
    case (true, false): misses += 1
    case (false, true): falseFlags += 1
    case (false, false): break
    }
  }

  var precision: Double? { hits + falseFlags == 0 ? nil : Double(hits) / Double(hits + falseFlags) }
  var recall: Double? { hits + misses == 0 ? nil : Double(hits) / Double(hits + misses) }

  /// The weighted harmonic mean of both: recall counts `beta` times as much.
  func f(_ beta: Double) -> Double? {
    guard hits + misses + falseFlags > 0 else { return nil }
    let square = beta * beta
    return (1 + square) * Double(hits)
      / ((1 + square) * Double(hits) + square * Double(misses) + Double(falseFlags))
  }

  static func + (a: Counts, b: Counts) -> Counts {
    Counts(hits: a.hits + b.hits, misses: a.misses + b.misses, falseFlags: a.falseFlags + b.falseFlags)
  }
}

/// The 95 % interval of a share by Wilson's formula: it stays within 0 and 1 for small counts.
struct WilsonInterval {
  var low: Double
  var high: Double

  init?(_ part: Int, of whole: Int) {
    guard whole > 0 else { return nil }
    let z = 1.96
    let n = Double(whole)
    let share = Double(part) / n
    let centre = share + z * z / (2 * n)
    let spread = z * ((share * (1 - share) + z * z / (4 * n)) / n).squareRoot()
    low = max(0, (centre - spread) / (1 + z * z / n))
    high = min(1, (centre + spread) / (1 + z * z / n))
  }
}

/// Rows of text in columns: the first to the left, the others to the right.
struct TextTable {
  private var rows: [[String]]

  init(_ head: String...) { rows = [head] }

  init(_ head: [String]) { rows = [head] }

  mutating func add(_ row: String...) { rows.append(row) }

  mutating func add(_ row: [String]) { rows.append(row) }

  var text: String {
    let width = rows.map(\.count).max() ?? 0
    let widths = (0..<width).map { column in rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let gap = String(repeating: " ", count: max(0, widths[column] - cell.count))
        return column == 0 ? cell + gap : gap + cell
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}

enum Figure {
  /// `0.934`, `-0.200`; a dash where there is nothing to measure.
  static func share(_ value: Double?) -> String {
    guard let value else { return "-" }
    if value < 0 { return "-" + share(-value) }
    let thousandths = Int((value * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// `12.3`, `-0.4`
  static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    if tenths < 0 { return "-" + Self.tenths(-value) }
    return "\(tenths / 10).\(tenths % 10)"
  }
}
