import ArgumentParser
import Desk
import Feeds
import Glibc
import Intake
import Moderation

struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Import each export that appears in a folder.",
    discussion: """
      A file counts as complete once its size and time have stayed the same from one look to the next. Ctrl-C ends it.

      EXAMPLE: docket watch exports/ --channel "Facebook page"
      """)

  @Argument(help: ArgumentHelp("The folder.", valueName: "folder"))
  var folder: String
  @OptionGroup var desk: DeskOptions
  @Option(name: .long, help: ArgumentHelp("Read as this format instead of looking.", valueName: "name"))
  var format: String?
  @Option(name: .long, help: ArgumentHelp("Which columns hold what: text=Your message,created=Date.", valueName: "map"))
  var map: String?
  @Option(name: .long, help: ArgumentHelp("File the comments under this channel.", valueName: "name"))
  var channel: String?
  @Option(name: .long, help: ArgumentHelp("Seconds between two looks.", valueName: "n"))
  var every: Int = 5

  func validate() throws {
    if !(1...86_400).contains(every) { throw ValidationError("--every takes 1 to 86400 seconds") }
  }

  func run() throws {
    var feeds = FeedArguments()
    feeds.feeds = [folder]
    feeds.format = format
    feeds.map = map
    let opened = try desk.open()
    let importing = try FeedImport(opened, feeds: feeds, channel: channel)
    StopSignal.listen()
    var watch = FolderWatch()
    while !StopSignal.isRaised {
      do {
        try OpenedDesk.reporting {
          for path in watch.ready(try FolderListing.read(folder)) { try bring(path, importing) }
        }
      } catch let error as FeedError {
        throw Failure(message: error.message)
      } catch is ImportStopped {
        break
      }
      try WordIndexing.run(opened.desk)
      if !StopSignal.isRaised { sleep(UInt32(every)) }
    }
  }

  /// What one export brought; a file that is no feed is said and left.
  private func bring(_ path: String, _ importing: FeedImport) throws {
    do {
      for file in try FeedLocator.files(for: path) { _ = try importing.bring(file) }
    } catch let error as FeedError {
      StandardError.write("docket: \(error.message)\n")
    }
  }
}
