/// The visible marks that are drawn for what must not, or cannot, be drawn.
enum StandIn {
  /// What is drawn for a scalar that is not drawn as itself; nil for one that is.
  static func text(for scalar: Unicode.Scalar) -> String? {
    let value = scalar.value
    switch value {
    case 0x20..<0x7F: return nil
    // The block of control pictures mirrors C0.
    case 0..<0x20: return picture(0x2400 + value)
    case 0x7F: return "␡"
    case 0x80..<0xA0: return value == 0x85 ? "‹NEL›" : number(value)
    default: break
    }
    if let name = names[value] { return "‹\(name)›" }
    if (0xE0000...0xE007F).contains(value) { return "‹TAG›" }
    if (0x1F1E6...0x1F1FF).contains(value) { return "‹\(regionLetter(scalar) ?? "?")›" }
    if scalar.properties.isDefaultIgnorableCodePoint { return invisible }
    if ScalarWidth.overflows(scalar) { return number(value) }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      return number(value)
    case .spacingMark:
      // Four tone marks and reading marks whose width no two terminals agree on.
      return ScalarWidth.columns(scalar) == 2 ? number(value) : nil
    default:
      return ScalarWidth.isJoiningJamo(scalar) ? number(value) : nil
    }
  }

  /// For what has no width and no name worth reading: zero-width spaces, joiners, fillers.
  static let invisible = "·"

  /// The letter that a regional indicator stands for: two of them make a flag.
  static func regionLetter(_ scalar: Unicode.Scalar) -> Character? {
    guard (0x1F1E6...0x1F1FF).contains(scalar.value) else { return nil }
    return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41).map(Character.init)
  }

  private static func picture(_ value: UInt32) -> String {
    Unicode.Scalar(value).map { String(Character($0)) } ?? invisible
  }

  private static func number(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "‹U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)›"
  }

  /// Controls that can make a text read otherwise than it was written: named as Unicode names them.
  private static let names: [UInt32: String] = [
    0x061C: "ALM", 0x200E: "LRM", 0x200F: "RLM",
    0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO", 0x202E: "RLO",
    0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI",
    0x2028: "LS", 0x2029: "PS", 0xFEFF: "BOM", 0xFFFC: "OBJ",
  ]
}
