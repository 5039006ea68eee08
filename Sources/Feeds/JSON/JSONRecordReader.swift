/// Finds the records of a JSON feed and reads them one at a time, so that a document of gigabytes is never held.
///
/// An object of up to 4 MiB is read whole, and mapped with all that its page says. A larger one, and one that is broken or
/// cut off somewhere, is walked through: its lists are read element by element, and what stands before them is remembered.
struct JSONRecordReader: ~Copyable {
  /// Arrays of pages of arrays are looked into, not deeper.
  private static let listDepth = 6
  private static let wholeLimit = 4 << 20
  private static let firstLook = 64 << 10
  /// Members of a page that are remembered.
  private static let scalarLimit = 256

  let format: JSONFormat
  let window: FeedWindow
  private var tape = JSONTape()

  init(format: JSONFormat, window: FeedWindow) {
    self.format = format
    self.window = window
  }

  mutating func readAll(from start: Int, into session: inout FeedSession) throws {
    window.extend(to: start + JSONLayout.sampleSize)
    if JSONLayout.isLines(window.bytes, start) {
      try readLines(from: start, into: &session)
    } else {
      try readValues(from: start, into: &session)
    }
  }

  private mutating func readLines(from start: Int, into session: inout FeedSession) throws {
    var at = start
    while window.byte(at) != nil {
      let end = window.find(0x0A, from: at, limit: at + Self.wholeLimit)
      let known = end ?? min(window.available, at + Self.wholeLimit)
      let first = JSONBytes.skipBlank(window.bytes, at, known)
      if let end {
        if first < end { try readLine(first, end, into: &session) }
        at = end + 1
      } else if first < known, known - at < Self.wholeLimit {
        // The last line, which nothing ends.
        try readLine(first, window.available, into: &session)
        at = window.available
      } else if first < known {
        at = try readValue(first, nil, 0, JSONPage(), into: &session)
        at = window.find(0x0A, from: at).map { $0 + 1 } ?? window.available
      } else {
        at = known
      }
      session.release(before: at)
    }
  }

  private mutating func readLine(_ start: Int, _ end: Int, into session: inout FeedSession) throws {
    let opening = window.bytes[start]
    guard opening == UInt8(ascii: "{") || opening == UInt8(ascii: "[") else {
      return session.skip(at: start, "expected one JSON object a line")
    }
    let after = try readValue(start, end, 0, JSONPage(), into: &session)
    var rest = JSONBytes.skipBlank(window.bytes, after, end)
    if rest < end, window.bytes[rest] == UInt8(ascii: ",") { rest = JSONBytes.skipBlank(window.bytes, rest + 1, end) }
    if rest < end { session.skip(at: start, "there is more on the line after its JSON value") }
  }

  /// Values in a row, with or without commas between them.
  private mutating func readValues(from start: Int, into session: inout FeedSession) throws {
    var at = start
    while let byte = window.byte(at) {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        at = try readValue(at, nil, 0, JSONPage(), into: &session)
        session.release(before: at)
      case UInt8(ascii: ","), UInt8(ascii: ";"), 0...0x20: at += 1
      default:
        session.skip(at: at, "expected { or [ here")
        at = JSONLayout.nextLineThatOpens(window, at)
      }
    }
  }

  /// Reads the object or array at `at` and returns where it ends. `limit` nil: the end of the feed, wherever that is.
  private mutating func readValue(
    _ at: Int, _ limit: Int?, _ depth: Int, _ page: JSONPage, into session: inout FeedSession
  ) throws -> Int {
    if window.bytes[at] == UInt8(ascii: "[") { return try readArray(at, limit, depth, page, into: &session) }
    var failure = readTape(at, limit, Self.firstLook)
    // A longer record is rarer than the end of what is in memory, which may cut any.
    if failure == .cut, limit == nil || window.available < limit ?? 0, !isAtEnd(tape.end) {
      failure = readTape(at, limit, Self.wholeLimit)
    }
    guard let failure else {
      try mapTape(page, depth, into: &session)
      return tape.end
    }
    let isTooLong = failure == .cut && !isAtEnd(tape.end) && tape.end < limit ?? .max
    let isPage = tape.withNode { !format.lists(in: $0).isEmpty } ?? false
    if isTooLong || isPage {
      return try walkObject(at, limit, depth, [], into: &session)
    }
    return try report(failure, at, limit, page, depth, into: &session)
  }

  private func isAtEnd(_ place: Int) -> Bool { window.isComplete && place >= window.available }

  private mutating func readTape(_ at: Int, _ limit: Int?, _ length: Int) -> JSONTape.Failure? {
    let available = window.extend(to: min(limit ?? .max, at + length))
    // What is in memory anyhow is looked at too, as far as one value may go.
    return tape.read(window.bytes, from: at, limit: min(limit ?? .max, available, at + Self.wholeLimit))
  }

  /// A record that is not whole: says so, maps what there is of one that was cut off, and finds where to go on.
  private mutating func report(
    _ failure: JSONTape.Failure, _ at: Int, _ limit: Int?, _ page: JSONPage, _ depth: Int,
    into session: inout FeedSession
  ) throws -> Int {
    switch failure {
    case .cut where limit == nil || isAtEnd(limit ?? 0):
      session.cut(at: at)
      try mapTape(page, depth, into: &session)
      return window.available
    case .cut:
      session.skip(at: at, "the line ends inside this record")
      try mapTape(page, depth, into: &session)
      return limit ?? window.available
    case .tooDeep: session.skip(at: at, "nested deeper than \(JSONTape.depthLimit) levels")
    case .malformed(let why): session.skip(at: at, why)
    }
    return JSONLayout.endOfBroken(window, at, from: tape.end, limit)
  }

  private mutating func mapTape(_ page: JSONPage, _ depth: Int, into session: inout FeedSession) throws {
    let format = format
    try tape.withNode { try Self.visit($0, page, depth, format, into: &session) }
  }

  /// Maps a value that was read whole: a record, a list of them, or a page of lists.
  private static func visit(
    _ node: JSONNode, _ page: JSONPage, _ depth: Int, _ format: JSONFormat, into session: inout FeedSession
  ) throws {
    guard depth < listDepth else {
      return session.skip(at: node.offset, "lists are nested too deep to hold comments")
    }
    if node.isArray {
      if format.hasListRecords, node.first?.kind == .string { return try format.map(node, page, &session) }
      return try node.forEachElement { element in
        guard element.isObject || element.isArray else { return }
        try visit(element, page, depth + 1, format, into: &session)
      }
    }
    let lists = format.lists(in: node)
    guard !lists.isEmpty else {
      if node.isCut, !format.mapsCut { return }
      return try format.map(node, page, &session)
    }
    format.prepare?(node, &session)
    let inner = JSONPage(node: node)
    for list in lists { try visit(list, inner, depth + 1, format, into: &session) }
  }

  private mutating func readArray(
    _ start: Int, _ limit: Int?, _ depth: Int, _ page: JSONPage, into session: inout FeedSession
  ) throws -> Int {
    guard depth < Self.listDepth else {
      session.skip(at: start, "lists are nested too deep to hold comments")
      return JSONLayout.skipValue(window, start, limit) ?? limit ?? window.available
    }
    var at = start + 1
    while at < limit ?? .max, let byte = window.byte(at) {
      switch byte {
      case UInt8(ascii: "]"): return at + 1
      case UInt8(ascii: ","), 0x20, 0x0A, 0x0D, 0x09: at += 1
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        let skipped = session.skipped
        at = try readValue(at, limit, depth + 1, page, into: &session)
        // What is broken to the end has been reported once.
        if session.skipped > skipped, at >= limit ?? .max || isAtEnd(at) { return at }
        session.release(before: at)
      default:
        // An element that is no object: ids alone, nulls of deleted records.
        if let end = JSONLayout.skipValue(window, at, limit), end > at {
          at = end
        } else {
          session.skip(at: at, "expected an object in the list")
          at = min(limit ?? .max, JSONLayout.nextLineThatOpens(window, at))
        }
      }
    }
    if !session.truncated {
      if let limit, !isAtEnd(limit) {
        session.skip(at: start, "the line ends inside a list")
      } else {
        session.cut(at: window.available)
      }
    }
    return limit ?? window.available
  }

  /// Goes through an object that is too large, or not whole, to be read at once. `path` leads to it from its page.
  private mutating func walkObject(
    _ start: Int, _ limit: Int?, _ depth: Int, _ path: [String], into session: inout FeedSession
  ) throws -> Int {
    var page = JSONPage()
    return try walk(start, limit, depth, path, &page, into: &session)
  }

  private mutating func walk(
    _ start: Int, _ limit: Int?, _ depth: Int, _ path: [String], _ page: inout JSONPage,
    into session: inout FeedSession
  ) throws -> Int {
    var at = start + 1
    var hasLists = false
    while at < limit ?? .max, let byte = window.byte(at) {
      if byte == UInt8(ascii: "}") {
        if !hasLists, path.isEmpty {
          session.skip(at: start, "this record is longer than \(Self.wholeLimit >> 20) MiB")
        }
        return at + 1
      }
      if byte == UInt8(ascii: ",") || byte <= 0x20 {
        at += 1
        continue
      }
      guard let (key, value) = JSONLayout.key(window, at, limit) else { break }
      let keys = path + [key]
      if window.byte(value) == UInt8(ascii: "["), format.lists.contains(keys) {
        hasLists = true
        at = try readArray(value, limit, depth, page, into: &session)
      } else if window.byte(value) == UInt8(ascii: "{"),
        format.lists.contains(where: { $0.count > keys.count && $0.starts(with: keys) })
      {
        hasLists = true
        at = try walk(value, limit, depth, keys, &page, into: &session)
      } else {
        remember(value, limit, keys, &page)
        guard let end = JSONLayout.skipValue(window, value, limit), end > value else { break }
        at = end
        session.release(before: at)
      }
    }
    window.extend(to: at + Self.firstLook)
    if let limit, at >= limit, !isAtEnd(limit) {
      session.skip(at: start, "the line ends inside this record")
      return limit
    }
    if window.isComplete, JSONLayout.skipValue(window, at, limit) ?? window.available >= window.available {
      if !session.truncated { session.cut(at: window.available) }
      return window.available
    }
    session.skip(at: at, "expected a key in double quotes")
    return JSONLayout.endOfBroken(window, start, from: at, limit)
  }

  /// Keeps the scalars of a small member.
  private mutating func remember(_ at: Int, _ limit: Int?, _ path: [String], _ page: inout JSONPage) {
    guard page.scalars.count < Self.scalarLimit else { return }
    let end = min(limit ?? .max, window.extend(to: min(limit ?? .max, at + Self.firstLook)), at + Self.firstLook)
    guard tape.read(window.bytes, from: at, limit: end) == nil else { return }
    let name = path.joined(separator: ".")
    tape.withNode { node in
      if let value = node.scalar { page.scalars[name] = value }
      node.forEachMember { key, value in
        if let value = value.scalar, page.scalars.count < Self.scalarLimit {
          page.scalars[name + "." + (key.string ?? "")] = value
        }
      }
    }
  }
}
