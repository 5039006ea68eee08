import Glibc

/// How light a colour is, and how far two are apart.
enum Luminance {
  /// The contrast ratio of WCAG 2.2, from 1 to 21.
  static func contrast(_ one: RGB, _ other: RGB) -> Double {
    let (first, second) = (relative(one), relative(other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// WCAG's relative luminance, from 0 to 1.
  static func relative(_ color: RGB) -> Double {
    0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }

  /// Squared distance with red and blue weighted by how much red there is, near to what the eye sees.
  static func distance(_ one: RGB, _ other: RGB) -> Int {
    let mean = (Int(one.red) + Int(other.red)) / 2
    let (red, green) = (Int(one.red) - Int(other.red), Int(one.green) - Int(other.green))
    let blue = Int(one.blue) - Int(other.blue)
    return (512 + mean) * red * red + 1024 * green * green + (767 - mean) * blue * blue
  }

  private static func linear(_ component: UInt8) -> Double {
    let value = Double(component) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}
