import Feeds
import Moderation
import Testing

@Suite("Stripping names") struct NameStrippingTests {
  private func comment(_ text: String, id: String = "7") -> Moderation.Comment {
    var comment = Comment(id: id, platform: "x", text: text, source: SourcePosition(file: "f", line: 1, index: 0))
    comment.authorName = "Mere Tua"
    comment.authorHandle = "meretua"
    comment.authorID = "9"
    return comment
  }

  @Test(
    "The author's name and mentions leave the text, other words stay",
    arguments: [
      ("Signed, Mere Tua.", "Signed, [name]."), ("MERE TUA and mere tuatara", "[name] and mere tuatara"),
      ("@jo.b @mere@example.nz: no", "[name] [name]: no"), ("mail a@b.nz, 5 @ 6", "mail a@b.nz, 5 @ 6"),
      ("meretua! (@Hēmi)", "[name]! ([name])"), ("", ""),
    ])
  func text(_ text: String, _ stripped: String) { #expect(comment(text).strippingNames().text == stripped) }

  @Test("Everything that tells who wrote goes; what puts replies together stays") func fields() {
    var full = comment("a")
    full.parent = "at://did:plc:b/app.bsky.feed.post/1"
    full.thread = "t"
    full.permalink = "https://x.com/meretua/status/7"
    full.raw = "<b>a</b>"
    full.attachments = ["https://x.example/meretua.jpg"]
    full.created = PlatformTime(Timestamp(seconds: 0), zone: .utc)
    full.state = .hidden
    full.extra = [.init(key: "quoted", value: "> Jo"), .init(key: "can_hide", value: "true")]
    let line = CommonRecord.json(full.strippingNames())
    #expect(
      line
        == #"{"id":"7","parent":"id:2ab9ab5f7cc3572f","thread":"t","platform":"x","created":"1970-01-01T00:00:00Z","createdPrecision":"exact","text":"a","textSource":"plain","state":"hidden","kind":"comment","source":{"file":"f","line":1,"index":0},"extra":{"can_hide":"true"}}"#
    )
  }

  @Test("An id that is an account's address becomes the same other id wherever it is named") func ids() {
    let post = comment("a", id: "at://did:plc:b/app.bsky.feed.post/1").strippingNames()
    var reply = comment("b")
    reply.parent = "at://did:plc:b/app.bsky.feed.post/1"
    #expect(post.idIsDerived)
    #expect(reply.strippingNames().parent == post.id)
  }
}
