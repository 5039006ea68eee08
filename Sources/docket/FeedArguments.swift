import ArgumentParser
import Feeds
import Moderation

/// FEED arguments and what they stand for.
struct FeedArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "feed"))
  var feeds: [String] = []

  @Option(name: .long, help: ArgumentHelp("Read as this format instead of looking.", valueName: "name"))
  var format: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Which columns hold what, where the guess is wrong: text=Your message,created=Date,id=#3.", valueName: "map"))
  var map: String?

  /// What `--map` says, else what the policy says of the channel; nil for the guess.
  func fieldMap(orOf channel: Channel? = nil) throws -> FieldMap? {
    guard let text = map ?? channel?.fieldMap else { return nil }
    do {
      return try FieldMap(parsing: text)
    } catch {
      throw map == nil
        ? Failure(message: "the policy's map of \(channel?.id ?? ""): \(error.message)") : Failure.usage(error.message)
    }
  }

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
    for note in account.notes { text += "\(account.file): \(note)\n" }
    return text
  }
}
