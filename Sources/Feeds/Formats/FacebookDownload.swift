import Moderation

extension FeedFormat {
  /// Facebook, "Download your information": comments that an account or a page wrote (FORMATS § 4.2).
  static let facebookDownload = FeedFormat(
    name: "facebook-download@1", title: "Facebook download: comments.json, your_comments_in_groups.json",
    .json(
      JSONFormat(
        lists: ["comments_v2", "group_comments_v2", "comments"],
        evidence: [
          .page(60, "comments_v2"), .page(60, "group_comments_v2"),
          .adds(60, "records have data[].comment.comment") { sample in
            sample.records.contains { $0["data"]?.first?["comment"]?["comment"] != nil && $0["timestamp"] != nil }
          },
          .needs("records have a timestamp") { sample in
            sample.records.allSatisfy { $0["timestamp"] != nil && $0["sender_name"] == nil }
          },
        ], map: FacebookDownload.map)))
}

private enum FacebookDownload {
  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    var inner: JSONNode?
    record["data"]?.forEachElement { if inner == nil { inner = $0["comment"] } }
    guard inner != nil || record["timestamp"] != nil else {
      return session.skip(at: record.offset, "a comment of Facebook's download without comment and time")
    }
    var comment = Comment(nil, on: "facebook", text: inner?["comment"]?.repaired ?? "")
    comment.setAuthor(inner?["author"]?.repaired)
    comment.created = (inner?["timestamp"] ?? record["timestamp"])?.time
    comment.threadTitle = inner?["group"]?.repaired ?? record["title"]?.repaired
    comment.state = .published
    record["attachments"]?.forEachElement { attachment in
      attachment["data"]?.forEachElement { item in
        comment.attach(item["media"]?["uri"]?.repaired)
        comment.attach(item["external_context"]?["url"]?.repaired)
      }
    }
    try session.emit(comment, at: record.offset)
  }
}
