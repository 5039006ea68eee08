import Moderation

extension FeedFormat {
  /// JSON objects by the line, or in a list, whose keys go by the names of FORMATS § 5.2: docket's own common record (§ 1)
  /// and `{"id","text"}` among them.
  static let jsonLines = jsonLines(
    paths: [
      "comments", "items", "data", "results", "records", "rows", "posts", "messages", "entries", "responses",
      "submissions", "reviews", "feedback", "documents", "hits.hits", "data.comments", "data.items", "data.results",
      "result.comments", "response.comments", "response.data", "payload.comments",
    ].map { $0.split(separator: ".").map(String.init) })

  static func jsonLines(paths: [[String]]) -> FeedFormat {
    FeedFormat(
      name: "jsonl@1", title: "Any JSON objects with a text: lines, an array, or a list in a page",
      .json(
        JSONFormat(
          paths: paths,
          evidence: [
            .adds(20, "records have a text") { sample in
              sample.records.contains { JSONLines.hasText($0) || JSONLines.holdsRecords($0) }
            },
            // Nothing but an empty list under a name that lists of comments go by.
            .adds(20, "it is an empty list") { sample in
              sample.records.isEmpty
                && (sample.page.isArray ? sample.page.first == nil : sample.page["comments"] != nil)
            },
          ],
          isRecord: JSONLines.isRecord, map: JSONLines.map)))
  }
}

enum JSONLines {
  /// Where replies stand in the comment they answer.
  private static let replies: [StaticString] = ["replies", "children", "comments", "responses"]

  static func hasText(_ record: JSONNode) -> Bool {
    var hasText = false
    record.forEachMember { key, value in
      if value.kind == .string, Field.of(key.string ?? "")?.field == .text { hasText = true }
    }
    return hasText
  }

  /// Records under keys of their own, ids for instance.
  static func holdsRecords(_ node: JSONNode) -> Bool {
    var found = false
    node.forEachMember { _, value in if value.isObject, hasText(value) { found = true } }
    return found
  }

  /// A comment with its replies, and not a post with its comments, which has a title.
  @Sendable static func isRecord(_ node: JSONNode) -> Bool {
    guard node["replies"] != nil || node["comments"] != nil || node["responses"] != nil, hasText(node) else {
      return false
    }
    return node["title"] == nil && node["url"] == nil
  }

  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    // The keys' meanings are remembered: looking them up anew would cost more than the rest.
    if !isText(record, &session), holdsRecords(record) {
      return try record.forEachMember { _, value in
        if value.isObject { try thread(value, &session) }
      }
    }
    try thread(record, &session)
  }

  private static func isText(_ record: JSONNode, _ session: inout FeedSession) -> Bool {
    var isText = false
    record.forEachMember { key, _ in
      if !isText, session.keys.entry(key).field == .text { isText = true }
    }
    return isText
  }

  private static func thread(_ record: JSONNode, _ session: inout FeedSession) throws {
    var waiting: [(node: JSONNode, parent: String?)] = [(record, nil)]
    while let (node, parent) = waiting.popLast() {
      guard let id = try comment(node, parent: parent, &session) else { continue }
      var below: [(JSONNode, String?)] = []
      for key in replies {
        guard let list = node[key], list.first?.isObject == true else { continue }
        list.forEachElement { if $0.isObject { below.append(($0, id)) } }
      }
      waiting += below.reversed()
    }
  }

  private static func comment(_ record: JSONNode, parent: String?, _ session: inout FeedSession) throws -> String? {
    let columns = JSONColumns(record, &session)
    guard let text = columns[.text], text.kind == .string || text.isNull else {
      session.skip(
        at: record.offset,
        columns[.text] == nil ? "there is no text in this record" : "the text of this record is not a string")
      return nil
    }
    var comment = Comment(nil, on: "json")
    session.generic.stateName = columns.stateName
    for (field, node) in columns.present where field != .attachments && field != .extra {
      session.generic.set(field, JSONValue(node: node), on: &comment)
    }
    session.generic.finish(&comment)
    if comment.parent == nil { comment.parent = parent }
    if let list = columns[.attachments] {
      list.forEachElement { comment.attach($0.nonEmpty ?? $0["url"]?.nonEmpty) }
      comment.attach(list.nonEmpty)
    }
    columns[.extra]?.forEachMember { key, value in
      guard let name = key.string, GenericRecord.extraKeys.contains(name) else { return }
      comment.keep(name, value.scalar)
    }
    let id = comment.id.isEmpty ? DerivedID.of(comment) : comment.id
    try session.emit(comment, at: record.offset)
    return id
  }

  /// The format for a page whose records stand under names that nobody foresaw: the longest list of objects with a text,
  /// three levels deep at most.
  static func discovered(_ page: JSONNode) -> FeedFormat? {
    var best: (path: [String], count: Int)?
    func look(_ node: JSONNode, _ path: [String]) {
      node.forEachMember { key, value in
        let path = path + [key.string ?? ""]
        if value.isArray {
          var count = 0
          value.forEachElement { if hasText($0) { count += 1 } }
          if count > best?.count ?? 0 { best = (path, count) }
        } else if path.count < 3 {
          look(value, path)
        }
      }
    }
    look(page, [])
    return best.map { FeedFormat.jsonLines(paths: [$0.path]) }
  }
}

/// A member of a record as a field's value.
private struct JSONValue: FieldValue {
  let node: JSONNode
  var plain: UnsafeRawBufferPointer? { node.isPlain ? node.raw : nil }
  var string: String { node.scalar ?? "" }
}

/// Which member of a record holds which field.
private struct JSONColumns {
  private(set) var present: [(field: Field, node: JSONNode)] = []
  private var ranks: [Int]
  private(set) var stateName: String?

  init(_ record: JSONNode, _ session: inout FeedSession) {
    ranks = Array(repeating: .max, count: Field.allCases.count)
    present.reserveCapacity(16)
    record.forEachMember { key, value in
      let known = session.keys.entry(key)
      guard let field = known.field else {
        if known.isPersonal { session.drop(key.string ?? "") }
        return
      }
      // A null says nothing, and an object under a name of a plain field is another thing of that name.
      let isPlain = !value.isObject || field == .authorName || field == .extra
      guard !value.isNull || field == .text, isPlain, known.rank < ranks[field.rawValue] else { return }
      // `replies` and `comments` that are lists are other records.
      if value.isArray, field != .attachments, field != .text { return }
      // Of two names for the text, one that holds a string: the other counts something.
      if field == .text, value.kind != .string, !value.isNull, self[.text]?.kind == .string { return }
      if field == .text, value.kind == .string, let other = self[.text], other.kind != .string {
        return set(field, value, known.rank)
      }
      set(field, value, known.rank)
      if field == .state { stateName = Field.normalized(key.string ?? "") }
    }
    guard let author = self[.authorName], author.isObject else { return }
    present.removeAll { $0.field == .authorName }
    let keys: [StaticString] = ["name", "display_name", "displayName", "full_name", "username", "screen_name", "login"]
    if let name = keys.lazy.compactMap({ author[$0] }).first(where: { $0.nonEmpty != nil }) {
      set(.authorName, name, 0)
    }
    if self[.authorID] == nil, let id = author["id"] { set(.authorID, id, 0) }
    author.forEachMember { key, _ in
      if session.keys.entry(key).isPersonal { session.drop("author." + (key.string ?? "")) }
    }
  }

  private mutating func set(_ field: Field, _ node: JSONNode, _ rank: Int) {
    ranks[field.rawValue] = rank
    if let index = present.firstIndex(where: { $0.field == field }) {
      present[index].node = node
    } else {
      present.append((field, node))
    }
  }

  subscript(field: Field) -> JSONNode? { present.first { $0.field == field }?.node }
}
