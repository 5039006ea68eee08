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
    discussion: """
      EXAMPLES
        docket open exports/ --channel "Facebook page"
        docket open --script "jjh1" --dump-screen --size 80x24

      A script presses keys without a terminal: characters stand for themselves, names are in angle brackets (<Enter>, \
      <Esc>, <C-l>, <PageDown>, <lt>). What it decides is decided.
      """)

  @OptionGroup var feeds: FeedArguments
  @OptionGroup var desk: DeskOptions
  @Option(name: .long, help: ArgumentHelp("File the comments under this channel.", valueName: "name"))
  var channel: String?
  @Option(
    name: .long,
    help: ArgumentHelp("A theme that ships (`docket themes` shows them) or a TOML file.", valueName: "name"))
  var theme: String?
  @ArgumentParser.Flag(name: .long, help: "In lines that are never repainted, for a screen reader.")
  var plain = false
  @Option(name: .long, help: ArgumentHelp("Press these keys without a terminal.", valueName: "keys"))
  var script: String?
  @ArgumentParser.Flag(name: .long, help: "With --script: print the screen as it is in the end.")
  var dumpScreen = false
  @Option(name: .long, help: ArgumentHelp("With --script: columns and rows.", valueName: "80x24"))
  var size: String = "80x24"
  @Option(name: .long, help: ArgumentHelp("With --script: let it be this time, 2026-11-30T09:00.", valueName: "time"))
  var at: String?

  @ArgumentParser.Flag(
    name: .long, help: "Take clicks and the wheel; the terminal's own selecting then takes the shift key.")
  var mouse = false

  func run() throws {
    if let script { return try press(script) }
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

  // MARK: Without a terminal

  private func press(_ script: String) throws {
    let keys: [Key]
    do {
      keys = try Key.script(script)
    } catch {
      throw Failure.usage(error.message)
    }
    guard let screen = TerminalSize(text: size) else { throw Failure.usage("--size is written 80x24, not “\(size)”") }
    let files = try located()
    let opened = try desk.open()
    let policy = opened.setting.policy
    let map = try feeds.fieldMap(orOf: channel.flatMap { policy.channel(policy.registeredID(of: $0)) })
    let job = ImportJob(files: files, format: feeds.format, map: map, channel: channel, opened: opened)
    if !files.isEmpty {
      let problem = Mutex<String?>(nil)
      job.run { progress in if progress.finished { problem.withLock { $0 = progress.problem } } }
      if let problem = problem.withLock({ $0 }) { throw Failure(message: problem) }
    }
    var console = ScriptedConsole(
      desk: opened.desk, surroundings: try surroundings(opened.setting), size: screen, isPlain: plain,
      clock: try clock())
    for key in keys { console.press(key) }
    console.close()
    if plain { return StandardOutput.write(console.transcript.joined(separator: "\n") + "\n") }
    if dumpScreen { StandardOutput.write(console.canvas.rowsOfText.joined(separator: "\n") + "\n") }
  }

  private func clock() throws -> @Sendable () -> Timestamp {
    guard let at else { return SystemClock.now }
    guard let moment = SystemClock.moment(at) else {
      throw Failure.usage("--at is written 2026-11-30T09:00, not “\(at)”")
    }
    return { moment }
  }

  private func surroundings(_ setting: Setting) throws -> Surroundings {
    var surroundings = Surroundings(
      policy: setting.policy, user: setting.user, policyOrigin: setting.origin, localTime: SystemClock.localTime,
      explain: ClassifierOnDemand(setting.policy).sentences, keys: try KeyFile.load(),
      savedFilters: try SavedFiltersFile.read(), keepFilters: PersonalFiles.keep)
    surroundings.care = try CareFile.load()
    surroundings.isASCII = ConsolePlace.isASCII
    surroundings.channelFindings = ConsolePlace.findings(
      setting.policy, on: CivilDate(SystemClock.localTime(try clock()())))
    surroundings.export = { name, text in ExportFile.write(text, name: name, in: ".") }
    return surroundings
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
    var surroundings = try surroundings(opened.setting)
    surroundings.isFirstRun = !PersonalFiles.hasSeenTour
    surroundings.endTour = PersonalFiles.endTour
    surroundings.session = PersonalFiles.session(desk: desk.path)
    surroundings.keepSession = PersonalFiles.keepSession(desk: desk.path)
    if plain {
      let terminal: LineTerminal
      do {
        terminal = try LineTerminal()
      } catch {
        throw Failure.usage(error.description)
      }
      defer { terminal.stop() }
      let mailbox = Mailbox(waker: terminal.waker)
      startImport(of: files, map: map, on: opened, mailbox)
      var loop = ConsoleLoop(
        lines: terminal, desk: opened.desk, surroundings: surroundings, mailbox: mailbox, clock: SystemClock.now)
      return loop.run()
    }
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
    startImport(of: files, map: map, on: opened, mailbox)
    var loop = ConsoleLoop(
      screen: screen, desk: opened.desk, surroundings: surroundings, mailbox: mailbox, clock: SystemClock.now)
    loop.run()
  }

  private func startImport(of files: [String], map: FieldMap?, on opened: OpenedDesk, _ mailbox: Mailbox) {
    guard !files.isEmpty else { return }
    let job = ImportJob(files: files, format: feeds.format, map: map, channel: channel, opened: opened)
    DispatchQueue.global(qos: .userInitiated).async { job.run { mailbox.post(.importing($0)) } }
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
        desk: opened.desk, classifier: try FeedCommandRules.classifier(policy),
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

extension TerminalSize {
  /// From `80x24`.
  fileprivate init?(text: String) {
    let parts = text.split(separator: "x").map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1], columns > 0, rows > 0 else { return nil }
    self.init(columns: columns, rows: rows)
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
