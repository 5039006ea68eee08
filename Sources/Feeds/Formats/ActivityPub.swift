import Moderation

extension FeedFormat {
  /// An ActivityPub outbox: the account's own posts (FORMATS § 4.10).
  static let activityPub = FeedFormat(
    name: "activitypub@1", title: "ActivityPub outbox.json",
    .json(
      JSONFormat(
        lists: ["orderedItems", "items", "first.items", "first.orderedItems"],
        evidence: [
          .adds(50, "it is an OrderedCollection") { sample in
            sample.page["type"]?.string?.hasPrefix("OrderedCollection") == true
          },
          .adds(60, "records are Create activities") { sample in
            sample.records.contains { ["Create", "Announce"].contains($0["type"]?.string) && $0["object"] != nil }
          },
          .adds(60, "records are notes") { sample in
            sample.records.contains {
              $0["type"]?.string == "Note" && $0["attributedTo"] != nil && $0["content"] != nil
            }
          },
        ], map: ActivityPub.map)))
}

private enum ActivityPub {
  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    // A boost is another account's post; an address alone was not fetched.
    if record["type"]?.string == "Announce" { return }
    if record["type"]?.string == "Note" { return try note(record, record, &session) }
    guard let object = record["object"], object.isObject else {
      if record["object"] != nil { return session.note("some posts are only addresses, which were not fetched") }
      return session.skip(at: record.offset, "an activity without object")
    }
    if record["type"]?.string != "Create", object["content"] == nil { return }
    try note(object, record, &session)
  }

  private static func note(_ object: JSONNode, _ record: JSONNode, _ session: inout FeedSession) throws {
    var comment = Comment(object["id"]?.id, on: "activitypub")
    comment.setHTML(object["content"]?.string ?? "")
    if let warning = object["summary"]?.nonEmpty {
      comment.text = "[CW: \(warning)]" + (comment.text.isEmpty ? "" : "\n" + comment.text)
    }
    comment.parent = object["inReplyTo"]?.id
    comment.thread = object["conversation"]?.id
    comment.authorID = object["attributedTo"]?.id ?? record["actor"]?.id
    comment.authorHandle = comment.authorID.flatMap(WebAddress.lastSegment)
    comment.created = (object["published"] ?? record["published"])?.time
    comment.edited = object["updated"]?.time
    object["contentMap"]?.forEachMember { key, _ in
      if comment.language == nil { comment.language = key.string.flatMap(Language.known) }
    }
    comment.permalink = object["url"]?.nonEmpty
    object["attachment"]?.forEachElement { comment.attach($0["url"]?.nonEmpty) }
    comment.state = .published
    try session.emit(comment, at: record.offset)
  }
}
