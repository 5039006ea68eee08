import Moderation

extension FeedFormat {
  /// Facepager's table (FORMATS § 5.3): its own node numbers nest the rows, the platform's ids stand in `object_id`.
  static let facepager = FeedFormat(
    name: "facepager@1", title: "Facepager table",
    .table(
      TableFormat(
        evidence: [.header(80, "objectid", "objecttype", "querystatus")], platform: "facebook",
        columns: ["objectid": .id, "createdtime": .created, "fromname": .authorName, "fromid": .authorID],
        ignored: ["id", "parentid", "path", "level", "objecttype", "querystatus", "querytime", "querytype"],
        finish: { comment, row, session in
          if let node = row["id"], !comment.id.isEmpty { session.memory["facepager:" + node] = comment.id }
          guard row["objecttype"] == "data" else { return false }
          if let above = row["parentid"].flatMap({ session.memory["facepager:" + $0] }) {
            // The first level hangs on the post that was asked for.
            if session.memory["facepager:is:" + above] == "comment" {
              comment.parent = above
            } else {
              comment.thread = above
            }
          }
          session.memory["facepager:is:" + comment.id] = "comment"
          return true
        })))
}
