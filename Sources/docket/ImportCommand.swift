import ArgumentParser
import Classifier
import Desk
import Feeds
import Intake
import Moderation

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring feeds onto the desk without a screen.",
    discussion: """
      Ctrl-C stops between two batches; what was brought in by then stays, and importing the same feed again goes on from \
      there without doubles.

      EXAMPLE: docket import exports/*.json --desk /srv/docket/desk.sqlite
      """)

  @OptionGroup var feeds: FeedArguments
  @OptionGroup var desk: DeskOptions
  @Option(name: .long, help: ArgumentHelp("File the comments under this channel.", valueName: "name"))
  var channel: String?
  @Option(name: .long, help: ArgumentHelp("Classify on this many threads.", valueName: "n"))
  var threads: Int?

  func validate() throws { try FeedCommandRules.check(feeds, threads: threads) }

  func run() throws {
    let opened = try desk.open()
    let importing = try FeedImport(opened, feeds: feeds, channel: channel, threads: threads)
    StopSignal.listen()
    var skipped = 0
    var unread = 0
    do {
      unread = try OpenedDesk.reporting {
        try feeds.forEachFile { file in skipped += try importing.bring(file).skipped.count }
      }
    } catch is ImportStopped {
      throw Failure(
        message: "stopped; what was brought in is on the desk, and the same command goes on from there",
        status: ExitStatus.someUnread)
    }
    try WordIndexing.run(opened.desk)
    if skipped + unread > 0 { throw ExitCode(ExitStatus.someUnread) }
  }
}

/// Imports feeds one after the other, with progress, and says what each brought.
struct FeedImport {
  private let intake: FeedIntake
  private let format: String?
  private let map: FieldMap?
  private let channel: String?

  init(_ opened: OpenedDesk, feeds: FeedArguments, channel: String?, threads: Int? = nil) throws {
    let policy = opened.setting.policy
    intake = FeedIntake(
      desk: opened.desk, classifier: try FeedCommandRules.classifier(policy),
      rules: FeedCommandRules.flagRules(policy), threads: threads, by: opened.user,
      channelID: policy.registeredID)
    format = feeds.format
    map = try feeds.fieldMap(orOf: channel.flatMap { policy.channel(policy.registeredID(of: $0)) })
    self.channel = channel
  }

  func bring(_ file: String) throws -> ImportAccount {
    let bar = ProgressBar(file)
    defer { bar.clear() }
    let account = try intake.importFeed(
      file, format: format, map: map, channel: channel, isStopped: { StopSignal.isRaised }
    ) { account, fraction in
      bar.show(comments: account.read, fraction: fraction)
    }
    bar.clear()
    StandardError.write(AccountText.lines(account))
    return account
  }
}
