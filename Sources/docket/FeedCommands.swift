import ArgumentParser
import Classifier
import Desk
import Feeds
import Glibc
import Intake
import Moderation

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Turn any feed into JSON Lines, one comment a line.",
    discussion: "EXAMPLE: docket read export.xml --strip-names > comments.jsonl")

  @OptionGroup var feeds: FeedArguments
  @ArgumentParser.Flag(
    name: .long,
    help: "Without names, handles and author ids: every submission for the analyst, none of the people (NSW L13-20).")
  var stripNames = false

  func validate() throws { try FeedCommandRules.check(feeds, threads: nil) }

  func run() throws {
    let map = try feeds.fieldMap()
    var skipped = 0
    let unread = try feeds.forEachFile { file in
      let reader = try FeedReader(path: file, format: feeds.format, map: map)
      var account = ImportAccount(file: file, format: reader.formatName)
      var lines = ""
      let summary = try reader.read { comment in
        lines += CommonRecord.json(stripNames ? comment.strippingNames() : comment)
        lines += "\n"
        if lines.utf8.count > 64 * 1024 {
          StandardOutput.write(lines)
          lines = ""
        }
      } problem: {
        account.skipped.append($0)
      }
      StandardOutput.write(lines)
      skipped += account.skipped.count
      StandardError.write(account.skipped.map { $0.description + "\n" }.joined())
      let door =
        summary.droppedFields.isEmpty ? "" : "; left at the door: " + summary.droppedFields.joined(separator: ", ")
      StandardError.write(
        "\(file): \(reader.formatName): \(summary.read) read, \(summary.skipped) could not be read\(door)\n")
      for note in summary.notes { StandardError.write("\(file): \(note)\n") }
    }
    if skipped + unread > 0 { throw ExitCode(ExitStatus.someUnread) }
  }
}

struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan", abstract: "Classify feeds without a desk, as a filter.",
    discussion: "EXAMPLE: docket scan - --threads 1 < comments.jsonl")

  @OptionGroup var feeds: FeedArguments
  @Option(name: .long, help: ArgumentHelp("Classify on this many threads.", valueName: "n"))
  var threads: Int?

  mutating func validate() throws {
    if feeds.feeds.isEmpty { feeds.feeds = ["-"] }
    try FeedCommandRules.check(feeds, threads: threads)
  }

  func run() throws {
    let policy = try Setting.load().policy
    let scan = FeedScan(
      classifier: try FeedCommandRules.classifier(policy), rules: FeedCommandRules.flagRules(policy), threads: threads)
    let map = try feeds.fieldMap()
    var skipped = 0
    let unread = try feeds.forEachFile { file in
      _ = try scan.scan(file, format: feeds.format, map: map) { lines in
        StandardOutput.write(lines)
      } problem: { problem in
        skipped += 1
        StandardError.write(problem.description + "\n")
      }
    }
    if skipped + unread > 0 {
      StandardError.write("docket: \(skipped) records and \(unread) files could not be read\n")
      throw ExitCode(ExitStatus.someUnread)
    }
  }
}

/// What the commands over feeds have in common.
enum FeedCommandRules {
  static func check(_ feeds: FeedArguments, threads: Int?) throws {
    if feeds.feeds.isEmpty { throw ValidationError("name at least one FEED: a file, a folder or -") }
    if let threads, !(1...256).contains(threads) { throw ValidationError("--threads takes 1 to 256") }
  }

  /// A policy's thresholds and watched words, as of today.
  static func flagRules(_ policy: AgencyPolicy) -> FlagRules {
    FlagRules(policy.flagging, on: CivilDate(SystemClock.localTime(SystemClock.now())))
  }

  /// The classifier as a policy wants it, with the weights that this agency has adopted, where it has.
  static func classifier(_ policy: AgencyPolicy) throws -> Classifier {
    let own = Environment.configFolder + "/docket/" + LinearModel.agencyFile
    do {
      let (model, isOutdated) = try LinearModel.ofAgency(at: own)
      if isOutdated {
        StandardError.write(
          "docket: \(own): learned upon another release and left alone; run docket-train learn again\n")
      }
      return try Classifier(policy.classifier, model: model)
    } catch let error as LexiconError {
      throw Failure(message: error.message)
    } catch let error as ModelError {
      throw Failure(message: error.message)
    }
  }
}

/// Brings the index for words up to what is on the desk, telling a terminal how far it is.
enum WordIndexing {
  static func run(_ desk: Desk) throws {
    let isTerminal = isatty(STDERR_FILENO) == 1
    try OpenedDesk.reporting {
      while try desk.indexWords(limit: 5000) > 0 {
        guard isTerminal else { continue }
        let progress = try desk.indexProgress()
        StandardError.write("\rindexing for search: \(progress.done) of \(progress.total)")
      }
      if isTerminal { StandardError.write("\r\u{1B}[K") }
    }
  }
}
