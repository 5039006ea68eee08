import ArgumentParser
import Feeds
import Moderation

/// FEED arguments and what they stand for.
struct FeedArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "feed"))
  var feeds: [String] = []

  @Option(name: .long, help: ArgumentHelp("Read as this format instead of looking.", valueName: "name"))
  var format: String?

  /// Runs `body` for every file of every argument. What cannot be read is said and counted, and the rest goes on.
  ///
  /// - Returns: how many files or arguments could not be read at all.
  func forEachFile(_ body: (String) throws -> Void) throws -> Int {
    var unread = 0
    for argument in feeds {
      let files: [String]
      do {
        files = try FeedLocator.files(for: argument)
      } catch {
        StandardError.write("docket: \(error.message)\n")
        unread += 1
        continue
      }
      for file in files {
        do {
          try body(file)
        } catch let error as FeedError {
          StandardError.write("docket: \(error.message)\n")
          unread += 1
        }
      }
    }
    return unread
  }
}

/// The account of an import as lines on standard error.
enum AccountText {
  static func lines(_ account: ImportAccount) -> String {
    var text = account.skipped.map { $0.description + "\n" }.joined()
    text += "\(account.file): \(account.format): \(account.read) read, \(account.new) new, \(account.changed) edited, "
    text += "\(account.same) known, \(account.skipped.count) could not be read\n"
    if !account.droppedFields.isEmpty {
      text += "\(account.file): left at the door: \(account.droppedFields.joined(separator: ", "))\n"
    }
    return text
  }
}
