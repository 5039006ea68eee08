extension FeedFormat {
  /// Dumps of Reddit by Pushshift or Arctic Shift: a comment a line (FORMATS § 4.6).
  static let redditDump = FeedFormat(
    name: "reddit-dump@1", title: "Reddit dumps: Pushshift, Arctic Shift",
    .json(
      JSONFormat(
        lists: ["data"],
        evidence: [
          .needsRecord("body"),
          .adds(40, "records have link_id or subreddit") { sample in
            sample.records.contains { $0["link_id"] != nil || $0["subreddit"] != nil }
          },
          .adds(40, "parent_id begins with t1_ or t3_") { sample in
            sample.records.contains {
              let parent = $0["parent_id"]?.string ?? ""
              return parent.hasPrefix("t1_") || parent.hasPrefix("t3_")
            }
          },
          .record(20, "created_utc"),
        ],
        map: { record, _, session in
          guard record["body"] != nil else { return session.skip(at: record.offset, "a Reddit comment without body") }
          try session.emit(RedditComment.comment(record), at: record.offset)
        })))
}
