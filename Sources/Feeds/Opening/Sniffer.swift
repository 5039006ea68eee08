/// Finds a feed's format from its content (FORMATS § 3).
struct Sniffer {
  let path: String
  let bytes: UnsafeRawBufferPointer
  let start: Int

  /// - Parameter asked: a format that was asked for by name; it is taken if its notation fits.
  func format(asked: FeedFormat?) throws(FeedError) -> FeedFormat {
    var first = JSONBytes.skipBlank(bytes, start, bytes.count)
    // Up to 16 stray characters stand before the first bracket of some real files.
    if let bracket = bytes[first...].prefix(16).firstIndex(where: Self.opens), !Self.opens(bytes[first]),
      bytes[first..<bracket].allSatisfy({ !Self.isWord($0) })
    {
      first = bracket
    }
    switch bytes[first] {
    case UInt8(ascii: "<"): return try xml(first, asked)
    case UInt8(ascii: "{"), UInt8(ascii: "["): return try json(first, asked)
    default: return try table(asked)
    }
  }

  private static func opens(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == 0x2C || byte == 0x22
  }

  private func xml(_ first: Int, _ asked: FeedFormat?) throws(FeedError) -> FeedFormat {
    let root = XMLRoot(bytes, from: first)
    if let asked {
      if case .xml = asked.notation { return asked }
      throw .formatDoesNotFit(path, format: asked.name, looked: "XML")
    }
    for format in FeedFormat.all {
      if case .xml(let xml) = format.notation, xml.matches(root) { return format }
    }
    throw .unknownFormat(path, looked: "XML with the root element \(Visible.name(root.name))")
  }

  private func json(_ first: Int, _ asked: FeedFormat?) throws(FeedError) -> FeedFormat {
    if let asked {
      if case .json = asked.notation { return asked }
      throw .formatDoesNotFit(path, format: asked.name, looked: "JSON")
    }
    var sampler = JSONSampler(bytes)
    var keys: [String] = []
    let found = sampler.firstMatch(from: first) { sample in
      if keys.isEmpty { (sample.record ?? sample.page)?.forEachMember { key, _ in keys.append(key.string ?? "") } }
      return FeedFormat.all.first {
        if case .json(let json) = $0.notation { json.matches(sample) } else { false }
      }
    }
    if let found { return found }
    let names = Visible.names(keys).joined(separator: ", ")
    throw .unknownFormat(path, looked: keys.isEmpty ? "JSON without any object" : "JSON objects with the keys \(names)")
  }

  private func table(_ asked: FeedFormat?) throws(FeedError) -> FeedFormat {
    if let asked {
      guard case .table = asked.notation else {
        throw .formatDoesNotFit(path, format: asked.name, looked: "a table or plain text")
      }
    }
    switch TableLayout.find(bytes, from: start) {
    case .found: return .csv
    case .noTextColumn(let columns): throw .noTextColumn(path, columns: Visible.names(columns))
    case .noHeader: throw .unknownFormat(path, looked: "text without a header row that names its columns")
    }
  }
}
