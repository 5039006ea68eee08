import Moderation

extension FeedFormat {
  /// A scraper's table of TikTok comments (FORMATS § 4.13): ids are row numbers, replies follow the comment they answer.
  static let tikTokTable = FeedFormat(
    name: "tiktok-csv@1", title: "TikTok comment scraper table",
    .table(
      TableFormat(
        evidence: [.header(80, "commenttext", "is2ndlevelcomment")], platform: "tiktok",
        columns: [
          "commentnumberid": .id, "nickname": .authorName, "user": .authorHandle, "commenttext": .text,
          "time": .created,
          "likes": .likes, "numberofreplies": .replies,
        ], ignored: ["userurl", "profilepictureurl", "userrepliedto", "is2ndlevelcomment"],
        finish: { comment, row, session in
          if row["is2ndlevelcomment"].map({ $0.lowercased() == "yes" || $0.lowercased() == "true" || $0 == "1" })
            == true
          {
            comment.parent = session.memory["tiktok:top"]
            comment.keep("replied_to", row["userrepliedto"].flatMap { $0 == "---" ? nil : $0 })
          } else {
            session.memory["tiktok:top"] = comment.id.isEmpty ? nil : comment.id
          }
          comment.state = .published
          session.drop("Profile Picture URL")
          return true
        })))
}
