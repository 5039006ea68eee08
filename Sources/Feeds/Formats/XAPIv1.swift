import Moderation

extension FeedFormat {
  /// X API v1.1: search answers, and statuses by the line (FORMATS § 4.4).
  static let xV1 = FeedFormat(
    name: "x-v1@1", title: "X API v1.1: statuses",
    .json(
      JSONFormat(
        lists: ["statuses"],
        evidence: [
          .recordAll(50, "id_str", "user"), .record(20, "full_text", "text"), .page(20, "statuses"),
          .needs("records have user") { sample in
            sample.records.contains { $0["user"] != nil && $0["account"] == nil } || sample.page["statuses"] != nil
          },
        ],
        map: { record, _, session in
          guard record["id_str"] != nil || record["id"] != nil else {
            return session.skip(at: record.offset, "a status without id")
          }
          session.drop(XTweet.profile, of: record["user"])
          try session.emit(XTweet.comment(record), at: record.offset)
        })))
}
