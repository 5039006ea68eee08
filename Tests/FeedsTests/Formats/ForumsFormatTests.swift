import Testing

@Suite("Formats: Forums") struct ForumsFormatTests {
  @Test("Feeds become comments with their ids, parents, authors, times, states and texts", arguments: fixtures)
  func fixture(_ fixture: FormatFixture) throws { try fixture.check() }

  private static let fixtures: [FormatFixture] = [
    FormatFixture(
      format: "reddit",
      feed: #"""
        [{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"id":"p0","title":"Bus timetable","selftext":"not counted"}}]}},{"kind":"Listing","data":{"after":null,"children":[{"kind":"t1","data":{"id":"c1","name":"t1_c1","parent_id":"t3_p0","link_id":"t3_p0","author":"mere","author_fullname":"t2_1","body":"a &amp;lt; b &gt; c","created_utc":1725238077.0,"created":1725266877.0,"edited":1725238100.0,"score":-3,"subreddit":"harakeke","permalink":"/r/harakeke/comments/p0/bus/c1/","replies":{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"c2","parent_id":"t1_c1","link_id":"t3_p0","author":"[deleted]","body":"[removed]","created_utc":1725238078,"edited":false,"replies":""}},{"kind":"more","data":{"count":4,"children":["x","y"]}}]}}}},{"kind":"t1","data":{"id":"c3","parent_id":"t3_p0","link_id":"t3_p0","author":"[deleted]","body":"[deleted]","created_utc":1725238079,"replies":""}}]}}]
        """#,
      comments: [
        #"c1 @ p0 | mere | 2024-09-02T00:47:57Z edited 2024-09-02T00:48:20Z | published | a &lt; b > c"#,
        #"c2 < c1 @ p0 | (gone) | 2024-09-02T00:47:58Z | hidden | [removed]"#,
        #"c3 @ p0 | (gone) | 2024-09-02T00:47:59Z | deleted | [deleted]"#,
      ]),
    FormatFixture(
      format: "reddit",
      feed: #"""
        {"json":{"errors":[],"data":{"things":[{"kind":"t1","data":{"id":"def","parent_id":"t1_abc","link_id":"t3_123","author":"jo","body":"Hello","created_utc":1595272609.0}}]}}}
        """#,
      comments: [
        #"def < abc @ 123 | jo | 2020-07-20T19:16:49Z | published | Hello"#
      ]),
    FormatFixture(
      format: "reddit-dump",
      feed: #"""
        {"id":"k255t","parent_id":"t3_p0","link_id":"t3_p0","author":"mere","body":"What a joke","created_utc":"1725238077","edited":false,"score":0,"subreddit":"harakeke","retrieved_on":1725328077}
        {"id":"k255u","parent_id":"t1_k255t","link_id":"t3_p0","author":"jo","body":"[removed]","created_utc":1725466047,"score":1,"subreddit":"harakeke"}
        """#,
      comments: [
        #"k255t @ p0 | mere | 2024-09-02T00:47:57Z | published | What a joke"#,
        #"k255u < k255t @ p0 | jo | 2024-09-04T16:07:27Z | hidden | [removed]"#,
      ]),
    FormatFixture(
      format: "disqus",
      feed: #"""
        `<?xml version="1.0" encoding="utf-8"?>
        <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
        <thread dsq:id="247937687"><id>/bus</id><forum>harakeke</forum><link>https://example.nz/bus</link><title>Bus &amp; train</title><message/></thread>
        <post dsq:id="299619020"><id>3565</id><message><![CDATA[<p>See <a href="https://example.nz/x">this</a></p>]]></message><createdAt>2011-08-31T15:16:29Z</createdAt><isDeleted>false</isDeleted><isSpam>true</isSpam><author><email>m@example.nz</email><name>Mere</name><isAnonymous>false</isAnonymous><username>mere</username></author><ipAddress>203.0.113.9</ipAddress><thread dsq:id=247937687/></post>
        <post><id/><message>gone</message><createdAt>2011-08-31T15:17:29Z</createdAt><isDeleted>true</isDeleted><isSpam>false</isSpam><author><name>Jo</name></author><thread dsq:id="247937687"/><parent dsq:id="299619020"/></post>
        </disqus>
        """#,
      comments: [
        #"299619020 @ 247937687 | Mere | 2011-08-31T15:16:29Z | spam | See this (https://example.nz/x)"#,
        #"(derived) < 299619020 @ 247937687 | Jo | 2011-08-31T15:17:29Z | deleted | gone"#,
      ], dropped: ["author.email", "ipAddress"]),
    FormatFixture(
      format: "discourse",
      feed: #"""
        {"post_stream":{"posts":[{"id":83,"name":"Mere","username":"mere","user_id":5,"created_at":"2013-02-04T19:13:06.586-05:00","updated_at":"2013-04-30T18:20:17.273Z","version":2,"cooked":"<p>Welcome! <a href=\"https://example.nz\">here</a></p>","post_number":1,"post_type":1,"topic_id":57,"actions_summary":[{"id":2,"count":4}],"avatar_template":"u"},{"id":226,"name":"","username":"jo","created_at":"2013-02-05T17:14:17.364Z","cooked":"<aside class=\"quote\"><blockquote><p>Welcome!</p></blockquote></aside>\n<p>Why?</p>","post_number":3,"reply_to_post_number":1,"topic_id":57,"hidden":true}],"stream":[83,225,226]},"id":57,"title":"Try &amp; see"}
        """#,
      comments: [
        #"83 @ 57 | Mere | 2013-02-04T19:13:06.586-05:00 edited 2013-04-30T18:20:17.273Z | published post | Welcome! here (https://example.nz)"#,
        #"226 < 83 @ 57 | jo | 2013-02-05T17:14:17.364Z | hidden | Why?"#,
      ], dropped: ["avatar_template"]),
    FormatFixture(
      format: "discourse-csv",
      feed: #"""
        topic_title,categories,is_pm,post_raw,post_cooked,like_count,reply_count,url,created_at
        Bus timetable,Transport,No,"**Late** again","<p><strong>Late</strong> again</p>",3,1,https://forum.example/t/1/2,2024-09-01 06:13:38 UTC

        """#,
      comments: [
        #"(derived) | - | 2024-09-01T06:13:38Z | published | **Late** again"#
      ]),
    FormatFixture(
      format: "mastodon-api",
      feed: #"""
        {"ancestors":[{"id":"6884492","created_at":"2017-05-03T02:30:34.000Z","in_reply_to_id":null,"account":{"id":"1","acct":"mere@example.nz","display_name":"Mere","note":"bio"},"content":"<p>Kia ora</p>","spoiler_text":"weather","uri":"tag:a","url":"https://social.example/@mere/1","visibility":"public","language":"mi","favourites_count":2}],"descendants":[{"id":"6886129","created_at":"2017-05-03T02:37:19.989Z","edited_at":"2017-05-03T03:00:00Z","in_reply_to_id":"6884492","account":{"id":"2","acct":"jo","display_name":""},"content":"<p><span class=\"h-card\"><a href=\"https://social.example/@mere\" class=\"u-url mention\">@<span>mere</span></a></span> see <a href=\"https://example.nz/a\">example.nz/a</a></p>","uri":"tag:b","visibility":"direct","media_attachments":[{"url":"https://files.example/1.png"}]}]}
        """#,
      comments: [
        #"6884492 | Mere | 2017-05-03T02:30:34Z | published | [CW: weather]⏎Kia ora"#,
        #"6886129 < 6884492 | @jo | 2017-05-03T02:37:19.989Z edited 2017-05-03T03:00:00Z | published | @mere see example.nz/a (https://example.nz/a) | https://files.example/1.png"#,
      ], dropped: ["note"]),
    FormatFixture(
      format: "activitypub",
      feed: #"""
        {"@context":"https://www.w3.org/ns/activitystreams","type":"OrderedCollection","totalItems":3,"orderedItems":[{"id":"https://s.example/1/activity","type":"Create","actor":"https://s.example/users/mere","published":"2024-09-02T00:47:57Z","object":{"id":"https://s.example/1","type":"Note","inReplyTo":"https://s.example/0","published":"2024-09-02T00:47:57Z","url":"https://s.example/@mere/1","attributedTo":"https://s.example/users/mere","content":"<p>Kia ora<br>koutou</p>","contentMap":{"mi":"<p>Kia ora</p>"},"attachment":[{"url":"media/1.png"}]}},{"type":"Announce","object":"https://s.example/9"},{"type":"Create","object":"https://s.example/10"}]}
        """#,
      comments: [
        #"https://s.example/1 < https://s.example/0 | - | 2024-09-02T00:47:57Z | published | Kia ora⏎koutou | media/1.png"#
      ]),
    FormatFixture(
      format: "bluesky",
      feed: #"""
        {"thread":{"$type":"app.bsky.feed.defs#threadViewPost","parent":{"$type":"app.bsky.feed.defs#threadViewPost","post":{"uri":"at://did:plc:a/app.bsky.feed.post/1","cid":"bafy1","author":{"did":"did:plc:a","handle":"council.example","displayName":"Council"},"record":{"$type":"app.bsky.feed.post","text":"Bus timetable","createdAt":"2024-09-02T00:47:57.000Z","langs":["en"]},"likeCount":1}},"post":{"uri":"at://did:plc:b/app.bsky.feed.post/2","cid":"bafy2","author":{"did":"did:plc:b","handle":"mere.example"},"record":{"$type":"app.bsky.feed.post","text":"Late again","createdAt":"2024-09-02T00:48:57.000Z","reply":{"root":{"uri":"at://did:plc:a/app.bsky.feed.post/1"},"parent":{"uri":"at://did:plc:a/app.bsky.feed.post/1"}}},"labels":[{"val":"spam"}],"embed":{"images":[{"fullsize":"https://cdn.example/1.jpg"}]}},"replies":[{"$type":"app.bsky.feed.defs#notFoundPost","uri":"at://x","notFound":true},{"$type":"app.bsky.feed.defs#threadViewPost","post":{"uri":"at://did:plc:c/app.bsky.feed.post/3","author":{"did":"did:plc:c","handle":"jo.example","displayName":"Jo"},"record":{"$type":"app.bsky.feed.post","text":"Yes","createdAt":"2024-09-02T00:49:57.000Z","reply":{"root":{"uri":"at://did:plc:a/app.bsky.feed.post/1"},"parent":{"uri":"at://did:plc:b/app.bsky.feed.post/2"}}}},"replies":[]}]}}
        """#,
      comments: [
        #"at://did:plc:a/app.bsky.feed.post/1 @ at://did:plc:a/app.bsky.feed.post/1 | Council | 2024-09-02T00:47:57Z | published post | Bus timetable"#,
        #"at://did:plc:b/app.bsky.feed.post/2 < at://did:plc:a/app.bsky.feed.post/1 @ at://did:plc:a/app.bsky.feed.post/1 | mere.example | 2024-09-02T00:48:57Z | spam | Late again | https://cdn.example/1.jpg"#,
        #"at://did:plc:c/app.bsky.feed.post/3 < at://did:plc:b/app.bsky.feed.post/2 @ at://did:plc:a/app.bsky.feed.post/1 | Jo | 2024-09-02T00:49:57Z | published | Yes"#,
      ]),
    FormatFixture(
      format: "bluesky",
      feed: #"""
        {"records":[{"uri":"at://did:plc:b/app.bsky.feed.post/2","cid":"bafy2","value":{"$type":"app.bsky.feed.post","text":"Late again","createdAt":"2024-09-02T00:48:57+12:00","reply":{"root":{"uri":"at://did:plc:a/app.bsky.feed.post/1"},"parent":{"uri":"at://did:plc:a/app.bsky.feed.post/1"}}}}]}
        """#,
      comments: [
        #"at://did:plc:b/app.bsky.feed.post/2 < at://did:plc:a/app.bsky.feed.post/1 @ at://did:plc:a/app.bsky.feed.post/1 | - | 2024-09-02T00:48:57+12:00 | published | Late again"#
      ]),
  ]
}
