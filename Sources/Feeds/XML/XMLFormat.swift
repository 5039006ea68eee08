/// A format in XML: how its root element is recognised, and how it reads the events that follow.
struct XMLFormat: Sendable {
  let matches: @Sendable (XMLRoot) -> Bool
  let run: @Sendable (inout XMLScanner, inout FeedSession) throws -> Void

  func read(_ bytes: UnsafeRawBufferPointer, from start: Int, into session: inout FeedSession) throws {
    var scanner = XMLScanner(bytes, from: start)
    try run(&scanner, &session)
  }
}

/// A document's root element: its local name, and its start tag with the namespaces it declares.
struct XMLRoot {
  private(set) var name = ""
  private(set) var tag = ""

  init(_ bytes: UnsafeRawBufferPointer, from start: Int) {
    var scanner = XMLScanner(bytes, from: start)
    while true {
      switch scanner.next() {
      case .open(let name, _):
        self.name = name.string
        tag = FeedText.decoded(UnsafeRawBufferPointer(rebasing: bytes[scanner.start..<scanner.at].prefix(8192)))
        return
      case .end, .cut: return
      case .close, .text, .characters: continue
      }
    }
  }

  func declares(_ namespace: String) -> Bool { tag.utf8.firstRange(of: namespace.utf8) != nil }
}

/// An element's text, gathered from its text and CDATA.
struct XMLText {
  private var bytes: [UInt8] = []

  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// Text between tags: entities decoded once, control characters dropped.
  mutating func append(text: UnsafeRawBufferPointer) {
    guard text.contains(UInt8(ascii: "&")) else { return append(characters: text) }
    var decoded: [UInt8] = []
    HTMLEntities.decode(text, into: &decoded)
    decoded.withUnsafeBytes { append(characters: $0) }
  }

  mutating func append(characters: UnsafeRawBufferPointer) {
    for byte in characters where byte >= 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D { bytes.append(byte) }
  }

  var string: String { bytes.withUnsafeBytes { FeedText.decoded(FeedText.trimmed($0)) } }
}
