import GRDB
import Moderation

/// What filters ask of the flags of current texts: 24 bytes a flag, in no order.
struct FlagColumns: Sendable {
  private(set) var cells: [Cell] = []
  private(set) var rules: [String] = []
  private var ruleNumbers: [String: UInt16] = [:]
  /// What each rule says of the sort of flag that it raises.
  private var ruleBits: [UInt64] = []

  struct Cell: Sendable {
    /// A bit for each of `FlagTrait.all`.
    var kinds: UInt64
    var row: Int32
    var rule: UInt16
    var label: UInt8
    var score: UInt8
    var severity: UInt8
  }

  private static let select =
    "SELECT row, rev, label, score, severity, rule, spans FROM vault_flag WHERE row >= ?1"

  mutating func readTail(from first: Int, _ db: Database, _ revisions: [Int: Int]) throws {
    let flags = try SQLiteStatement(db, Self.select)
    flags.bind(1, first)
    while try flags.step() { take(flags, revisions) }
  }

  /// Reads the flags of some rows again.
  mutating func readAgain(_ rows: [Int], _ db: Database, _ revisions: [Int: Int]) throws {
    guard !rows.isEmpty else { return }
    let changed = Set(rows.map(Int32.init))
    cells.removeAll { changed.contains($0.row) }
    let flags = try SQLiteStatement(db, Self.select + " AND row = ?1")
    for row in changed {
      flags.bind(1, Int(row))
      while try flags.step() { take(flags, revisions) }
    }
  }

  private mutating func take(_ found: SQLiteStatement, _ revisions: [Int: Int]) {
    let row = Int(found.integer(0))
    guard Int(found.integer(1)) == revisions[row] ?? 1, let label = found.text(2).flatMap(Label.init(rawValue:)),
      let severity = found.text(4).flatMap(Severity.init(rawValue:))
    else { return }
    let rule = number(of: found.text(5) ?? "", label)
    cells.append(
      Cell(
        kinds: Self.kinds(found.bytes(6)) | ruleBits[Int(rule)], row: Int32(row), rule: rule,
        label: UInt8(LabelSet.number(label)), score: UInt8(clamping: found.integer(3)), severity: UInt8(severity.rank)))
  }

  private mutating func number(of rule: String, _ label: Label) -> UInt16 {
    if let known = ruleNumbers[rule] { return known }
    let number = UInt16(clamping: rules.count)
    rules.append(rule)
    ruleBits.append(FlagKind(rule: rule, of: label).map { Self.bit(FlagTrait($0)) } ?? 0)
    ruleNumbers[rule] = number
    return number
  }

  // MARK: Kinds

  static func bit(_ kind: FlagTrait) -> UInt64 { FlagTrait.all.firstIndex(of: kind).map { 1 << UInt64($0) } ?? 0 }

  private static let typeBits = Dictionary(
    SpanType.allCases.map { (Array($0.rawValue.utf8), bit(.span($0))) }, uniquingKeysWith: { first, _ in first })

  /// The kinds of spans as the vault writes them: `3-14 person other;20-31 email self`.
  private static func kinds(_ spans: UnsafeRawBufferPointer) -> UInt64 {
    var kinds: UInt64 = 0
    var subjects = 0
    var own = 0
    for span in spans.split(separator: UInt8(ascii: ";")) {
      let words = span.split(separator: UInt8(ascii: " "))
      guard words.count >= 2 else { continue }
      kinds |= typeBits[Array(words[1])] ?? 0
      if words.count > 2 {
        subjects += 1
        if words[2].elementsEqual(Subject.author.rawValue.utf8) { own += 1 }
      }
    }
    return subjects > 0 && own == subjects ? kinds | bit(.own) : kinds
  }
}
