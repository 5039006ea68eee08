import ArgumentParser
import Classifier
import Console
import Desk
import Dispatch
import Feeds
import Glibc
import Intake
import Moderation
import Synchronization
import Terminal

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the console, bringing feeds in first.",
    discussion: "EXAMPLE: docket open exports/ --channel \"Facebook page\"")

  @OptionGroup var feeds: FeedArguments
  @OptionGroup var desk: DeskOptions
  @Option(name: .long, help: ArgumentHelp("File the comments under this channel.", valueName: "name"))
  var channel: String?
  @Option(
    name: .long,
    help: ArgumentHelp("A theme that ships (`docket themes` shows them) or a TOML file.", valueName: "name"))
  var theme: String?

  @ArgumentParser.Flag(
    name: .long, help: "Take clicks and the wheel; the terminal's own selecting then takes the shift key.")
  var mouse = false

  func run() throws {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw Failure.usage(
        "open needs a terminal; `docket import` brings feeds in and `docket decide` decides without one")
    }
    let files = try located()
    let opened = try desk.open()
    let policy = opened.setting.policy
    let map = try feeds.fieldMap(orOf: channel.flatMap { policy.channel(policy.registeredID(of: $0)) })
    try MainActor.assumeIsolated { try runConsole(on: opened, files: files, map: map) }
  }

  /// Every file that the arguments stand for; an argument that stands for none ends the program before the screen opens.
  private func located() throws -> [String] {
    var files: [String] = []
    for argument in feeds.feeds {
      if argument == "-" { throw Failure.usage("standard input is the keyboard here; use `docket import -`") }
      do {
        files += try FeedLocator.files(for: argument)
      } catch {
        throw Failure(message: error.message)
      }
    }
    return files
  }

  @MainActor
  private func runConsole(on opened: OpenedDesk, files: [String], map: FieldMap?) throws {
    let setting = opened.setting
    let screen: Screen
    do {
      screen = try Screen(
        theme: Theme.named(theme ?? Environment.value("DOCKET_THEME") ?? "dark"),
        noColor: Environment.value("NO_COLOR") != nil, mouse: mouse)
    } catch let error as ThemeError {
      throw Failure(message: error.description)
    } catch let error as TerminalError {
      throw Failure.usage(error.description)
    }
    defer { screen.stop() }
    let mailbox = Mailbox(waker: screen.waker)
    if !files.isEmpty {
      let job = ImportJob(
        files: files, format: feeds.format, map: map, channel: channel, opened: opened)
      DispatchQueue.global(qos: .userInitiated).async { job.run { mailbox.post(.importing($0)) } }
    }
    ConsoleLoop(
      screen: screen, desk: opened.desk,
      surroundings: Surroundings(
        policy: setting.policy, user: setting.user, policyOrigin: setting.origin,
        localTime: SystemClock.localTime, explain: ClassifierOnDemand(setting.policy).sentences),
      mailbox: mailbox, clock: SystemClock.now
    ).run()
  }
}

/// An import in the background, told to the console as it goes.
struct ImportJob: Sendable {
  var files: [String]
  var format: String?
  var map: FieldMap?
  var channel: String?
  var opened: OpenedDesk

  func run(_ report: @escaping @Sendable (ImportProgress) -> Void) {
    var total = ImportProgress(read: 0, new: 0, changed: 0, skipped: 0, finished: false)
    var unread: [String] = []
    do {
      let policy = opened.setting.policy
      let intake = FeedIntake(
        desk: opened.desk, classifier: try Classifier(policy.classifier),
        rules: FeedCommandRules.flagRules(policy), by: opened.user,
        channelID: policy.registeredID)
      for file in files {
        let before = total
        do {
          let account = try intake.importFeed(
            file, format: format, map: map, channel: channel, progress: { account, _ in report(before.adding(account)) }
          )
          total = before.adding(account)
        } catch let error as FeedError {
          unread.append(error.message)
        }
      }
    } catch let error as LexiconError {
      unread.append(error.message)
    } catch let error as CommitError {
      unread.append(error.message)
    } catch {
      unread.append("the import stopped: \(type(of: error))")
    }
    total.finished = true
    if let first = unread.first {
      total.problem = unread.count == 1 ? first : "\(first) (and \(unread.count - 1) more that could not be read)"
    }
    report(total)
  }
}

extension ImportProgress {
  fileprivate func adding(_ account: ImportAccount) -> ImportProgress {
    var sum = self
    sum.read += account.read
    sum.new += account.new
    sum.changed += account.changed
    sum.skipped += account.skipped.count
    return sum
  }
}

/// The classifier for the console's questions, made when the first one is asked.
final class ClassifierOnDemand: Sendable {
  private let policy: AgencyPolicy
  private let made = Mutex<Classifier?>(nil)

  init(_ policy: AgencyPolicy) { self.policy = policy }

  /// Why a text is flagged, and why not.
  var sentences: @Sendable (String) -> [String] {
    { text in
      let classifier = self.made.withLock { made in
        made = made ?? (try? FeedCommandRules.classifier(self.policy))
        return made
      }
      return classifier?.explain(text).sentences ?? ["The classifier's lexicons cannot be read."]
    }
  }
}
