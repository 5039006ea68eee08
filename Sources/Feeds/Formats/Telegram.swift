import Moderation

extension FeedFormat {
  /// Telegram Desktop's export, of one chat or of all (FORMATS § 4.12).
  static let telegram = FeedFormat(
    name: "telegram@1", title: "Telegram export: result.json",
    .json(
      JSONFormat(
        lists: ["messages", "chats.list", "left_chats.list"],
        evidence: [
          .adds(60, "the page is a chat of Telegram") { sample in
            let kinds = [
              "personal_chat", "bot_chat", "saved_messages", "private_group", "private_supergroup",
              "public_supergroup", "private_channel", "public_channel", "public_group",
            ]
            return sample.page["type"]?.string.map(kinds.contains) == true
          },
          .adds(60, "the page has chats.list") { $0.page["chats"]?["list"] != nil },
          .adds(40, "messages have from_id or text_entities") { sample in
            sample.records.contains { record in
              (record["from_id"] != nil || record["text_entities"] != nil || record["date_unixtime"] != nil)
                && record["type"] != nil
            }
          },
        ], map: Telegram.map)))
}

private enum Telegram {
  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    guard record["type"]?.string == "message" else {
      if record["type"] == nil { session.skip(at: record.offset, "a message without type") }
      return
    }
    var comment = Comment(
      record["id"]?.id, on: "telegram", text: text(record["text"]) ?? text(record["text_entities"]) ?? "")
    comment.parent = record["reply_to_message_id"]?.id
    comment.thread = page.nonEmpty("id")
    comment.threadTitle = page.nonEmpty("name")
    comment.channel = page.nonEmpty("name")
    comment.authorID = record["from_id"]?.id
    if let name = record["from"]?.nonEmpty { comment.setAuthor(name) } else { comment.authorDeleted = true }
    // Without the Unix time the date is that of the computer which made the export.
    comment.created = record["date_unixtime"]?.time ?? record["date"]?.time
    comment.edited = record["edited_unixtime"]?.time ?? record["edited"]?.time
    // Older exports write 1970 for what was never edited.
    if let edited = comment.edited, let created = comment.created, edited.instant < created.instant {
      comment.edited = nil
    }
    comment.state = .published
    for key in ["photo", "file", "thumbnail"] as [StaticString] where key.description != "thumbnail" {
      if let path = record[key]?.nonEmpty, !path.hasPrefix("(") { comment.attach(path) }
    }
    comment.keep("media_type", record["media_type"]?.nonEmpty ?? (record["photo"] == nil ? nil : "photo"))
    comment.keep("sticker_emoji", record["sticker_emoji"]?.nonEmpty)
    comment.keep("forwarded_from", record["forwarded_from"]?.nonEmpty == nil ? nil : "yes")
    var reactions = 0
    record["reactions"]?.forEachElement { reactions += $0["count"]?.int ?? 0 }
    if reactions > 0 { comment.likes = reactions }
    try session.emit(comment, at: record.offset)
  }

  /// A string, or a list of strings and of objects with a text.
  private static func text(_ node: JSONNode?) -> String? {
    guard let node, node.isArray else { return node?.string }
    var text = ""
    node.forEachElement { piece in
      guard let words = piece.string ?? piece["text"]?.string else { return }
      text += words
      if let link = piece["href"]?.nonEmpty, link != words { text += " (\(link))" }
    }
    return text
  }
}
