import Desk
import FoundationEssentials
import Moderation
import Synchronization
import Terminal
import Testing

@testable import Console

/// Two people on one real desk: every command goes to the desk and its answer comes back, one after the other.
@Suite("Two consoles on one desk")
struct TwoConsolesTests {
  /// A folder of a test's own, gone when the test is.
  private final class Room: Sendable {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("console-" + UUID().uuidString).path
    private let time = Mutex(ConsoleHarness.now)

    func later(seconds: Int64) -> Timestamp {
      time.withLock { now in
        now = Timestamp(milliseconds: now.milliseconds + seconds * 1000)
        return now
      }
    }

    func desk(_ console: String) throws -> Desk {
      try Desk(
        path: folder + "/desk.sqlite", policy: .forTests, by: UserName("akereru"),
        surroundings: DeskSurroundings(version: "t", clock: { self.later(seconds: 0) }, console: console))
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }
  }

  /// One person at one console.
  private struct Seat {
    var console: ConsoleHarness
    let worker: DeskWorker
    let watch: DeskWatch
    let desk: Desk
    private let mail: Box

    final class Box: Sendable {
      let messages = Mutex<[Message]>([])
    }

    init(_ room: Room, user: String) throws {
      let box = Box()
      mail = box
      desk = try room.desk(user)
      console = ConsoleHarness(user: user)
      worker = DeskWorker(desk: desk, user: UserName(user))
      watch = DeskWatch(desk: desk, user: UserName(user)) { message in box.messages.withLock { $0.append(message) } }
      carryOut(console.start())
    }

    private mutating func carryOut(_ commands: [Command]) {
      var commands = commands
      while !commands.isEmpty {
        for command in commands { if let answer = worker.carryOut(command) { console.send(answer) } }
        commands = console.takeAsked()
      }
    }

    mutating func press(_ keys: String) {
      console.press(keys)
      carryOut(console.takeAsked())
    }

    mutating func press(_ key: Key) {
      console.send(.key(key))
      carryOut(console.takeAsked())
    }

    /// What the second brings; how many messages there were.
    @discardableResult
    mutating func look() -> Int {
      watch.look()
      let mail = mail.messages.withLock { waiting in
        defer { waiting = [] }
        return waiting
      }
      for message in mail { console.send(message) }
      carryOut(console.takeAsked())
      return mail.count
    }

    mutating func passes(_ now: Timestamp) {
      console.send(.tick(now))
      carryOut(console.takeAsked())
    }
  }

  private let room = Room()

  private func receive(_ texts: [String], into desk: Desk, flags: [Flag] = []) throws {
    let comments = texts.enumerated().map { number, text in
      var comment = Comment(
        id: "c\(number)", platform: "youtube", text: text, source: SourcePosition(file: "f", line: 1, index: 0))
      comment.created = PlatformTime(Timestamp(seconds: 1_783_600_000 + Int64(number)), zone: .utc)
      return ReceivedComment(comment: comment, channel: "waka", flags: flags)
    }
    try desk.receive(
      comments, feed: FeedIdentity(sha256: "", format: "x@1", rules: "c@1"), by: UserName("akereru"))
  }

  /// Both seats, with the three comments on the screen of each.
  private func seats() throws -> (Seat, Seat) {
    try receive(["Kia ora", "Hei aha", "Ka pai"], into: room.desk("feed"))
    return (try Seat(room, user: "akereru"), try Seat(room, user: "bweka"))
  }

  @Test("What one decides the other sees at the next look, with name, and then a look brings nothing any more")
  func seen() throws {
    var (one, two) = try seats()
    two.look()
    one.press("a1")
    #expect(one.console.foot == " ✓ Left up · NOTHING · u takes it back")
    two.look()
    #expect(two.console.foot == " » a.kereru left this up · NOTHING.")
    #expect(two.console.shows("▶✓ left up"))
    #expect(two.console.shows("2 open"))
    #expect(two.look() == 0)
  }

  @Test("Both see that the other is here, and no longer once a console is closed")
  func present() throws {
    var (one, two) = try seats()
    two.look()
    one.look()
    #expect(one.console.screen[0].hasSuffix("with b.weka · a.kereru · owner"))
    two.watch.stop()
    one.look()
    #expect(!one.console.screen[0].contains("b.weka"))
  }

  @Test("While one chooses a reason the other cannot, sees who it is, and can as soon as it is let go")
  func claimed() throws {
    var (one, two) = try seats()
    one.press("h")
    two.press("h")
    #expect(!two.console.shows("why?"))
    #expect(two.console.foot.hasPrefix(" ! a.kereru is deciding about this, since"))
    two.press("\n")
    two.look()
    #expect(two.console.shows("▶ @"))
    one.press(.escape)
    two.look()
    #expect(!two.console.screen.contains { $0.contains("@") })
    two.press("h")
    #expect(two.console.shows("hide: why?"))
  }

  @Test("Who decides about what another has decided meanwhile is told what they did, and sees it as it is now")
  func overtaken() throws {
    var (one, two) = try seats()
    one.press("a1")
    two.press("h1")
    #expect(two.console.foot == " ! Not done: a.kereru left this up meanwhile. Here it is as it stands now.")
    #expect(two.console.shows("▶✓ left up"))
    #expect(two.console.shows("now left up"))
    two.press("jh1")
    #expect(two.console.shows("✓ hidden"), "the next one can be decided")
  }

  @Test("What one proposes the other confirms with the same two keys")
  func confirmed() throws {
    var (one, two) = try seats()
    one.press("dhate\n")
    #expect(one.console.foot == " ✓ Proposed to delete · HATE, waits for a second person · u takes it back")
    two.look()
    #expect(two.console.foot == " » a.kereru proposed to delete this · HATE.")
    #expect(two.console.shows("a.kereru proposed  delete · HATE"))
    two.press("d")
    #expect(two.console.shows("▶1 HATE"))
    two.press("\n")
    #expect(two.console.foot == " ✓ Deleted · HATE · u takes it back")
    one.look()
    #expect(one.console.shows("✓ deleted"))
  }

  @Test("A snoozed comment comes back when its time has come")
  func snoozed() throws {
    var (one, _) = try seats()
    one.press("s11")
    #expect(one.console.foot.hasPrefix(" ✓ Snoozed until Fri 10 Jul 15:00"))
    one.press("7")
    #expect(one.console.shows("▶"))
    #expect(one.console.shows("now snoozed until Fri 10 Jul 15:00"))
    one.passes(room.later(seconds: 3700))
    one.look()
    #expect(one.console.foot == " » This waits again: its time has come.")
    one.press("1")
    #expect(one.console.shows("3 open"))
  }

  @Test("Showing masked words is an event, once an item")
  func unmasked() throws {
    try receive(["what a lot, muppets all"], into: room.desk("feed"), flags: [.insult])
    var one = try Seat(room, user: "akereru")
    one.press("v")
    #expect(one.console.shows("muppets"))
    one.press("vvv")
    one.press("v")
    let events = try one.desk.events(before: nil, limit: 9)
    #expect(events.count { $0.type == .unmasked } == 1)
  }

  @Test("The index for words is brought up to date in pieces in the background, and says when it has them all")
  func indexed() async throws {
    try receive((0..<1200).map { "comment number \($0)" }, into: room.desk("feed"))
    let desk = try room.desk("indexer")
    let progress = await withCheckedContinuation { (done: CheckedContinuation<[IndexProgress], Never>) in
      let seen = Mutex<[IndexProgress]>([])
      let indexer = Mutex<WordIndexer?>(nil)
      let made = WordIndexer(desk: desk) { message in
        guard case .indexing(let progress) = message else { return }
        let all = seen.withLock { all in
          all.append(progress)
          return all
        }
        guard progress.isComplete else { return }
        indexer.withLock { $0 = nil }
        done.resume(returning: all)
      }
      indexer.withLock { $0 = made }
      made.start()
    }
    #expect(progress.map(\.done) == [500, 1000, 1200])
    #expect(try desk.search("number 77", limit: 9).count > 0)
  }
}
