import Feeds
import Moderation
import Testing

@Suite("WordPress WXR") struct WordPressWXRTests {
  private static func feed(_ comments: String, tail: String = "</item></channel></rss>") -> String {
    """
    <?xml version="1.0" encoding="UTF-8" ?>
    <!-- generator="WordPress" > -->
    <rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Council &amp; you</title>
    <item><title><![CDATA[Bus timetable]]></title><link>https://example.nz/bus/</link><wp:post_id> 5 </wp:post_id>
    \(comments)\(tail)
    """
  }
  private static let two = """
    <wp:comment>
    <wp:comment_id>1</wp:comment_id><wp:comment_author><![CDATA[Mere]]></wp:comment_author>
    <wp:comment_author_email>mere@example.nz</wp:comment_author_email><wp:comment_author_url/>
    <wp:comment_author_IP><![CDATA[203.0.113.11]]></wp:comment_author_IP>
    <wp:comment_date>2024-09-01 18:13:38</wp:comment_date><wp:comment_date_gmt><![CDATA[2024-09-01 06:13:38]]></wp:comment_date_gmt>
    <wp:comment_content><![CDATA[<p>See <a href="https://example.nz/x">this</a> &amp;amp; that</p>

    T&#333;t&#x101;ra]]></wp:comment_content>
    <wp:comment_approved>0</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_parent>0</wp:comment_parent>
    <wp:comment_user_id>0</wp:comment_user_id>
    <wp:commentmeta><wp:meta_key>comment_id</wp:meta_key><wp:comment_id>99</wp:comment_id></wp:commentmeta>
    </wp:comment>
    <wp:comment><wp:comment_id>2</wp:comment_id><wp:comment_date>2024-09-01 18:20:00</wp:comment_date>
    <wp:comment_date_gmt>0000-00-00 00:00:00</wp:comment_date_gmt><wp:comment_content>R&amp;D &lt;b&gt;is&lt;/b&gt; AT&T</wp:comment_content>
    <wp:comment_approved>trash</wp:comment_approved><wp:comment_type>pingback</wp:comment_type><wp:comment_parent>1</wp:comment_parent>
    </wp:comment>

    """

  @Test("Comments with their post, state and text") func comments() throws {
    let reading = try Reading(Self.feed(Self.two))
    #expect(reading.format == "wxr@1")
    #expect(
      reading.records == [
        #"{"id":"1","thread":"5","threadTitle":"Bus timetable","platform":"wordpress","channel":"Council & you","permalink":"https://example.nz/bus/#comment-1","authorName":"Mere","created":"2024-09-01T06:13:38Z","createdPrecision":"exact","text":"See this (https://example.nz/x) &amp; that\n\nTōtāra","textSource":"html","raw":"<p>See <a href=\"https://example.nz/x\">this</a> &amp;amp; that</p>\n\nT&#333;t&#x101;ra","state":"held","kind":"comment","source":{"file":"feed","line":5,"index":0}}"#,
        #"{"id":"2","parent":"1","thread":"5","threadTitle":"Bus timetable","platform":"wordpress","channel":"Council & you","permalink":"https://example.nz/bus/#comment-2","created":"2024-09-01T18:20:00","createdPrecision":"exact","zoneAssumed":true,"text":"R&D is AT&T","textSource":"html","raw":"R&D <b>is</b> AT&T","state":"deleted","kind":"ping","source":{"file":"feed","line":17,"index":1}}"#,
      ])
    #expect(reading.problems == [])
    #expect(reading.summary.droppedFields == ["comment_author_email", "comment_author_IP"])
  }

  @Test("Control characters, a stray & and bytes that are not UTF-8 are no reason to stop") func notWellFormed() throws
  {
    let comment = "<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_content>ā\u{1}\u{8}b ō & c &nosuch; 1 < 2 "
    let bytes = Array(Self.feed(comment).utf8)
    let end = try #require(bytes.firstRange(of: Array("</item>".utf8))).lowerBound
    let reading = try Reading(
      Array(bytes[..<end]) + [0xE9] + Array("</wp:comment_content></wp:comment></item></channel></rss>".utf8))
    #expect(reading.texts == ["āb ō & c &nosuch; 1 < 2 \u{FFFD}"])
  }

  @Test("A comment that is not closed is reported, and the next one read") func unclosed() throws {
    let reading = try Reading(Self.feed("<wp:comment><wp:comment_id>9</wp:comment_id>\n" + Self.two))
    #expect(reading.ids == ["1", "2"])
    #expect(reading.problems == ["feed:5: this comment's element is not closed"])
  }

  @Test("A file that was cut off yields what is whole") func truncated() throws {
    let whole = Self.feed(Self.two)
    let cut = try #require(whole.range(of: "<wp:comment_approved>trash"))
    let reading = try Reading(String(whole[..<cut]))
    #expect(reading.ids == ["1"])
    #expect(reading.summary.truncated)
    #expect(reading.problems == ["feed:17: the file ends inside this record: it was cut off; export it again"])
  }

  @Test("An export without comments is a feed of none") func empty() throws {
    let reading = try Reading(Self.feed(""))
    #expect(reading.format == "wxr@1")
    #expect(reading.summary.read == 0)
    #expect(reading.problems == [])
  }
}

extension String {
  /// Where `needle` begins.
  fileprivate func range(of needle: String) -> String.Index? { firstRange(of: needle)?.lowerBound }
}
