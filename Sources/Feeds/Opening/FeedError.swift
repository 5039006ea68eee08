/// Why a FEED argument cannot be read at all. What is wrong inside a feed is a `FeedProblem` and stops nothing.
public enum FeedError: Error, Sendable, Equatable {
  /// The system refused: `why` is its own word for it.
  case unreadable(_ path: String, why: String)
  /// There is nothing but blank space in it.
  case empty(_ path: String)
  case binary(_ path: String)
  case compressed(_ path: String, kind: String)
  /// `looked` says what was found, in names of fields, never in what a citizen wrote.
  case unknownFormat(_ path: String, looked: String)
  case noTextColumn(_ path: String, columns: [String])
  case noFeeds(_ folder: String)
  case unknownFormatName(_ name: String, known: [String])
  /// A format was asked for by name that needs another notation than the file is in.
  case formatDoesNotFit(_ path: String, format: String, looked: String)
  /// Standard input beyond what is kept in memory.
  case tooLarge(_ path: String, limit: Int)
}

extension FeedError: CustomStringConvertible {
  /// What was found and what to do, on one line that begins with the path.
  public var message: String {
    switch self {
    case .unreadable(let path, let why):
      return "\(path): cannot be read: \(why)"
    case .empty(let path):
      return "\(path): is empty; export the comments again"
    case .binary(let path):
      return "\(path): is not text; a feed is JSON, CSV or XML as the platform exported it"
    case .compressed(let path, let kind):
      return "\(path): is packed (\(kind)); unpack it first and open what is in it"
    case .unknownFormat(let path, let looked):
      return "\(path): no known feed: it holds \(looked); known are \(FeedFormat.names.joined(separator: ", "))"
    case .noTextColumn(let path, let columns):
      let names = columns.joined(separator: ", ")
      return "\(path): no column holds the comments' text; its columns are \(names); name that column \"text\""
    case .noFeeds(let folder):
      return "\(folder): no feed in this folder; files whose names begin with a dot are skipped"
    case .unknownFormatName(let name, let known):
      return "there is no feed format \(Visible.name(name)); known are \(known.joined(separator: ", "))"
    case .formatDoesNotFit(let path, let format, let looked):
      return "\(path): cannot be read as \(format): it holds \(looked)"
    case .tooLarge(let path, let limit):
      return "\(path): is larger than \(limit >> 20) MiB; save it to a file and open that"
    }
  }

  public var description: String { message }
}

/// Names out of a feed, made safe to print: they may hold anything.
enum Visible {
  /// At most 40 scalars; whatever is not a letter, a digit or plain punctuation becomes `?`.
  static func name(_ name: String) -> String {
    var out = ""
    for scalar in name.unicodeScalars.prefix(40) {
      let plain = (0x20...0x7E).contains(scalar.value) || scalar.properties.isAlphabetic
      out.unicodeScalars.append(plain ? scalar : "?")
    }
    return out
  }

  /// The first twelve names.
  static func names(_ names: [String]) -> [String] { names.prefix(12).map(name) + (names.count > 12 ? ["…"] : []) }
}
