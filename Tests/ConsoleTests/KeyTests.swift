import Moderation
import Terminal
import Testing

@testable import Console

@Suite("Keys as data")
struct KeyTests {
  @Test("Every line of the table that ships is a key sequence and a command, and none hides another")
  func tableIsSound() throws {
    #expect(StandardKeys.bindings.count == StandardKeys.text.count)
    for (index, binding) in StandardKeys.bindings.enumerated() {
      for other in StandardKeys.bindings[(index + 1)...] {
        #expect(
          !binding.keys.starts(with: other.keys) && !other.keys.starts(with: binding.keys),
          "\(binding.keys.title) and \(other.keys.title)")
      }
    }
  }

  @Test("Every action is in the help, fits its line at 80 columns, and has a key or its name")
  func everyActionIsHelped() {
    let entries = Action.Group.allCases.flatMap { KeyDocument.entries(of: $0, .standard) }
    for action in Action.allCases {
      #expect(entries.contains { $0.command == action.rawValue || $0.command.hasPrefix(action.rawValue + " ") })
    }
    for entry in entries { #expect(SafeText.width(entry.sentence) <= 61, "\(entry.sentence)") }
  }

  @Test(
    "A key is written one way and read back",
    arguments: ["h", "H", ".", "Space", "Enter", "Esc", "S-Tab", "PageDown", "F1", "F12", "C-l", "C- ", "Up", "ā"])
  func notation(_ text: String) throws {
    #expect(try #require(Key(notation: text)).notation == text)
  }

  @Test("A script is characters and names in angle brackets; what is no key is named")
  func script() throws {
    #expect(
      try Key.script("hs<Enter>j<C-l><lt>") == [
        .character("h"), .character("s"), .enter, .character("j"), .control("l"), .character("<"),
      ])
    #expect(throws: KeyScriptError.unknownKey("Entr")) { try Key.script("<Entr>") }
    #expect(throws: KeyScriptError.unclosed("Enter")) { try Key.script("a<Enter") }
  }

  @Test("A person's own keys take the place of those that ship, in dispatch, hints and help alike")
  func remapped() throws {
    let keys = try KeyMap([
      KeyMap.Setting(keys: "b", command: "hide", line: 2), KeyMap.Setting(keys: "h", command: "none", line: 3),
      KeyMap.Setting(keys: "m z", command: "toggle author:weka-2207", line: 4),
    ])
    var console = ConsoleHarness(size: TerminalSize(columns: 100, rows: 40), keys: keys)
    console.show([ConsoleHarness.item(1, "Kia ora", flags: [.health])])
    #expect(console.foot.contains("b hide"))
    console.press("h")
    #expect(console.foot == " ! h does nothing here; ? shows the keys.")
    console.press("b")
    #expect(console.shows("hide: why?"))
    console.press("<Esc>m")
    #expect(console.shows("z only author:weka-2207"))
    console.press("<Esc>?only author")
    #expect(console.shows("m z"))
  }

  @Test("A conflict is named with both lines, a wrong name with the one that is meant")
  func problems() {
    let settings = [
      KeyMap.Setting(keys: "m", command: "mark", line: 2), KeyMap.Setting(keys: "m r", command: "mark-range", line: 5),
      KeyMap.Setting(keys: "Ctrl+x", command: "hide", line: 6), KeyMap.Setting(keys: "b", command: "hid", line: 7),
      KeyMap.Setting(keys: "B", command: "toggle", line: 8), KeyMap.Setting(keys: "Q", command: "undo it", line: 9),
    ]
    #expect {
      try KeyMap(settings)
    } throws: { error in
      (error as? KeyMapProblems)?.message(file: "keys.toml") == """
        keys.toml:5: “m r” (mark-range) clashes with line 2, “m” (mark): one of them could never be pressed
        keys.toml:6: “Ctrl+x” is no key: write h, Space, Enter, C-l, F2, PageDown, or several with blanks between
        keys.toml:7: there is no command “hid”; do you mean hide?
        keys.toml:8: toggle wants to know what: toggle label:health
        keys.toml:9: undo takes nothing behind it
        """
    }
  }

  @Test("What can no longer be left cannot be set up: quit and close keep a key")
  func unreachable() {
    #expect {
      try KeyMap([
        KeyMap.Setting(keys: "q", command: "none", line: 1), KeyMap.Setting(keys: "C-c", command: "none", line: 2),
      ])
    } throws: { error in
      (error as? KeyMapProblems)?.message(file: "keys.toml")
        == "keys.toml: nothing would be left that does “quit”: give it a key"
    }
  }

  @Test("The table as a key file is read back as the table")
  func fileRoundTrip() throws {
    let settings = KeyDocument.file().split(separator: "\n").enumerated().compactMap { number, line in
      let halves = line.split(separator: "\"", omittingEmptySubsequences: true)
      return line.hasPrefix("\"") && halves.count >= 3
        ? KeyMap.Setting(keys: String(halves[0]), command: String(halves[2]), line: number + 1) : nil
    }
    let read = try KeyMap(settings)
    #expect(read.bindings.count == KeyMap.standard.bindings.count)
    for binding in KeyMap.standard.bindings {
      #expect(read.answer(to: binding.keys) == .instruction(binding.instruction))
    }
  }

  @Test("After a prefix the keys that may follow are shown, and Escape forgets it")
  func whichKey() {
    var console = ConsoleHarness(size: TerminalSize(columns: 80, rows: 24))
    console.show([ConsoleHarness.item(1, "Kia ora")])
    console.press("o")
    expectScreen(
      Array(console.screen.suffix(4).dropLast()),
      """
      ┌ o …  esc closes ─────────────────────────────────────────────────────────────┐
      │ u order urgent   o order oldest   n order newest                             │
      └──────────────────────────────────────────────────────────────────────────────┘
      """)
    console.press("<Esc>")
    #expect(!console.shows("order urgent"))
    console.press("ox")
    #expect(console.foot == " ! o x does nothing here; ? shows the keys.")
  }

  @Test("The help finds by key and by words, and Enter does what is pointed at")
  func helpSearches() {
    var console = ConsoleHarness(size: TerminalSize(columns: 80, rows: 24))
    console.show([ConsoleHarness.item(1, "Kia ora", flags: [.health])])
    console.press("?h")
    #expect(console.shows("▶h           Hide it: choose the reason."))
    console.press("<C-u>business record")
    #expect(console.shows("▶r           Keep it as a business record"))
    console.press("<Enter>")
    #expect(console.shows("record: why?"))
  }

  @Test("The palette matches letters in order, shows the keys, completes and runs with what stands behind the name")
  func palette() {
    var console = ConsoleHarness(size: TerminalSize(columns: 80, rows: 24))
    console.show([ConsoleHarness.item(1, "Kia ora", flags: [.health])])
    console.press(":mkr")
    #expect(console.shows("▶mark-range       Mark from the last mark to here. (m r)"))
    console.press("<C-u>zzz")
    #expect(console.shows("no command is called that"))
    console.press("<Enter>")
    #expect(console.foot == " ! There is no command “zzz”.")
    console.press("<C-u>hide SPAM")
    #expect(console.asked(by: "<Enter>").contains { if case .commit = $0 { true } else { false } })
  }

  @Test("What is pasted is never taken for keys, and belongs into a line that is open")
  func paste() {
    var console = ConsoleHarness()
    let item = ConsoleHarness.item(1, "Kia ora", flags: [.health])
    console.show([item])
    console.send(.paste("d1\nq"))
    #expect(console.takeAsked().isEmpty)
    #expect(console.foot.hasPrefix(" ! Pasted text is not taken for keys."))
    console.press("h")
    console.send(.paste("1"))
    #expect(!console.takeAsked().contains { if case .commit = $0 { true } else { false } }, "not taken for a digit")
    #expect(console.shows("no reason has “1”"))
    console.press("<Esc>off-topic<Enter>")
    console.send(.paste("bus\ntalk"))
    #expect(console.shows("bus talk"))
  }

  @Test("The documents hold every key")
  func documents() {
    let markdown = KeyDocument.markdown()
    #expect(markdown.contains("| Decide | `⏎` accept · `h` hide · `d` delete"))
    let manual = KeyDocument.manual()
    for binding in KeyMap.standard.bindings {
      #expect(markdown.contains("`\(binding.keys.title)`"), "\(binding.keys.title)")
      #expect(manual.contains(binding.instruction.sentence.split(separator: "-").first.map(String.init) ?? ""))
    }
    #expect(manual.hasPrefix(".TH DOCKET-KEYS 7\n"))
  }
}
