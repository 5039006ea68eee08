/// Goes through an XML feed once, remembers what stands around its records, and hands these over whole.
struct XMLRecordReader: ~Copyable {
  private static let recordLimit = 16 << 20
  private static let depthLimit = 256

  private let format: XMLFormat
  private let window: FeedWindow
  private var scanner: XMLScanner
  private var record: XMLElements
  private var context = XMLContext()
  private var wanted: Set<String>
  private var parents: Set<String> = []
  /// Elements around the records, outermost first.
  private var outer: [String] = []
  private var outerDepth = 0
  /// An element of the context whose text is being read: its path, and where its content begins.
  private var kept: (path: String, start: Int)?
  private var isRootClosed = false

  init(format: XMLFormat, window: FeedWindow, from start: Int) {
    self.format = format
    self.window = window
    scanner = XMLScanner(window, from: start)
    record = XMLElements(window)
    wanted = Set(format.context)
    for path in format.context { parents.insert(String(path.prefix { $0 != "/" })) }
  }

  mutating func readAll(into session: inout FeedSession) throws {
    while true {
      let event = scanner.next()
      if record.isOpen {
        try inside(event, &session)
      } else {
        try outside(event, &session)
      }
      switch event {
      case .end, .cut: return finish(event, &session)
      case .open, .close, .text: continue
      }
    }
  }

  private func finish(_ event: XMLScanner.Event, _ session: inout FeedSession) {
    if record.isOpen { return session.cut(at: record.offset) }
    if case .cut = event { return session.cut(at: scanner.start) }
    if !isRootClosed, outerDepth > 0 { session.cut(at: window.available) }
  }

  private mutating func inside(_ event: XMLScanner.Event, _ session: inout FeedSession) throws {
    switch event {
    case .open(let name, let isEmpty):
      let isTooLong = scanner.at - record.offset > Self.recordLimit || record.count > XMLElements.limit
      if isTooLong || record.isRecord(name) {
        session.skip(
          at: record.offset,
          isTooLong ? "this record has too many elements" : "this comment's element is not closed")
        record.clear()
        try outside(event, &session)
      } else {
        record.open(name, scanner.start..<scanner.at, isEmpty: isEmpty)
      }
    case .close(let name):
      if record.close(name, at: scanner.start) {
        if !record.isOpen { try hand(&session) }
      } else if outer.last == name.string {
        session.skip(at: record.offset, "this comment's element is not closed")
        record.clear()
        try outside(event, &session)
      }
    case .text, .end, .cut: break
    }
  }

  private mutating func hand(_ session: inout FeedSession) throws {
    let (map, context) = (format.map, context)
    try record.withRoot { try map($0, context, &session) }
    record.clear()
    session.release(before: scanner.at)
  }

  private mutating func outside(_ event: XMLScanner.Event, _ session: inout FeedSession) throws {
    switch event {
    case .open(let name, let isEmpty):
      if outerDepth > 0, format.records.contains(where: { name.isEqual($0) }) {
        record.open(name, scanner.start..<scanner.at, isEmpty: isEmpty)
        if isEmpty { try hand(&session) }
        return
      }
      guard !isEmpty else { return }
      let parent = outer.last ?? ""
      let local = name.string
      if parents.contains(parent) {
        let path = parent + "/" + local
        kept = wanted.contains(path) && outerDepth < Self.depthLimit ? (path, scanner.at) : nil
      } else {
        kept = nil
      }
      outerDepth += 1
      if outerDepth <= Self.depthLimit { outer.append(local) }
      if parents.contains(local) { context.forget(local) }
    case .close(let name):
      if let kept {
        context.set(
          kept.path,
          XMLText.string(UnsafeRawBufferPointer(rebasing: window.bytes[kept.start..<scanner.start].prefix(64 << 10))))
        self.kept = nil
      }
      let local = name.string
      if outer.first == local { isRootClosed = true }
      // A tag that nobody closed goes with the one around it.
      if outerDepth > Self.depthLimit {
        outerDepth -= 1
      } else if let index = outer.lastIndex(of: local) {
        outer.removeLast(outer.count - index)
        outerDepth = outer.count
      }
      session.release(before: scanner.start)
    case .text, .end, .cut: break
    }
  }
}
