import Testing

@Suite("Formats: Chats") struct ChatsFormatTests {
  @Test("Feeds become comments with their ids, parents, authors, times, states and texts", arguments: fixtures)
  func fixture(_ fixture: FormatFixture) throws { try fixture.check() }

  private static let fixtures: [FormatFixture] = [
    FormatFixture(
      format: "telegram",
      feed: #"""
        {"name":"Have your say","type":"public_supergroup","id":1387877165,"messages":[{"id":1,"type":"service","date":"2024-09-01T12:00:00","action":"create_channel","text":""},{"id":2,"type":"message","date":"2024-09-02T12:47:57","date_unixtime":"1725238077","edited_unixtime":"1725238100","from":"Hemi","from_id":"user1","text":["See ",{"type":"text_link","text":"this","href":"https://example.nz/"}," now"],"photo":"photos/1.jpg","reactions":[{"emoji":"a","count":2},{"emoji":"b","count":1}]},{"id":3,"type":"message","date":"2019-07-12T16:55:32","from":null,"from_id":"user2","text":"","photo":"(File not included. Change data exporting settings to download.)","reply_to_message_id":2}]}
        """#,
      comments: [
        #"2 @ 1387877165 | Hemi | 2024-09-02T00:47:57Z edited 2024-09-02T00:48:20Z | published | See this (https://example.nz/) now | photos/1.jpg"#,
        #"3 < 2 @ 1387877165 | (gone) | 2019-07-12T16:55:32 | published | "#,
      ]),
    FormatFixture(
      format: "telegram",
      feed: #"""
        {"about":"x","chats":{"about":"y","list":[{"name":"A","type":"private_group","id":1,"messages":[{"id":5,"type":"message","date_unixtime":"1725238077","from":"Hemi","from_id":"user1","text":"a"}]},{"name":"B","type":"private_group","id":2,"messages":[{"id":5,"type":"message","date_unixtime":"1725238078","from":"Jo","from_id":"user2","text":"b"}]}]}}
        """#,
      comments: [
        #"5 @ 1 | Hemi | 2024-09-02T00:47:57Z | published | a"#,
        #"5 @ 2 | Jo | 2024-09-02T00:47:58Z | published | b"#,
      ]),
    FormatFixture(
      format: "telegram-html",
      feed: #"""
        <!DOCTYPE html><html><head><title>Exported Data</title></head><body><div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">
        Have your say
        </div></div></div><div class="page_body chat_page"><div class="history">
        <div class="message service" id="message-1"><div class="body details">2 September 2024</div></div>
        <div class="message default clearfix" id="message12"><div class="body"><div class="pull_right date details" title="05.01.2024 12:30:05 UTC+13:00">12:30</div><div class="from_name">
        Hemi
        </div><div class="text">
        Kia ora<br>koutou &amp; all
        </div></div></div>
        <div class="message default clearfix joined" id="message13"><div class="body"><div class="pull_right date details" title="05.01.2024 12:31:05 UTC+13:00">12:31</div><div class="reply_to details">In reply to <a href="#go_to_message12">this message</a></div><div class="text">
        Yes
        </div></div></div></div></div></div></body></html>
        """#,
      comments: [
        #"12 | Hemi | 2024-01-05T12:30:05+13:00 | published | Kia ora⏎koutou & all"#,
        #"13 | Hemi | 2024-01-05T12:31:05+13:00 | published | Yes"#,
      ]),
    FormatFixture(
      format: "discord",
      feed: #"""
        {"guild":{"id":"748545324524575035","name":"Council"},"channel":{"id":"1012224565567721552","name":"have-your-say"},"messages":[{"id":"1279966008311808001","type":"Default","timestamp":"2024-09-02T00:47:57.001+00:00","timestampEdited":"2024-09-02T00:48:57+00:00","content":"**What** a joke","author":{"id":"1","name":"u1","nickname":"Hemi","isBot":false,"avatarUrl":"u"},"attachments":[{"url":"files\\a.png"}],"reactions":[{"count":2}]},{"id":"1279966008311808002","type":"Reply","timestamp":"2024-09-02T00:49:57+00:00","content":"yes","author":{"id":"456226577798135808","name":"Deleted User"},"reference":{"messageId":"1279966008311808001"}},{"id":"3","type":"GuildMemberJoin","timestamp":"2024-09-02T00:49:57+00:00","content":"Joined","author":{"id":"1","name":"u1"}}]}
        """#,
      comments: [
        #"1279966008311808001 @ 1012224565567721552 | Hemi | 2024-09-02T00:47:57.001+00:00 edited 2024-09-02T00:48:57+00:00 | published | **What** a joke | files/a.png"#,
        #"1279966008311808002 < 1279966008311808001 @ 1012224565567721552 | (gone) | 2024-09-02T00:49:57+00:00 | published | yes"#,
      ], dropped: ["avatarUrl"]),
    FormatFixture(
      format: "discord-csv",
      feed: #"""
        AuthorID,Author,Date,Content,Attachments,Reactions
        1,hemi#0001,2024-09-02T12:47:57.0010000+12:00,What a joke,https://cdn.example/1.png,2

        """#,
      comments: [
        #"(derived) | hemi#0001 | 2024-09-02T12:47:57.001+12:00 | published | What a joke | https://cdn.example/1.png"#
      ]),
    FormatFixture(
      format: "mbox",
      feed: #"""
        From u1@example.nz Mon Sep 02 00:47:57 2024
        From: =?utf-8?q?H=C4=93mi?= =?utf-8?q?_Tua?= <u1@example.nz>
        Subject: Re: [list] Bus =?utf-8?B?dGltZXRhYmxl?=
        Date: Mon, 02 Sep 2024 12:47:57 +1200 (NZST)
        Message-ID: <2.c@example.nz>
        References: <0.c@example.nz>
         <1.c@example.nz>
        Content-Type: multipart/alternative; boundary="b1"

        --b1
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        M=C4=81ori soft=
         break
        >From the start

        On Sunday Jo wrote:
        > old words
        --b1
        Content-Type: text/html

        <p>html</p>
        --b1--

        From jo at example.nz  Mon Sep 02 00:48:57 2024
        From: jo at example.nz (Jo)
        Date: Mon, 02 Sep 2024 00:48:57 GMT
        Subject: Bus timetable
        Message-ID: <1.c@example.nz>
        Content-Type: text/html

        <p>Late &amp; cold</p>

        """#,
      comments: [
        #"2.c@example.nz < 1.c@example.nz @ Bus timetable | Hēmi Tua | 2024-09-02T12:47:57+12:00 | published | Māori soft break⏎From the start"#,
        #"1.c@example.nz @ Bus timetable | Jo | 2024-09-02T00:48:57Z | published | Late & cold"#,
      ], dropped: ["From (e-mail address)"]),
    FormatFixture(
      format: "eml",
      feed: #"""
        Received: from a by b
        From: "Tua, Mere" <m@example.nz>
        To: comments@example.nz
        Date: Mon, 02 Sep 2024 00:47:57 +0000
        Subject: Bus timetable
        Message-ID: <1@example.nz>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: base64

        S2lhIG9yYQo=

        """#,
      comments: [
        #"1@example.nz @ Bus timetable | Tua, Mere | 2024-09-02T00:47:57+00:00 | published | Kia ora"#
      ], dropped: ["From (e-mail address)"]),
  ]
}
