import ArgumentParser
import Feeds

struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "List the feed formats, or say which one a feed is.",
    discussion: "EXAMPLE: docket formats export.json")

  @Argument(help: ArgumentHelp("Files, folders or archives to look at.", valueName: "feed"))
  var feeds: [String] = []

  func run() throws {
    guard !feeds.isEmpty else { return StandardOutput.write(FormatsText.list) }
    var unread = 0
    for argument in feeds {
      do throws(FeedError) {
        for file in try FeedLocator.files(for: argument) {
          let sniff = try FormatSniff(path: file)
          if sniff.chosen == nil { unread += 1 }
          StandardOutput.write(FormatsText.lines(file, sniff))
        }
      } catch {
        StandardError.write("docket: \(error.message)\n")
        unread += 1
      }
    }
    if unread > 0 { throw ExitCode(ExitStatus.someUnread) }
  }
}

/// What `docket formats` prints.
enum FormatsText {
  /// One format a line: name, notation, what it is.
  static var list: String {
    FormatDescription.all.map { format in
      padded(format.name, 24) + padded(format.notation, 7) + format.title + "\n"
    }.joined()
  }

  /// A feed's format, what it was packed in, what speaks for each format, and what its columns were taken for.
  static func lines(_ file: String, _ sniff: FormatSniff) -> String {
    var text = "\(file): \(sniff.chosen ?? "no known format")"
    if !sniff.wrappings.isEmpty { text += " (\(sniff.wrappings.joined(separator: ", ")))" }
    text += "\n"
    for score in sniff.scores {
      text +=
        "  " + padded(String(score.points), 5) + padded(score.format, 24) + score.reasons.joined(separator: "; ") + "\n"
    }
    for column in sniff.columns {
      text += "  " + padded(column.field, 12) + "from \(column.column) (by \(column.reason.rawValue))\n"
    }
    return text
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
