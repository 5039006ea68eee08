import Moderation
import Testing

@testable import Publishing

@Suite("What is done on social networks")
struct NetworksSheetTests {
  @Test("Facebook hides and shows, deletes for good, and answers")
  func facebook() {
    let rows = Sheet.rows(on: "facebook", comment: "122_456", thread: "122")
    #expect(
      rows == """
        facebook,page,122,122_456,,,hide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/122_456,\
        is_hidden=true,yes,planned,,7
        facebook,page,122,122_456,,,unhide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/122_456,\
        is_hidden=false,yes,planned,,7
        facebook,page,122,122_456,,,hold,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/122_456,\
        is_hidden=true,yes,planned,,7
        facebook,page,122,122_456,,,approve,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/122_456,\
        is_hidden=false,yes,planned,,7
        facebook,page,122,122_456,,,delete,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,DELETE,/122_456,,no,\
        planned,,7
        facebook,page,122,122_456,,,reply,OFF,Rule 2,Rule 2,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /122_456/comments,message=Rule%202,yes,planned,,7
        """)
  }

  @Test("Instagram hides, shows, deletes for good, and answers")
  func instagram() {
    let rows = Sheet.rows(on: "instagram", comment: "17858893269000001")
    #expect(
      rows == """
        instagram,page,,17858893269000001,,,hide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /17858893269000001,hide=true,yes,planned,,7
        instagram,page,,17858893269000001,,,unhide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /17858893269000001,hide=false,yes,planned,,7
        instagram,page,,17858893269000001,,,hold,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /17858893269000001,hide=true,yes,planned,,7
        instagram,page,,17858893269000001,,,approve,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /17858893269000001,hide=false,yes,planned,,7
        instagram,page,,17858893269000001,,,delete,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,DELETE,\
        /17858893269000001,,no,planned,,7
        instagram,page,,17858893269000001,,,reply,OFF,Rule 2,Rule 2,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /17858893269000001/replies,message=Rule%202,yes,planned,,7
        """)
  }

  @Test("Threads hides and shows; deleting and answering are done by hand")
  func threads() {
    let rows = Sheet.rows(on: "threads", comment: "1797")
    #expect(
      rows == """
        threads,page,,1797,,,hide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/1797/manage_reply,hide=true,\
        yes,planned,,7
        threads,page,,1797,,,unhide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/1797/manage_reply,\
        hide=false,yes,planned,,7
        threads,page,,1797,,,hold,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/1797/manage_reply,hide=true,\
        yes,planned,,7
        threads,page,,1797,,,approve,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/1797/manage_reply,\
        hide=false,yes,planned,,7
        threads,page,,1797,,,delete,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,no,planned,,7
        threads,page,,1797,,,reply,OFF,Rule 2,Rule 2,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        """)
  }

  @Test("X hides replies, and deletes none but one's own")
  func x() {
    let rows = Sheet.rows(on: "x", comment: "1799000000000000001")
    #expect(
      rows == """
        x,page,,1799000000000000001,,,hide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,PUT,\
        /2/tweets/1799000000000000001/hidden,"{""hidden"":true}",yes,planned,,7
        x,page,,1799000000000000001,,,unhide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,PUT,\
        /2/tweets/1799000000000000001/hidden,"{""hidden"":false}",yes,planned,,7
        x,page,,1799000000000000001,,,hold,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,PUT,\
        /2/tweets/1799000000000000001/hidden,"{""hidden"":true}",yes,planned,,7
        x,page,,1799000000000000001,,,approve,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,PUT,\
        /2/tweets/1799000000000000001/hidden,"{""hidden"":false}",yes,planned,,7
        x,page,,1799000000000000001,,,delete,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,no,planned,,7
        x,page,,1799000000000000001,,,reply,OFF,Rule 2,Rule 2,mia,2026-07-10T02:02:05Z,9f86,POST,/2/tweets,\
        "{""text"":""Rule 2"",""reply"":{""in_reply_to_tweet_id"":""1799000000000000001""}}",yes,planned,,7
        """)
  }

  @Test("YouTube holds what is hidden, and rejects for good what is deleted")
  func youTube() {
    let rows = Sheet.rows(on: "youtube", comment: "Ugx-a_1.9Zz")
    #expect(
      rows == """
        youtube,page,,Ugx-a_1.9Zz,,,hide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /youtube/v3/comments/setModerationStatus?id=Ugx-a_1.9Zz&moderationStatus=heldForReview,,yes,planned,,7
        youtube,page,,Ugx-a_1.9Zz,,,unhide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /youtube/v3/comments/setModerationStatus?id=Ugx-a_1.9Zz&moderationStatus=published,,yes,planned,,7
        youtube,page,,Ugx-a_1.9Zz,,,hold,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /youtube/v3/comments/setModerationStatus?id=Ugx-a_1.9Zz&moderationStatus=heldForReview,,yes,planned,,7
        youtube,page,,Ugx-a_1.9Zz,,,approve,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /youtube/v3/comments/setModerationStatus?id=Ugx-a_1.9Zz&moderationStatus=published,,yes,planned,,7
        youtube,page,,Ugx-a_1.9Zz,,,delete,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /youtube/v3/comments/setModerationStatus?id=Ugx-a_1.9Zz&moderationStatus=rejected,,no,planned,,7
        youtube,page,,Ugx-a_1.9Zz,,,reply,OFF,Rule 2,Rule 2,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /youtube/v3/comments?part=snippet,"{""snippet"":{""parentId"":""Ugx-a_1"",\
        ""textOriginal"":""Rule 2""}}",yes,planned,,7
        """)
  }

  @Test("Reddit removes, and approves again")
  func reddit() {
    let rows = Sheet.rows(on: "reddit", comment: "k1a2b3")
    #expect(
      rows == """
        reddit,page,,k1a2b3,,,hide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/api/remove,\
        id=t1_k1a2b3&spam=false,yes,planned,,7
        reddit,page,,k1a2b3,,,unhide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/api/approve,id=t1_k1a2b3,\
        yes,planned,,7
        reddit,page,,k1a2b3,,,hold,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/api/remove,\
        id=t1_k1a2b3&spam=false,yes,planned,,7
        reddit,page,,k1a2b3,,,approve,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/api/approve,\
        id=t1_k1a2b3,yes,planned,,7
        reddit,page,,k1a2b3,,,delete,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/api/remove,\
        id=t1_k1a2b3&spam=false,yes,planned,,7
        reddit,page,,k1a2b3,,,reply,OFF,Rule 2,Rule 2,mia,2026-07-10T02:02:05Z,9f86,POST,/api/comment,\
        thing_id=t1_k1a2b3&text=Rule%202,yes,planned,,7
        """)
  }

  @Test("Mastodon has calls for answers alone")
  func mastodon() {
    let rows = Sheet.rows(on: "mastodon", comment: "109")
    #expect(
      rows == """
        mastodon,page,,109,,,hide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        mastodon,page,,109,,,unhide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        mastodon,page,,109,,,hold,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        mastodon,page,,109,,,approve,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        mastodon,page,,109,,,delete,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,no,planned,,7
        mastodon,page,,109,,,reply,OFF,Rule 2,Rule 2,mia,2026-07-10T02:02:05Z,9f86,POST,/api/v1/statuses,\
        in_reply_to_id=109&status=Rule%202,yes,planned,,7
        """)
  }

  @Test("Bluesky hides in a thread gate that is not there yet")
  func bluesky() {
    let rows = Sheet.rows(
      on: "bluesky", comment: "at://did:plc:b/app.bsky.feed.post/3kr", thread: "at://did:plc:a/app.bsky.feed.post/3kp")
    #expect(
      rows == """
        bluesky,page,at://did:plc:a/app.bsky.feed.post/3kp,at://did:plc:b/app.bsky.feed.post/3kr,,,hide,OFF,\
        Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/xrpc/com.atproto.repo.putRecord,"{""repo"":""did:plc:a"",\
        ""collection"":""app.bsky.feed.threadgate"",""rkey"":""3kp"",""swapRecord"":null,\
        ""record"":{""$type"":""app.bsky.feed.threadgate"",""post"":""at://did:plc:a/app.bsky.feed.post/3kp"",\
        ""hiddenReplies"":[""at://did:plc:b/app.bsky.feed.post/3kr""],\
        ""createdAt"":""2026-07-10T02:02:05Z""}}",yes,planned,,7
        bluesky,page,at://did:plc:a/app.bsky.feed.post/3kp,at://did:plc:b/app.bsky.feed.post/3kr,,,unhide,OFF,\
        Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        bluesky,page,at://did:plc:a/app.bsky.feed.post/3kp,at://did:plc:b/app.bsky.feed.post/3kr,,,hold,OFF,\
        Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/xrpc/com.atproto.repo.putRecord,"{""repo"":""did:plc:a"",\
        ""collection"":""app.bsky.feed.threadgate"",""rkey"":""3kp"",""swapRecord"":null,\
        ""record"":{""$type"":""app.bsky.feed.threadgate"",""post"":""at://did:plc:a/app.bsky.feed.post/3kp"",\
        ""hiddenReplies"":[""at://did:plc:b/app.bsky.feed.post/3kr""],\
        ""createdAt"":""2026-07-10T02:02:05Z""}}",yes,planned,,7
        bluesky,page,at://did:plc:a/app.bsky.feed.post/3kp,at://did:plc:b/app.bsky.feed.post/3kr,,,approve,\
        OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        bluesky,page,at://did:plc:a/app.bsky.feed.post/3kp,at://did:plc:b/app.bsky.feed.post/3kr,,,delete,OFF,\
        Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,no,planned,,7
        bluesky,page,at://did:plc:a/app.bsky.feed.post/3kp,at://did:plc:b/app.bsky.feed.post/3kr,,,reply,OFF,\
        Rule 2,Rule 2,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        """)
  }

  @Test("LinkedIn deletes")
  func linkedIn() {
    let rows = Sheet.rows(
      on: "linkedin", comment: "urn:li:comment:(urn:li:activity:1,2)", channel: "urn:li:organization:5",
      thread: "urn:li:activity:1")
    #expect(
      rows == """
        linkedin,urn:li:organization:5,urn:li:activity:1,"urn:li:comment:(urn:li:activity:1,2)",,,hide,OFF,\
        Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        linkedin,urn:li:organization:5,urn:li:activity:1,"urn:li:comment:(urn:li:activity:1,2)",,,unhide,OFF,\
        Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        linkedin,urn:li:organization:5,urn:li:activity:1,"urn:li:comment:(urn:li:activity:1,2)",,,hold,OFF,\
        Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        linkedin,urn:li:organization:5,urn:li:activity:1,"urn:li:comment:(urn:li:activity:1,2)",,,approve,OFF,\
        Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        linkedin,urn:li:organization:5,urn:li:activity:1,"urn:li:comment:(urn:li:activity:1,2)",,,delete,OFF,\
        Rule 2,,mia,2026-07-10T02:02:05Z,9f86,DELETE,\
        /rest/socialActions/urn%3Ali%3Aactivity%3A1/comments/2?actor=urn%3Ali%3Aorganization%3A5,,no,planned,,7
        linkedin,urn:li:organization:5,urn:li:activity:1,"urn:li:comment:(urn:li:activity:1,2)",,,reply,OFF,\
        Rule 2,Rule 2,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        """)
  }

  @Test("TikTok hides, shows, deletes and answers")
  func tikTok() {
    let rows = Sheet.rows(on: "tiktok", comment: "73", channel: "acc-1", thread: "72")
    #expect(
      rows == """
        tiktok,acc-1,72,73,,,hide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /open_api/v1.3/business/comment/hide/,"{""business_id"":""acc-1"",""video_id"":""72"",\
        ""comment_id"":""73"",""action"":""HIDE""}",yes,planned,,7
        tiktok,acc-1,72,73,,,unhide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /open_api/v1.3/business/comment/hide/,"{""business_id"":""acc-1"",""video_id"":""72"",\
        ""comment_id"":""73"",""action"":""UNHIDE""}",yes,planned,,7
        tiktok,acc-1,72,73,,,hold,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /open_api/v1.3/business/comment/hide/,"{""business_id"":""acc-1"",""video_id"":""72"",\
        ""comment_id"":""73"",""action"":""HIDE""}",yes,planned,,7
        tiktok,acc-1,72,73,,,approve,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /open_api/v1.3/business/comment/hide/,"{""business_id"":""acc-1"",""video_id"":""72"",\
        ""comment_id"":""73"",""action"":""UNHIDE""}",yes,planned,,7
        tiktok,acc-1,72,73,,,delete,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /open_api/v1.3/business/comment/delete/,"{""business_id"":""acc-1"",""comment_id"":""73""}",no,\
        planned,,7
        tiktok,acc-1,72,73,,,reply,OFF,Rule 2,Rule 2,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /open_api/v1.3/business/comment/reply/create/,"{""business_id"":""acc-1"",""video_id"":""72"",\
        ""comment_id"":""73"",""text"":""Rule 2""}",yes,planned,,7
        """)
  }
}
