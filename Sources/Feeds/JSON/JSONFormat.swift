/// A format in JSON: what it is recognised by, where its records are, and what they become.
struct JSONFormat: Sendable {
  /// Keys of a page under which a list of records stands.
  let lists: [StaticString]
  /// Whether a first record, and the page it came in, are of this format.
  let matches: @Sendable (JSONSample) -> Bool
  /// Hands the comments of a record to the session.
  let map: @Sendable (JSONNode, inout FeedSession) throws -> Void

  /// Streams a feed: lines, one document, an array, pages in a row, or arrays of pages.
  func read(_ bytes: UnsafeRawBufferPointer, from start: Int, into session: inout FeedSession) throws {
    var reader = JSONRecordReader(format: self, bytes: bytes)
    try reader.readAll(from: start, into: &session)
  }
}

/// What a JSON feed looks like at its beginning.
struct JSONSample {
  /// The first object in the file: the page, or the first record itself.
  var page: JSONNode?
  /// The first record found in it.
  var record: JSONNode?
}

/// Finds the records of a JSON feed and reads them one at a time, so that a document of gigabytes is never held.
struct JSONRecordReader: ~Copyable {
  /// Arrays of pages of arrays are looked into, not deeper.
  private static let arrayLimit = 4

  let format: JSONFormat
  let bytes: UnsafeRawBufferPointer
  private var tape: JSONTape

  init(format: JSONFormat, bytes: UnsafeRawBufferPointer) {
    self.format = format
    self.bytes = bytes
    tape = JSONTape(bytes)
  }

  mutating func readAll(from start: Int, into session: inout FeedSession) throws {
    if JSONLayout.isLines(bytes, start) {
      try JSONLayout.forEachLine(bytes, start) { at, end in
        try readLine(at, end, into: &session)
      }
    } else {
      var at = JSONBytes.skipBlank(bytes, start, bytes.count)
      while at < bytes.count {
        at = try readValue(at, bytes.count, 0, into: &session)
        at = JSONBytes.skipBlank(bytes, at, bytes.count)
        // Values in a row, with or without commas between them.
        while at < bytes.count, bytes[at] != UInt8(ascii: "{"), bytes[at] != UInt8(ascii: "[") {
          if bytes[at] != UInt8(ascii: ","), bytes[at] != UInt8(ascii: ";"), bytes[at] > 0x20 {
            session.skip(at: at, "expected { or [ here")
            at = JSONLayout.nextLineThatOpens(bytes, at)
          } else {
            at += 1
          }
        }
      }
    }
  }

  private mutating func readLine(_ start: Int, _ end: Int, into session: inout FeedSession) throws {
    guard bytes[start] == UInt8(ascii: "{") || bytes[start] == UInt8(ascii: "[") else {
      return session.skip(at: start, "expected one JSON object a line")
    }
    let after = try readValue(start, end, 0, into: &session)
    var rest = JSONBytes.skipBlank(bytes, after, end)
    if rest < end, bytes[rest] == UInt8(ascii: ",") { rest = JSONBytes.skipBlank(bytes, rest + 1, end) }
    if rest < end {
      session.skip(at: start, "there is more on the line after its JSON value")
    }
  }

  /// Reads the object or array at `at` and returns where it ends; `limit` when it does not.
  private mutating func readValue(
    _ at: Int, _ limit: Int, _ depth: Int, into session: inout FeedSession
  ) throws -> Int {
    if bytes[at] == UInt8(ascii: "[") { return try readArray(at, limit, depth, into: &session) }
    guard bytes[at] == UInt8(ascii: "{"), let list = JSONLayout.listOffset(bytes, at, limit, format.lists) else {
      return try readRecord(at, limit, into: &session)
    }
    let end = try readArray(list, limit, depth, into: &session)
    // The rest of the page: its brackets are balanced from here, one level down.
    return JSONLayout.endOfObject(bytes, inside: end, limit) ?? limit
  }

  private mutating func readArray(
    _ start: Int, _ limit: Int, _ depth: Int, into session: inout FeedSession
  ) throws -> Int {
    guard depth < Self.arrayLimit else {
      session.skip(at: start, "lists are nested too deep to hold comments")
      return JSONBytes.skipValue(bytes, start, limit) ?? limit
    }
    var at = start + 1
    while true {
      at = JSONBytes.skipBlank(bytes, at, limit)
      guard at < limit else {
        reportCut(start, limit, into: &session)
        return limit
      }
      switch bytes[at] {
      case UInt8(ascii: "]"): return at + 1
      case UInt8(ascii: ","): at += 1
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        let skipped = session.skipped
        at = try readValue(at, limit, depth + 1, into: &session)
        // What is broken to the end has been reported once.
        if at >= limit, session.skipped > skipped { return limit }
      default:
        // An element that is no object: ids alone, nulls of deleted records.
        if let end = JSONBytes.skipValue(bytes, at, limit), end > at {
          at = end
        } else {
          session.skip(at: at, "expected an object in the list")
          at = min(limit, JSONLayout.nextLineThatOpens(bytes, at))
        }
      }
    }
  }

  private mutating func readRecord(_ start: Int, _ limit: Int, into session: inout FeedSession) throws -> Int {
    let failure = tape.read(from: start, limit: limit)
    switch failure {
    case nil:
      try map(into: &session)
      return tape.end
    case .cut where limit == bytes.count:
      session.cut(at: start)
      try map(into: &session)
      return limit
    case .cut:
      session.skip(at: start, "the line ends inside this record")
      try map(into: &session)
      return limit
    case .tooDeep:
      session.skip(at: start, "nested deeper than \(JSONTape.depthLimit) levels")
    case .malformed(let why):
      session.skip(at: start, why)
    }
    return JSONLayout.endOfBroken(bytes, start, from: tape.end, limit)
  }

  private mutating func map(into session: inout FeedSession) throws {
    let bytes = bytes
    let map = format.map
    try tape.entries.withUnsafeBufferPointer { entries in
      guard !entries.isEmpty else { return }
      try map(JSONNode(bytes: bytes, entries: entries), &session)
    }
  }

  private func reportCut(_ start: Int, _ limit: Int, into session: inout FeedSession) {
    if session.truncated { return }
    if limit == bytes.count { session.cut(at: limit) } else { session.skip(at: start, "the line ends inside a list") }
  }
}
