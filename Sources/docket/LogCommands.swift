import ArgumentParser
import Desk
import Publishing

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "List every event of the desk's ledger, oldest first.",
    discussion: "EXAMPLE: docket log --json | jq 'select(.verb == \"delete\")'")

  @Flag(name: .long, help: "One JSON object a line.")
  var json = false
  @OptionGroup var desk: DeskOptions

  func run() throws {
    _ = try Setting.load()
    let path = try desk.existing()
    do {
      var lines = ""
      try Desk.existing(path: path).eachEvent(from: 1) { event in
        lines += json ? EventLine.json(event) : EventText.line(event, localTime: SystemClock.localTime)
        lines += "\n"
        if lines.utf8.count > 64 * 1024 {
          StandardOutput.write(lines)
          lines = ""
        }
      }
      StandardOutput.write(lines)
    } catch let error as DeskError {
      throw Failure(message: error.message)
    }
  }
}

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check that no event was altered, and name the first that was.",
    discussion: "Exit status 0 when the chain holds, 1 when it is broken.")

  @OptionGroup var desk: DeskOptions

  func run() throws {
    let path = try desk.existing()
    let verification: Verification
    do {
      verification = try Desk.verify(path: path)
    } catch {
      throw Failure(message: error.message)
    }
    switch verification {
    case .whole(let events, let head):
      StandardOutput.write("The chain holds: \(events) events, head \(head)\n")
    case .broken(let sequence, let tampering, let detail):
      StandardOutput.write("The chain is broken: \(detail)\nseq \(sequence): \(tampering.rawValue)\n")
      throw ExitCode(ExitStatus.failed)
    }
  }
}
