import Testing

@testable import Terminal

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

  @Test("Every text of a shipped theme can be read, in 256 colours, in 16 and in 8", arguments: Theme.shipped)
  func contrast(name: String) throws {
    let theme = try Theme.named(name)
    for scope in Self.scopes {
      for under in [nil, "list.selected", "dialog", "bar"] as [Style?] {
        // Highlights are laid over selections; whole areas are not.
        let look = under.map { theme.resolve($0, overlay: scope) } ?? theme.resolve(scope)
        let ratio = try #require(Palette.contrast(look.foreground, look.background), "\(scope.scope)")
        #expect(ratio >= 4.5, "\(name): \(scope.scope) over \(under?.scope ?? "nothing") has \(ratio)")
        for count in [256, 16, 8] {
          let numbers = Palette(count: count).numbers(foreground: look.foreground, background: look.background)
          let drawn = Luminance.contrast(
            Palette.components(numbers.foreground), Palette.components(numbers.background))
          #expect(drawn >= 4.5, "\(name): \(scope.scope) in \(count) colours has \(drawn)")
        }
      }
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
        "no such: there is no such theme and no such file; write \"dark\" or \"light\", or the path of a theme file"
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
