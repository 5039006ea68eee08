import Desk
import FoundationEssentials
import Moderation
import Terminal

@testable import Console

/// A real desk in a folder of a test's own, and consoles on it that are driven by scripts. Gone when the test is.
final class DeskRoom {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("room-" + UUID().uuidString).path
  let desk: Desk

  /// - Parameter texts: comments of one channel, the oldest first.
  init(_ texts: [(String, [Flag])]) throws {
    desk = try Desk(
      path: folder + "/desk.sqlite", policy: .forTests, by: UserName("akereru"),
      surroundings: DeskSurroundings(version: "t", clock: { ConsoleHarness.now }, console: "one"))
    let comments = texts.enumerated().map { number, text in
      var comment = Comment(
        id: "c\(number)", platform: "youtube", text: text.0, source: SourcePosition(file: "f", line: 1, index: 0))
      comment.created = PlatformTime(Timestamp(seconds: 1_783_600_000 + Int64(number)), zone: .utc)
      return ReceivedComment(comment: comment, channel: "waka", flags: text.1)
    }
    try desk.receive(
      comments, feed: FeedIdentity(sha256: "", format: "x@1", rules: "c@1"), by: UserName("akereru"))
  }

  func console(
    _ size: TerminalSize = TerminalSize(columns: 80, rows: 24), isPlain: Bool = false,
    session: ConsoleSession = ConsoleSession()
  ) -> ScriptedConsole {
    var surroundings = Surroundings(
      policy: .forTests, user: UserName("akereru"), policyOrigin: .agencyFile, localTime: { $0.civil() })
    surroundings.session = session
    return ScriptedConsole(
      desk: desk, surroundings: surroundings, size: size, isPlain: isPlain, clock: { ConsoleHarness.now })
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}

extension ScriptedConsole {
  /// Presses a script, as `docket open --script` does.
  mutating func press(script: String) throws {
    for key in try Key.script(script) { press(key) }
  }

  var screen: [String] { canvas.rowsOfText }
}
