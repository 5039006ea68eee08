import Moderation

extension FeedFormat {
  /// Isso's generic import and its dumps: threads with their comments (FORMATS § 4.14).
  static let isso = FeedFormat(
    name: "isso@1", title: "Isso: threads with comments",
    .json(
      JSONFormat(
        lists: [],
        evidence: [
          .adds(70, "records have comments with text and created, remote_addr or mode") { sample in
            sample.records.contains { thread in
              guard thread["id"] != nil, let first = thread["comments"]?.first else { return false }
              return first["text"] != nil && first["created"] != nil
                && (first["remote_addr"] != nil || first["mode"] != nil || thread["title"] != nil)
            }
          }
        ], map: Isso.map)))
}

private enum Isso {
  @Sendable static func map(_ thread: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    guard let comments = thread["comments"] else {
      return session.skip(at: thread.offset, "a thread without comments")
    }
    let title = thread["title"]?.nonEmpty.map { title in
      title.contains("%") ? WebAddress.unescaped(title.replacing("+", with: " ")) : title
    }
    try comments.forEachElement { record in
      // The generic import gives every comment the id 0.
      var comment = Comment(record["id"]?.idOrZero, on: "isso", text: record["text"]?.string ?? "")
      comment.textSource = .markdown
      comment.parent = record["parent"]?.idOrZero
      comment.thread = thread["id"]?.id
      comment.threadTitle = title
      comment.setAuthor(record["author"]?.nonEmpty)
      comment.created = record["created"]?.time(isUTC: true)
      comment.edited = record["modified"]?.time(isUTC: true)
      comment.likes = record["likes"]?.int
      switch record["mode"]?.int {
      case nil, 1: comment.state = .published
      case 2: comment.state = .held
      case 4: comment.state = .deleted
      default: comment.state = .unknown
      }
      if record["email"]?.nonEmpty != nil { session.drop("email") }
      if record["website"]?.nonEmpty != nil { session.drop("website") }
      session.drop(["remote_addr"], of: record)
      try session.emit(comment, at: record.offset)
    }
  }
}
