/// Numbers as blocks: a row of columns an eighth of a line fine, or several rows of them. In ASCII where the terminal has
/// no more.
struct Bars {
  var isASCII: Bool

  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let letters: [Character] = [".", ":", "-", "=", "+", "*", "%", "#"]

  private var steps: [Character] { isASCII ? Self.letters : Self.blocks }

  /// A column a value, one line high; nothing for nought, so that it is not taken for little.
  func row(_ values: [Int], width: Int) -> String {
    let values = Self.fitted(values.map { $0 }, width: width).map { $0 ?? 0 }
    let most = max(1, values.max() ?? 1)
    return String(
      values.map { value in
        value <= 0 ? (isASCII ? "_" : " ") : steps[min(steps.count - 1, value * steps.count / (most + 1))]
      })
  }

  /// Columns `height` lines high, the topmost line first, each value as many characters wide as there is room for.
  func columns(_ values: [Int?], width: Int, height: Int) -> [String] {
    let fitted = Self.fitted(values, width: width)
    guard !fitted.isEmpty, height > 0 else { return [] }
    let wide = max(1, min(4, width / fitted.count))
    let most = max(1, fitted.compactMap { $0 }.max() ?? 1)
    return (0..<height).map { line in
      let floor = (height - 1 - line) * steps.count
      return fitted.map { value in
        let filled = (value ?? 0) * height * steps.count / most - floor
        let mark: Character
        if filled >= steps.count {
          mark = steps[steps.count - 1]
        } else if filled > 0 {
          mark = steps[filled - 1]
        } else {
          // The least value that is not nought can still be seen.
          mark = line == height - 1 && value ?? 0 > 0 ? steps[0] : " "
        }
        return String(repeating: String(mark), count: max(1, wide - 1)) + (wide > 1 ? " " : "")
      }.joined()
    }
  }

  /// No more values than columns: neighbours are told as the greater of them.
  static func fitted(_ values: [Int?], width: Int) -> [Int?] {
    guard values.count > width, width > 0 else { return values }
    let size = (values.count + width - 1) / width
    return stride(from: 0, to: values.count, by: size).map { start in
      values[start..<min(values.count, start + size)].compactMap { $0 }.max()
    }
  }
}
