/// Texts made to break a screen: hand-picked ones, and mixtures that a fixed seed draws from them.
enum HostileText {
  static let samples: [String] = picked + mixtures

  private static let picked = [
    "", " ", "   ", "plain words", "\u{1B}[2J\u{1B}]0;title\u{7}", "\u{9B}31m", "a\r\nb\rc\nd", "\t\u{B}\u{C}",
    "\u{202E}txt.exe",
    "\u{2066}\u{2067}\u{2068}\u{2069}", "\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}", "\u{301}\u{301}", "漢字漢字漢", "Ａｂ",
    "👨‍👩‍👧‍👦👍🏽❤️🇳🇿🇦1️⃣#️⃣",
    "z" + String(repeating: "\u{335}", count: 40), "\u{E0001}\u{E0041}\u{E007F}", "क्षि",
    "\u{1112}\u{1161}\u{11AB}\u{1161}",
    "\u{FDFD}\u{2E3B}", "می‌خواهم", "\u{FFFE}\u{10FFFF}\u{E000}", "\u{0}\u{7F}\u{85}", "\u{1F3FB}", "\u{200D}👩\u{200D}",
    "\u{FE0F}\u{FE0F}",
    "\u{600}1", "\u{302E}\u{16FF0}",
  ]

  private static let mixtures: [String] = {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let scalars = picked.joined().unicodeScalars.map { $0 } + "abc de 漢".unicodeScalars
    return (0..<150).map { _ in
      var text = String.UnicodeScalarView()
      for _ in 0..<next(30) { text.append(scalars[next(scalars.count)]) }
      return String(text)
    }
  }()
}
