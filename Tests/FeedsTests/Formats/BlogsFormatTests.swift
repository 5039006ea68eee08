import Testing

@Suite("Formats: Blogs") struct BlogsFormatTests {
  @Test("Feeds become comments with their ids, parents, authors, times, states and texts", arguments: fixtures)
  func fixture(_ fixture: FormatFixture) throws { try fixture.check() }

  private static let fixtures: [FormatFixture] = [
    FormatFixture(
      format: "wp-rest",
      feed: #"""
        [{"id":2,"post":49,"parent":1,"author":0,"author_name":"John &#038; Jo","author_email":"j@example.nz","author_ip":"203.0.113.9","date":"2021-07-01T22:03:31","date_gmt":"2021-07-01T10:03:31","content":{"rendered":"<p>Some &amp; example.</p>\n"},"link":"https://example.nz/#comment-2","status":"hold","type":"comment"},{"id":3,"post":49,"parent":0,"author":7,"author_name":"Mary","date_gmt":"2021-07-01T10:03:40","content":{"rendered":"<p>Yes</p>"},"type":"pingback"}]
        """#,
      comments: [
        #"2 < 1 @ 49 | John & Jo | 2021-07-01T10:03:31Z | held | Some & example."#,
        #"3 @ 49 | Mary | 2021-07-01T10:03:40Z | published ping | Yes"#,
      ], dropped: ["author_email", "author_ip"]),
    FormatFixture(
      format: "wpcom",
      feed: #"""
        {"found":2,"comments":[{"ID":1,"post":{"ID":5,"title":"Post title","link":"u"},"author":{"ID":12345,"login":"jo","email":"a@example.nz","name":"Jo","avatar_URL":"u"},"date":"2021-08-04T07:58:49+00:00","URL":"https://example.nz/#comment-1","content":"<p>content</p>","raw_content":"raw content","status":"unapproved","parent":false,"type":"comment","like_count":0},{"ID":2,"post":{"ID":5},"author":false,"date":"2021-08-04T08:58:49+00:00","content":"<p>Yes</p>","status":"trash","parent":{"ID":1},"type":"comment"}]}
        """#,
      comments: [
        #"1 @ 5 | Jo | 2021-08-04T07:58:49+00:00 | held | raw content"#,
        #"2 < 1 @ 5 | - | 2021-08-04T08:58:49+00:00 | deleted | Yes"#,
      ], dropped: ["email", "avatar_URL"]),
    FormatFixture(
      format: "wp-xmlrpc",
      feed: #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <methodResponse><params><param><value><array><data>
        <value><struct><member><name>date_created_gmt</name><value><dateTime.iso8601>20240901T06:13:38</dateTime.iso8601></value></member><member><name>user_id</name><value><string>0</string></value></member><member><name>comment_id</name><value><string>12</string></value></member><member><name>parent</name><value><string>11</string></value></member><member><name>status</name><value><string>spam</string></value></member><member><name>content</name><value><string>5 &lt; 6 &amp;amp; more</string></value></member><member><name>link</name><value><string>https://example.nz/#comment-12</string></value></member><member><name>post_id</name><value><string>5</string></value></member><member><name>author</name><value><string>Mere</string></value></member><member><name>author_email</name><value><string>m@example.nz</string></value></member></struct></value>
        </data></array></value></param></params></methodResponse>
        """#,
      comments: [
        #"12 < 11 @ 5 | Mere | 2024-09-01T06:13:38Z | spam | 5 < 6 & more"#
      ], dropped: ["author_email"]),
    FormatFixture(
      format: "rss",
      feed: #"""
        <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Comments for Council</title><link>https://example.nz</link>
        <item><title>Comment on Bus timetable by Mere</title><link>https://example.nz/bus/#comment-7</link><dc:creator><![CDATA[Mere]]></dc:creator><pubDate>Mon, 02 Sep 24 00:47:57 GMT</pubDate><guid isPermaLink="false">https://example.nz/?p=1#comment-7</guid><description>short</description><content:encoded><![CDATA[<p>In reply to <a href="https://example.nz/bus/#comment-6">Jo</a>.</p><p>Late again</p>]]></content:encoded></item>
        </channel></rss>
        """#,
      comments: [
        #"7 < 6 @ https://example.nz/bus/ | Mere | 2024-09-02T00:47:57Z | published | Late again"#
      ]),
    FormatFixture(
      format: "atom",
      feed: #"""
        <?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'><id>tag:f</id><title type='text'>Comments on bus</title>
        <entry><id>tag:e1</id><published>2009-12-08T16:59:02.544-08:00</published><updated>2009-12-08T17:59:02.544-08:00</updated><title>late...</title><content type='html'>late &lt;b&gt;again&lt;/b&gt; &amp;amp; again</content><link rel='alternate' href='https://example.nz/bus#c1'/><author><name>Jo</name><email>noreply@example.nz</email></author><thr:in-reply-to ref='tag:post1' href='https://example.nz/bus'/></entry>
        <entry><id>tag:e2</id><updated>2009-12-09T16:59:02Z</updated><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>yes<br/>indeed</div></content><author><name>Mere</name></author><thr:in-reply-to ref='tag:e1'/></entry></feed>
        """#,
      comments: [
        #"tag:e1 @ tag:post1 | Jo | 2009-12-08T16:59:02.544-08:00 edited 2009-12-08T17:59:02.544-08:00 | published | late again & again"#,
        #"tag:e2 < tag:e1 | Mere | 2009-12-09T16:59:02Z | published | yes⏎indeed"#,
      ], dropped: ["author.email"]),
  ]
}
