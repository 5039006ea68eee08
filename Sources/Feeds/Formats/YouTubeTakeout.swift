import Moderation

extension FeedFormat {
  /// Google Takeout's `comments.csv` and `live chats.csv` (FORMATS § 4.5): the text is in pieces of JSON.
  static let youTubeTakeout = FeedFormat(
    name: "youtube-takeout@1", title: "Google Takeout: YouTube comments.csv, live chats.csv",
    .table(
      TableFormat(
        evidence: [
          .header(60, "commentid", "commenttext"), .header(60, "livechatid", "livechattext"),
          .adds(60, "the text is pieces of JSON") { sample in
            sample.rows.contains { row in row.contains { $0.hasPrefix("{\"text\":") } }
          },
        ], platform: "youtube",
        columns: [
          "commentid": .id, "livechatid": .id, "commenttext": .text, "livechattext": .text, "channelid": .authorID,
          "parentcommentid": .parent, "videoid": .thread, "commentcreatetimestamp": .created,
          "livechatcreatetimestamp": .created,
        ], ignored: ["postid", "toplevelcommentid"], isUTC: true,
        finish: { comment, row, _ in
          comment.text = TakeoutText.joined(comment.text)
          comment.thread = comment.thread ?? row["postid"]
          if comment.parent == nil { comment.parent = YouTube.parent(of: comment.id) }
          if let video = comment.thread, !comment.idIsDerived, !comment.id.isEmpty {
            comment.permalink = YouTube.permalink(video, comment.id)
          }
          comment.keep("price", row["price"].flatMap { $0 == "0" ? nil : $0 })
          comment.state = .published
          return true
        })))
}

/// `{"text":"a"},{"text":"\n"},{"mention":{…}}`.
enum TakeoutText {
  /// The pieces' texts in a row; the cell itself where it is not in pieces.
  static func joined(_ cell: String) -> String {
    guard cell.utf8.first == UInt8(ascii: "{") else { return cell }
    var list = "[" + cell + "]"
    return list.withUTF8 { buffer in
      var tape = JSONTape()
      let raw = UnsafeRawBufferPointer(buffer)
      guard tape.read(raw, from: 0, limit: raw.count) == nil else { return nil }
      return tape.withNode { node in
        var text = ""
        node.forEachElement { piece in
          text += piece["text"]?.string ?? piece["mention"]?["text"]?.string ?? piece["emoji"]?["text"]?.string ?? ""
        }
        return text
      }
    } ?? cell
  }
}
