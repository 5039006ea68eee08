import Testing

@Suite("Formats: Meta") struct MetaFormatTests {
  @Test("Feeds become comments with their ids, parents, authors, times, states and texts", arguments: fixtures)
  func fixture(_ fixture: FormatFixture) throws { try fixture.check() }

  private static let fixtures: [FormatFixture] = [
    FormatFixture(
      format: "facebook-download",
      feed: #"""
        {"comments_v2":[{"timestamp":1725238077,"data":[{"comment":{"timestamp":1725238077,"comment":"M\u00c4\u0081ori & t\u00c5\u008dtara \u00f0\u009f\u0099\u0082","author":"H\u00c4\u0093mi"}}],"title":"H\u00c4\u0093mi commented on Council's post.","attachments":[{"data":[{"media":{"uri":"photos/1.jpg"}},{"external_context":{"url":"https://example.nz/a"}}]}]},
        {"timestamp":1725238078,"title":"H\u00c4\u0093mi replied to Mere's comment."}]}
        """#,
      comments: [
        #"(derived) | Hēmi | 2024-09-02T00:47:57Z | published | Māori & tōtara 🙂 | photos/1.jpg https://example.nz/a"#,
        #"(derived) | - | 2024-09-02T00:47:58Z | published | "#,
      ]),
    FormatFixture(
      format: "facebook-download",
      feed: #"""
        {"group_comments_v2":[{"timestamp":1725238077,"data":[{"comment":{"timestamp":1725238077,"comment":"caf\u00e9","author":"Jo","group":"Kowhai Street"}}],"title":"Jo commented"}]}
        """#,
      comments: [
        #"(derived) | Jo | 2024-09-02T00:47:57Z | published | café"#
      ]),
    FormatFixture(
      format: "facebook-html",
      feed: #"""
        <html><head><title>Comments</title><style>._a6-g{}</style></head><body><div class="_a705"><div class="_a6-g"><div class="_2ph_ _a6-h _a6-i">Jo commented on Council&#039;s post.</div><div class="_2ph_ _a6-p"><div><div class="_2pin"><div>Fix the &amp;amp; bus<br>now</div></div></div></div><div class="_3-94 _a6-o"><div class="_a72d">Sep 02, 2024 12:47:57 PM</div></div></div>
        <div class="_a6-g"><div class="_2ph_ _a6-h _a6-i">Jo replied to a comment.</div><div class="_2ph_ _a6-p"><div class="_2pin"><div>Thanks</div></div></div><div class="_a72d">Sep 03, 2024 1:00 PM</div></div></div></body></html>
        """#,
      comments: [
        #"(derived) | - | 2024-09-02T12:47:57 | published | Fix the &amp; bus⏎now"#,
        #"(derived) | - | 2024-09-03T13:00:00 minute | published | Thanks"#,
      ]),
    FormatFixture(
      format: "meta-messages",
      feed: #"""
        {"participants":[{"name":"Jo"}],"messages":[{"sender_name":"H\u00c4\u0093mi","timestamp_ms":1725238077123,"content":"ng\u00c4\u0081 mihi","photos":[{"uri":"photos/1.jpg"}],"ip":"203.0.113.9"},{"sender_name":"Jo","timestamp_ms":1725238078000,"is_unsent":true}],"title":"H\u00c4\u0093mi","thread_path":"inbox/hemi_1"}
        """#,
      comments: [
        #"(derived) @ inbox/hemi_1 | Hēmi | 2024-09-02T00:47:57.123Z | published | ngā mihi | photos/1.jpg"#,
        #"(derived) @ inbox/hemi_1 | Jo | 2024-09-02T00:47:58Z | deleted | "#,
      ], dropped: ["ip"]),
    FormatFixture(
      format: "instagram-graph",
      feed: #"""
        {"data":[{"id":"17892250648466172","text":"@council Hey","timestamp":"2020-02-24T09:15:16+0000","username":"mere","hidden":true,"like_count":3,"media":{"id":"17846368219941692"},"replies":{"data":[{"id":"17845747489952795","text":"Nice","timestamp":"2020-02-24T09:18:08+0000"}]}}]}
        """#,
      comments: [
        #"17892250648466172 @ 17846368219941692 | mere | 2020-02-24T09:15:16+00:00 | hidden | @council Hey"#,
        #"17845747489952795 < 17892250648466172 | - | 2020-02-24T09:18:08+00:00 | published | Nice"#,
      ]),
    FormatFixture(
      format: "instagram-download",
      feed: #"""
        [{"media_list_data":[{"uri":"media/1.jpg"}],"string_map_data":{"Opmerking":{"value":"Wat een m\u00c4\u0081nia dag"},"Eigenaar":{"value":"council.nz"},"Tijd":{"timestamp":1725238077}}}]
        """#,
      comments: [
        #"(derived) | - | 2024-09-02T00:47:57Z | published | Wat een mānia dag | media/1.jpg"#
      ]),
    FormatFixture(
      format: "instagram-download",
      feed: #"""
        {"comments_media_comments":[{"title":"council","string_list_data":[{"href":"https://www.instagram.com/p/1","value":"Nice","timestamp":1725238077}]}]}
        """#,
      comments: [
        #"(derived) | - | 2024-09-02T00:47:57Z | published | Nice"#
      ]),
    FormatFixture(
      format: "instagram-download",
      feed: #"""
        {"media_comments":[["2019-02-18T23:42:00","Tino pai","council"],["2019-02-19T23:42:00","","council"]]}
        """#,
      comments: [
        #"(derived) | - | 2019-02-18T23:42:00 | published | Tino pai"#,
        #"(derived) | - | 2019-02-19T23:42:00 | published | "#,
      ]),
    FormatFixture(
      format: "threads",
      feed: #"""
        {"data":[{"id":"18000000000000001","text":"Kia ora","timestamp":"2024-09-02T00:47:57+0000","username":"mere","permalink":"https://www.threads.net/@mere/post/1","is_reply":true,"root_post":{"id":"17999"},"replied_to":{"id":"17999"},"hide_status":"HIDDEN"},{"id":"18000000000000002","text":"Yes","timestamp":"2024-09-02T00:48:57+0000","username":"jo","is_reply":true,"root_post":{"id":"17999"},"replied_to":{"id":"18000000000000001"},"hide_status":"NOT_HUSHED"}]}
        """#,
      comments: [
        #"18000000000000001 @ 17999 | mere | 2024-09-02T00:47:57+00:00 | hidden | Kia ora"#,
        #"18000000000000002 < 18000000000000001 @ 17999 | jo | 2024-09-02T00:48:57+00:00 | published | Yes"#,
      ]),
    FormatFixture(
      format: "threads",
      feed: #"""
        {"text_post_app_text_posts":[{"media":[{"title":"Ng\u00c4\u0081 mihi","creation_timestamp":1725238077,"uri":"media/1.jpg"}]}]}
        """#,
      comments: [
        #"(derived) | - | 2024-09-02T00:47:57Z | published | Ngā mihi | media/1.jpg"#
      ]),
  ]
}
