import Foundation
import Testing

/// The real program in a real terminal: a tmux server of its own, with nothing of the machine's configuration in it.
final class TerminalSession {
  let home: URL
  private let socket = "docket-test-" + UUID().uuidString.prefix(8)

  struct Gone: Error, CustomStringConvertible {
    var description: String
  }

  /// Starts `docket` with arguments in a window of the given size. When it ends, the shell says `ended N`.
  /// - Parameters:
  ///   - isFirstRun: whether the first steps are still to be shown.
  ///   - term: what the program is told of its terminal.
  ///   - hasJobControl: only a shell is started, which the test types its commands to.
  init(
    _ arguments: String, home: URL, columns: Int = 100, rows: Int = 30, isFirstRun: Bool = false,
    hasJobControl: Bool = false, term: String = "screen-256color"
  ) throws {
    self.home = home
    if !isFirstRun {
      let state = home.appending(path: ".local/state/docket")
      try FileManager.default.createDirectory(
        at: state, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data().write(to: state.appending(path: "tour-seen"))
    }
    // Job control needs a shell that is asked for it: only then can a program be stopped and brought back.
    let command =
      hasJobControl
      ? "PS1='$ ' exec sh -i" : "\(Program.docket.path) \(arguments); echo ended $?; exec cat"
    try tmux([
      "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "env", "-i", "PATH=/usr/bin:/bin", "LANG=C.UTF-8",
      "TERM=\(term)", "HOME=\(home.path)", "sh", "-c", command,
    ])
  }

  deinit {
    // A server may stay for ever once its session is killed, and would outlive the tests.
    let server = (try? tmux(["display-message", "-p", "#{pid}"])).flatMap {
      pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines))
    }
    _ = try? tmux(["kill-server"])
    if let server { kill(server, SIGKILL) }
  }

  /// Types keys, in tmux's notation: `Enter`, `Escape`, `j`.
  func type(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Pastes as a terminal does that brackets pastes, where the program has asked for that.
  func paste(_ text: String) throws {
    try tmux(["set-buffer", text])
    try tmux(["paste-buffer", "-p"])
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The screen as text, a line a row.
  func screen() throws -> String { try tmux(["capture-pane", "-p"]) }

  /// Waits until the screen has a text, and returns it.
  @discardableResult
  func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    try wait(until: { $0.contains(text) }, "“\(text)”", sourceLocation: sourceLocation)
  }

  @discardableResult
  func wait(
    until holds: (String) -> Bool, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let deadline = Date(timeIntervalSinceNow: 60)
    var last = ""
    while Date() < deadline {
      last = try screen()
      if holds(last) { return last }
      usleep(20_000)
    }
    Issue.record("\(what) never came; the screen was:\n\(last)", sourceLocation: sourceLocation)
    throw Gone(description: "\(what) never came")
  }

  /// The process that runs in the window, once the shell has started it.
  func processID() throws -> pid_t {
    let shell = try tmux(["display-message", "-p", "#{pane_pid}"]).trimmingCharacters(in: .whitespacesAndNewlines)
    let children = try Program.run("/usr/bin/pgrep", ["-P", shell]).output
    guard let id = children.split(separator: "\n").first.flatMap({ pid_t($0) }) else {
      throw Gone(description: "docket does not run")
    }
    return id
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let result = try Program.run(
      "/usr/bin/tmux", ["-f", "/dev/null", "-L", String(socket)] + arguments,
      environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": home.path])
    guard result.status == 0 else { throw Gone(description: "tmux \(arguments.first ?? ""): \(result.errors)") }
    return result.output
  }
}

/// Programs, run to their end.
enum Program {
  /// The `docket` that was built with these tests.
  static let docket: URL = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/", !FileManager.default.isExecutableFile(atPath: folder.appending(path: "docket").path) {
      folder.deleteLastPathComponent()
    }
    return folder.appending(path: "docket")
  }()

  static let sampleFeeds = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "SampleFeeds").path

  struct Result {
    var status: Int32
    var output: String
    var errors: String
    /// Output lines.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  static func run(
    _ path: String, _ arguments: [String], environment: [String: String] = [:], input: Data = Data()
  ) throws -> Result {
    let folder = try Scratch()
    let files = ["in", "out", "err"].map { folder.url.appending(path: $0) }
    for (file, contents) in zip(files, [input, Data(), Data()]) { try contents.write(to: file) }
    // Not Foundation's Process: waiting for many of them from parallel tests can hang.
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, file) in files.enumerated() {
      posix_spawn_file_actions_addopen(&actions, Int32(descriptor), file.path, descriptor == 0 ? O_RDONLY : O_WRONLY, 0)
    }
    var child = pid_t()
    let argv = ([path] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in argv + envp { free(text) } }
    let failure = posix_spawn(&child, path, &actions, nil, argv, envp)
    guard failure == 0 else {
      throw TerminalSession.Gone(description: "\(path): \(String(cString: strerror(failure)))")
    }
    var ended: Int32 = 0
    while waitpid(child, &ended, 0) < 0, errno == EINTR {}
    return Result(
      status: ended & 0x7F == 0 ? (ended >> 8) & 0xFF : 128 + ended & 0x7F,
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }

  /// Runs `docket` with a home of its own.
  static func docket(_ arguments: String..., home: URL, input: String = "") throws -> Result {
    try run(
      docket.path, arguments, environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": home.path],
      input: Data(input.utf8))
  }
}

/// A folder for one test, removed with it.
final class Scratch: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "docket-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ name: String, _ bytes: Data) throws -> String {
    let file = url.appending(path: name)
    try bytes.write(to: file)
    return file.path
  }
}
