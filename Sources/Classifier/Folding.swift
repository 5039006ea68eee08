/// Scalars that look or mean the same to a reader, made the same for the rules.
///
/// Case, macrons and other diacritics, curly apostrophes, full width, mathematical and circled letters, Cyrillic and
/// Greek look-alikes all come out as ASCII; what nobody sees (zero width, soft hyphens, direction marks) comes out as nothing.
enum Folding {
  enum Result {
    /// An ASCII character, in its own case.
    case ascii(UInt8)
    /// Two of them: `æ`, `ß`.
    case pair(UInt8, UInt8)
    /// Belongs to the character before: a combining mark, a variation selector.
    case mark
    /// Invisible.
    case nothing
    /// A letter of a script that is not folded.
    case letter
    /// Emoji and other signs.
    case symbol
  }

  private static let latin = Array(
    ("AAAAAA?CEEEEIIIIDNOOOOO?OUUUUYT?aaaaaa?ceeeeiiiidnooooo?ouuuuytyAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGg"
      + "GgGgHhHhIiIiIiIiIi??JjKk?LlLlLl??LlNnNnNn???OoOoOo??RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZz?").utf8)
  private static let latinExtended = Array(
    ("AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRr"
      + "SsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwy??????AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe"
      + "EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy??????").utf8)
  private static let cyrillic: [UInt32: UInt8] = table(
    "аa вb еe ёe кk мm нh оo рp сc тt уy хx іi їi јj ѕs АA ВB ЕE ЁE КK МM НH ОO РP СC ТT УY ХX ІI ЇI ЈJ ЅS ԁd ԛq ԝw")
  private static let greek: [UInt32: UInt8] = table(
    "αa βb εe ηn ιi κk νv οo ρp τt υu χx ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX άa έe ίi όo")

  private static func table(_ pairs: String) -> [UInt32: UInt8] {
    var table: [UInt32: UInt8] = [:]
    for pair in pairs.unicodeScalars.split(separator: " ") {
      if let from = pair.first, let to = pair.last { table[from.value] = UInt8(truncatingIfNeeded: to.value) }
    }
    return table
  }

  static func fold(_ value: UInt32) -> Result {
    switch value {
    case 0..<0x80: return .ascii(UInt8(value))
    case 0xA0: return .ascii(0x20)
    case 0xAD: return .nothing
    case 0xB4: return .ascii(0x27)
    case 0xC6: return .pair(0x41, 0x45)
    case 0xE6: return .pair(0x61, 0x65)
    case 0xDF: return .pair(0x73, 0x73)
    case 0x152: return .pair(0x4F, 0x45)
    case 0x153: return .pair(0x6F, 0x65)
    case 0xD7, 0xF7, 0x80..<0xC0: return .symbol
    case 0xC0..<0x180: return known(latin[Int(value - 0xC0)])
    case 0x2B0..<0x300: return value == 0x2BB || value == 0x2BC ? .ascii(0x27) : .symbol
    case 0x300..<0x370, 0x1AB0..<0x1B00, 0x20D0..<0x2100, 0xFE00..<0xFE10, 0xFE20..<0xFE30: return .mark
    case 0x370..<0x400: return greek[value].map { .ascii($0) } ?? .letter
    case 0x400..<0x530: return cyrillic[value].map { .ascii($0) } ?? .letter
    case 0x1E00..<0x1F00: return known(latinExtended[Int(value - 0x1E00)])
    case 0x180E, 0x200B..<0x2010, 0x202A..<0x202F, 0x2060..<0x2070, 0xFEFF: return .nothing
    case 0x2000..<0x200B, 0x202F, 0x205F, 0x3000: return .ascii(0x20)
    case 0x2028, 0x2029: return .ascii(0x0A)
    case 0x2010..<0x2016, 0x2212: return .ascii(0x2D)
    case 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07: return .ascii(0x27)
    case 0x201C, 0x201D, 0x201E, 0x2033, 0xAB, 0xBB: return .ascii(0x22)
    case 0x2026, 0x3002: return .ascii(0x2E)
    case 0x3001, 0xFF0C: return .ascii(0x2C)
    case 0x24B6..<0x24D0: return .ascii(UInt8(value - 0x24B6 + 0x41))
    case 0x24D0..<0x24EA: return .ascii(UInt8(value - 0x24D0 + 0x61))
    case 0x2000..<0x2C00, 0x3003..<0x3040, 0xFFF0..<0x10000, 0xE000..<0xF900: return .symbol
    case 0xFF01..<0xFF5F: return .ascii(UInt8(value - 0xFEE0))
    case 0x1D400..<0x1D6A4:
      let place = UInt8((value - 0x1D400) % 52)
      return .ascii(place < 26 ? 0x41 + place : 0x61 + place - 26)
    case 0x1D7CE..<0x1D800: return .ascii(0x30 + UInt8((value - 0x1D7CE) % 10))
    case 0x1F130..<0x1F14A: return .ascii(UInt8(value - 0x1F130 + 0x41))
    case 0x1F000..<0x20000: return .symbol
    case 0xE0000..<0x110000: return .nothing
    default: return .letter
    }
  }

  private static func known(_ byte: UInt8) -> Result { byte == 0x3F ? .letter : .ascii(byte) }
}
