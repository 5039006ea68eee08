/// A format in XML: how it is recognised, which elements are its records, and what they become.
struct XMLFormat: Sendable {
  let evidence: [Evidence<XMLSample>]
  /// Elements that are handed over whole, by their local names. The first opens records of the feed; one within another is
  /// part of it.
  let records: [StaticString]
  /// Elements outside of records whose text is kept, as `parent/name`: `item/title`.
  let context: [String]
  let map: @Sendable (XMLNode, XMLContext, inout FeedSession) throws -> Void

  func read(_ window: FeedWindow, from start: Int, into session: inout FeedSession) throws {
    var reader = XMLRecordReader(format: self, window: window, from: start)
    try reader.readAll(into: &session)
  }
}

/// What stood before a record, by `parent/name`.
struct XMLContext {
  fileprivate(set) var values: [String: String] = [:]

  subscript(_ path: String) -> String? { values[path] }

  mutating func set(_ path: String, _ text: String) {
    if !text.isEmpty, values[path] == nil { values[path] = text }
  }

  /// Forgets what was inside an element of that name.
  mutating func forget(_ parent: String) {
    let prefix = parent + "/"
    values = values.filter { !$0.key.hasPrefix(prefix) }
  }
}

/// A document's root element, its start tag with the namespaces it declares, and the beginning of what follows.
struct XMLSample {
  private(set) var root = ""
  private(set) var tag = ""
  private let head: UnsafeRawBufferPointer

  private static let headSize = 256 << 10

  init(_ window: FeedWindow, from start: Int) {
    var scanner = XMLScanner(window, from: start)
    search: while true {
      switch scanner.next() {
      case .open(let name, _):
        root = name.string
        tag = FeedText.decoded(UnsafeRawBufferPointer(rebasing: window.bytes[scanner.start..<scanner.at].prefix(8192)))
        break search
      case .end, .cut: break search
      case .close, .text: continue
      }
    }
    head = UnsafeRawBufferPointer(rebasing: window.bytes[start...].prefix(Self.headSize))
  }

  func declares(_ namespace: String) -> Bool { tag.utf8.firstRange(of: namespace.utf8) != nil || has(namespace) }

  /// Whether some words stand in the first 256 KiB.
  func has(_ words: String) -> Bool { FeedText.contains(head, words) }
}

extension Evidence<XMLSample> {
  static func root(_ name: String) -> Evidence { needs("the root element is \(name)") { $0.root == name } }
}
