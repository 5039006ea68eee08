import Moderation

extension FeedFormat {
  /// Commento's export, version 1 (FORMATS § 4.14).
  static let commento = FeedFormat(
    name: "commento@1", title: "Commento export",
    .json(
      JSONFormat(
        lists: ["comments"], evidence: [.record(80, "commentHex"), .record(10, "parentHex")],
        prepare: { page, session in
          page["commenters"]?.forEachElement { person in
            guard let id = person["commenterHex"]?.id else { return }
            session.memory["commento:" + id] = person["name"]?.nonEmpty
            session.drop(["email", "link", "photo"], of: person)
          }
        },
        map: { record, _, session in
          guard let id = record["commentHex"]?.id else {
            return session.skip(at: record.offset, "a Commento comment without commentHex")
          }
          var comment = Comment(id, on: "commento")
          if let markdown = record["markdown"]?.nonEmpty {
            comment.text = markdown
            comment.textSource = .markdown
          } else {
            comment.setHTML(record["html"]?.string ?? "")
          }
          comment.parent = record["parentHex"]?.id.flatMap { $0 == "root" ? nil : $0 }
          comment.thread = record["url"]?.nonEmpty
          comment.channel = record["domain"]?.nonEmpty
          comment.authorID = record["commenterHex"]?.id.flatMap { $0 == "anonymous" ? nil : $0 }
          comment.setAuthor(comment.authorID.flatMap { session.memory["commento:" + $0] })
          comment.created = record["creationDate"]?.time
          comment.likes = record["score"]?.int
          switch record["state"]?.string {
          case "approved": comment.state = .published
          case "unapproved": comment.state = .held
          case "flagged": comment.state = .spam
          default: comment.state = .unknown
          }
          if record["deleted"]?.bool == true { comment.state = .deleted }
          try session.emit(comment, at: record.offset)
        })))
}
