import Casework
import Moderation
import Testing

@Suite("What a record is asked for")
struct RecordDraftTests {
  @Test("An empty draft is asked for all that its form needs, and a whole one for nothing")
  func missing() {
    var draft = RecordDraft(form: .structured, items: [])
    #expect(
      draft.missing == [.items, .title, .activity, .creator, .audience, .need, .worksheet, .retention])
    draft.form = .copy
    #expect(draft.missing == [.items, .title, .activity, .need, .worksheet, .retention])
    draft.form = .summary
    #expect(draft.missing == [.items, .title, .activity, .need, .worksheet, .summary, .retention])
    draft.items = [ItemID(rawValue: "1")]
    (draft.title, draft.activity, draft.need, draft.summary) = ("t", "a", "n", "s")
    draft.worksheet = PrivacyWorksheet(image: false, aboutIndividual: false, opinion: false)
    draft.retention = "REC"
    #expect(draft.missing == [])
    draft.worksheet?.opinion = true
    #expect(draft.missing == [.restriction])
    draft.worksheet?.businessContact = true
    #expect(draft.missing == [])
    draft.isTransitory = true
    #expect(draft.missing == [.transitoryReason])
  }

  @Test("A worksheet is read from its three answers, and from no fewer")
  func worksheet() {
    #expect(
      PrivacyWorksheet("image=no,about=yes opinion=N")
        == PrivacyWorksheet(image: false, aboutIndividual: true, opinion: false))
    for text in [
      "", "image=no about=yes", "image=no about=yes opinion=maybe", "image=no about=yes opinion=no else=yes",
    ] {
      #expect(PrivacyWorksheet(text) == nil, "\(text)")
    }
    let sheet = PrivacyWorksheet(image: true, aboutIndividual: false, opinion: true, businessContact: true)
    #expect(PrivacyWorksheet(sheet.text) == sheet)
    #expect(!sheet.findsPersonalInformation)
  }

  @Test("A title says what, of whom, where and when")
  func title() {
    let days = ["2026-07-10", "2026-07-09"].compactMap { CivilDate($0) }
    #expect(
      RecordTitle.text(aliases: ["weka-2207"], place: "Waka", days: [days[0]])
        == "Comment by weka-2207 on Waka, 2026-07-10")
    #expect(
      RecordTitle.text(aliases: ["weka-2207", "weka-2207"], place: "", days: days)
        == "2 comments by weka-2207, 2026-07-09 to 2026-07-10")
    #expect(RecordTitle.text(aliases: ["a", "b"], place: "Waka", days: []) == "2 comments by 2 authors on Waka")
  }

  @Test("Content comes out of the vault as it went in, whatever is written in it")
  func content() {
    let content = RecordContent(
      title: "t", activity: "a\u{0}\"\\", creator: "tōtara", audience: "</x>", need: "😀\n",
      worksheet: PrivacyWorksheet(image: false, aboutIndividual: true, opinion: false),
      parts: [
        RecordPart(
          item: "1", revision: 2, channel: "c", platform: "p", text: "x",
          redactions: [RecordPart.Redacted(start: 1, end: 2, label: "[name]")])
      ])
    #expect(RecordContent(json: content.json) == content)
    #expect(RecordContent(json: "{}") == nil)
  }
}
