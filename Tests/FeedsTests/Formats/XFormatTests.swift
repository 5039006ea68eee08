import Testing

@Suite("Formats: X") struct XFormatTests {
  @Test("Feeds become comments with their ids, parents, authors, times, states and texts", arguments: fixtures)
  func fixture(_ fixture: FormatFixture) throws { try fixture.check() }

  private static let fixtures: [FormatFixture] = [
    FormatFixture(
      format: "x-archive",
      feed: #"""
        window.YTD.tweets.part0 = [
        {"tweet":{"id_str":"1830407277769654273","created_at":"Mon Sep 02 00:47:57 +0000 2024","full_text":"a &lt; b &amp;amp; https://t.co/x","lang":"und","favorite_count":"12","in_reply_to_status_id_str":"1830407277769654272","entities":{"urls":[{"url":"https://t.co/x","expanded_url":"https://example.nz/"}],"media":[{"media_url_https":"https://pbs.example/1.jpg"}]},"extended_entities":{"media":[{"media_url_https":"https://pbs.example/1.jpg"},{"media_url_https":"https://pbs.example/2.jpg"}]}}},
        {"id_str":"1830407277769654275","full_text":"RT @council: Kia ora","created_at":"Mon Sep 02 00:47:58 +0000 2024"}
        ];
        """#,
      comments: [
        #"1830407277769654273 < 1830407277769654272 | - | 2024-09-02T00:47:57+00:00 | published | a < b &amp; https://t.co/x | https://pbs.example/1.jpg https://pbs.example/2.jpg"#,
        #"1830407277769654275 | - | 2024-09-02T00:47:58+00:00 | published repost | RT @council: Kia ora"#,
      ]),
    FormatFixture(
      format: "x-archive",
      feed: #"""
        window.YTD.deleted_tweets.part0 = [{"tweet":{"id_str":"1830407277769654273","full_text":"gone","deleted_at":"Mon Sep 02 01:00:00 +0000 2024"}}]
        """#,
      comments: [
        #"1830407277769654273 | - | 2024-09-02T00:47:57Z | deleted | gone"#
      ]),
    FormatFixture(
      format: "x-v1",
      feed: #"""
        {"statuses":[{"id_str":"1005149094560530432","text":"5 &gt; 4","created_at":"Fri Jun 08 18:06:33 +0000 2018","user":{"id_str":"7","name":"Luca","screen_name":"luca","followers_count":3},"favorite_count":1,"lang":"en"}],"search_metadata":{"count":1}}
        """#,
      comments: [
        #"1005149094560530432 | Luca | 2018-06-08T18:06:33+00:00 | published | 5 > 4"#
      ], dropped: ["followers_count"]),
    FormatFixture(
      format: "x-v2",
      feed: #"""
        {"data":[{"id":"1830407277769654273","text":"@council What a joke","author_id":"900000001","conversation_id":"1830183201272758272","referenced_tweets":[{"type":"replied_to","id":"1830183201272758272"}],"public_metrics":{"like_count":2,"reply_count":1},"attachments":{"media_keys":["3_1"]}},{"id":"1830407277769654274","text":"short","note_tweet":{"text":"much longer &amp; more"},"author_id":"900000002","created_at":"2024-09-02T00:47:57.250Z","withheld":{"country_codes":["NZ"]}}],"includes":{"users":[{"id":"900000001","name":"Hēmi","username":"hemi","description":"bio"}],"media":[{"media_key":"3_1","url":"https://pbs.example/1.jpg"}],"tweets":[{"id":"1","text":"not counted"}]},"meta":{"result_count":2}}
        """#,
      comments: [
        #"1830407277769654273 < 1830183201272758272 @ 1830183201272758272 | Hēmi | 2024-09-02T00:47:57Z | published | @council What a joke | https://pbs.example/1.jpg"#,
        #"1830407277769654274 | - | 2024-09-02T00:47:57.250Z | hidden | much longer & more"#,
      ], dropped: ["description"]),
    FormatFixture(
      format: "x-v2",
      feed: #"""
        {"data":{"id":"1830407277769654273","text":"stream","author_id":"900000001"},"includes":{"users":[{"id":"900000001","name":"Hēmi","username":"hemi"}]},"matching_rules":[{"id":"1"}]}
        {"data":{"id":"1830407277769654275","text":"stream too","author_id":"900000009"},"matching_rules":[{"id":"1"}]}
        """#,
      comments: [
        #"1830407277769654273 | Hēmi | 2024-09-02T00:47:57Z | published | stream"#,
        #"1830407277769654275 | - | 2024-09-02T00:47:57Z | published | stream too"#,
      ]),
    FormatFixture(
      format: "x-v2",
      feed: #"""
        {"id":"1830407277769654273","text":"flattened","author_id":"900000001","author":{"id":"900000001","name":"Hēmi","username":"hemi"},"conversation_id":"1830407277769654273","created_at":"2024-09-02T00:47:57.000Z"}
        """#,
      comments: [
        #"1830407277769654273 @ 1830407277769654273 | Hēmi | 2024-09-02T00:47:57Z | published | flattened"#
      ]),
  ]
}
