import Moderation
import Testing

@testable import Publishing

@Suite("An event as a line of JSON")
struct EventLineTests {
  @Test("Keys that are unknown are absent")
  func bare() {
    #expect(
      EventLine.json(Sample.event(.deskCreated, sequence: 1)) == #"""
        {"seq":1,"id":"e1","at":"2026-07-10T02:02:05Z","zone":"Pacific/Auckland","type":"desk_created",\#
        "actor":"a.kereru","role":"moderator","authority":"policy:12","version":"docket 0.2","encoding":3,\#
        "prev":"aa","hash":"bb"}
        """#)
  }

  @Test("A decision says everything that a tribunal asks of it")
  func decision() {
    var event = Sample.event(.decided)
    event.learnedAt = Timestamp(milliseconds: 1_783_645_325_000)
    event.clockBehind = 1500
    event.verb = .hide
    event.onBehalfOf = "m.tui"
    event.channel = "waka \"page\"\n"
    event.item = ItemID(rawValue: "0123456789abcdef0123456789abcdef")
    event.revision = 2
    event.textSHA256 = "cc"
    event.before = ItemState()
    event.after = ItemState(status: .decided, visibility: .hidden, recorded: true, stage: .committed)
    event.reasons = ["HEALTH-3P@2", "PERSONAL@1"]
    event.rationale = "r1"
    event.publicText = "HEALTH-3P@2"
    event.flags = ["health 0.97 high third-party@1"]
    event.suggested = ["hide HEALTH-3P", "open_case INFO-REQ"]
    event.context = ["thread", "history"]
    event.policy = "dd"
    event.rules = "classifier@3"
    event.houseRules = "2026-05"
    event.automation = .humanAcceptingSuggestion
    event.masked = true
    event.claimedAt = Timestamp(milliseconds: 1_783_648_900_000)
    event.batch = "b1"
    event.cause = 11
    event.supersedes = 9
    event.host = "ee"
    #expect(
      EventLine.json(event) == #"""
        {"seq":12,"id":"e12","at":"2026-07-10T02:02:05Z","zone":"Pacific/Auckland",\#
        "learned_at":"2026-07-10T01:02:05Z","clock_behind":1500,"type":"decided","verb":"hide","actor":"a.kereru",\#
        "role":"moderator","authority":"policy:12","on_behalf_of":"m.tui","channel":"waka \"page\"\n",\#
        "item":"0123456789abcdef0123456789abcdef","rev":2,"text_sha256":"cc",\#
        "before":{"status":"open","visibility":"visible","recorded":false},\#
        "after":{"status":"decided","visibility":"hidden","recorded":true,"stage":"committed"},\#
        "reasons":["HEALTH-3P@2","PERSONAL@1"],"rationale":"r1","public_text":"HEALTH-3P@2",\#
        "flags":["health 0.97 high third-party@1"],"suggested":["hide HEALTH-3P","open_case INFO-REQ"],\#
        "context":["thread","history"],"policy":"dd","rules":"classifier@3","house_rules":"2026-05",\#
        "automation":"human_accepting_suggestion","masked":true,"claimed_at":"2026-07-10T02:01:40Z",\#
        "batch":"b1","cause":11,"supersedes":9,"version":"docket 0.2","host":"ee","encoding":3,"prev":"aa","hash":"bb"}
        """#)
  }

  @Test("A snooze, a refusal, an import and a sheet say what is theirs")
  func others() {
    var snooze = Sample.event(.decided)
    snooze.verb = .snooze
    snooze.escalatedTo = "owner"
    snooze.until = Timestamp(milliseconds: 1_783_735_325_000)
    var refused = Sample.event(.refused, sequence: 13)
    refused.attempted = .delete
    refused.refusal = "role_not_allowed"
    var imported = Sample.event(.imported, sequence: 14)
    imported.imported = ImportDigest(
      feedSHA256: "f1", format: "youtube-api@1", new: 3, changed: 1, same: 2, skipped: 0, itemsSHA256: "f2")
    var sheet = Sample.event(.sheetWritten, sequence: 15)
    sheet.target = "sheet s1"
    sheet.sha256 = "f3"
    sheet.count = 4
    sheet.audience = "web team"
    var undone = Sample.event(.undone, sequence: 16)
    undone.undoOf = 12
    var reopened = Sample.event(.reopened, sequence: 17)
    reopened.outcome = "edited"
    reopened.encoding = 1
    let head = #""at":"2026-07-10T02:02:05Z","zone":"Pacific/Auckland","type":"#
    let actor = #""actor":"a.kereru","role":"moderator","authority":"policy:12","#
    let tail = #""version":"docket 0.2","encoding":3,"prev":"aa","hash":"bb"}"#
    let lines = [snooze, refused, imported, sheet, undone, reopened].map(EventLine.json)
    #expect(
      lines == [
        #"{"seq":12,"id":"e12",\#(head)"decided","verb":"snooze",\#(actor)"escalated_to":"owner","#
          + #""until":"2026-07-11T02:02:05Z",\#(tail)"#,
        #"{"seq":13,"id":"e13",\#(head)"refused","attempted":"delete",\#(actor)"refusal":"role_not_allowed",\#(tail)"#,
        #"{"seq":14,"id":"e14",\#(head)"imported",\#(actor)"imported":{"feed_sha256":"f1","#
          + #""format":"youtube-api@1","new":3,"changed":1,"same":2,"skipped":0,"items_sha256":"f2"},\#(tail)"#,
        #"{"seq":15,"id":"e15",\#(head)"sheet_written",\#(actor)"target":"sheet s1","sha256":"f3","count":4,"#
          + #""audience":"web team",\#(tail)"#,
        #"{"seq":16,"id":"e16",\#(head)"undone",\#(actor)"undo_of":12,\#(tail)"#,
        #"{"seq":17,"id":"e17",\#(head)"reopened",\#(actor)"outcome":"edited","#
          + tail.replacing(#""encoding":3"#, with: #""encoding":1"#),
      ])
  }
}
