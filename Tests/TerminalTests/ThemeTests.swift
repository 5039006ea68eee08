import Testing

@testable import Terminal

/// Themes that leave the colours to the terminal's user: nobody knows their contrast in advance.
private let uncolouredThemes = ["ansi", "mono"]

@Suite("Themes")
struct ThemeTests {
  /// Every scope that the console may name: also those that a theme does not.
  static let scopes: [Style] = [
    "text", "text.dim", "title", "bar", "tab", "tab.active", "list.selected", "list.marked", "list.decided", "hint",
    "hint.key", "masked", "error", "ok", "search.match", "dialog", "dialog.title", "stand-in", "input",
    "label.health", "label.personal", "label.offensive", "label.complaint", "label.request", "label.welfare",
    "label.spam", "label.legal", "severity.critical", "severity.high", "severity.medium", "severity.low",
    "span.person", "span.relation", "span.condition", "span.medicine", "span.treatment", "span.address", "span.phone",
    "span.email", "span.identifier", "span.birthdate", "span.profanity", "span.slur", "span.insult", "span.threat",
    "span.sexual", "span.statute", "span.link", "span.cue",
  ]

  @Test(
    "Every text of a shipped theme can be read, in true colour, in 256 colours, in 16 and in 8",
    arguments: Theme.shipped.filter { !uncolouredThemes.contains($0) })
  func contrast(name: String) throws {
    let wanted = name.hasPrefix("high-contrast") ? 7 : 4.5
    let theme = try Theme.named(name)
    for scope in Self.scopes {
      for under in [nil, "list.selected", "dialog", "bar"] as [Style?] {
        // Highlights are laid over selections; whole areas are not.
        let look = under.map { theme.resolve($0, overlay: scope) } ?? theme.resolve(scope)
        let ratio = try #require(Palette.contrast(look.foreground, look.background), "\(scope.scope)")
        #expect(ratio >= wanted, "\(name): \(scope.scope) over \(under?.scope ?? "nothing") has \(ratio)")
        for count in [256, 16, 8] {
          let numbers = Palette(count: count).numbers(foreground: look.foreground, background: look.background)
          let drawn = Luminance.contrast(
            Palette.components(numbers.foreground), Palette.components(numbers.background))
          #expect(drawn >= 4.5, "\(name): \(scope.scope) in \(count) colours has \(drawn)")
        }
      }
    }
  }

  @Test(
    "A theme that leaves the colours to the terminal never draws a text on its own colour", arguments: uncolouredThemes)
  func uncoloured(name: String) throws {
    let theme = try Theme.named(name)
    for scope in Self.scopes {
      for under in [nil, "list.selected", "dialog", "bar"] as [Style?] {
        let look = under.map { theme.resolve($0, overlay: scope) } ?? theme.resolve(scope)
        #expect(look.background == .terminalDefault, "\(name): \(scope.scope)")
        if case .rgb = look.foreground { Issue.record("\(name): \(scope.scope) has a colour of its own") }
        if name == "mono" { #expect(look.foreground == .terminalDefault, "\(scope.scope)") }
      }
    }
  }

  @Test("Where the terminal's numbers are colours, a theme's own are drawn as they are")
  func direct() {
    let palette = Palette(count: 1 << 24)
    #expect(
      palette.numbers(foreground: .rgb(0x12, 0x34, 0x56), background: .rgb(0, 0, 0)) == (0x123456, 0))
    #expect(palette.numbers(foreground: .rgb(0, 0, 5), background: .terminalDefault) == (8, -1))
    #expect(palette.numbers(foreground: .ansi(3), background: .ansi(15)) == (3, 0xFFFFFF))
  }

  @Test("Whoever inherits a theme can repaint its palette")
  func repainted() throws {
    let own = try Theme.parsed("inherits = \"dark\"\n[palette]\ncoral = \"#123456\"\n", file: "own.toml")
    #expect(own.resolve("error").foreground == .rgb(0x12, 0x34, 0x56))
    #expect(own.resolve("label.offensive").foreground == .rgb(0x12, 0x34, 0x56))
    #expect(own.resolve("ok") == (try Theme.named("dark")).resolve("ok"))
  }

  @Test("The themes differ in what they say, and what a colour-blind eye must tell apart differs in more than hue")
  func colourBlind() throws {
    let theme = try Theme.named("colour-blind")
    let grave = theme.resolve("severity.high")
    let well = theme.resolve("ok")
    #expect(grave.attributes != well.attributes)
    for (one, other) in [("severity.high", "ok"), ("severity.medium", "severity.low"), ("error", "ok")] {
      #expect(theme.resolve(Style(one)).foreground != theme.resolve(Style(other)).foreground)
    }
  }

  @Test("Without colours, what must stand out still does", arguments: Theme.shipped)
  func monochrome(name: String) throws {
    let theme = try Theme.named(name)
    let plain = theme.resolve("text").monochrome
    for scope: Style in [
      "list.selected", "tab.active", "search.match", "severity.critical", "severity.high", "span.person", "hint.key",
      "error", "stand-in", "masked", "title",
    ] {
      #expect(theme.resolve(scope).monochrome != plain, "\(name): \(scope.scope)")
    }
    #expect(theme.resolve("list.selected", overlay: "span.person").monochrome == [.reverse, .underline])
  }

  @Test("A scope takes what it leaves out from its parent, setting by setting, and in the end from text")
  func fallback() throws {
    let theme = try Theme.parsed(
      """
      text = { fg = "white", bg = "black" }
      label = { bg = "#101010", attributes = ["bold"] }
      "label.health" = "red"
      [span]
      attributes = ["underline"]
      person = "sea"
      [palette]
      sea = "#005f87"
      """, file: "own.toml")
    #expect(
      theme.resolve("label.health.strong")
        == ResolvedStyle(
          foreground: .ansi(1), background: .rgb(16, 16, 16), attributes: .bold, monochrome: .bold))
    #expect(
      theme.resolve("span.person")
        == ResolvedStyle(
          foreground: .rgb(0, 95, 135), background: .ansi(0), attributes: .underline, monochrome: .underline))
    #expect(
      theme.resolve("nothing.of.the.kind")
        == ResolvedStyle(foreground: .ansi(15), background: .ansi(0), attributes: [], monochrome: []))
    #expect(theme.resolve("label", overlay: "span.person").background == .rgb(16, 16, 16))
  }

  @Test("A theme inherits another and changes what it names")
  func inherits() throws {
    let dark = try Theme.named("dark")
    let own = try Theme.parsed("inherits = \"dark\"\ntitle = \"default\"\n", file: "own.toml")
    #expect(own.resolve("title").foreground == .terminalDefault)
    #expect(own.resolve("error") == dark.resolve("error"))
  }

  @Test(
    "What is wrong with a theme is said with its line and what to write",
    arguments: [
      (
        "title = \"red\"\nhint = \"bleu\"\n",
        "own.toml:2: \"hint\": \"bleu\" is no colour; did you mean \"blue\"?"
      ),
      (
        "title = \"red\"\n[=x]\n",
        "own.toml:2: not TOML: a table's name is missing after [; write entries as \"title\" = "
          + "{ fg = \"white\", attributes = [\"bold\"] }"
      ),
      (
        "\n\"label.health\" = { fg = \"#12345\" }\n",
        "own.toml:2: \"label.health\": \"#12345\" is no colour; write \"#rrggbb\", a name of the palette, \"default\", "
          + "or an ANSI name such as \"red\" or \"bright-blue\""
      ),
      (
        "title = { fg = \"red\", attributes = [\"blink\"] }",
        "own.toml:1: \"title\": \"blink\" is no attribute; write some of \"bold\", \"dim\", \"italic\", \"underline\", "
          + "\"reverse\""
      ),
      (
        "title = { foreground = \"red\" }",
        "own.toml:1: \"title\": \"foreground\" is no setting; write fg, bg, attributes or mono"
      ),
      (
        "title = 7",
        "own.toml:1: \"title\" is of the wrong kind; write a colour or { fg = …, bg = …, attributes = […] }"
      ),
      (
        "ok = \"red\"\n[palette]\nsea = \"#xyzxyz\"",
        "own.toml:3: \"sea\": \"#xyzxyz\" is no colour; write \"#rrggbb\", a name of the palette, \"default\", or an ANSI "
          + "name such as \"red\" or \"bright-blue\""
      ),
      (
        "inherits = \"own.toml\"",
        "own.toml:1: \"inherits\": \"own.toml\" inherits from this theme in turn; take the line out of one of them"
      ),
      (
        "inherits = \"no such\"",
        "no such: there is no such theme and no such file; write one of \"dark\", \"light\", \"high-contrast\", "
          + "\"high-contrast-light\", \"colour-blind\", \"ansi\", \"mono\", or the path of a theme file"
      ),
    ])
  func problems(text: String, message: String) {
    #expect {
      try Theme.parsed(text, file: "own.toml")
    } throws: {
      "\($0)" == message
    }
  }

  @Test("Broken TOML is reported at its line")
  func syntax() {
    #expect {
      try Theme.parsed("title = \"red\"\nhint = = 3\n", file: "own.toml")
    } throws: {
      "\($0)".hasPrefix("own.toml:2: not TOML: ")
    }
  }
}
