import Classifier
import FoundationEssentials
import Moderation

/// Tables of examples: addresses, health sentences and identifier vectors.
struct FactTable {
  var head: [String]
  var rows: [[String]]

  init(path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else { throw DataError.unreadable(path) }
    let lines = data.split(separator: 0x0A).map { line in
      line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }
    head = lines.first ?? []
    rows = Array(lines.dropFirst())
  }

  /// A cell by its column's name; empty where the row is short.
  func cell(_ column: String, _ row: [String]) -> String {
    guard let place = head.firstIndex(of: column), place < row.count else { return "" }
    return row[place]
  }
}

/// One line of what the tables say, and the rows that went wrong.
struct FactReport {
  var line: String
  var errors: [String]
}

enum FactTables {
  static func addresses(_ table: FactTable, _ classify: (String) -> [Flag]) -> FactReport {
    var found = 0
    var homes = 0
    var exact = 0
    var offices = (flagged: 0, all: 0)
    var lookAlikes = (flagged: 0, all: 0)
    var errors: [String] = []
    for row in table.rows {
      let text = table.cell("text", row)
      let spans = classify(text).filter { $0.label == .personal }.flatMap(\.spans).filter { $0.type == .address }
      switch table.cell("kind", row) {
      case "home":
        homes += 1
        if spans.isEmpty { errors.append("missed   \(text)") } else { found += 1 }
        let expected = table.cell("expected", row)
        let quotes = spans.map { quote($0, in: text) }
        if quotes == [expected] {
          exact += 1
        } else if !spans.isEmpty {
          errors.append("borders  \(text)  \(quotes)")
        }
      case "organisation":
        offices.all += 1
        if !spans.isEmpty {
          offices.flagged += 1
          errors.append("office   \(text)")
        }
      default:
        lookAlikes.all += 1
        if !spans.isEmpty {
          lookAlikes.flagged += 1
          errors.append("no home  \(text)")
        }
      }
    }
    return FactReport(
      line: "addresses: \(found) of \(homes) homes found (\(exact) with exact borders), "
        + "\(offices.flagged) of \(offices.all) offices and \(lookAlikes.flagged) of \(lookAlikes.all) look-alikes flagged",
      errors: errors)
  }

  static func health(_ table: FactTable, _ classify: (String) -> [Flag]) -> FactReport {
    var counts = Counts()
    var errors: [String] = []
    for row in table.rows {
      let text = table.cell("text", row)
      let truth = table.cell("health", row) == "yes"
      let answer = classify(text).contains { $0.label == .health }
      counts.add(truth: truth, answer: answer)
      if truth != answer {
        errors.append("\(truth ? "missed " : "false  ")  \(text)  [\(table.cell("decided_by", row))]")
      }
    }
    return FactReport(
      line: "health examples: \(counts.hits) of \(counts.hits + counts.misses) found, \(counts.falseFlags) false flags",
      errors: errors)
  }

  private static func quote(_ span: Span, in text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard span.end <= scalars.count else { return "?" }
    return String(String.UnicodeScalarView(scalars[span.start..<span.end]))
  }
}

extension FactTables {
  /// How a vector of a row is put into a sentence, and what a right answer is: the end of the rule's id, or nil where the
  /// number belongs to an organisation and must not be flagged.
  private struct Row {
    var jurisdiction: String
    /// The beginning of the row's name.
    var name: String
    var before: String
    var rules: [String]
    var after = ""
  }

  private static let rows: [Row] = [
    Row(jurisdiction: "NZ", name: "NHI", before: "my NHI is ", rules: ["nz.nhi"]),
    Row(jurisdiction: "NZ", name: "IRD", before: "my IRD number is ", rules: ["nz.ird"]),
    Row(jurisdiction: "NZ", name: "Bank", before: "my account is ", rules: ["nz.bank"]),
    Row(jurisdiction: "NZ", name: "Phone, free", before: "ring ", rules: []),
    Row(jurisdiction: "NZ", name: "Phone", before: "ring me on ", rules: ["phone@2"]),
    Row(jurisdiction: "NZ", name: "Driver", before: "my driver licence is ", rules: ["licence"]),
    Row(jurisdiction: "NZ", name: "Passport", before: "my passport is ", rules: ["passport"]),
    Row(jurisdiction: "NZ", name: "NZBN", before: "our NZBN is ", rules: []),
    Row(jurisdiction: "NZ", name: "Number plate", before: "his rego is ", rules: ["plate"]),
    Row(jurisdiction: "AU", name: "Tax", before: "my TFN is ", rules: ["au.tfn"]),
    Row(jurisdiction: "AU", name: "Medicare", before: "my medicare card is ", rules: ["au.medicare"]),
    Row(jurisdiction: "AU", name: "IHI", before: "my IHI is ", rules: ["au.ihi"]),
    Row(jurisdiction: "AU", name: "ABN", before: "ABN ", rules: []),
    Row(jurisdiction: "AU", name: "ACN", before: "ACN ", rules: []),
    Row(jurisdiction: "AU", name: "Phone", before: "call me on ", rules: ["phone@2"]),
    Row(jurisdiction: "AU", name: "Driver", before: "my drivers licence is ", rules: ["licence", "client"]),
    Row(jurisdiction: "AU", name: "Passport", before: "my passport is ", rules: ["passport"]),
    Row(jurisdiction: "AU", name: "Number plate", before: "his rego is ", rules: ["plate"]),
    Row(jurisdiction: "CA", name: "SIN", before: "my SIN is ", rules: ["ca.sin"]),
    Row(jurisdiction: "CA-BC", name: "PHN", before: "my PHN is ", rules: ["ca.phn"]),
    Row(jurisdiction: "CA-ON", name: "OHIP", before: "my health card is ", rules: ["ca.ohip"]),
    Row(jurisdiction: "CA", name: "Passport", before: "my passport is ", rules: ["passport"]),
    Row(jurisdiction: "CA/US", name: "Phone", before: "call me at ", rules: ["phone@2"]),
    Row(jurisdiction: "UK", name: "NHS", before: "my NHS number is ", rules: ["uk.nhs"]),
    Row(jurisdiction: "UK-SCT", name: "CHI", before: "my CHI is ", rules: ["uk.chi"]),
    Row(jurisdiction: "UK", name: "National", before: "my NI number is ", rules: ["uk.nino"]),
    Row(jurisdiction: "UK", name: "Phone", before: "ring me on ", rules: ["phone@2"]),
    Row(jurisdiction: "UK", name: "Sort", before: "refund me at ", rules: ["uk.bank"]),
    Row(jurisdiction: "UK", name: "Driving", before: "my driving licence is ", rules: ["licence"]),
    Row(jurisdiction: "UK", name: "Passport", before: "my passport is ", rules: ["passport"]),
    Row(jurisdiction: "UK", name: "Number plate", before: "his reg is ", rules: ["plate"]),
    Row(jurisdiction: "US", name: "SSN", before: "my SSN is ", rules: ["us.ssn"]),
    Row(jurisdiction: "US", name: "ITIN", before: "my ITIN is ", rules: ["us.itin"]),
    Row(jurisdiction: "US", name: "Medicare", before: "my medicare number is ", rules: ["us.mbi"]),
    Row(jurisdiction: "US", name: "ABA", before: "routing number ", rules: ["us.routing"]),
    Row(jurisdiction: "US", name: "Passport", before: "my passport is ", rules: ["passport"]),
    Row(jurisdiction: "IE", name: "PPS", before: "my PPS is ", rules: ["ie.pps"]),
    Row(jurisdiction: "IE", name: "Eircode", before: "I live in Ballinahown, Athlone, ", rules: ["address@2"]),
    Row(jurisdiction: "IE", name: "Phone", before: "ring me on ", rules: ["phone@2"]),
    Row(jurisdiction: "INT", name: "Phone", before: "ring me on ", rules: ["phone@2"]),
    Row(jurisdiction: "INT", name: "IBAN", before: "pay me at ", rules: ["iban"]),
    Row(jurisdiction: "INT", name: "Payment", before: "my card is ", rules: [".card@2"]),
    Row(jurisdiction: "INT", name: "E-mail", before: "write to me at ", rules: ["email@2"]),
    Row(jurisdiction: "INT", name: "IPv", before: "my address online is ", rules: ["network"]),
    Row(jurisdiction: "INT", name: "MAC", before: "my router is ", rules: ["network"]),
    Row(jurisdiction: "INT", name: "Date", before: "my ", rules: ["birthdate"]),
    Row(jurisdiction: "INT", name: "Coordinates", before: "we are at ", rules: ["coordinates"]),
  ]

  /// Every vector of the identifiers' table in a sentence with its cue: valid ones must have the right type, invalid ones of
  /// kinds that need no cue must not have it.
  static func identifiers(_ table: FactTable, _ classify: (String) -> [Explanation.Evidence]) -> FactReport {
    var valid = (right: 0, all: 0)
    var invalid = (flagged: 0, all: 0)
    var errors: [String] = []
    for row in table.rows {
      let jurisdiction = table.cell("jurisdiction", row)
      let name = table.cell("name", row)
      guard let rule = rows.first(where: { $0.jurisdiction == jurisdiction && name.hasPrefix($0.name) }) else {
        continue
      }
      for vector in vectors(table.cell("valid", row)) {
        let shown = classify(rule.before + vector).filter { $0.label == .personal && $0.isShown }
        let isRight =
          rule.rules.isEmpty
          ? shown.isEmpty : shown.contains { found in rule.rules.contains { found.rule.contains($0) } }
        valid.all += 1
        if isRight {
          valid.right += 1
        } else {
          errors.append("missed   \(jurisdiction) \(name): \(rule.before)\(vector)  \(shown.map(\.rule))")
        }
      }
      guard table.cell("cue_needed", row).hasPrefix("no"), !rule.rules.isEmpty else { continue }
      for vector in vectors(table.cell("invalid", row)) {
        let shown = classify(vector).filter { $0.label == .personal && $0.isShown }
        invalid.all += 1
        if shown.contains(where: { found in rule.rules.contains { found.rule.contains($0) } }) {
          invalid.flagged += 1
          errors.append("invalid  \(jurisdiction) \(name): \(vector)  \(shown.map(\.rule))")
        }
      }
    }
    return FactReport(
      line: "identifiers: \(valid.right) of \(valid.all) vectors typed right in a sentence with their cue, "
        + "\(invalid.flagged) of \(invalid.all) invalid ones taken for valid without one",
      errors: errors)
  }

  /// Vectors are parted by semicolons; remarks stand in brackets.
  private static func vectors(_ cell: String) -> [String] {
    cell.split(separator: ";").compactMap { part in
      var text = part.trimming()
      // "(09) 234 5678" begins with a bracket; remarks end with one.
      if text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex {
        text = String(text[..<open]).trimming()
      }
      // Notes after a full stop are no vector.
      return text.isEmpty || text.count > 60
        || text.contains(":") && !text.contains("2001") && !text.contains("00:") && !text.contains("FF:")
          && !text.hasPrefix("D.O")
        ? nil : text
    }
  }
}

extension StringProtocol {
  fileprivate func trimming() -> String {
    var view = self[...]
    while view.first == " " { view.removeFirst() }
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}
