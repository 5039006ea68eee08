import ArgumentParser
import Desk
import Glibc
import Moderation

struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "List the comments that a query lets through.",
    discussion: """
      A query is words, "exact words", /patterns/ and key:value, all of which must fit; -condition takes away, `or` and \
      parentheses join. Case and accents make no difference to words, which may be begun from four letters on. \
      Put the query in quotes for the shell.

      EXAMPLES
        docket find totara road --limit 20
        docket find 'label:health score>0.8 age<2h'
        docket find 'state:open -label:spam "Rimu Street"' --count
        docket find 'verb:hide by:a.kereru decided:2026-11-01..2026-11-05' --json

      KEYS
      \(QueryKey.allCases.map(Self.line).joined(separator: "\n"))
      """)

  @Argument(parsing: .allUnrecognized, help: ArgumentHelp("The query.", valueName: "query"))
  var words: [String] = []
  @Option(name: .long, help: "At most so many.") var limit = 100
  @ArgumentParser.Flag(name: .long, help: "Only say how many there are.") var count = false
  @ArgumentParser.Flag(name: .long, help: "Of each the whole text, its flags and where it stands.") var json =
    false
  @Option(name: .long, help: ArgumentHelp("Use a saved filter; a query narrows it.", valueName: "name"))
  var saved: String?
  @Option(name: .long, help: ArgumentHelp("Save the query under a name.", valueName: "name"))
  var save: String?
  @OptionGroup var desk: DeskOptions

  func validate() throws {
    if let option = words.first(where: { $0.hasPrefix("--") && $0 != "--" }) {
      throw ValidationError("there is no option \(option)")
    }
    if words.isEmpty && saved == nil { throw ValidationError("say what to look for, e.g. docket find totara road") }
  }

  func run() throws {
    let path = try desk.existing()
    _ = try Setting.load(desk: path)
    let filter = try filter()
    if let save { try SavedFiltersFile.change { $0.save(filter, as: save) } }
    try OpenedDesk.reporting {
      let desk = try Desk.existing(path: path) {
        QueryClock(now: SystemClock.now(), localTime: SystemClock.localTime)
      }
      let query = QueueQuery(.all, filter: filter)
      if count {
        let number = try desk.count(query)
        StandardOutput.write(json ? "{\"count\":\(number)}\n" : "\(number)\n")
        return
      }
      for row in try desk.page(query, after: nil, limit: max(1, limit)) {
        StandardOutput.write((json ? try full(row, desk) : try short(row, desk)).object + "\n")
      }
    }
  }

  private func filter() throws -> QueueFilter {
    var filter = QueueFilter()
    if let saved {
      let filters = try SavedFiltersFile.read()
      guard let known = filters[saved] else {
        let names = filters.all.map(\.name).joined(separator: ", ")
        throw Failure.usage("there is no saved filter \(saved); saved are \(names.isEmpty ? "none" : names)")
      }
      filter = known
    }
    // What stands after `--` is query, whatever it begins with.
    let text = words.filter { $0 != "--" }.joined(separator: " ")
    do {
      filter.push(try QueueFilter(text))
    } catch {
      throw Failure.usage(error.message + "\n" + error.pointing(into: text))
    }
    return filter
  }

  private func short(_ row: QueueRow, _ desk: Desk) throws(DeskError) -> JSONText {
    var line = JSONText()
    line.add("item", row.item.rawValue)
    line.add("channel", row.channel)
    line.add("id", try desk.externalID(of: row.item)?.id)
    line.add("status", row.state.status.rawValue)
    let disposal = row.excerpt.isEmpty ? try desk.detail(row.item)?.disposal : nil
    line.add("disposed", disposal?.sentence)
    line.add("text", disposal == nil ? row.excerpt : nil)
    return line
  }

  private func full(_ row: QueueRow, _ desk: Desk) throws(DeskError) -> JSONText {
    var line = JSONText()
    guard let detail = try desk.detail(row.item) else { return try short(row, desk) }
    line.add("item", row.item.rawValue)
    line.add("rev", detail.revision)
    line.add("channel", detail.channel)
    line.add("id", detail.externalID)
    line.add("author", detail.alias)
    line.add("thread", detail.threadTitle)
    line.add("posted", detail.posted?.iso8601)
    line.add("status", detail.state.status.rawValue)
    line.add("visibility", detail.state.visibility.rawValue)
    line.add("stage", detail.state.stage?.rawValue)
    let flags = detail.flags.map { flag in
      var json = JSONText()
      json.add("label", flag.label.rawValue)
      json.addRaw("score", flag.score.description)
      json.add("severity", flag.severity.rawValue)
      json.add("rule", flag.rule)
      return json.object
    }
    if !flags.isEmpty { line.addRaw("flags", JSONText.array(flags)) }
    line.add("disposed", detail.disposal?.sentence)
    line.add("text", detail.disposal == nil ? detail.text : nil)
    return line
  }

  private static func line(_ key: QueryKey) -> String {
    let example = key.example
    return "  " + example + String(repeating: " ", count: max(1, 34 - example.count)) + key.explanation
  }
}

/// The person's own saved filters, in the configuration folder.
enum SavedFiltersFile {
  static var path: String { Environment.configFolder + "/docket/filters.toml" }

  /// None when there is no file.
  static func read() throws -> SavedFilters {
    guard access(path, F_OK) == 0 else { return SavedFilters() }
    let text = try TextFile.read(path)
    do {
      return try SavedFilters(text: text)
    } catch {
      throw Failure(message: "\(path):\(error.line): \(error.message)")
    }
  }

  /// Writes the file anew beside the old one, and puts it in its place.
  static func change(_ body: (inout SavedFilters) -> Void) throws {
    var filters = try read()
    body(&filters)
    let folder = Environment.configFolder + "/docket"
    mkdir(Environment.configFolder, 0o700)
    mkdir(folder, 0o700)
    let new = path + ".new"
    unlink(new)
    try TextFile.write(filters.text, to: new, mode: 0o600)
    guard rename(new, path) == 0 else {
      throw Failure(message: "cannot write \(path): \(String(cString: strerror(errno)))")
    }
  }
}
