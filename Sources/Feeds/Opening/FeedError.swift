/// Why a FEED argument cannot be read at all. What is wrong inside a feed is a `FeedProblem` and stops nothing.
public enum FeedError: Error, Sendable, Equatable {
  /// The system refused: `why` is its own word for it.
  case unreadable(_ path: String, why: String)
  /// There is nothing but blank space in it.
  case empty(_ path: String)
  case binary(_ path: String)
  /// Packed in a way that docket does not unpack; `command` does.
  case compressed(_ path: String, kind: String, command: String)
  /// An archive of several files, or of none that looks like a feed.
  case archive(_ path: String, members: [String])
  /// `looked` says what was found, in names of fields, never in what a citizen wrote.
  case unknownFormat(_ path: String, looked: String)
  case noTextColumn(_ path: String, columns: [String])
  case noFeeds(_ folder: String)
  case unknownFormatName(_ name: String, known: [String])
  /// A format was asked for by name that needs another notation than the file is in.
  case formatDoesNotFit(_ path: String, format: String, looked: String)
  /// A `FieldMap` names a column that the feed does not have.
  case noSuchColumn(_ path: String, column: String, columns: [String])
  /// A `FieldMap` was given for a format that has its own mapping.
  case mapDoesNotFit(_ path: String, format: String)
  /// Standard input can be read once.
  case alreadyRead(_ path: String)
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
    case .compressed(let path, let kind, let command):
      return "\(path): is packed (\(kind)); unpack it first (\(command)) and open what is in it"
    case .archive(let path, let members):
      if members.isEmpty { return "\(path): this archive holds nothing that looks like a feed" }
      let names = (members.prefix(12) + (members.count > 12 ? ["…"] : [])).joined(separator: ", ")
      if path == "-" { return "-: this archive holds \(members.count) files; save it to a file and open that" }
      return "\(path): this archive holds \(members.count) files; name one as \(path)/MEMBER: \(names)"
    case .unknownFormat(let path, let looked):
      return "\(path): no known feed: it holds \(looked); `docket formats` lists what is known"
    case .noTextColumn(let path, let columns):
      let names = columns.joined(separator: ", ")
      return "\(path): no column holds the comments' text; its columns are \(names); say which with --map text=COLUMN"
    case .noFeeds(let folder):
      return "\(folder): no feed in this folder; files whose names begin with a dot are skipped"
    case .unknownFormatName(let name, let known):
      return "there is no feed format \(Visible.name(name)); `docket formats` lists the \(known.count) that are known"
    case .formatDoesNotFit(let path, let format, let looked):
      return "\(path): cannot be read as \(format): it holds \(looked)"
    case .noSuchColumn(let path, let column, let columns):
      let names = columns.joined(separator: ", ")
      return "\(path): there is no column \(Visible.name(column)); its columns are \(names)"
    case .mapDoesNotFit(let path, let format):
      return "\(path): is \(format), whose fields are known; --map is for tables and plain JSON (--format csv or jsonl)"
    case .alreadyRead(let path):
      return "\(path): can be read only once; save it to a file and open that"
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
