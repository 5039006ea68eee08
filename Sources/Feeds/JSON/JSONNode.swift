import Glibc
import Moderation

/// A value on a tape. Good until the tape reads the next record: mappings use it and let it go.
struct JSONNode {
  private let base: UnsafeRawPointer
  private let origin: Int
  private let entries: UnsafePointer<JSONTape.Entry>
  private let index: Int

  init(base: UnsafeRawPointer, origin: Int, entries: UnsafePointer<JSONTape.Entry>, index: Int) {
    self.base = base
    self.origin = origin
    self.entries = entries
    self.index = index
  }

  private var entry: JSONTape.Entry { entries[index] }
  private func at(_ index: Int) -> JSONNode { JSONNode(base: base, origin: origin, entries: entries, index: index) }

  var kind: JSONTape.Kind { entry.kind }
  /// Where it begins in the feed.
  var offset: Int { origin + Int(entry.start) }
  /// The file ended inside it.
  var isCut: Bool { entry.isCut }
  var isNull: Bool { entry.kind == .null }
  var isObject: Bool { entry.kind == .object }
  var isArray: Bool { entry.kind == .array }
  /// Its bytes as they stand in the feed; of a string, without the quotes and still escaped.
  var raw: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base + Int(entry.start), count: Int(entry.end - entry.start))
  }

  /// The first member with that key, unless it is null.
  subscript(key: StaticString) -> JSONNode? {
    guard entry.kind == .object else { return nil }
    let length = key.utf8CodeUnitCount
    let end = Int(entry.next)
    var member = index + 1
    while member + 1 < end {
      let name = entries[member]
      if Int(name.end - name.start) == length, memcmp(base + Int(name.start), key.utf8Start, length) == 0 {
        return entries[member + 1].kind == .null ? nil : at(member + 1)
      }
      member = Int(entries[member + 1].next)
    }
    return nil
  }

  /// The same for a key that is known only at run time.
  func member(_ key: String) -> JSONNode? { member(Array(key.utf8)) }

  func member(_ key: [UInt8]) -> JSONNode? {
    guard entry.kind == .object else { return nil }
    let end = Int(entry.next)
    var member = index + 1
    while member + 1 < end {
      if at(member).isEqual(key) { return entries[member + 1].kind == .null ? nil : at(member + 1) }
      member = Int(entries[member + 1].next)
    }
    return nil
  }

  /// Whether its bytes are these.
  func isEqual(_ bytes: [UInt8]) -> Bool {
    let entry = entry
    guard Int(entry.end - entry.start) == bytes.count else { return false }
    return bytes.withUnsafeBytes { other in
      other.baseAddress.map { memcmp(base + Int(entry.start), $0, other.count) == 0 } ?? true
    }
  }

  /// Calls `body` with every member of an object, nulls included.
  func forEachMember(_ body: (_ key: JSONNode, _ value: JSONNode) throws -> Void) rethrows {
    guard entry.kind == .object else { return }
    let end = Int(entry.next)
    var member = index + 1
    while member + 1 < end {
      try body(at(member), at(member + 1))
      member = Int(entries[member + 1].next)
    }
  }

  /// Calls `body` with every element of an array.
  func forEachElement(_ body: (JSONNode) throws -> Void) rethrows {
    guard entry.kind == .array else { return }
    let end = Int(entry.next)
    var element = index + 1
    while element < end {
      try body(at(element))
      element = Int(entries[element].next)
    }
  }

  /// The first element of an array.
  var first: JSONNode? { entry.kind == .array && index + 1 < Int(entry.next) ? at(index + 1) : nil }

  /// A string without escapes, a number or a word: its bytes are its text.
  var isPlain: Bool { entry.kind != .object && entry.kind != .array && entry.kind != .null && !entry.isEscaped }

  /// A string's text, escapes resolved, lone surrogates, NUL and bytes that are not UTF-8 as U+FFFD.
  var string: String? {
    guard entry.kind == .string else { return nil }
    return entry.isEscaped ? JSONEscapes.text(raw) : FeedText.decoded(raw)
  }

  /// A string that says something.
  var nonEmpty: String? {
    guard entry.kind == .string, entry.end > entry.start else { return nil }
    return string
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

  /// An id: a string or a number that is not empty.
  var id: String? {
    guard entry.kind == .string || entry.kind == .number, let text = scalar, !text.isEmpty else { return nil }
    return text
  }

  /// An id where 0 stands for none.
  var idOrZero: String? { id.flatMap { $0 == "0" ? nil : $0 } }

  var bool: Bool? {
    switch entry.kind {
    case .yes: true
    case .no: false
    case .string: raw.elementsEqual("true".utf8) ? true : raw.elementsEqual("false".utf8) ? false : nil
    default: nil
    }
  }

  var int: Int? {
    guard entry.kind == .string || entry.kind == .number else { return nil }
    return scalar.flatMap(Counts.parse)
  }

  var time: PlatformTime? { time(isUTC: false) }

  /// A time; one without a zone is UTC where the format says so.
  func time(isUTC: Bool) -> PlatformTime? {
    guard entry.kind == .string || entry.kind == .number else { return nil }
    guard entry.isEscaped else { return TimeParser.parse(raw, isUTC: isUTC) }
    return scalar.flatMap { TimeParser.parse($0, isUTC: isUTC) }
  }

  /// A string that Meta's downloads wrote with each byte of its UTF-8 as a character of its own.
  var repaired: String? { string.map(Mojibake.repaired) }
}
