import Foundation

/// A `docket decide --from` in another process, its answers in a file that is read while it works.
final class Decider {
  let child: pid_t
  private let answers: URL

  /// - Parameter decisions: the file of decisions, one a line.
  init(_ decisions: String, desk: String, home: URL) throws {
    answers = home.appending(path: "answers-" + UUID().uuidString)
    try Data().write(to: answers)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, answers.path, O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var child = pid_t()
    let words = [Program.docket.path, "decide", "--from", decisions, "--desk", desk]
    let argv = words.map { strdup($0) } + [nil]
    let environment = ["PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=\(home.path)"]
    let envp = environment.map { strdup($0) } + [nil]
    defer { for text in argv + envp { free(text) } }
    let failure = posix_spawn(&child, Program.docket.path, &actions, nil, argv, envp)
    guard failure == 0 else { throw TerminalSession.Gone(description: String(cString: strerror(failure))) }
    self.child = child
  }

  /// How many bytes of answers there are so far.
  var answered: Int {
    var status = stat()
    return stat(answers.path, &status) == 0 ? Int(status.st_size) : 0
  }

  func kill() { _ = Foundation.kill(child, SIGKILL) }

  /// Waits for its end. The comments that it answered for whole lines of: those that were acknowledged.
  func acknowledged() throws -> [String] {
    var ended: Int32 = 0
    while waitpid(child, &ended, 0) < 0, errno == EINTR {}
    let text = String(decoding: try Data(contentsOf: answers), as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().compactMap { line in
      line.split(separator: "\t").last.map(String.init)
    }
  }
}

/// A desk of made-up comments, and decisions about them.
struct CrowdedDesk {
  let home: Scratch
  let path: String

  init(comments: Int) throws {
    home = try Scratch()
    path = home.url.appending(path: "desk.sqlite").path
    let feed = (1...comments).map { #"{"id":"c\#($0)","text":"comment number \#($0)"}"# }.joined(separator: "\n")
    let file = try home.write("feed.jsonl", Data(feed.utf8))
    let result = try Program.docket("import", file, "--channel", "page", "--desk", path, home: home.url)
    guard result.status == 0 else { throw TerminalSession.Gone(description: result.errors) }
  }

  func decisions(_ name: String, about numbers: some Sequence<Int>) throws -> String {
    let lines = numbers.map { #"{"verb":"leave","item":"c\#($0)","reasons":["CRITICISM"]}"# + "\n" }.joined()
    return try home.write(name, Data(lines.utf8))
  }

  /// The comments that the log has a decision about, in its order.
  func decided() throws -> [String] {
    let log = try Program.docket("log", "--json", "--type", "decided", "--desk", path, home: home.url)
    let items = try Program.docket("find", "comment", "--limit", "1000000", "--desk", path, home: home.url)
    var names: [String: String] = [:]
    for line in items.lines { names[Self.value("item", line)] = Self.value("id", line) }
    return log.lines.map { names[Self.value("item", $0)] ?? "?" }
  }

  private static func value(_ key: String, _ line: String) -> String {
    guard let start = line.range(of: "\"\(key)\":\"")?.upperBound else { return "" }
    return String(line[start...].prefix { $0 != "\"" })
  }
}
