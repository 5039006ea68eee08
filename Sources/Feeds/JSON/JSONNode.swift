import Moderation

/// A value on a tape. Good until the tape reads the next record: mappings use it and let it go.
struct JSONNode {
  private let bytes: UnsafeRawBufferPointer
  private let entries: UnsafeBufferPointer<JSONTape.Entry>
  private let index: Int

  init(bytes: UnsafeRawBufferPointer, entries: UnsafeBufferPointer<JSONTape.Entry>, index: Int = 0) {
    self.bytes = bytes
    self.entries = entries
    self.index = index
  }

  private var entry: JSONTape.Entry { entries[index] }
  private func at(_ index: Int) -> JSONNode { JSONNode(bytes: bytes, entries: entries, index: index) }

  var kind: JSONTape.Kind { entry.kind }
  /// Where it begins in the feed.
  var offset: Int { entry.start }
  /// The file ended inside it.
  var isCut: Bool { entry.isCut }
  var isNull: Bool { entry.kind == .null }
  var isObject: Bool { entry.kind == .object }
  /// Its bytes as they stand in the feed; of a string, without the quotes and still escaped.
  var raw: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[entry.start..<entry.end]) }

  /// The first member with that key, unless it is null.
  subscript(key: StaticString) -> JSONNode? {
    guard entry.kind == .object else { return nil }
    var member = index + 1
    while member + 1 < entry.next {
      let name = entries[member]
      if name.end - name.start == key.utf8CodeUnitCount,
        UnsafeRawBufferPointer(rebasing: bytes[name.start..<name.end])
          .elementsEqual(UnsafeRawBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
      {
        return entries[member + 1].kind == .null ? nil : at(member + 1)
      }
      member = entries[member + 1].next
    }
    return nil
  }

  /// Calls `body` with every member of an object, nulls included.
  func forEachMember(_ body: (_ key: JSONNode, _ value: JSONNode) throws -> Void) rethrows {
    guard entry.kind == .object else { return }
    var member = index + 1
    while member + 1 < entry.next {
      try body(at(member), at(member + 1))
      member = entries[member + 1].next
    }
  }

  /// Calls `body` with every element of an array.
  func forEachElement(_ body: (JSONNode) throws -> Void) rethrows {
    guard entry.kind == .array else { return }
    var element = index + 1
    while element < entry.next {
      try body(at(element))
      element = entries[element].next
    }
  }

  /// A string's text, escapes resolved, lone surrogates, NUL and bytes that are not UTF-8 as U+FFFD.
  var string: String? {
    guard entry.kind == .string else { return nil }
    return entry.isEscaped ? JSONEscapes.text(raw) : FeedText.decoded(raw)
  }

  /// A string that says something.
  var nonEmpty: String? {
    guard let text = string, !text.isEmpty else { return nil }
    return text
  }

  /// A string, or a number by its own digits: an id above 2^53 would lose some in a Double.
  var scalar: String? {
    switch entry.kind {
    case .string: string
    case .number: FeedText.decoded(raw)
    case .yes: "true"
    case .no: "false"
    case .null, .object, .array: nil
    }
  }

  /// An id: a scalar that is not empty.
  var id: String? {
    guard entry.kind == .string || entry.kind == .number, let text = scalar, !text.isEmpty else { return nil }
    return text
  }

  var bool: Bool? {
    switch entry.kind {
    case .yes: true
    case .no: false
    default: nil
    }
  }

  var int: Int? { scalar.flatMap(Counts.parse) }
  var time: PlatformTime? { scalar.flatMap { TimeParser.parse($0) } }
}
