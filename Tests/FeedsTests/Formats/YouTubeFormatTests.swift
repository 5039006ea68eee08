import Testing

@Suite("Formats: YouTube") struct YouTubeFormatTests {
  @Test("Feeds become comments with their ids, parents, authors, times, states and texts", arguments: fixtures)
  func fixture(_ fixture: FormatFixture) throws { try fixture.check() }

  private static let fixtures: [FormatFixture] = [
    FormatFixture(
      format: "youtube-takeout",
      feed: #"""
        Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Post ID,Video ID,Comment Text,Top-Level Comment ID
        Ugx1,UC1,2024-09-02T00:47:57.000001+00:00,0,,,vid1,"{""text"":""What a joke""}",
        Ugx1.r2,UC2,2024-09-04T16:07:27+00:00,5000000,Ugx1,,vid1,"{""text"":""a""},{""text"":""\n""},{""mention"":{""text"":""@mere""}}",Ugx1

        """#,
      comments: [
        #"Ugx1 @ vid1 | - | 2024-09-02T00:47:57+00:00 | published | What a joke"#,
        #"Ugx1.r2 < Ugx1 @ vid1 | - | 2024-09-04T16:07:27+00:00 | published | a⏎@mere"#,
      ]),
    FormatFixture(
      format: "youtube-dlp",
      feed: #"""
        {"id":"vid1","title":"Bus timetable","extractor":"youtube","webpage_url":"https://www.youtube.com/watch?v=vid1","formats":[{"url":"https://x.example"}],"comments":[{"id":"Ugx1","parent":"root","text":"Kia ora","like_count":3,"author_id":"UC1","author":"@mere","author_thumbnail":"u","author_is_uploader":false,"_time_text":"3 months ago","timestamp":1725235200},{"id":"Ugx1.r2","parent":"Ugx1","text":"Yes","author_id":"UC2","author":"@jo","_time_text":"2 months ago (edited)","timestamp":1727827200}]}
        """#,
      comments: [
        #"Ugx1 @ vid1 | @mere | 2024-09-02T00:00:00Z relative | published | Kia ora"#,
        #"Ugx1.r2 < Ugx1 @ vid1 | @jo | 2024-10-02T00:00:00Z relative | published | Yes"#,
      ], dropped: ["author_thumbnail"]),
    FormatFixture(
      format: "youtube-downloader",
      feed: #"""
        {"cid": "Ugx1", "text": "Kia ora", "time": "3 months ago", "author": "@mere", "channel": "UC1", "votes": "1.2K", "replies": "2", "photo": "u", "heart": false, "reply": false, "time_parsed": 1725238077.5}
        {"cid": "Ugx1.r2", "text": "Yes", "time": "3 months ago", "author": "@jo", "channel": "UC2", "votes": "0", "replies": "", "heart": false, "reply": true, "time_parsed": 1725238077.5}
        """#,
      comments: [
        #"Ugx1 | @mere | 2024-09-02T00:47:57.500Z relative | published | Kia ora"#,
        #"Ugx1.r2 < Ugx1 | @jo | 2024-09-02T00:47:57.500Z relative | published | Yes"#,
      ], dropped: ["photo"]),
    FormatFixture(
      format: "youtube-csv",
      feed: #"""
        id,replyCount,likeCount,publishedAt,authorName,text,authorChannelId,authorChannelUrl,isReply,isReplyTo,isReplyToName
        Ugx1,1,2,2024-09-01T06:13:38Z,@mere,"He said \"no\", twice",UC1,http://x.example,0,,
        Ugx1.r2,0,0,2024-09-01T06:20:00Z,@jo,"Yes, \"no\"",UC2,http://x.example,1,Ugx1,@mere

        """#,
      comments: [
        #"Ugx1 | @mere | 2024-09-01T06:13:38Z | published | He said "no", twice"#,
        #"Ugx1.r2 < Ugx1 | @jo | 2024-09-01T06:20:00Z | published | Yes, "no""#,
      ]),
    FormatFixture(
      format: "youtube-csv",
      feed: #"""
        COMMENT_ID,AUTHOR,DATE,CONTENT,CLASS
        LZQPQhLyRh80,Julius NM,2013-11-07T06:20:48,"Huh, anyway check out this\#u{FEFF}",1
        LZQPQhLyRh81,adam,,nice\#u{FEFF},0

        """#,
      comments: [
        #"LZQPQhLyRh80 | Julius NM | 2013-11-07T06:20:48 | published | Huh, anyway check out this"#,
        #"LZQPQhLyRh81 | adam | - | published | nice"#,
      ]),
    FormatFixture(
      format: "scraper",
      feed: #"""
        [{"cid":"Ugx1","replyToCid":null,"type":"comment","comment":"Kia ora","author":"@mere","publishedTimeText":"2 days ago","voteCount":3,"replyCount":1,"videoId":"vid1","pageUrl":"https://www.youtube.com/watch?v=vid1","title":"Bus timetable"},{"cid":"Ugx1.r2","replyToCid":"Ugx1","type":"reply","comment":"Yes","author":"@jo","publishedTimeText":"1 day ago","voteCount":0,"videoId":"vid1"}]
        """#,
      comments: [
        #"Ugx1 @ vid1 | @mere | - | published | Kia ora"#,
        #"Ugx1.r2 < Ugx1 @ vid1 | @jo | - | published | Yes"#,
      ]),
    FormatFixture(
      format: "scraper",
      feed: #"""
        [{"id":"Y29tMQ==","facebookUrl":"https://www.facebook.com/council/posts/1","commentUrl":"https://www.facebook.com/council/posts/1?comment_id=2","text":"Kia ora","date":"2024-09-02T00:47:57.000Z","profileName":"Mere","profileId":"pfbid1","likesCount":"3","comments":[{"id":"Y29tMg==","text":"Yes","date":"2024-09-02T01:47:57.000Z","profileName":"Jo","likesCount":0}]}]
        """#,
      comments: [
        #"Y29tMQ== @ https://www.facebook.com/council/posts/1 | Mere | 2024-09-02T00:47:57Z | published | Kia ora"#,
        #"Y29tMg== < Y29tMQ== | Jo | 2024-09-02T01:47:57Z | published | Yes"#,
      ]),
  ]
}
