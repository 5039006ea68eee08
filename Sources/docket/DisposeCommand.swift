import ArgumentParser
import Casework
import Desk
import Glibc
import Moderation

struct DisposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dispose",
    abstract: "Destroy words that need be kept no longer.",
    discussion: """
      Never under a legal hold. What is due is listed first; --dry-run stops there, for another day with --on. The words go \
      from the vault, the index, the free pages and the write-ahead log; the log of events still verifies. A disposal that \
      was cut off is finished by the next run. Certificates are written beside the desk, in the folder certificates.

      EXAMPLES
        docket dispose --due --dry-run --on 2027-01-31
        docket dispose --due --approver "Chief Archivist, GDA7"
      """)

  @ArgumentParser.Flag(name: .long, help: "What is due today.") var due = false
  @ArgumentParser.Flag(name: .customLong("dry-run"), help: "Destroy nothing; say what would be.") var dryRun = false
  @Option(name: .long, help: ArgumentHelp("With --dry-run: what would be due on that day.", valueName: "date"))
  var on: String?
  @Option(name: .long, help: ArgumentHelp("Who authorised it, for the certificate.", valueName: "who"))
  var approver: String?
  @Option(name: .long, help: ArgumentHelp("Where certificates are written.", valueName: "folder"))
  var certificates: String?
  @ArgumentParser.Flag(name: .long, help: "One JSON object a class.") var json = false
  @OptionGroup var desk: DeskOptions

  func validate() throws {
    guard due else { throw ValidationError("say --due: only what is due can be destroyed") }
    if on != nil, !dryRun { throw ValidationError("--on goes with --dry-run: nothing is destroyed before its day") }
    if let on, CivilDate(on) == nil { throw ValidationError("\(on) is no day; write one like 2027-01-31") }
    if !dryRun, approver == nil { throw ValidationError("say who authorised it: --approver, or look first: --dry-run") }
  }

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      try show(try opened.desk.disposalPlan(on: on.flatMap { CivilDate($0) }))
      if dryRun { return }
      switch try opened.desk.dispose(approver: approver ?? "", by: opened.user) {
      case .nothing: break
      case .proposed(let event):
        StandardOutput.write(
          "event \(event.sequence): asked for; the policy wants a second person to ask for the same\n")
      case .destroyed(let entry):
        StandardOutput.write("event \(entry.event.sequence): words of \(entry.event.count ?? 0) destroyed\n")
      }
      try finish(opened)
    }
  }

  /// Also what an earlier run left undone: certificates that are not there, pages that are not overwritten.
  private func finish(_ opened: OpenedDesk) throws {
    let disposals = try opened.desk.disposals()
    let folder = certificates ?? Self.folder(of: opened.desk.path) + "/certificates"
    if !disposals.isEmpty { mkdir(folder, 0o700) }
    for entry in disposals {
      let name = folder + "/" + (entry.event.target ?? "\(entry.event.sequence)").replacing("certificate ", with: "")
      for (path, text) in [(name + ".txt", entry.text), (name + ".json", entry.json + "\n")] {
        guard access(path, F_OK) != 0 else { continue }
        try TextFile.write(text, to: path, mode: 0o600)
        StandardOutput.write("certificate \(path)\n")
      }
    }
    guard disposals.last?.isWiped == false else { return }
    try opened.desk.wipe(by: opened.user)
    StandardOutput.write("free pages and log overwritten\n")
    for path in Self.setAside(opened.desk.path) {
      StandardError.write("\(path) is a desk that was set aside when a backup was restored; it still holds the words\n")
    }
  }

  private func show(_ plan: DisposalPlan) throws {
    for entry in plan.classes {
      if json {
        var line = JSONText()
        line.add("class", entry.retention.code)
        line.add("title", entry.retention.title)
        line.add("authority", entry.retention.authority)
        line.add("count", entry.items.count)
        line.add("items", entry.items.map(\.rawValue))
        line.add("matters", entry.matters)
        StandardOutput.write(line.object + "\n")
        continue
      }
      StandardOutput.write(
        "\(entry.retention.code)\t\(entry.retention.title)\t\(entry.retention.authority)\t"
          + "\(entry.items.count) of comments, \(entry.matters.count) of cases and records\n")
      for item in entry.items { StandardOutput.write("  \(item.rawValue)\n") }
      for id in entry.matters { StandardOutput.write("  \(id)\n") }
    }
    if json { return }
    if plan.isEmpty { StandardOutput.write("Nothing is due on \(plan.day).\n") }
    for held in plan.held {
      StandardOutput.write("held\t\(held.item.rawValue)\t\(held.holds.joined(separator: ", "))\n")
    }
    for (why, count) in plan.kept { StandardOutput.write("kept\t\(count)\t\(why)\n") }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func setAside(_ path: String) -> [String] {
    let first = path + ".before-restore"
    guard access(first, F_OK) == 0 else { return [] }
    var found = [first]
    while access("\(first)-\(found.count + 1)", F_OK) == 0 { found.append("\(first)-\(found.count + 1)") }
    return found
  }
}
