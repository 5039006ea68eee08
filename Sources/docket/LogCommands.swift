import ArgumentParser
import Desk
import Publishing

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "List the events of the desk's ledger, oldest first.",
    discussion: """
      Options narrow the list; all that are given must fit.

      EXAMPLE: docket log --actor a.kereru --verb delete --since 2026-11-01 --json
      """)

  @Flag(name: .long, help: "One JSON object a line.")
  var json = false
  @Option(name: .long, help: ArgumentHelp("By this person.", valueName: "id"))
  var actor: [String] = []
  @Option(name: .long, help: ArgumentHelp("In this role.", valueName: "role"))
  var role: [String] = []
  @Option(name: .long, help: ArgumentHelp("On this channel.", valueName: "name"))
  var channel: [String] = []
  @Option(name: .long, help: ArgumentHelp("Of this type: decided, refused, revealed …", valueName: "type"))
  var type: [String] = []
  @Option(name: .long, help: ArgumentHelp("Decisions of this verb.", valueName: "verb"))
  var verb: [String] = []
  @Option(name: .long, help: ArgumentHelp("With this reason.", valueName: "code"))
  var reason: [String] = []
  @Option(name: .long, help: ArgumentHelp("About this comment.", valueName: "item"))
  var item: [String] = []
  @Option(name: .long, help: ArgumentHelp("Of this batch.", valueName: "id"))
  var batch: [String] = []
  @Option(name: .long, help: ArgumentHelp("From this day or time on.", valueName: "time"))
  var since: String?
  @Option(name: .long, help: ArgumentHelp("To this day, or before this time.", valueName: "time"))
  var until: String?
  @Flag(name: .long, help: "Only what took something back.")
  var reversals = false
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let path = try desk.existing()
    _ = try Setting.load(desk: path)
    try OpenedDesk.reporting {
      let desk = try Desk.existing(path: path)
      let filter = try filter(on: desk)
      var lines = ""
      try desk.eachEvent(from: 1) { event in
        guard filter.matches(event) else { return }
        lines += json ? EventLine.json(event) : EventText.line(event, localTime: SystemClock.localTime)
        lines += "\n"
        if lines.utf8.count > 64 * 1024 {
          StandardOutput.write(lines)
          lines = ""
        }
      }
      StandardOutput.write(lines)
    }
  }

  private func filter(on desk: Desk) throws -> EventFilter {
    var values = EventFilter.Values()
    values.actors = actor
    values.roles = role
    values.channels = channel
    values.types = type
    values.verbs = verb
    values.reasons = reason
    values.batches = batch
    values.since = since
    values.until = until
    values.reversalsOnly = reversals
    // A comment may be named as everywhere else, by its own id; what the desk does not know is taken for the log's id.
    values.items = try item.map { try desk.locate($0).first?.item.rawValue ?? $0 }
    do {
      return try EventFilter(values, localTime: SystemClock.localTime)
    } catch {
      throw Failure.usage(error.message)
    }
  }
}

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check that no event was altered, or name the first.",
    discussion: """
      Exit status 0 when all holds, 1 when something does not. With --seal, what the seal covers is also compared with what it \
      was when the seal was made: only that shows a ledger that was rewritten from some point on, links and all.

      EXAMPLE: docket verify --rebuild --seal /media/records/2026-11-21.seal --key "$(cat seal.pub)"
      """)

  @Option(name: .long, help: ArgumentHelp("A seal that was filed elsewhere.", valueName: "file"))
  var seal: [String] = []
  @Option(name: .long, help: ArgumentHelp("The public key that must have made the seals.", valueName: "key"))
  var key: String?
  @Flag(name: .long, help: "Make all views anew from the events and compare them row by row.")
  var rebuild = false
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let path = try desk.existing()
    try OpenedDesk.reporting {
      let desk = try Desk.existing(path: path)
      try report(try desk.verify())
      for file in seal { try check(file, desk) }
      if rebuild { try compareViews(desk) }
    }
  }

  private func report(_ verification: Verification) throws {
    switch verification {
    case .whole(let events, let head):
      StandardOutput.write("The chain holds: \(events) events, head \(head)\n")
    case .broken(let sequence, let tampering, let detail):
      StandardOutput.write("The chain is broken: \(detail)\nseq \(sequence): \(tampering.rawValue)\n")
      throw ExitCode(ExitStatus.failed)
    }
  }

  private func check(_ file: String, _ desk: Desk) throws {
    let seal = try Seal(text: try TextFile.read(file), file: file)
    if let key, SealingKey.fingerprint(ofPublicText: key) != seal.fingerprint {
      throw Failure(message: "\(file) was made with the key \(seal.fingerprint), which is not the one given")
    }
    switch try desk.verify(against: seal) {
    case .whole(let events, let sealed):
      let note = key == nil ? "; compare the key with the one that was filed: \(seal.fingerprint)" : ""
      StandardOutput.write(
        "\(file): \(sealed) of \(events) events are as \(seal.by) sealed them at \(seal.at.iso8601())\(note)\n")
    case .broken(let verification): try report(verification)
    case .anotherDesk: throw Failure(message: "\(file) seals another desk")
    }
  }

  private func compareViews(_ desk: Desk) throws {
    let differences = try desk.compareViews()
    if differences.isEmpty {
      StandardOutput.write("All views are what the events make of them.\n")
      return
    }
    for difference in differences {
      StandardOutput.write(
        "\(difference.table) \(difference.row): stored \(difference.stored); rebuilt \(difference.rebuilt)\n")
    }
    throw Failure(message: "\(differences.count) rows are not what the events make of them")
  }
}
