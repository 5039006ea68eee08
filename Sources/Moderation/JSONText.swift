/// Compact JSON, built in the order in which keys are added. Absent values are left out, so that unknown stays unknown.
public struct JSONText: Sendable {
  public private(set) var text = "{"

  public init() {}

  /// The finished object.
  public var object: String { text + "}" }

  public mutating func add(_ key: String, _ value: String?) {
    guard let value else { return }
    addKey(key)
    text += Self.quoted(value)
  }

  public mutating func add(_ key: String, _ value: Int?) { addRaw(key, value.map { String($0) }) }
  public mutating func add(_ key: String, _ value: Int64?) { addRaw(key, value.map { String($0) }) }
  public mutating func add(_ key: String, _ value: Bool?) { addRaw(key, value.map { $0 ? "true" : "false" }) }

  /// Adds a list of strings; an empty one is left out.
  public mutating func add(_ key: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    addRaw(key, Self.array(values.map(Self.quoted)))
  }

  /// Adds what is JSON already.
  public mutating func addRaw(_ key: String, _ json: String?) {
    guard let json else { return }
    addKey(key)
    text += json
  }

  public static func array(_ elements: [String]) -> String { "[" + elements.joined(separator: ",") + "]" }

  /// A string literal. Escapes what JSON requires (RFC 8259 § 7), and DEL and the C1 controls besides, so that a line of
  /// output is safe to look at in a terminal.
  public static func quoted(_ value: String) -> String {
    var out = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": out += "\\u" + hex4(scalar.value)
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  private mutating func addKey(_ key: String) {
    if text.utf8.count > 1 { text += "," }
    text += Self.quoted(key) + ":"
  }

  private static func hex4(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
