import Feeds
import Moderation
import Testing

@Suite("Facebook Graph") struct FacebookGraphTests {
  @Test("A comment, its nested reply and where they belong") func nested() throws {
    let reading = try Reading(
      """
      {"data":[
      {"id":"10158407654328553_10158407835073553","message":"R&amp;D <3","created_time":"2021-08-10T18:45:03+1200","like_count":0,
       "comment_count":1,"is_hidden":true,"can_hide":true,"permalink_url":"https://www.facebook.com/council/posts/10158407654328553/?comment_id=1",
       "from":{"id":"7","name":"Kun"},"attachment":{"media":{"image":{"src":"https://cdn.example/a.jpg"}},"url":"https://fb.example/a"},
       "comments":{"data":[
        {"id":"10158407654328553_2","message":"","created_time":"2021-08-10T18:50:00+0000"}]}}],"paging":{}}
      """)
    #expect(reading.format == "facebook-graph@1")
    #expect(
      reading.records == [
        #"{"id":"10158407654328553_10158407835073553","thread":"10158407654328553","platform":"facebook","channel":"council","permalink":"https://www.facebook.com/council/posts/10158407654328553/?comment_id=1","authorId":"7","authorName":"Kun","created":"2021-08-10T18:45:03+12:00","createdPrecision":"exact","createdOffset":720,"text":"R&amp;D <3","textSource":"plain","state":"hidden","likes":0,"replies":1,"attachments":["https://cdn.example/a.jpg","https://fb.example/a"],"kind":"comment","source":{"file":"feed","line":2,"index":0},"extra":{"can_hide":"true"}}"#,
        #"{"id":"10158407654328553_2","parent":"10158407654328553_10158407835073553","thread":"10158407654328553","platform":"facebook","created":"2021-08-10T18:50:00+00:00","createdPrecision":"exact","createdOffset":0,"text":"","textSource":"plain","state":"published","kind":"comment","source":{"file":"feed","line":6,"index":1}}"#,
      ])
  }

  @Test("Without ids they are taken from the permalink; a parent that is the post means top level") func permalink()
    throws
  {
    let base = "https://www.facebook.com/1/posts/55/?comment_id=66"
    let reading = try Reading(
      #"[{"message":"a","created_time":"2021-08-10T18:45:03+0000","permalink_url":"\#(base)"},"#
        + #"{"message":"b","permalink_url":"\#(base)&reply_comment_id=77","parent":{"id":"55"}}]"#)
    #expect(reading.ids == ["66", "77"])
    #expect(reading.comments.map(\.thread) == ["55", "55"])
    #expect(reading.comments.map(\.parent) == [nil, nil])
  }

  @Test("Answers keyed by id, and an empty page") func otherLayouts() throws {
    let keyed = try Reading(
      #"{"5_6":{"id":"5_6","message":"a","created_time":"2021-08-10T18:45:03+0000"},"5_7":{"data":[{"id":"5_8","message":"b","created_time":"2021-08-10T18:45:03+0000"}]}}"#
    )
    #expect(keyed.format == "facebook-graph@1")
    #expect(keyed.ids == ["5_6", "5_8"])
    let empty = try Reading(#"{"data":[],"paging":{"cursors":{}}}"#)
    #expect(empty.format == "facebook-graph@1")
    #expect(empty.summary.read == 0)
  }

  @Test("Replies nested a thousand deep end in an error of their record") func deepReplies() throws {
    let open = String(
      repeating: #"{"id":"1_2","message":"a","created_time":"2021-08-10T18:45:03+0000","comments":{"data":["#,
      count: 1000)
    let reading = try Reading("{\"data\":[\(open)\(String(repeating: "]}}", count: 1000))]}")
    #expect(reading.problems == ["feed:1: nested deeper than 1000 levels"])
  }
}
