/// The numbered colours that a terminal offers, and what is nearest in them to the colours of a theme.
struct Palette: Sendable {
  /// 256, 16, 8; fewer are as good as none. 2²⁴ is a terminal whose numbers are the colours themselves.
  let count: Int

  /// Whether a number is red, green and blue in eight bits each, as of `xterm-direct`; there 0 to 7 are the ANSI colours.
  var isDirect: Bool { count >= 1 << 24 }

  /// Curses' numbers for a pair of colours; -1 is the terminal's own.
  ///
  /// Where the theme's own pair can be read (4.5 : 1), so can the pair that stands for it: in 16 colours the nearest
  /// foreground may fall together with the background.
  func numbers(foreground: ThemeColor, background: ThemeColor) -> (foreground: Int, background: Int) {
    if isDirect { return (direct(foreground), direct(background)) }
    let back = number(background, among: candidates)
    guard case .rgb = foreground, case .rgb = background, back >= 0,
      let wanted = Self.contrast(foreground, background), wanted >= 4.5
    else { return (number(foreground, among: candidates), back) }
    let readable = candidates.filter {
      Luminance.contrast(Self.components($0), Self.components(back)) >= 4.5
    }
    return (number(foreground, among: readable.isEmpty ? candidates : readable), back)
  }

  /// WCAG's contrast of two colours; nil where one is not known in advance.
  static func contrast(_ one: ThemeColor, _ other: ThemeColor) -> Double? {
    guard let first = components(one), let second = components(other) else { return nil }
    return Luminance.contrast(first, second)
  }

  /// Of 256 colours only the cube and the greys have values that are known: users choose the first 16.
  private var candidates: [Int] {
    count >= 256 ? Array(16..<256) : Array(0..<max(8, min(count, 16)))
  }

  /// The nearest number that is not taken for an ANSI colour.
  private func direct(_ color: ThemeColor) -> Int {
    switch color {
    case .terminalDefault: return -1
    case .ansi(let number) where number < 8: return number
    case .ansi(let number): return direct(Self.components(number))
    case .rgb(let red, let green, let blue): return direct((red, green, blue))
    }
  }

  private func direct(_ color: RGB) -> Int {
    let number = Int(color.red) << 16 | Int(color.green) << 8 | Int(color.blue)
    return number > 0 && number < 8 ? 8 : number
  }

  private func number(_ color: ThemeColor, among candidates: [Int]) -> Int {
    switch color {
    case .terminalDefault: return -1
    // A console of 8 colours has no bright ones.
    case .ansi(let number): return count >= 16 ? number : number % 8
    case .rgb(let red, let green, let blue):
      var best = candidates.first ?? -1
      var least = Int.max
      for candidate in candidates {
        let distance = Luminance.distance((red, green, blue), Self.components(candidate))
        if distance < least { (best, least) = (candidate, distance) }
      }
      return best
    }
  }

  private static func components(_ color: ThemeColor) -> RGB? {
    if case .rgb(let red, let green, let blue) = color { return (red, green, blue) }
    return nil
  }

  /// What xterm gives a numbered colour.
  static func components(_ number: Int) -> RGB {
    switch number {
    case 16..<232:
      let index = number - 16
      func step(_ level: Int) -> UInt8 { level == 0 ? 0 : UInt8(55 + 40 * level) }
      return (step(index / 36), step(index / 6 % 6), step(index % 6))
    case 232..<256:
      let grey = UInt8(8 + 10 * (number - 232))
      return (grey, grey, grey)
    default:
      let level: UInt8 = number >= 8 ? 255 : 205
      if number == 7 { return (229, 229, 229) }
      if number == 8 { return (127, 127, 127) }
      return (number & 1 != 0 ? level : 0, number & 2 != 0 ? level : 0, number & 4 != 0 ? level : 0)
    }
  }
}

typealias RGB = (red: UInt8, green: UInt8, blue: UInt8)
