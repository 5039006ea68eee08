import Moderation

extension FeedFormat {
  /// DiscordChatExporter's JSON of a channel (FORMATS § 4.12), and messages as Discord's API has them.
  static let discord = FeedFormat(
    name: "discord@1", title: "DiscordChatExporter JSON",
    .json(
      JSONFormat(
        lists: ["messages"],
        evidence: [
          .page(60, "guild", "channel"),
          .adds(40, "messages have content, author, timestamp") { sample in
            sample.records.contains {
              $0["content"] != nil && $0["author"]?.isObject == true && $0["timestamp"] != nil
                && ($0["timestampEdited"] != nil || $0["isPinned"] != nil || $0["channel_id"] != nil)
            }
          },
        ], map: Discord.map)))
}

private enum Discord {
  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    guard record["id"] != nil || record["content"] != nil else {
      return session.skip(at: record.offset, "a message without id and content")
    }
    // Joins, pins and calls are messages too, of other types.
    if let type = record["type"]?.scalar, !["Default", "Reply", "0", "19"].contains(type) { return }
    var comment = Comment(record["id"]?.id, on: "discord", text: record["content"]?.string ?? "")
    comment.textSource = .markdown
    comment.parent = (record["reference"]?["messageId"] ?? record["message_reference"]?["message_id"])?.id
    comment.thread = page.nonEmpty("channel.id") ?? record["channel_id"]?.id
    comment.threadTitle = page.nonEmpty("channel.name")
    comment.channel = page.nonEmpty("guild.name")
    if let server = page.nonEmpty("guild.id"), let channel = comment.thread, !comment.id.isEmpty {
      comment.permalink = "https://discord.com/channels/\(server)/\(channel)/\(comment.id)"
    }
    let author = record["author"]
    let login = author?["name"]?.nonEmpty ?? author?["username"]?.nonEmpty
    comment.setAuthor(author?["nickname"]?.nonEmpty ?? author?["global_name"]?.nonEmpty ?? login)
    // Those who left share one id.
    if !comment.authorDeleted { comment.authorID = author?["id"]?.id }
    comment.authorHandle = comment.authorDeleted ? nil : login
    comment.created = record["timestamp"]?.time
    comment.edited = (record["timestampEdited"] ?? record["edited_timestamp"])?.time
    record["attachments"]?.forEachElement { file in
      comment.attach(file["url"]?.nonEmpty.map { $0.contains("://") ? $0 : $0.replacing("\\", with: "/") })
    }
    record["stickers"]?.forEachElement { comment.attach($0["sourceUrl"]?.nonEmpty) }
    var reactions = 0
    record["reactions"]?.forEachElement { reactions += $0["count"]?.int ?? 0 }
    if reactions > 0 { comment.likes = reactions }
    comment.state = .published
    comment.keep("isBot", author?["isBot"]?.bool == true ? "true" : nil)
    session.drop(["avatarUrl", "avatar", "roles"], of: author)
    try session.emit(comment, at: record.offset)
  }
}
