import Testing

@Suite("Posts around comments") struct PostTests {
  private func lines(_ feed: String) throws -> [String] { try Reading(feed).comments.map(FormatFixture.line) }

  @Test("A Facebook post that holds its comments is not one of them") func facebook() throws {
    let feed =
      #"{"data":[{"id":"900_55","message":"the post","created_time":"2024-09-01T00:00:00+0000","comments":{"data":["#
      + #"{"id":"55_1","message":"a","created_time":"2024-09-01T01:00:00+0000","comments":{"data":["#
      + #"{"id":"55_2","message":"b","created_time":"2024-09-01T02:00:00+0000"}]}}]}}]}"#
    #expect(
      try lines(feed) == [
        "55_1 @ 55 | - | 2024-09-01T01:00:00+00:00 | published | a",
        "55_2 < 55_1 @ 55 | - | 2024-09-01T02:00:00+00:00 | published | b",
      ])
  }

  @Test("An Instagram post names the thread of the comments in it") func instagram() throws {
    let feed =
      #"{"data":[{"id":"178","caption":"the post","comments":{"data":[{"id":"17892250648466172","text":"Hey","#
      + #""timestamp":"2020-02-24T09:15:16+0000","username":"mere"}]}}]}"#
    #expect(try lines(feed) == ["17892250648466172 @ 178 | mere | 2020-02-24T09:15:16+00:00 | published | Hey"])
  }

  @Test("Of a blog's whole export only the entries that are comments count") func blogger() throws {
    func entry(_ id: String, _ kind: String) -> String {
      "<entry><id>\(id)</id><published>2024-09-01T00:00:00Z</published><category scheme='s#kind' "
        + "term='http://schemas.google.com/blogger/2008/kind#\(kind)'/><content type='html'>late</content></entry>"
    }
    let feed =
      "<feed xmlns='http://www.w3.org/2005/Atom'>" + entry("s", "settings") + entry("p", "post") + entry("c", "comment")
      + "</feed>"
    #expect(try Reading(feed).ids == ["c"])
  }
}
