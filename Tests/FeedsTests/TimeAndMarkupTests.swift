import Moderation
import Testing

@testable import Feeds

@Suite("Times and markup") struct TimeAndMarkupTests {
  @Test(
    "Times are read with their zone and precision",
    arguments: [
      ("2024-09-01T06:13:38Z", "2024-09-01T06:13:38Z", PlatformTime.Precision.exact),
      ("2024-09-01T06:13:38.123456789Z", "2024-09-01T06:13:38.123Z", .exact),
      ("2024-09-01T06:13:38.5+12:45", "2024-09-01T06:13:38.500+12:45", .exact),
      ("2024-09-01 06:13:38 +0000", "2024-09-01T06:13:38+00:00", .exact),
      ("2024-09-01T06:13:38-03", "2024-09-01T06:13:38-03:00", .exact),
      ("2024-09-01 06:13 UTC", "2024-09-01T06:13:00Z", .minute),
      ("2024-09-01 06:13", "2024-09-01T06:13:00", .minute),
      ("2024-09-01", "2024-09-01T00:00:00", .day),
      ("1725171218", "2024-09-01T06:13:38Z", .exact),
      ("1725171218.25", "2024-09-01T06:13:38.250Z", .exact),
      ("1725171218123", "2024-09-01T06:13:38.123Z", .exact),
      ("1725171218123456", "2024-09-01T06:13:38.123Z", .exact),
      ("1725171218123456789", "2024-09-01T06:13:38.123Z", .exact),
      ("Sun, 01 Sep 2024 18:13:38 +1200", "2024-09-01T18:13:38+12:00", .exact),
      ("1 Sep 2024 18:13 GMT", "2024-09-01T18:13:00Z", .minute),
      ("Sun Sep 01 18:13:38 +0000 2024", "2024-09-01T18:13:38+00:00", .exact),
      ("Sep 1, 2024 6:13:38\u{202F}PM", "2024-09-01T18:13:38", .exact),
      ("1/9/2024 12:05 am", "2024-09-01T00:05:00", .minute),
      ("01.09.24", "2024-09-01T00:00:00", .day),
    ])
  func times(_ text: String, _ iso: String, _ precision: PlatformTime.Precision) {
    let time = TimeParser.parse(text)
    #expect(time?.iso8601 == iso)
    #expect(time?.precision == precision)
  }

  @Test(
    "What is no time is unknown",
    arguments: [
      "", "0000-00-00 00:00:00", "2023-02-29T00:00:00Z", "2024-09-01T25:00:00Z", "3 days ago", "yesterday", "12345678",
      "2024-09-01T06:13:38 NZST", "2024-09-01Tx", "99999999999999999999", "31/31/2024", "2024-09-01T06:13:38+99:00",
    ])
  func noTimes(_ text: String) { #expect(TimeParser.parse(text) == nil) }

  @Test(
    "HTML becomes the text that a person would see",
    arguments: [
      ("a<br>b<br/>c", "a\nb\nc"), ("<p>a</p><p>b</p>", "a\nb"), ("<li>a</li><li>b</li>", "a\nb"),
      ("<script>alert('x')</script>a<style>p{}</style>", "a"), ("5 < 10 && 10 > 5", "5 < 10 && 10 > 5"),
      ("&amp;lt; &#39; &#x27; &hellip; &eacute &nosuch; &", "&lt; ' ' … é &nosuch; &"),
      ("<a href='https://x.nz/?a=1&amp;b=2'>here</a>", "here (https://x.nz/?a=1&b=2)"),
      ("<a href=\"https://x.nz\">https://x.nz</a>", "https://x.nz"), ("<a href=\"#c1\">up</a>", "up"),
      ("a  \t b \n\n\n\n c", "a b\n\nc"), ("a<!-- <b> -->b", "ab"), ("<b", "<b"), ("<", "<"), ("</", "</"),
      ("&#0;&#xD800;&#9999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ("M&amacr;ori &notit; &alpha;&thetasym;&rArr;&spades;", "Māori &notit; αϑ⇒♠"),
    ])
  func html(_ html: String, _ text: String) { #expect(HTMLText.plain(html) == text) }

  @Test("Counts are read as people write them") func counts() {
    #expect(
      ["12", "1,204", "1.2K", "3M", "-1", "x", "", "1.2.3"].map(Counts.parse) == [
        12, 1204, 1200, 3_000_000, nil, nil, nil, nil,
      ])
  }
}
