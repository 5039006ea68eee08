import CTerminal

/// A theme as a few lines of sample text, for whoever chooses one.
public struct ThemePreview {
  private let theme: Theme
  private let palette: Palette?

  /// - Parameter colors: how many the terminal has; fewer than eight is none, and the theme's look without colours is shown.
  public init(_ theme: Theme, colors: Int) {
    self.theme = theme
    palette = colors >= 8 ? Palette(count: colors) : nil
  }

  /// How many colours the terminal of TERM has, as terminfo says.
  public static var terminalColors: Int { Int(ct_color_count()) }

  /// Lines of the theme's own text with the sequences that style them (ECMA-48 SGR), each ending in a reset.
  public var lines: [String] { Self.sample.map { line in line.map(styled).joined() + "\u{1B}[0m" } }

  private typealias Piece = (text: String, style: Style, overlay: Style?)

  private static let sample: [[Piece]] = [
    [(" docket  142 open · 6 urgent ", "bar", nil), ("  1 Queue ", "tab.active", nil), (" 2 Escalated ", "tab", nil)],
    [
      (" ‼ ", "severity.critical", nil), ("welfare   ", "label.welfare", nil),
      ("the water is at the ", "text", nil), ("window", "text", "span.cue"), (" ▒▒▒▒▒ ", "masked", nil),
    ],
    [
      ("▶! ", "list.selected", "severity.high"), ("health    ", "list.selected", "label.health"),
      ("My wife", "list.selected", "span.relation"), (" takes ", "list.selected", nil),
      ("fluoxetine", "list.selected", "span.medicine"), (" ", "list.selected", nil),
    ],
    [
      (" ! ", "severity.high", nil), ("personal  ", "label.personal", nil), ("she lives at ", "text", nil),
      ("9 Rimu St", "text", "span.address"), ("  offensive ", "label.offensive", nil),
      ("legal ", "label.legal", nil), ("spam", "label.spam", nil),
    ],
    [
      (" · ", "severity.medium", nil), ("request   ", "label.request", nil), ("under the ", "text", nil),
      ("OIA", "text", "span.statute"), ("  complaint ", "label.complaint", nil),
      ("found", "text", "search.match"), (" ✓ decided", "list.decided", nil),
    ],
    [
      (" ⏎ ", "hint.key", nil), ("accept  ", "hint", nil), ("h ", "hint.key", nil), ("hide  ", "hint", nil),
      ("That did not work.", "error", nil), (" Done.", "ok", nil),
    ],
  ]

  private func styled(_ piece: Piece) -> String {
    let look = theme.resolve(piece.style, overlay: piece.overlay)
    var codes = [0]
    let attributes = palette == nil ? look.monochrome : look.attributes
    for (attribute, code) in [(TextAttributes.bold, 1), (.dim, 2), (.italic, 3), (.underline, 4), (.reverse, 7)]
    where attributes.contains(attribute) {
      codes.append(code)
    }
    if let palette {
      let numbers = palette.numbers(foreground: look.foreground, background: look.background)
      codes += palette.codes(numbers.foreground, ground: 30) + palette.codes(numbers.background, ground: 40)
    }
    return "\u{1B}[\(codes.map(String.init).joined(separator: ";"))m\(piece.text)"
  }
}

extension Palette {
  /// The SGR codes of a colour's number: 30 begins those of text, 40 those of the ground behind it.
  func codes(_ number: Int, ground: Int) -> [Int] {
    switch number {
    case ..<0: [ground + 9]
    case ..<8: [ground + number]
    case _ where isDirect: [ground + 8, 2, number >> 16, number >> 8 & 0xFF, number & 0xFF]
    case ..<16: [ground + 60 + number - 8]
    default: [ground + 8, 5, number]
    }
  }
}
