import Moderation

/// Pairs of texts that differ in one thing: a pair is right when both are.
enum ContrastPairs {
  static func report(_ path: String, _ classify: (String) -> [Flag]) throws -> FactReport {
    let table = try FactTable(path: path)
    var right = 0
    var all = 0
    var errors: [String] = []
    for row in [table.head] + table.rows where row.count >= 3 && !row[0].hasPrefix("#") {
      guard let label = Label(rawValue: row[0]) else { continue }
      all += 1
      let isFound = classify(row[1]).contains { $0.label == label }
      let isFalse = classify(row[2]).contains { $0.label == label }
      if isFound, !isFalse { right += 1 }
      if !isFound { errors.append("missed   \(label.rawValue): \(row[1])") }
      if isFalse { errors.append("false    \(label.rawValue): \(row[2])") }
    }
    return FactReport(line: "contrast pairs: \(right) of \(all) with both sides right", errors: errors)
  }
}
