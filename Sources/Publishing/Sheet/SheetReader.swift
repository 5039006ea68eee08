import FoundationEssentials
import Moderation

/// What a sheet that comes back says.
public struct SheetReading: Sendable, Equatable {
  /// In the sheet's order.
  public var reports: [ActionReport]
  /// Rows that nobody has worked yet.
  public var planned: Int
  public var problems: [SheetProblem]

  public init(reports: [ActionReport] = [], planned: Int = 0, problems: [SheetProblem] = []) {
    self.reports = reports
    self.planned = planned
    self.problems = problems
  }
}

extension ActionSheet {
  /// Reads a sheet whose `status` somebody, or a script, has filled in. Only `decision` and `status` are read, by their
  /// names: columns may have been moved, added or removed, and the file may have been saved with other delimiters, line
  /// ends, a byte order mark or in UTF-16. A row without status counts as planned. Holds the whole file; linear.
  ///
  /// - Parameters:
  ///   - file: as the user named it, for messages.
  ///   - format: nil finds out.
  /// - Throws: the problem for which no row of the file can be read.
  public static func reports(
    _ bytes: some Sequence<UInt8>, file: String, format: Format? = nil
  ) throws(SheetProblem) -> SheetReading {
    let text = SheetText.utf8(Array(bytes))
    guard let first = text.first(where: { $0 > UInt8(ascii: " ") }) else {
      throw SheetProblem(file: file, line: 1, cause: .empty)
    }
    var collector = ReportCollector(file: file)
    switch format ?? (first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? .jsonl : .csv) {
    case .csv: try collector.readTable(text)
    case .jsonl: collector.readObjects(text)
    }
    return collector.reading
  }
}

/// Takes what rows say, and notices when two contradict each other.
private struct ReportCollector {
  let file: String
  private var answers: [Int64: (line: Int, isDone: Bool)] = [:]
  private var contradicted: Set<Int64> = []
  private var order: [Int64] = []
  private var planned = 0
  private var problems: [SheetProblem] = []

  init(file: String) { self.file = file }

  var reading: SheetReading {
    let reports = order.compactMap { decision in
      contradicted.contains(decision)
        ? nil : answers[decision].map { ActionReport(decision: decision, isDone: $0.isDone) }
    }
    return SheetReading(reports: reports, planned: planned, problems: problems)
  }

  mutating func readTable(_ bytes: [UInt8]) throws(SheetProblem) {
    var (table, header) = SheetHeader.find(bytes)
    let decision = try column(.decision, in: header)
    let status = try column(.status, in: header)
    while let record = table.next() {
      if record.isBlank { continue }
      if record.isOpen {
        problem(record.line, .quoteOpen)
      } else if decision >= record.cells.count {
        problem(record.line, .cellMissing(SheetColumn.decision.rawValue))
      } else if status >= record.cells.count {
        problem(record.line, .cellMissing(SheetColumn.status.rawValue))
      } else {
        take(Self.number(record.cells[decision]), record.cells[status], line: record.line)
      }
    }
  }

  private func column(_ column: SheetColumn, in header: SheetRecord) throws(SheetProblem) -> Int {
    let places = header.cells.indices.filter { SheetHeader.name(header.cells[$0]) == column.rawValue }
    guard let place = places.first else {
      throw SheetProblem(file: file, line: header.line, cause: .columnMissing(column.rawValue))
    }
    guard places.count == 1 else {
      throw SheetProblem(file: file, line: header.line, cause: .columnTwice(column.rawValue))
    }
    return place
  }

  mutating func readObjects(_ bytes: [UInt8]) {
    let decoder = JSONDecoder()
    var objects = SheetObjects(bytes)
    while let (line, row) = objects.next() {
      guard let fields = try? decoder.decode(JSONRow.self, from: Data(row)) else {
        problem(line, .notObject)
        continue
      }
      take(fields.decision, fields.status, line: line)
    }
  }

  /// - Parameter status: nil where there is none, which cannot be read.
  private mutating func take(_ decision: Int64?, _ status: String?, line: Int) {
    let word = SheetHeader.name(status ?? "?")
    guard let status = word.isEmpty ? .planned : SheetStatus(rawValue: word) else {
      return problem(line, .statusUnknown)
    }
    guard let decision, decision > 0 else { return problem(line, .decisionInvalid) }
    guard status != .planned else {
      planned += 1
      return
    }
    if let earlier = answers[decision] {
      if earlier.isDone != (status == .done) {
        contradicted.insert(decision)
        problem(line, .contradiction(decision: decision, line: earlier.line))
      }
      return
    }
    answers[decision] = (line, status == .done)
    order.append(decision)
  }

  private mutating func problem(_ line: Int, _ cause: SheetProblem.Cause) {
    problems.append(SheetProblem(file: file, line: line, cause: cause))
  }

  /// A number as it was written; one that a spreadsheet has rounded or grouped is none.
  static func number(_ cell: String) -> Int64? {
    let digits = SheetHeader.name(cell)
    return digits.utf8.allSatisfy(IDShape.isDigit) ? Int64(digits) : nil
  }
}

/// The two keys that are read back.
private struct JSONRow: Decodable {
  var decision: Int64?
  var status: String?

  private enum Keys: String, CodingKey { case decision, status }

  init(from decoder: any Decoder) throws {
    let row = try decoder.container(keyedBy: Keys.self)
    if let text = try? row.decodeIfPresent(String.self, forKey: .decision) {
      decision = ReportCollector.number(text)
    } else {
      decision = try? row.decodeIfPresent(Int64.self, forKey: .decision)
    }
    let isEmpty = (try? row.decodeNil(forKey: .status)) ?? true
    status = isEmpty ? "" : try? row.decode(String.self, forKey: .status)
  }
}
