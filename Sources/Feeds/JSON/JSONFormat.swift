/// A format in JSON: what it is recognised by, where its records are, and what they become.
struct JSONFormat: Sendable {
  /// Where lists of records stand in a page, as paths of keys: `data`, `post_stream.posts`. A list of pages counts too.
  let lists: [[String]]
  /// The same as bytes.
  private let keys: [[[UInt8]]]
  /// What a feed must show to be taken for this format.
  let evidence: [Evidence<JSONSample>]
  /// Sees a page before its records, where it is small enough to be seen whole.
  let prepare: (@Sendable (JSONNode, inout FeedSession) -> Void)?
  /// The mapping makes something of a record that was cut off: it holds several comments.
  let mapsCut: Bool
  /// A list of strings is a record too.
  let hasListRecords: Bool
  /// An object with a list that is a record all the same.
  let isRecord: (@Sendable (JSONNode) -> Bool)?
  /// Hands the comments of a record to the session.
  let map: @Sendable (JSONNode, JSONPage, inout FeedSession) throws -> Void

  init(
    lists: [String], evidence: [Evidence<JSONSample>],
    prepare: (@Sendable (JSONNode, inout FeedSession) -> Void)? = nil, mapsCut: Bool = false,
    hasListRecords: Bool = false, isRecord: (@Sendable (JSONNode) -> Bool)? = nil,
    map: @escaping @Sendable (JSONNode, JSONPage, inout FeedSession) throws -> Void
  ) {
    self.init(
      paths: lists.map { $0.split(separator: ".").map(String.init) }, evidence: evidence, prepare: prepare,
      mapsCut: mapsCut, hasListRecords: hasListRecords, isRecord: isRecord, map: map)
  }

  /// The same with paths that hold keys of any kind. An empty path leads nowhere and is left out.
  init(
    paths: [[String]], evidence: [Evidence<JSONSample>],
    prepare: (@Sendable (JSONNode, inout FeedSession) -> Void)? = nil, mapsCut: Bool = false,
    hasListRecords: Bool = false, isRecord: (@Sendable (JSONNode) -> Bool)? = nil,
    map: @escaping @Sendable (JSONNode, JSONPage, inout FeedSession) throws -> Void
  ) {
    lists = paths.filter { !$0.isEmpty }
    keys = lists.map { $0.map { Array($0.utf8) } }
    self.evidence = evidence
    self.prepare = prepare
    self.mapsCut = mapsCut
    self.hasListRecords = hasListRecords
    self.isRecord = isRecord
    self.map = map
  }

  /// Streams a feed: lines, one document, an array, pages in a row, or arrays of pages.
  func read(_ window: FeedWindow, from start: Int, into session: inout FeedSession) throws {
    var reader = JSONRecordReader(format: self, window: window)
    try reader.readAll(from: start, into: &session)
  }

  /// The lists of an object, in the order of `lists`. None: the object is a record itself.
  func lists(in node: JSONNode) -> [JSONNode] {
    var found: [(rank: Int, list: JSONNode)] = []
    // Most members of a record are scalars: only what may hold a list is compared.
    node.forEachMember { key, value in
      guard value.isArray || value.isObject else { return }
      for (rank, path) in keys.enumerated() where key.isEqual(path[0]) {
        var list: JSONNode? = value
        for key in path.dropFirst() { list = list?.member(key) }
        if let list, Self.isList(list) { found.append((rank, list)) }
      }
    }
    if !found.isEmpty, let isRecord, isRecord(node) { return [] }
    if found.count > 1 { found.sort { $0.rank < $1.rank } }
    return found.map(\.list)
  }

  /// A list of objects or of nothing: strings and numbers are a record's own.
  private static func isList(_ node: JSONNode) -> Bool {
    guard node.isArray else { return false }
    guard let first = node.first else { return true }
    return first.isObject || first.isArray || first.isNull
  }
}

/// What is known of the page that a record stands in.
struct JSONPage {
  /// The page, where it was small enough to be read whole.
  var node: JSONNode?
  /// Scalars that stand in it before its list, by the path of their keys, where it was not.
  var scalars: [String: String] = [:]

  /// A scalar of the page.
  func scalar(_ path: String) -> String? {
    guard let node else { return scalars[path] }
    var value: JSONNode? = node
    for key in path.split(separator: ".") { value = value?.member(String(key)) }
    return value?.scalar
  }

  /// A string of the page that says something.
  func nonEmpty(_ path: String) -> String? { scalar(path).flatMap { $0.isEmpty ? nil : $0 } }
}

/// What a JSON feed looks like at its beginning.
struct JSONSample {
  /// The first value in the file: a page, a list, or the first record itself.
  var page: JSONNode
  /// `tweets` of `window.YTD.tweets.part0 = `; empty where nothing stands before the JSON.
  var variable = ""
  /// The first objects under a format's lists, or the page itself where it has none.
  var records: [JSONNode] = []

  private static let recordLimit = 8

  /// The sample as a format with these lists sees it.
  func seen(by format: JSONFormat) -> JSONSample {
    var copy = self
    copy.records = []
    Self.gather(page, format, 0, &copy.records)
    return copy
  }

  private static func gather(_ node: JSONNode, _ format: JSONFormat, _ depth: Int, _ records: inout [JSONNode]) {
    guard depth < 5, records.count < recordLimit else { return }
    if node.isArray {
      node.forEachElement { gather($0, format, depth + 1, &records) }
    } else if node.isObject {
      let lists = format.lists(in: node)
      if lists.isEmpty { records.append(node) }
      for list in lists { gather(list, format, depth + 1, &records) }
    }
  }
}
