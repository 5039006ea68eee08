import Moderation
import TOMLKit
import TOMLSource

/// A part of a policy's text that remembers which file and line it is from, so that layers can be laid over one another.
struct PolicyNode {
  var value: Value
  var origin: Origin

  enum Value {
    case table([String: PolicyNode])
    case list([PolicyNode])
    /// As TOML spells it.
    case scalar(String)
  }

  struct Origin: Equatable {
    /// The file's name without its folder: what is worked out must not depend on where the file lies.
    var file: String
    var line: Int
  }

  init(_ value: Value, _ origin: Origin) {
    self.value = value
    self.origin = origin
  }

  init(_ source: TOMLSource, file: String) {
    self.init(source.table, at: [], source.lines, file: file, under: 1)
  }

  private init(_ table: TOMLTable, at path: SourcePath, _ lines: SourceLines, file: String, under line: Int) {
    let own = lines.line(of: path) ?? line
    var nodes: [String: PolicyNode] = [:]
    for key in table.keys {
      nodes[key] = table[key].map { PolicyNode($0, at: path.key(key), lines, file: file, under: own) }
    }
    self.init(.table(nodes), Origin(file: file, line: own))
  }

  private init(
    _ value: any TOMLValueConvertible, at path: SourcePath, _ lines: SourceLines, file: String, under line: Int
  ) {
    let own = lines.line(of: path) ?? line
    if let table = value.table {
      self.init(table, at: path, lines, file: file, under: own)
    } else if let array = value.array {
      let elements = array.enumerated().map { place, element in
        PolicyNode(element, at: path.index(place), lines, file: file, under: own)
      }
      self.init(.list(elements), Origin(file: file, line: own))
    } else {
      self.init(.scalar(Self.spelling(value)), Origin(file: file, line: own))
    }
  }

  private static func spelling(_ value: any TOMLValueConvertible) -> String {
    if let text = value.string { return quoted(text) }
    if let flag = value.bool { return flag ? "true" : "false" }
    if let number = value.int { return String(number) }
    if let number = value.double { return number.isFinite ? String(number) : quoted("no number") }
    if let day = value.date.flatMap({ CivilDate(year: $0.year, month: $0.month, day: $0.day) }) {
      return day.description
    }
    // Nothing in a policy is a time of day; whatever key has one will say what it takes.
    return quoted("a time of day")
  }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  // MARK: Parts

  var table: [String: PolicyNode]? {
    if case .table(let table) = value { table } else { nil }
  }

  var list: [PolicyNode]? {
    if case .list(let list) = value { list } else { nil }
  }

  var scalar: String? {
    if case .scalar(let spelling) = value { spelling } else { nil }
  }

  subscript(key: String) -> PolicyNode? { table?[key] }
}
