/// Looks at the beginning of a JSON feed.
struct JSONSampler: ~Copyable {
  /// How many records, or lines, are tried before a feed is called unknown: some begin with broken lines.
  private static let tries = 20
  private static let window = 4 << 20

  private let bytes: UnsafeRawBufferPointer
  private var pageTape: JSONTape
  private var recordTape: JSONTape

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    pageTape = JSONTape(bytes)
    recordTape = JSONTape(bytes)
  }

  /// The first format that `match` returns for a sample.
  mutating func firstMatch(from start: Int, _ match: (JSONSample) -> FeedFormat?) -> FeedFormat? {
    var at = start
    let limit = min(bytes.count, start + Self.window)
    for _ in 0..<Self.tries where at < limit {
      // Into arrays, and arrays of pages, down to the first object; deeper ones hold no comments.
      var depth = 0
      while at < limit, depth <= 4,
        bytes[at] == UInt8(ascii: "[") || bytes[at] <= 0x20 || bytes[at] == UInt8(ascii: ",")
      {
        if bytes[at] == UInt8(ascii: "[") { depth += 1 }
        at += 1
      }
      guard at < limit else { break }
      if bytes[at] == UInt8(ascii: "{"), let format = sample(at, limit, match) { return format }
      if bytes[at] == UInt8(ascii: "]"), depth > 0 { return match(JSONSample()) }
      at = JSONLayout.nextLineThatOpens(bytes, at)
    }
    return nil
  }

  private mutating func sample(_ at: Int, _ limit: Int, _ match: (JSONSample) -> FeedFormat?) -> FeedFormat? {
    _ = pageTape.read(from: at, limit: limit)
    let bytes = bytes
    let list = JSONLayout.listOffset(bytes, at, limit, ["items", "data", "comments", "results"])
    if let list {
      let first = JSONBytes.skipBlank(bytes, list + 1, limit)
      _ = recordTape.read(from: first, limit: limit)
    }
    return pageTape.entries.withUnsafeBufferPointer { page in
      guard !page.isEmpty else { return nil }
      let pageNode = JSONNode(bytes: bytes, entries: page)
      guard list != nil else { return match(JSONSample(page: pageNode, record: pageNode)) }
      return recordTape.entries.withUnsafeBufferPointer { record in
        let node = record.isEmpty ? nil : JSONNode(bytes: bytes, entries: record)
        return match(JSONSample(page: pageNode, record: node?.isObject == true ? node : nil))
      }
    }
  }
}
