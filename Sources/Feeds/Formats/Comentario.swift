import Moderation

extension FeedFormat {
  /// Comentario's export, version 3 (FORMATS § 4.14).
  static let comentario = FeedFormat(
    name: "comentario@1", title: "Comentario export",
    .json(
      JSONFormat(
        lists: ["comments"],
        evidence: [
          .needsRecord("pageId"), .record(60, "markdown", "isApproved"), .page(30, "pages", "commenters"),
        ],
        prepare: { page, session in
          page["commenters"]?.forEachElement { person in
            guard let id = person["id"]?.id else { return }
            session.memory["comentario:" + id] = person["name"]?.nonEmpty
            session.drop(["email", "avatarUrl", "websiteUrl"], of: person)
          }
          page["pages"]?.forEachElement { place in
            guard let id = place["id"]?.id else { return }
            session.memory["comentario:title:" + id] = place["title"]?.nonEmpty ?? place["path"]?.nonEmpty
          }
        },
        map: { record, _, session in
          guard record["id"] != nil else { return session.skip(at: record.offset, "a Comentario comment without id") }
          var comment = Comment(record["id"]?.id, on: "comentario")
          if let markdown = record["markdown"]?.nonEmpty {
            comment.text = markdown
            comment.textSource = .markdown
          } else {
            comment.setHTML(record["html"]?.string ?? "")
          }
          comment.parent = record["parentId"]?.id
          comment.thread = record["pageId"]?.id
          comment.threadTitle = comment.thread.flatMap { session.memory["comentario:title:" + $0] }
          comment.authorID = record["userCreated"]?.id
          comment.setAuthor(
            record["authorName"]?.nonEmpty ?? comment.authorID.flatMap { session.memory["comentario:" + $0] })
          comment.created = (record["createdTime"] ?? record["creationDate"])?.time
          comment.edited = record["editedTime"]?.time
          comment.likes = record["score"]?.int
          comment.state =
            record["isDeleted"]?.bool == true
            ? .deleted
            : record["isPending"]?.bool == true ? .held : record["isApproved"]?.bool == false ? .hidden : .published
          session.drop(["authorIp", "authorCountry"], of: record)
          try session.emit(comment, at: record.offset)
        })))
}
