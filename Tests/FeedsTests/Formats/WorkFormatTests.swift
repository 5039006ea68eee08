import Testing

@Suite("Formats: Work") struct WorkFormatTests {
  @Test("Feeds become comments with their ids, parents, authors, times, states and texts", arguments: fixtures)
  func fixture(_ fixture: FormatFixture) throws { try fixture.check() }

  private static let fixtures: [FormatFixture] = [
    FormatFixture(
      format: "linkedin-csv",
      feed: #"""
        Date,Link,Message
        2024-09-02 00:47:57,https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7348000000000000000,"He said \"no\", twice"
        2024-09-03 00:47:57,https://www.linkedin.com/feed/update/urn%3Ali%3AugcPost%3A7348000000000000001?x=1,"Two
        lines"

        """#,
      comments: [
        #"(derived) @ urn:li:activity:7348000000000000000 | - | 2024-09-02T00:47:57Z | published | He said "no", twice"#,
        #"(derived) @ urn:li:ugcPost:7348000000000000001 | - | 2024-09-03T00:47:57Z | published | Two⏎lines"#,
      ]),
    FormatFixture(
      format: "linkedin-csv",
      feed: #"""
        Date,Link,Message
        2021-09-02 00:47:57,https://www.linkedin.com/feed/update/urn:li:share:1,First line

        second line, with a comma
        2021-09-03 00:47:57,https://www.linkedin.com/feed/update/urn:li:share:2,Other

        """#,
      comments: [
        #"(derived) @ urn:li:share:1 | - | 2021-09-02T00:47:57Z | published | First line⏎⏎second line, with a comma"#,
        #"(derived) @ urn:li:share:2 | - | 2021-09-03T00:47:57Z | published | Other"#,
      ]),
    FormatFixture(
      format: "linkedin-api",
      feed: #"""
        {"elements":[{"$URN":"urn:li:comment:(urn:li:activity:1,2)","id":"2","actor":"urn:li:person:a","created":{"time":1725238077123},"message":{"text":"Kia ora"},"object":"urn:li:activity:1","likesSummary":{"totalLikes":3}},{"$URN":"urn:li:comment:(urn:li:activity:1,3)","actor":"urn:li:person:b","created":{"time":1725238078000},"message":{"text":"Yes"},"object":"urn:li:activity:1","parentComment":"urn:li:comment:(urn:li:activity:1,2)"}]}
        """#,
      comments: [
        #"urn:li:comment:(urn:li:activity:1,2) @ urn:li:activity:1 | - | 2024-09-02T00:47:57.123Z | published | Kia ora"#,
        #"urn:li:comment:(urn:li:activity:1,3) < urn:li:comment:(urn:li:activity:1,2) @ urn:li:activity:1 | - | 2024-09-02T00:47:58Z | published | Yes"#,
      ]),
    FormatFixture(
      format: "tiktok-download",
      feed: #"""
        {"Your Activity":{"Comment":{"Comments":{"CommentsList":[{"date":"2024-04-01 12:00:00","comment":"Ka pai","photo":"N/A","url":""}]}}}}
        """#,
      comments: [
        #"(derived) | - | 2024-04-01T12:00:00Z | published | Ka pai"#
      ]),
    FormatFixture(
      format: "tiktok-text",
      feed: #"""
        Date: 2024-04-01 12:00:00 UTC
        Comment: Ka pai
        second line
        Photo: N/A
        Url: https://www.tiktok.com/x

        Date: 2024-04-02 12:00:00 UTC
        Comment: Yes

        """#,
      comments: [
        #"(derived) | - | 2024-04-01T12:00:00Z | published | Ka pai⏎second line"#,
        #"(derived) | - | 2024-04-02T12:00:00Z | published | Yes"#,
      ]),
    FormatFixture(
      format: "tiktok-captured",
      feed: #"""
        {"cid":"7300000000000000001","aweme_id":"7299999999999999999","reply_id":"0","text":"Ka pai","create_time":1725238077,"digg_count":3,"user":{"uid":"6800000000000000001","unique_id":"mere","nickname":"Mere","signature":"bio"},"comment_language":"mi"}
        {"cid":"7300000000000000002","aweme_id":"7299999999999999999","reply_id":"7300000000000000001","text":"Yes","create_time":1725238078,"digg_count":0,"user":{"uid":"6800000000000000002","unique_id":"jo","nickname":"Jo"},"comment_language":"un"}
        """#,
      comments: [
        #"7300000000000000001 @ 7299999999999999999 | Mere | 2024-09-02T00:47:57Z | published | Ka pai"#,
        #"7300000000000000002 < 7300000000000000001 @ 7299999999999999999 | Jo | 2024-09-02T00:47:58Z | published | Yes"#,
      ], dropped: ["signature"]),
    FormatFixture(
      format: "tiktok-csv",
      feed: #"""
        \#u{FEFF}Comment Number (ID),Nickname,User @,User URL,Comment Text,Time,Likes,Profile Picture URL,Is 2nd Level Comment,User Replied To,Number of Replies
        1,Mere,mere,https://t.example/mere,well, well, well,01.09.24,26.5K,https://t.example/p,No,---,1
        2,Jo,jo,https://t.example/jo,yes,02.09.24,0,https://t.example/p,Yes,mere,0

        """#,
      comments: [
        #"1 | Mere | 2024-09-01T00:00:00 day | published | well, well, well"#,
        #"2 < 1 | Jo | 2024-09-02T00:00:00 day | published | yes"#,
      ], dropped: ["Profile Picture URL"]),
  ]
}
