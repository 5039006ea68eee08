import Testing

@Suite("Formats: Suites") struct SuitesFormatTests {
  @Test("Feeds become comments with their ids, parents, authors, times, states and texts", arguments: fixtures)
  func fixture(_ fixture: FormatFixture) throws { try fixture.check() }

  private static let fixtures: [FormatFixture] = [
    FormatFixture(
      format: "coral",
      feed: #"""
        {"tenantID":"t","id":"c1","siteID":"s","storyID":"story-0","authorID":"user-1","revisions":[{"id":"r1","body":"<div>What</div>"},{"id":"r2","body":"<div>What a joke</div>","createdAt":{"$date":"2024-09-02T01:47:57.000Z"}}],"status":"PREMOD","actionCounts":{"REACTION":2},"createdAt":{"$date":{"$numberLong":"1725238077000"}}}
        {"id":"c2","storyID":"story-0","parentID":"c1","authorID":"user-2","revisions":[{"id":"r3","body":"yes"}],"status":"REJECTED","createdAt":"2024-09-02T00:47:57.000Z","deletedAt":null}
        """#,
      comments: [
        #"c1 @ story-0 | - | 2024-09-02T00:47:57Z edited 2024-09-02T01:47:57Z | held | What a joke"#,
        #"c2 < c1 @ story-0 | - | 2024-09-02T00:47:57Z | hidden | yes"#,
      ]),
    FormatFixture(
      format: "coral-csv",
      feed: #"""
        c1,user-1,story-0,2024-09-02T00:47:57.000Z,<p>What a joke</p>,,APPROVED,
        c2,user-2,story-0,2024-09-02T00:48:57.000Z,"<p>Yes, indeed</p>",c1,REJECTED,4

        """#,
      comments: [
        #"c1 @ story-0 | - | 2024-09-02T00:47:57Z | published | What a joke"#,
        #"c2 < c1 @ story-0 | - | 2024-09-02T00:48:57Z | hidden | Yes, indeed"#,
      ]),
    FormatFixture(
      format: "commento",
      feed: #"""
        {"version":1,"comments":[{"commentHex":"e706","domain":"example.nz","url":"/blog/2","commenterHex":"anonymous","markdown":"Example","html":"","parentHex":"root","score":1,"state":"unapproved","creationDate":"2021-03-12T11:21:56Z","deleted":false},{"commentHex":"ea5f","domain":"example.nz","url":"/blog/2","commenterHex":"bd12","markdown":"Great","parentHex":"e706","score":0,"state":"approved","creationDate":"2021-05-11T15:29:41.852Z","deleted":true}],"commenters":[{"commenterHex":"bd12","email":"s@example.nz","name":"Saturnin","link":"u"}]}
        """#,
      comments: [
        #"e706 @ /blog/2 | - | 2021-03-12T11:21:56Z | held | Example"#,
        #"ea5f < e706 @ /blog/2 | Saturnin | 2021-05-11T15:29:41.852Z | deleted | Great"#,
      ], dropped: ["email", "link"]),
    FormatFixture(
      format: "comentario",
      feed: #"""
        {"version":3,"pages":[{"id":"p1","path":"/bus","title":"Bus"}],"commenters":[{"id":"u1","name":"Mere","email":"m@example.nz"}],"comments":[{"id":"c1","parentId":null,"pageId":"p1","userCreated":"u1","markdown":"Kia ora","html":"<p>Kia ora</p>","score":2,"isApproved":true,"isPending":false,"isDeleted":false,"createdTime":"2024-09-02T00:47:57Z"},{"id":"c2","parentId":"c1","pageId":"p1","authorName":"Jo","markdown":"Yes","isApproved":false,"isPending":true,"isDeleted":false,"createdTime":"2024-09-02T00:48:57Z","authorIp":"203.0.113.9"}]}
        """#,
      comments: [
        #"c1 @ p1 | Mere | 2024-09-02T00:47:57Z | published | Kia ora"#,
        #"c2 < c1 @ p1 | Jo | 2024-09-02T00:48:57Z | held | Yes"#,
      ], dropped: ["email", "authorIp"]),
    FormatFixture(
      format: "isso",
      feed: #"""
        [{"id":"/bus","title":"Nat+%26+Miguel","comments":[{"id":0,"author":"Mere","email":"m@example.nz","website":"","remote_addr":"203.0.113.9","created":"2005-02-24 04:03:37","text":"Kia ora","mode":2},{"id":7,"parent":3,"author":null,"created":"2005-02-25 04:03:37","modified":"2005-02-26 04:03:37","text":"","mode":4,"likes":1}]}]
        """#,
      comments: [
        #"(derived) @ /bus | Mere | 2005-02-24T04:03:37Z | held | Kia ora"#,
        #"7 < 3 @ /bus | - | 2005-02-25T04:03:37Z edited 2005-02-26T04:03:37Z | deleted | "#,
      ], dropped: ["email", "remote_addr"]),
    FormatFixture(
      format: "remark42",
      feed: #"""
        {"version":1,"users":[],"posts":[]}
        {"id":"00000001","pid":"","text":"<p>What a <b>joke</b></p>","orig":"What a **joke**","user":{"name":"Hemi","id":"github_1","picture":"u","ip":"abc"},"locator":{"site":"harakeke","url":"https://example.nz/bus"},"score":2,"time":"2024-09-02T12:47:57.123456789+12:00","title":"Bus"}
        {"id":"00000002","pid":"00000001","text":"","user":{"name":"","id":"deleted"},"locator":{"site":"harakeke","url":"https://example.nz/bus"},"score":0,"time":"2024-09-02T12:48:57+12:00","delete":true}
        """#,
      comments: [
        #"00000001 @ https://example.nz/bus | Hemi | 2024-09-02T12:47:57.123+12:00 | published | What a joke"#,
        #"00000002 < 00000001 @ https://example.nz/bus | - | 2024-09-02T12:48:57+12:00 | deleted | "#,
      ], dropped: ["ip", "picture"]),
    FormatFixture(
      format: "openweb-csv",
      feed: #"""
        id,user_id,user_name,spot_id,post_id,message_status,content,written_at
        sp_1,u_1,Mere,sp_x,art1,publish and moderate,<p>Late &amp; cold</p>,2024-09-01T06:13:38Z
        sp_2,u_2,Jo,sp_x,art1,require approval,Yes,2024-09-01T06:14:38Z

        """#,
      comments: [
        #"sp_1 @ art1 | Mere | 2024-09-01T06:13:38Z | published | Late & cold"#,
        #"sp_2 @ art1 | Jo | 2024-09-01T06:14:38Z | held | Yes"#,
      ]),
    FormatFixture(
      format: "facepager",
      feed: #"""
        path;id;parent_id;level;object_id;object_type;query_status;query_time;query_type;message;created_time;from.name
        ;1;;0;123;seed;;;;;;
        ;2;1;1;123_456;data;fetched (200);2024-09-03;fb;"Late; again";2024-09-01T06:13:38+0000;Mere
        ;3;2;2;123_457;data;fetched (200);2024-09-03;fb;Yes;2024-09-01T06:14:38+0000;Jo
        ;4;1;1;;offcut;fetched (200);2024-09-03;fb;;;

        """#,
      comments: [
        #"123_456 @ 123 | Mere | 2024-09-01T06:13:38+00:00 | unknown | Late; again"#,
        #"123_457 < 123_456 | Jo | 2024-09-01T06:14:38+00:00 | unknown | Yes"#,
      ]),
    FormatFixture(
      format: "drupal-csv",
      feed: #"""
        cid,nid,uid,subject,comment,hostname,timestamp,name,mail,homepage
        1,1234,201,First,Late again,203.0.113.9,1246303166,mere,m@example.nz,example.nz

        """#,
      comments: [
        #"1 @ 1234 | mere | 2009-06-29T19:19:26Z | published | Late again"#
      ], dropped: ["hostname", "mail", "homepage"]),
    FormatFixture(
      format: "csv",
      feed: #"""
        Query Id,1
        Query Name,Council
        Date range,"1 Sep 2024, 2 Sep 2024"

        Query Id,Query Name,Date,Title,Snippet,Url,Domain,Sentiment,Page Type,Language,Author,Full Name,Full Text
        1,Council,2024-09-01 06:13:38.0,Bus,Late...,https://x.example/1,x.example,negative,twitter,en,mere,Mere Tua,Late again and again

        """#,
      comments: [
        #"(derived) | mere | 2024-09-01T06:13:38 | unknown | Late again and again"#
      ]),
  ]
}
