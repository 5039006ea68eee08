import Moderation
import Testing

@testable import Publishing

@Suite("What is done on sites, forums and chats")
struct CommentSystemsSheetTests {
  @Test("WordPress holds what is hidden, and deletes past the bin")
  func wordPress() {
    let rows = Sheet.rows(on: "wordpress", comment: "41", thread: "9")
    #expect(
      rows == """
        wordpress,page,9,41,,,hide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/wp-json/wp/v2/comments/41,\
        "{""status"":""hold""}",yes,planned,,7
        wordpress,page,9,41,,,unhide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /wp-json/wp/v2/comments/41,"{""status"":""approved""}",yes,planned,,7
        wordpress,page,9,41,,,hold,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/wp-json/wp/v2/comments/41,\
        "{""status"":""hold""}",yes,planned,,7
        wordpress,page,9,41,,,approve,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /wp-json/wp/v2/comments/41,"{""status"":""approved""}",yes,planned,,7
        wordpress,page,9,41,,,delete,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,DELETE,\
        /wp-json/wp/v2/comments/41?force=true,,no,planned,,7
        wordpress,page,9,41,,,reply,OFF,Rule 2,Rule 2,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /wp-json/wp/v2/comments,"{""post"":9,""parent"":41,""content"":""Rule 2""}",yes,planned,,7
        """)
  }

  @Test("WordPress.com goes by the site")
  func wordPressCom() {
    let rows = Sheet.rows(on: "wordpress.com", comment: "41", channel: "waka.wordpress.com")
    #expect(
      rows == """
        wordpress.com,waka.wordpress.com,,41,,,hide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /rest/v1.1/sites/waka.wordpress.com/comments/41,"{""status"":""unapproved""}",yes,planned,,7
        wordpress.com,waka.wordpress.com,,41,,,unhide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /rest/v1.1/sites/waka.wordpress.com/comments/41,"{""status"":""approved""}",yes,planned,,7
        wordpress.com,waka.wordpress.com,,41,,,hold,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /rest/v1.1/sites/waka.wordpress.com/comments/41,"{""status"":""unapproved""}",yes,planned,,7
        wordpress.com,waka.wordpress.com,,41,,,approve,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /rest/v1.1/sites/waka.wordpress.com/comments/41,"{""status"":""approved""}",yes,planned,,7
        wordpress.com,waka.wordpress.com,,41,,,delete,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,no,planned,,7
        wordpress.com,waka.wordpress.com,,41,,,reply,OFF,Rule 2,Rule 2,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /rest/v1.1/sites/waka.wordpress.com/comments/41/replies/new,"{""content"":""Rule 2""}",yes,planned,,7
        """)
  }

  @Test("Disqus removes, and restores or approves")
  func disqus() {
    let rows = Sheet.rows(on: "disqus", comment: "5411")
    #expect(
      rows == """
        disqus,page,,5411,,,hide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/api/3.0/posts/remove.json,\
        post=5411,yes,planned,,7
        disqus,page,,5411,,,unhide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/api/3.0/posts/restore.json,\
        post=5411,yes,planned,,7
        disqus,page,,5411,,,hold,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/api/3.0/posts/remove.json,\
        post=5411,yes,planned,,7
        disqus,page,,5411,,,approve,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /api/3.0/posts/approve.json,post=5411,yes,planned,,7
        disqus,page,,5411,,,delete,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/api/3.0/posts/remove.json,\
        post=5411,yes,planned,,7
        disqus,page,,5411,,,reply,OFF,Rule 2,Rule 2,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /api/3.0/posts/create.json,parent=5411&message=Rule%202,yes,planned,,7
        """)
  }

  @Test("Discourse hides by a flag, and its deleting can be taken back")
  func discourse() {
    let rows = Sheet.rows(on: "discourse", comment: "88")
    #expect(
      rows == """
        discourse,page,,88,,,hide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/post_actions.json,\
        id=88&post_action_type_id=4,yes,planned,,7
        discourse,page,,88,,,unhide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        discourse,page,,88,,,hold,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/post_actions.json,\
        id=88&post_action_type_id=4,yes,planned,,7
        discourse,page,,88,,,approve,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        discourse,page,,88,,,delete,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,DELETE,/posts/88.json,,yes,\
        planned,,7
        discourse,page,,88,,,reply,OFF,Rule 2,Rule 2,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        """)
  }

  @Test("Telegram deletes and answers in a group")
  func telegram() {
    let rows = Sheet.rows(on: "telegram", comment: "31", thread: "-1001")
    #expect(
      rows == """
        telegram,page,'-1001,31,,,hide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        telegram,page,'-1001,31,,,unhide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        telegram,page,'-1001,31,,,hold,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        telegram,page,'-1001,31,,,approve,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        telegram,page,'-1001,31,,,delete,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/deleteMessage,\
        "{""chat_id"":""-1001"",""message_id"":31}",no,planned,,7
        telegram,page,'-1001,31,,,reply,OFF,Rule 2,Rule 2,mia,2026-07-10T02:02:05Z,9f86,POST,/sendMessage,\
        "{""chat_id"":""-1001"",""text"":""Rule 2"",""reply_parameters"":{""message_id"":31}}",yes,planned,,7
        """)
  }

  @Test("Discord deletes and answers")
  func discord() {
    let rows = Sheet.rows(on: "discord", comment: "31", thread: "1001")
    #expect(
      rows == """
        discord,page,1001,31,,,hide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        discord,page,1001,31,,,unhide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        discord,page,1001,31,,,hold,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        discord,page,1001,31,,,approve,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        discord,page,1001,31,,,delete,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,DELETE,\
        /channels/1001/messages/31,,no,planned,,7
        discord,page,1001,31,,,reply,OFF,Rule 2,Rule 2,mia,2026-07-10T02:02:05Z,9f86,POST,\
        /channels/1001/messages,"{""content"":""Rule 2"",""message_reference"":{""message_id"":""31""}}",yes,\
        planned,,7
        """)
  }

  @Test("Coral names the revision that was judged")
  func coral() {
    let rows = Sheet.rows(on: "coral", comment: "c-1", revision: "r-2")
    #expect(
      rows == """
        coral,page,,c-1,,,hide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/api/graphql,\
        "{""query"":""mutation($input:RejectCommentInput!){rejectComment(input:$input){clientMutationId}}"",\
        ""variables"":{""input"":{""commentID"":""c-1"",""commentRevisionID"":""r-2"",\
        ""clientMutationId"":""7""}}}",yes,planned,,7
        coral,page,,c-1,,,unhide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/api/graphql,\
        "{""query"":""mutation($input:ApproveCommentInput!){approveComment(input:$input){clientMutationId}}"",\
        ""variables"":{""input"":{""commentID"":""c-1"",""commentRevisionID"":""r-2"",\
        ""clientMutationId"":""7""}}}",yes,planned,,7
        coral,page,,c-1,,,hold,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/api/graphql,\
        "{""query"":""mutation($input:RejectCommentInput!){rejectComment(input:$input){clientMutationId}}"",\
        ""variables"":{""input"":{""commentID"":""c-1"",""commentRevisionID"":""r-2"",\
        ""clientMutationId"":""7""}}}",yes,planned,,7
        coral,page,,c-1,,,approve,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/api/graphql,\
        "{""query"":""mutation($input:ApproveCommentInput!){approveComment(input:$input){clientMutationId}}"",\
        ""variables"":{""input"":{""commentID"":""c-1"",""commentRevisionID"":""r-2"",\
        ""clientMutationId"":""7""}}}",yes,planned,,7
        coral,page,,c-1,,,delete,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/api/graphql,\
        "{""query"":""mutation($input:RejectCommentInput!){rejectComment(input:$input){clientMutationId}}"",\
        ""variables"":{""input"":{""commentID"":""c-1"",""commentRevisionID"":""r-2"",\
        ""clientMutationId"":""7""}}}",yes,planned,,7
        coral,page,,c-1,,,reply,OFF,Rule 2,Rule 2,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        """)
  }

  @Test("Commento approves and deletes")
  func commento() {
    let rows = Sheet.rows(on: "commento", comment: "ab12")
    #expect(
      rows == """
        commento,page,,ab12,,,hide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        commento,page,,ab12,,,unhide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        commento,page,,ab12,,,hold,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        commento,page,,ab12,,,approve,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/api/comment/approve,\
        "{""commentHex"":""ab12""}",yes,planned,,7
        commento,page,,ab12,,,delete,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,POST,/api/comment/delete,\
        "{""commentHex"":""ab12""}",no,planned,,7
        commento,page,,ab12,,,reply,OFF,Rule 2,Rule 2,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        """)
  }

  @Test("Remark42 deletes")
  func remark42() {
    let rows = Sheet.rows(on: "remark42", comment: "c-1", channel: "waka", thread: "https://waka.example/a?b=1&c=2")
    #expect(
      rows == """
        remark42,waka,https://waka.example/a?b=1&c=2,c-1,,,hide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,\
        yes,planned,,7
        remark42,waka,https://waka.example/a?b=1&c=2,c-1,,,unhide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,\
        ,yes,planned,,7
        remark42,waka,https://waka.example/a?b=1&c=2,c-1,,,hold,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,\
        yes,planned,,7
        remark42,waka,https://waka.example/a?b=1&c=2,c-1,,,approve,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,\
        ,,yes,planned,,7
        remark42,waka,https://waka.example/a?b=1&c=2,c-1,,,delete,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,\
        DELETE,/api/v1/admin/comment/c-1?site=waka&url=https%3A%2F%2Fwaka.example%2Fa%3Fb%3D1%26c%3D2,,no,\
        planned,,7
        remark42,waka,https://waka.example/a?b=1&c=2,c-1,,,reply,OFF,Rule 2,Rule 2,mia,2026-07-10T02:02:05Z,\
        9f86,,,,yes,planned,,7
        """)
  }

  @Test("A platform without calls is worked by hand")
  func decidim() {
    let rows = Sheet.rows(on: "decidim", comment: "12")
    #expect(
      rows == """
        decidim,page,,12,,,hide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        decidim,page,,12,,,unhide,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        decidim,page,,12,,,hold,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        decidim,page,,12,,,approve,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        decidim,page,,12,,,delete,OFF,Rule 2,,mia,2026-07-10T02:02:05Z,9f86,,,,no,planned,,7
        decidim,page,,12,,,reply,OFF,Rule 2,Rule 2,mia,2026-07-10T02:02:05Z,9f86,,,,yes,planned,,7
        """)
  }
}
