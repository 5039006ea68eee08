import Desk
import Moderation
import Terminal
import Testing

@testable import Console

@Suite("Filters and search")
struct FilterTests {
  private let items = (1...12).map { ConsoleHarness.item($0, "comment number \($0)", flags: [.health]) }

  private func console() -> ConsoleHarness {
    var console = ConsoleHarness(size: TerminalSize(columns: 80, rows: 24))
    console.show(items)
    return console
  }

  private func query(_ text: String, _ view: QueueView = .queue) throws -> QueueQuery {
    QueueQuery(view, filter: try QueueFilter(text))
  }

  @Test("f opens a line that completes, says what is wrong under the place, and counts before it is taken")
  func line() throws {
    var console = console()
    console.press("jjjflab<Tab>health sev")
    #expect(console.shows("label:health sev"))
    #expect(console.shows("severity>="))
    console.press("x>1<Enter>")
    #expect(console.shows("^ there is no key sevx; to look for words, put them in quotes"), "under the word")
    console.press("<C-w>score>0.8")
    let asked = console.takeAsked().compactMap { if case .count(let query) = $0 { query } else { nil } }
    #expect(asked.count == 1, "one question at a time")
    for query in asked { console.send(.counted(9, query)) }
    let wanted = try query("label:health score>0.8")
    #expect(console.takeAsked().contains(.count(wanted)))
    console.send(.counted(1204, wanted))
    #expect(console.shows("1,204 in this list · ⏎ shows them"))
    #expect(
      console.asked(by: "<Enter>").contains(.pageAt(wanted, items[3].item)),
      "the position is kept")
    console.send(.page(wanted, items[3...].map(ConsoleHarness.row), .split(0)))
    #expect(console.shows("1,204 · label:health · score>0.80 · most urgent first"))
    #expect(console.shows("▶! health       9m  comment number 4"))
  }

  @Test("Filters stack, are listed and numbered with counts, and are switched one by one or all")
  func panel() throws {
    var console = console()
    console.press("thtu")
    let both = try query("label:health severity>=high")
    #expect(console.takeAsked().contains(.pageAt(both, items[0].item)))
    console.press("F")
    let health = try query("label:health")
    #expect(console.takeAsked().contains(.count(health)))
    console.send(.counted(7, health))
    #expect(console.shows("1 [x] label:health  (7)"))
    #expect(console.shows("2 [x] severity>=high"))
    console.press("1")
    #expect(console.shows("1 [ ] label:health  (7)"))
    console.press("0")
    #expect(console.shows("2 [ ] severity>=high"))
    console.press("0")
    #expect(console.shows("1 [x] label:health"))
    console.press("jx<Esc>")
    let commands = console.takeAsked()
    #expect(commands.contains { if case .pageAt(health, _) = $0 { true } else { false } })
  }

  @Test("U takes filters back one by one and says which, with the place where one was")
  func undo() throws {
    var console = console()
    console.press("thtp")
    #expect(console.foot == " ✓ Only label:personal.")
    console.press("U")
    #expect(console.foot == " ✓ Taken back: the filter label:personal.")
    _ = console.takeAsked()
    #expect(
      console.asked(by: "U")
        == [.pageAt(QueueQuery(.queue), items[0].item)])
  }

  @Test("A filter is saved under a name and used by it; an empty list says what keeps everything back")
  func saved() throws {
    var console = console()
    console.press("th:save-filter ill<Enter>")
    #expect(console.foot == " ✓ Saved as ill.")
    let kept = console.takeAsked().compactMap { if case .keep(let filters) = $0 { filters } else { nil } }
    #expect(kept.first?["ill"]?.text == "label:health")
    console.press("tx")
    #expect(console.foot == " ✓ No filters. U puts them back.")
    console.press(":use-filter ill<Enter>")
    console.send(.page(try query("label:health"), [], .split(0)))
    #expect(console.shows("Nothing passes the filters."))
    #expect(console.shows("F lists them, t t switches them off."))
  }

  @Test("A filter that asks where comments stand looks through all of them")
  func state() throws {
    var console = console()
    console.press("fstate:decided<Enter>")
    #expect(console.takeAsked().contains(.count(try query("state:decided", .all))))
  }

  @Test("An answer to a question that is no longer asked is dropped")
  func late() throws {
    var console = console()
    console.press("th")
    console.send(.page(QueueQuery(.queue), [], .split(0)))
    #expect(console.shows("comment number 1"))
  }

  private func hits(_ text: String) throws -> QueueQuery { try query(text) }

  @Test("A search looks while it is typed, one question at a time, says how many there are, and n and N go on")
  func search() throws {
    var console = console()
    let here = ConsoleHarness.row(items[0]).position
    let before = QueuePosition(urgency: here.urgency, order: here.order, row: here.row - 1)
    #expect(
      console.asked(by: "/nu") == [.find("nu", try hits("nu"), from: before, forward: true), .count(try hits("nu"))])
    #expect(console.asked(by: "mber 7").isEmpty, "the first is not answered yet")
    console.send(.found(ConsoleHarness.row(items[0]), place: 0, needle: "nu"))
    let wanted = try hits("number 7")
    #expect(
      console.takeAsked() == [.find("number 7", wanted, from: before, forward: true), .count(wanted)])
    console.send(.found(ConsoleHarness.row(items[6]), place: 2, needle: "number 7"))
    console.send(.counted(34, wanted))
    #expect(console.shows("▶! health       9m  comment number 7"))
    #expect(console.foot.hasSuffix("3 of 34"))
    console.press("<Enter>")
    #expect(console.foot == " ✓ “number 7”: 3 of 34 · n next · N previous")
    let seven = ConsoleHarness.row(items[6]).position
    #expect(console.asked(by: "n") == [.find("number 7", wanted, from: seven, forward: true)])
    console.send(.found(ConsoleHarness.row(items[6]), place: 2, needle: "number 7"))
    #expect(console.asked(by: "N") == [.find("number 7", wanted, from: seven, forward: false)])
    console.send(.found(nil, place: nil, needle: "number 7"))
    #expect(console.foot == " ! Nothing in this list has “number 7”.")
  }

  @Test("Escape gives a search up and goes back to where it began")
  func searchGivenUp() {
    var console = console()
    console.press("/number 7")
    console.send(.found(ConsoleHarness.row(items[6]), place: nil, needle: "nu"))
    console.send(.found(ConsoleHarness.row(items[6]), place: nil, needle: "number 7"))
    _ = console.takeAsked()
    #expect(
      console.asked(by: "<Esc>")
        == [.page(QueueQuery(.queue), .around, from: ConsoleHarness.row(items[0]).position)])
  }

  @Test("What is searched for is marked in list and text, whatever its case and accents")
  func hitsAreMarked() {
    var console = ConsoleHarness(size: TerminalSize(columns: 80, rows: 24))
    console.show([ConsoleHarness.item(1, "Māori ward, MAORI seats"), ConsoleHarness.item(2, "Te reo maori")])
    console.press("/maori")
    console.send(.found(nil, place: nil, needle: "ma"))
    let styles = console.canvas.stylesOfText(["search.match": "#"])
    #expect(styles[4].components("#####") == 1, "the second row; the first is under the cursor")
    #expect(styles.dropFirst(10).contains { $0.components("#####") == 2 }, "the text")
  }

  @Test(
    "Anything can be searched for, half a quotation too",
    arguments: ["\"unclosed", "a:b", "(", "/x", "label:heal", "çé", "漢字", "-", "or"])
  func anything(_ needle: String) {
    var console = console()
    for character in needle { console.send(.key(.character(character))) }
    console.press("/")
    for character in needle { console.send(.key(.character(character))) }
    console.send(.key(.enter))
    #expect(console.screen.count == 24)
  }
}

extension String {
  fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}

@Suite("Filters, searches and marks on a real desk")
struct FilteredDeskTests {
  private func room() throws -> DeskRoom {
    try DeskRoom(
      (1...60).map { number in
        switch number % 3 {
        case 0: ("what a lot, muppets number \(number)", [.insult])
        case 1: ("My wife has asthma, number \(number)", [.health])
        default: ("Lovely photos of the Māori garden, number \(number)", [])
        }
      })
  }

  @Test("Only what a filter lets through is in the list, counted, and the comment one was at stays under the cursor")
  func filtered() throws {
    var console = try room().console()
    try console.press(script: "jjjjjth")
    let here = console.screen.first { $0.hasPrefix("│▶") }
    #expect(here?.contains("My wife has asthma") == true)
    #expect(console.screen[2].contains("20 · label:health"))
    #expect(!console.screen[3...8].contains { $0.contains("muppets") || $0.contains("Lovely") })
    try console.press(script: "tt")
    #expect(console.screen.first { $0.hasPrefix("│▶") } == here)
    try console.press(script: "tt/number 31<Enter>")
    #expect(console.screen.first { $0.hasPrefix("│▶") }?.contains("number 31") == true)
    #expect(console.screen.last?.hasPrefix(" ✓ “number 31”: 1") == true)
  }

  @Test("A search goes round, forwards and back, whatever case and accents are typed")
  func search() throws {
    var console = try room().console()
    try console.press(script: "/maori garden<Enter>")
    #expect(console.screen.last?.contains("20 · n next") == true)
    let first = console.screen.first { $0.hasPrefix("│▶") }
    try console.press(script: "nnNN")
    #expect(console.screen.first { $0.hasPrefix("│▶") } == first)
    try console.press(script: "N")
    #expect(console.screen.first { $0.hasPrefix("│▶") } != first)
    try console.press(script: "n")
    #expect(console.screen.first { $0.hasPrefix("│▶") } == first)
  }

  @Test("Nearly the same text is marked together, whatever else is there")
  func similar() throws {
    let flood = "Stop the new cycleway on Harbour Road now, we were never asked about it at all and it kills our shops"
    let room = try DeskRoom(
      (1...6).map { ("\(flood) (\($0))", [.insult]) } + [("Lovely photos", []), ("My wife has asthma", [.health])])
    var console = room.console()
    try console.press(script: "/cycleway<Enter>ms")
    #expect(console.screen[2].contains("6 marked"), "\(console.screen.joined(separator: "\n"))")
    try console.press(script: "H2y")
    #expect(try room.desk.backlog().open == 2)
  }

  @Test("An order keeps the comment one was at, and U puts the old one back")
  func order() throws {
    var console = try room().console()
    try console.press(script: "jjjjj")
    let here = console.screen.first { $0.hasPrefix("│▶") }
    try console.press(script: "oo")
    #expect(console.screen.first { $0.hasPrefix("│▶") } == here)
    #expect(console.screen[2].contains("oldest first"))
    try console.press(script: "U")
    #expect(console.screen[2].contains("most urgent first"))
    #expect(console.screen.first { $0.hasPrefix("│▶") } == here)
  }
}
