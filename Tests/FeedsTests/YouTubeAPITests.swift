import Feeds
import Moderation
import Testing

@Suite("YouTube Data API") struct YouTubeAPITests {
  private static let oneThread = """
    {"kind":"youtube#commentThread","id":"T1","snippet":{"channelId":"UCc","videoId":"v1","topLevelComment":{"kind":"youtube#comment",
    "id":"T1","snippet":{"authorDisplayName":"@mere","authorProfileImageUrl":"https://i.example/p","authorChannelId":{"value":"UCm"},
    "videoId":"v1","textDisplay":"Roads &amp;amp; rates<br>now","likeCount":2,"publishedAt":"2024-09-01T06:13:38.000Z",
    "updatedAt":"2024-09-01T07:00:00Z","moderationStatus":"heldForReview"}},"totalReplyCount":1},
    "replies":{"comments":[{"kind":"youtube#comment","id":"T1.r1","snippet":{"textOriginal":"a < b &amp; c","textDisplay":"no",
    "publishedAt":"2024-09-01T06:20:00Z","updatedAt":"2024-09-01T06:20:00Z"}}]}}
    """
  private static let onePage = """
    {"kind":"youtube#commentThreadListResponse","pageInfo":{"totalResults":1},"items":[
    \(oneThread)
    ],"nextPageToken":"x"}
    """

  @Test("A thread is its comment and then its replies") func threadWithReply() throws {
    let reading = try Reading(Self.onePage)
    #expect(reading.format == "youtube-api@1")
    #expect(
      reading.records == [
        #"{"id":"T1","thread":"v1","platform":"youtube","channel":"UCc","permalink":"https://www.youtube.com/watch?v=v1&lc=T1","authorId":"UCm","authorName":"@mere","authorHandle":"@mere","created":"2024-09-01T06:13:38Z","createdPrecision":"exact","edited":"2024-09-01T07:00:00Z","text":"Roads &amp; rates\nnow","textSource":"html","raw":"Roads &amp;amp; rates<br>now","state":"held","likes":2,"replies":1,"kind":"comment","source":{"file":"feed","line":2,"index":0}}"#,
        #"{"id":"T1.r1","parent":"T1","thread":"v1","platform":"youtube","channel":"UCc","permalink":"https://www.youtube.com/watch?v=v1&lc=T1.r1","created":"2024-09-01T06:20:00Z","createdPrecision":"exact","text":"a < b &amp; c","textSource":"plain","state":"published","kind":"comment","source":{"file":"feed","line":6,"index":1}}"#,
      ])
    #expect(reading.summary.droppedFields == ["authorProfileImageUrl"])
  }

  @Test(
    "Pages in a row, pages in an array, pages by the line and threads without envelope are read alike",
    arguments: [
      onePage + onePage, onePage + "\n" + onePage, "[\(onePage),\(onePage)]", "[\(oneThread),\(oneThread)]",
      (onePage.replacing("\n", with: "") + "\n") + onePage.replacing("\n", with: ""),
    ])
  func layouts(_ feed: String) throws {
    let reading = try Reading(feed)
    #expect(reading.format == "youtube-api@1")
    #expect(reading.ids == ["T1", "T1.r1", "T1", "T1.r1"])
    #expect(reading.problems == [])
  }

  @Test("A page without comments is a feed of none") func empty() throws {
    let reading = try Reading(#"{"kind":"youtube#commentThreadListResponse","items":[]}"#)
    #expect(reading.format == "youtube-api@1")
    #expect(reading.comments == [])
  }

  @Test("Wherever the file is cut, what is whole before the cut is read and the cut is reported")
  func truncated() throws {
    let bytes = Array((Self.onePage).utf8)
    let first = try #require(bytes.firstRange(of: Array("}},\"totalReplyCount\"".utf8))).lowerBound + 2
    let second = try #require(bytes.firstRange(of: Array("}}]}}".utf8))).lowerBound + 2
    let whole = try #require(bytes.firstRange(of: Array("nextPageToken".utf8))).lowerBound - 3
    for length in stride(from: 80, to: whole, by: 1) {
      let reading = try Reading(Array(bytes[..<length]), format: "youtube-api")
      #expect(reading.ids == ["T1", "T1.r1"].prefix(length < first ? 0 : length < second ? 1 : 2).map { $0 })
      #expect(reading.summary.truncated)
      #expect(reading.problems.count == 1)
    }
  }

  @Test("An item without snippet is a broken record") func brokenItem() throws {
    let reading = try Reading(
      "{\"kind\":\"youtube#commentThreadListResponse\",\"items\":[\n{\"id\":\"x\"},\n\(Self.oneThread)]}")
    #expect(reading.ids == ["T1", "T1.r1"])
    #expect(reading.problems == ["feed:2: a YouTube record without snippet"])
  }
}
