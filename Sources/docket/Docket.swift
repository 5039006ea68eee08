import ArgumentParser
import Glibc

/// Runs a command and maps how it ended to the exit status, in this one place.
@main
enum Docket {
  static func main() {
    do {
      var command = try DocketCommand.parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      StandardError.write("docket: \(failure.message)\n")
      exit(failure.status)
    } catch {
      let text = DocketCommand.fullMessage(for: error)
      switch DocketCommand.exitCode(for: error) {
      case .success:
        StandardOutput.write(text + "\n")
        exit(ExitStatus.done)
      case .validationFailure:
        StandardError.write(text + "\n")
        exit(ExitStatus.usage)
      case let code:
        if !text.isEmpty { StandardError.write(text + "\n") }
        exit(code.rawValue)
      }
    }
  }
}

/// Exit statuses of every command.
enum ExitStatus {
  static let done: Int32 = 0
  static let failed: Int32 = 1
  static let usage: Int32 = 2
  /// Done, but some input could not be read.
  static let someUnread: Int32 = 3
}

/// A command could not do its work; the message is for the person who ran it.
struct Failure: Error {
  var message: String
  var status: Int32 = ExitStatus.failed

  static func usage(_ message: String) -> Failure { Failure(message: message, status: ExitStatus.usage) }
}
