import Moderation

extension FeedFormat {
  /// Decidim's export of comments as JSON (FORMATS § 4.15).
  static let decidim = FeedFormat(
    name: "decidim@1", title: "Decidim comments, JSON",
    .json(
      JSONFormat(
        lists: [],
        evidence: [.needsRecord("body", "commentable_type"), .recordAll(80, "commentable_type", "body")],
        map: { record, _, session in
          guard let body = record["body"] else { return session.skip(at: record.offset, "a comment without body") }
          var comment = Comment(record["id"]?.id, on: "decidim")
          comment.language = record["locale"]?.nonEmpty
          if let text = body.string {
            comment.text = text
          } else {
            // Older exports keep a text by language.
            body.forEachMember { key, value in
              guard comment.text.isEmpty, let text = value.nonEmpty else { return }
              comment.text = text
              comment.language = comment.language ?? key.string
            }
          }
          let isReply = record["commentable_type"]?.string == "Decidim::Comments::Comment"
          comment.parent = isReply ? record["commentable_id"]?.id : nil
          comment.thread = record["root_commentable_url"]?.nonEmpty ?? (isReply ? nil : record["commentable_id"]?.id)
          comment.authorID = record["author"]?["id"]?.id
          comment.setAuthor(record["author"]?["name"]?.nonEmpty ?? record["user_group"]?["name"]?.nonEmpty)
          comment.created = record["created_at"]?.time
          comment.state = .published
          comment.keep("alignment", record["alignment"]?.scalar)
          try session.emit(comment, at: record.offset)
        })))
}
