extension FeedFormat {
  /// DiscordChatExporter's CSV (FORMATS § 4.12).
  static let discordTable = FeedFormat(
    name: "discord-csv@1", title: "DiscordChatExporter CSV",
    .table(
      TableFormat(
        evidence: [.header(80, "authorid", "author", "date", "content", "attachments")], platform: "discord",
        columns: [
          "authorid": .authorID, "author": .authorName, "date": .created, "content": .text, "attachments": .attachments,
        ], ignored: ["reactions"],
        finish: { comment, _, _ in
          comment.textSource = .markdown
          comment.state = .published
          if comment.authorDeleted { comment.authorID = nil }
          return true
        })))
}
