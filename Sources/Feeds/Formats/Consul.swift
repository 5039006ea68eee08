import Moderation

extension FeedFormat {
  /// Consul Democracy's GraphQL answer (FORMATS § 4.15).
  static let consul = FeedFormat(
    name: "consul@1", title: "Consul Democracy: GraphQL comments",
    .json(
      JSONFormat(
        lists: ["data.comments.edges", "comments.edges"],
        evidence: [
          .adds(80, "nodes have body, public_created_at") { sample in
            sample.records.contains { $0["node"]?["body"] != nil && $0["node"]?["public_created_at"] != nil }
          }
        ],
        map: { record, _, session in
          guard let node = record["node"], node["body"] != nil else {
            return session.skip(at: record.offset, "a comment without body")
          }
          var comment = Comment(node["id"]?.id, on: "consul", text: node["body"]?.string ?? "")
          // The comments above it, outermost first.
          comment.parent = node["ancestry"]?.nonEmpty.flatMap(WebAddress.lastSegment)
          if let kind = node["commentable_type"]?.string, let id = node["commentable_id"]?.id {
            comment.thread = kind + "/" + id
          }
          comment.setAuthor(node["public_author"]?["username"]?.nonEmpty)
          comment.created = node["public_created_at"]?.time
          comment.likes = node["cached_votes_up"]?.int
          comment.state = .published
          try session.emit(comment, at: record.offset)
        })))
}
