/// The elements of one record, as places in the feed. Reused from record to record.
struct XMLElements: ~Copyable {
  struct Element {
    var name: XMLScanner.Name
    /// The start tag.
    var tag: Range<Int>
    var content: Range<Int>
    /// Index after this element and all in it.
    var next: Int
  }

  /// More elements than a comment has.
  static let limit = 20_000

  private let base: UnsafeRawPointer
  private var all: [Element] = []
  private var open: [Int] = []

  init(_ window: FeedWindow) { base = window.base }

  var count: Int { all.count }
  var isOpen: Bool { !open.isEmpty }
  /// Where the record begins.
  var offset: Int { all.first?.tag.lowerBound ?? 0 }

  func isRecord(_ name: XMLScanner.Name) -> Bool { all.first?.name.isEqual(name) ?? false }

  mutating func clear() {
    all.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
  }

  mutating func open(_ name: XMLScanner.Name, _ tag: Range<Int>, isEmpty: Bool) {
    all.append(Element(name: name, tag: tag, content: tag.upperBound..<tag.upperBound, next: all.count + 1))
    if !isEmpty { open.append(all.count - 1) }
  }

  /// Closes the innermost element of that name, and those within it that nobody closed. False when none is open.
  mutating func close(_ name: XMLScanner.Name, at place: Int) -> Bool {
    guard let index = open.lastIndex(where: { all[$0].name.isEqual(name) }) else { return false }
    while open.count > index {
      let element = open.removeLast()
      all[element].content = all[element].tag.upperBound..<place
      all[element].next = all.count
    }
    return true
  }

  /// The record's own element; good within `body`.
  func withRoot(_ body: (XMLNode) throws -> Void) rethrows {
    try all.withUnsafeBufferPointer { elements in
      guard let first = elements.baseAddress else { return }
      try body(XMLNode(base: base, elements: first, index: 0))
    }
  }
}

/// An element of a record. Good until the next record is read.
struct XMLNode {
  fileprivate let base: UnsafeRawPointer
  fileprivate let elements: UnsafePointer<XMLElements.Element>
  fileprivate let index: Int

  private var element: XMLElements.Element { elements[index] }
  private func at(_ index: Int) -> XMLNode { XMLNode(base: base, elements: elements, index: index) }
  private func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  /// Where it begins in the feed.
  var offset: Int { element.tag.lowerBound }
  func isNamed(_ name: StaticString) -> Bool { element.name.isEqual(name) }
  var name: String { element.name.string }

  /// The first child of that local name.
  subscript(name: StaticString) -> XMLNode? {
    let end = elements[index].next
    var child = index + 1
    while child < end {
      if elements[child].name.isEqual(name) { return at(child) }
      child = elements[child].next
    }
    return nil
  }

  func forEachChild(_ body: (XMLNode) throws -> Void) rethrows {
    let end = elements[index].next
    var child = index + 1
    while child < end {
      try body(at(child))
      child = elements[child].next
    }
  }

  /// A child's text, where it says something.
  func text(_ name: StaticString) -> String? { self[name]?.nonEmpty }

  var nonEmpty: String? {
    let text = self.text
    return text.isEmpty ? nil : text
  }

  /// Its text: entities decoded once, control characters dropped, no blanks at either end.
  var text: String { XMLText.string(raw) }

  /// What stands between its tags, as it is.
  var raw: UnsafeRawBufferPointer { bytes(element.content) }

  /// The value of an attribute by its local name, with or without quotes.
  func attribute(_ name: String) -> String? { XMLText.attribute(bytes(element.tag), name) }
}
