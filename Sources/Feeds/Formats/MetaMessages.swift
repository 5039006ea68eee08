import Moderation

extension FeedFormat {
  /// Messenger and Instagram messages of a Meta download: `message_1.json` (FORMATS § 4.12).
  static let metaMessages = FeedFormat(
    name: "meta-messages@1", title: "Messenger or Instagram messages of a Meta download",
    .json(
      JSONFormat(
        lists: ["messages"],
        evidence: [.recordAll(70, "sender_name", "timestamp_ms"), .page(25, "participants", "messages")],
        map: MetaMessages.map)))
}

private enum MetaMessages {
  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    guard record["timestamp_ms"] != nil || record["sender_name"] != nil else {
      return session.skip(at: record.offset, "a message without sender and time")
    }
    var comment = Comment(nil, on: "messenger", text: record["content"]?.repaired ?? "")
    comment.thread = page.nonEmpty("thread_path").map(Mojibake.repaired)
    comment.threadTitle = page.nonEmpty("title").map(Mojibake.repaired)
    comment.setAuthor(record["sender_name"]?.repaired)
    comment.created = record["timestamp_ms"]?.time
    comment.state = record["is_unsent"]?.bool == true ? .deleted : .published
    for key in ["photos", "videos", "audio_files", "files", "gifs"] as [StaticString] {
      record[key]?.forEachElement { comment.attach($0["uri"]?.repaired) }
    }
    comment.attach(record["sticker"]?["uri"]?.repaired)
    comment.attach(record["share"]?["link"]?.repaired)
    session.drop(["ip"], of: record)
    try session.emit(comment, at: record.offset)
  }
}
