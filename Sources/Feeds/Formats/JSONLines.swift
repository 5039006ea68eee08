import Moderation

extension FeedFormat {
  /// JSON objects by the line, or in an array, whose keys go by the names of FORMATS § 5.2: docket's own common record
  /// (§ 1) and `{"id","text"}` among them.
  static let jsonLines = FeedFormat(
    name: "jsonl@1",
    notation: .json(
      JSONFormat(lists: ["comments", "items", "data", "results"], matches: JSONLines.matches, map: JSONLines.map)))
}

private enum JSONLines {
  @Sendable static func matches(_ sample: JSONSample) -> Bool {
    guard let record = sample.record else { return sample.page == nil }
    var hasText = false
    record.forEachMember { key, value in
      if value.kind == .string, Field.of(key.string ?? "")?.field == .text { hasText = true }
    }
    return hasText
  }

  @Sendable static func map(_ record: JSONNode, _ session: inout FeedSession) throws {
    guard !record.isCut else { return }
    let columns = JSONColumns(record, &session)
    guard let text = columns[.text] else { return session.skip(at: record.offset, "there is no text in this record") }
    guard text.kind == .string || text.isNull else {
      return session.skip(at: record.offset, "the text of this record is not a string")
    }
    var comment = GenericRecord.comment(platform: "json", stateName: columns.stateName) { columns.text($0) }
    if let list = columns[.attachments] {
      list.forEachElement { if let url = $0.nonEmpty ?? $0["url"]?.nonEmpty { comment.attachments.append(url) } }
      if let url = list.nonEmpty { comment.attachments.append(url) }
    }
    columns[.extra]?.forEachMember { key, value in
      guard let name = key.string, GenericRecord.extraKeys.contains(name), let value = value.scalar else { return }
      comment.extra.append(.init(key: name, value: value))
    }
    try session.emit(comment, at: record.offset)
  }
}

/// Which member of a record holds which field.
private struct JSONColumns {
  private var nodes: [JSONNode?]
  private var ranks: [Int]
  private(set) var stateName: String?

  init(_ record: JSONNode, _ session: inout FeedSession) {
    nodes = Array(repeating: nil, count: Field.allCases.count)
    ranks = Array(repeating: .max, count: Field.allCases.count)
    record.forEachMember { key, value in
      guard let (field, rank) = session.keys.field(of: key) else {
        if session.keys.isPersonal(key) { session.drop(key.string ?? "") }
        return
      }
      // A null says nothing, and an object under a name of a plain field is another thing of that name.
      let isPlain = !value.isObject || field == .authorName || field == .extra
      guard !value.isNull || field == .text, isPlain, rank < ranks[field.rawValue] else { return }
      nodes[field.rawValue] = value
      ranks[field.rawValue] = rank
      if field == .state { stateName = Field.normalized(key.string ?? "") }
    }
    if let author = nodes[Field.authorName.rawValue], author.isObject {
      nodes[Field.authorName.rawValue] = author["name"] ?? author["display_name"] ?? author["username"]
      if nodes[Field.authorID.rawValue] == nil { nodes[Field.authorID.rawValue] = author["id"] }
      author.forEachMember { key, _ in
        if session.keys.isPersonal(key) { session.drop("author." + (key.string ?? "")) }
      }
    }
  }

  subscript(field: Field) -> JSONNode? { nodes[field.rawValue] }
  func text(_ field: Field) -> String? { nodes[field.rawValue]?.scalar }
}
