import Moderation

extension FeedFormat {
  /// Instagram's download of an account's own comments, in its three layouts (FORMATS § 4.3).
  static let instagramDownload = FeedFormat(
    name: "instagram-download@1", title: "Instagram download: post_comments_1.json, reels_comments.json",
    .json(
      JSONFormat(
        lists: [
          "comments_media_comments", "comments_reels_comments", "comments_story_comments", "media_comments",
          "story_comments",
        ],
        evidence: [
          .record(80, "string_map_data"),
          .adds(80, "the page has comments_media_comments or the like") { sample in
            let keys: [StaticString] = [
              "comments_media_comments", "comments_reels_comments", "comments_story_comments", "media_comments",
            ]
            return keys.contains { sample.page[$0]?.isArray == true }
          },
        ], hasListRecords: true, map: InstagramDownload.map)))
}

private enum InstagramDownload {
  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    var comment = Comment(nil, on: "instagram")
    comment.state = .published
    if record.isArray {
      // `["2019-02-18T23:42:00","text","owner"]`
      var parts: [JSONNode] = []
      record.forEachElement { parts.append($0) }
      guard parts.count >= 2 else { return session.skip(at: record.offset, "a comment of fewer than two parts") }
      comment.created = parts[0].time
      comment.text = parts[1].repaired ?? ""
      comment.threadTitle = parts.count > 2 ? parts[2].repaired : nil
    } else if let map = record["string_map_data"] {
      newest(map, &comment)
      record["media_list_data"]?.forEachElement { comment.attach($0["uri"]?.repaired) }
    } else if let entry = record["string_list_data"]?.first {
      comment.text = entry["value"]?.repaired ?? ""
      comment.created = entry["timestamp"]?.time
      comment.permalink = entry["href"]?.nonEmpty
      comment.threadTitle = record["title"]?.repaired
    } else {
      return session.skip(at: record.offset, "a comment of Instagram's download without its data")
    }
    try session.emit(comment, at: record.offset)
  }

  /// The keys are in the account's language: the comment is the value that is not the media owner's name.
  private static func newest(_ map: JSONNode, _ comment: inout Comment) {
    var values: [(key: String, text: String)] = []
    map.forEachMember { key, entry in
      if let time = entry["timestamp"]?.time, comment.created == nil { comment.created = time }
      if let text = entry["value"]?.repaired, !text.isEmpty { values.append((key.repaired ?? "", text)) }
    }
    let named = values.firstIndex { $0.key == "Comment" }
    let prose = values.firstIndex { !isHandle($0.text) }
    guard let text = named ?? prose ?? (values.count > 1 || map["Media Owner"] == nil ? values.indices.first : nil)
    else { return }
    comment.text = values[text].text
    comment.threadTitle = values.indices.first { $0 != text }.map { values[$0].text }
  }

  private static func isHandle(_ text: String) -> Bool {
    text.utf8.count <= 30
      && text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
      }
  }
}
