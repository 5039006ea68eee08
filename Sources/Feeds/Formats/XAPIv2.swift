import Moderation

extension FeedFormat {
  /// X API v2: pages with `includes`, stream lines, flattened tweets (FORMATS § 4.4).
  static let xV2 = FeedFormat(
    name: "x-v2@1", title: "X API v2: search pages, twarc lines, stream",
    .json(
      JSONFormat(
        lists: ["data"],
        evidence: [
          .adds(60, "records are tweets of v2") { sample in
            sample.records.contains { record in
              let tweet = record["data"] ?? record
              let own: [StaticString] = [
                "edit_history_tweet_ids", "conversation_id", "referenced_tweets", "reply_settings",
              ]
              return tweet["text"] != nil && tweet["id"] != nil && own.contains { tweet[$0] != nil }
            }
          },
          .adds(40, "ids and author_ids are numbers of X") { sample in
            sample.records.contains { record in
              let tweet = record["data"] ?? record
              return tweet["text"] != nil && XTweet.isID(tweet["id"]) && XTweet.isID(tweet["author_id"])
                && XAPIv2.hasOnlyOwnKeys(tweet)
            }
          },
          .page(20, "includes"), .page(40, "matching_rules"), .page(40, "__twarc"),
          .adds(25, "the page has data with text and meta") { sample in
            sample.page["meta"] != nil && sample.records.contains { $0["text"] != nil && $0["id"] != nil }
          },
          .adds(30, "the page has meta.result_count") { $0.page["meta"]?["result_count"] != nil },
        ], prepare: XAPIv2.prepare, map: XAPIv2.map)))
}

private enum XAPIv2 {
  /// Other platforms have numbers for ids too: what else stands there tells them apart.
  static func hasOnlyOwnKeys(_ tweet: JSONNode) -> Bool {
    let own: Set<String> = [
      "id", "text", "author_id", "created_at", "lang", "source", "entities", "attachments", "public_metrics", "geo",
      "in_reply_to_user_id", "possibly_sensitive", "withheld", "note_tweet", "context_annotations", "author",
      "edit_controls", "conversation_id", "referenced_tweets", "edit_history_tweet_ids", "reply_settings",
    ]
    var isOwn = true
    tweet.forEachMember { key, _ in if !own.contains(key.string ?? "") { isOwn = false } }
    return isOwn
  }

  /// Remembers the names and the media that a page's tweets refer to.
  @Sendable static func prepare(_ page: JSONNode, _ session: inout FeedSession) {
    page["includes"]?["users"]?.forEachElement { user in
      guard let id = user["id"]?.id else { return }
      session.memory["x:name:" + id] = user["name"]?.string
      session.memory["x:handle:" + id] = user["username"]?.string
      session.drop(XTweet.profile, of: user)
    }
    page["includes"]?["media"]?.forEachElement { media in
      guard let key = media["media_key"]?.id else { return }
      session.memory["x:media:" + key] = media["url"]?.nonEmpty ?? media["preview_image_url"]?.nonEmpty
    }
  }

  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    if let tweet = record["data"], tweet.isObject {
      prepare(record, &session)
      return try self.tweet(tweet, &session)
    }
    if record["id"] == nil, record["text"] == nil {
      if record["meta"] != nil { return }
      return session.skip(at: record.offset, record["errors"] == nil ? "a tweet without id" : "an error of X's API")
    }
    try tweet(record, &session)
  }

  private static func tweet(_ tweet: JSONNode, _ session: inout FeedSession) throws {
    var comment = Comment(tweet["id"]?.id, on: "x")
    comment.text = XTweet.unescaped(tweet["note_tweet"]?["text"]?.string ?? tweet["text"]?.string ?? "")
    tweet["referenced_tweets"]?.forEachElement { other in
      switch other["type"]?.string {
      case "replied_to": comment.parent = other["id"]?.id
      case "retweeted": comment.kind = .repost
      default: break
      }
    }
    if comment.text.hasPrefix("RT @") { comment.kind = .repost }
    comment.thread = tweet["conversation_id"]?.id
    comment.authorID = tweet["author_id"]?.id ?? tweet["author"]?["id"]?.id
    if let id = comment.authorID {
      comment.setAuthor(tweet["author"]?["name"]?.nonEmpty ?? session.memory["x:name:" + id])
      comment.authorHandle = tweet["author"]?["username"]?.nonEmpty ?? session.memory["x:handle:" + id]
    }
    session.drop(XTweet.profile, of: tweet["author"])
    comment.created = tweet["created_at"]?.time ?? XTweet.time(of: comment.id)
    comment.language = tweet["lang"]?.nonEmpty.flatMap(Language.known)
    comment.likes = tweet["public_metrics"]?["like_count"]?.int
    comment.replies = tweet["public_metrics"]?["reply_count"]?.int
    comment.state = tweet["withheld"] == nil ? .published : .hidden
    comment.permalink = XTweet.permalink(comment)
    tweet["attachments"]?["media_keys"]?.forEachElement { key in
      comment.attach(key.id.flatMap { session.memory["x:media:" + $0] })
    }
    XTweet.keepLinks(tweet["entities"]?["urls"], &comment)
    var versions = 0
    tweet["edit_history_tweet_ids"]?.forEachElement { _ in versions += 1 }
    if versions > 1 { comment.keep("versions", String(versions)) }
    try session.emit(comment, at: tweet.offset)
  }
}
