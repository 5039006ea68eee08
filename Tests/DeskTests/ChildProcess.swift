import FoundationEssentials
import Glibc

/// These tests' own program once more, for what would break every other test in this process: a full disk, another user.
enum ChildProcess {
  /// What a child is told, and where it writes what it found; nil in the tests' own process.
  static let task = ProcessInfo.processInfo.environment["DESK_CHILD_TASK"]
  static let path = ProcessInfo.processInfo.environment["DESK_CHILD_PATH"] ?? ""
  private static let report = ProcessInfo.processInfo.environment["DESK_CHILD_REPORT"] ?? ""

  /// Called in a child: adds a line to what it found, which is on the disk when this returns.
  static func tell(_ line: String) {
    let file = open(report, O_WRONLY | O_CREAT | O_APPEND, 0o666)
    let bytes = Array((line + "\n").utf8)
    _ = write(file, bytes, bytes.count)
    close(file)
  }

  /// Runs a task in a child, by way of a shell that first does as `preparation` says, and returns what it told.
  static func run(_ task: String, path: String, report: String, preparation: String) throws -> [String] {
    let script = preparation + " exec $BEFORE \"$0\" --testing-library swift-testing --filter DeskTests.ChildTasks"
    let environment = [
      "PATH": "/usr/bin:/bin", "DESK_CHILD_TASK": task, "DESK_CHILD_PATH": path, "DESK_CHILD_REPORT": report,
    ]
    // Not Foundation's Process: waiting for many of them from parallel tests can hang.
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var child = pid_t()
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let words: [String] = ["/bin/sh", "-c", script, program]
    let argv = words.map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in argv + envp { free(text) } }
    let failure = posix_spawn(&child, "/bin/sh", &actions, nil, argv, envp)
    guard failure == 0 else { throw Unexpected("no child: \(failure)") }
    var ended: Int32 = 0
    while waitpid(child, &ended, 0) < 0, errno == EINTR {}
    guard let told = try? String(contentsOf: URL(filePath: report), encoding: .utf8) else {
      throw Unexpected("the child said nothing; it ended with \(ended)")
    }
    return told.split(separator: "\n").map(String.init)
  }
}
