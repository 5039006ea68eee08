import Moderation
import Testing

@testable import Publishing

@Suite("An event as a line for a person")
struct EventTextTests {
  private static let digest = String(repeating: "0123456789abcdef", count: 4)

  private func line(_ type: Event.Kind, _ change: (inout Event) -> Void = { _ in }) -> String {
    var event = Sample.event(type)
    change(&event)
    return EventText.line(event, localTime: Sample.wellington)
  }

  @Test("Every kind of event has its words")
  func kinds() {
    let item = ItemID(rawValue: "0123456789abcdef0123456789abcdef")
    let lines = [
      line(.deskCreated),
      line(.imported) {
        $0.imported = ImportDigest(
          feedSHA256: "f", format: "youtube-api@1", new: 3, changed: 1, same: 2, skipped: 0, itemsSHA256: "f")
        $0.channel = "waka"
      },
      line(.accounted) {
        $0.cause = 11
        $0.count = 6
      },
      line(.decided) {
        $0.verb = .hide
        $0.reasons = ["HEALTH-3P@1", "PERSONAL@1"]
        $0.item = item
        $0.revision = 2
        $0.onBehalfOf = "m.tui"
        $0.supersedes = 9
      },
      line(.decided) {
        $0.verb = .escalate
        $0.escalatedTo = "privacy_officer"
        $0.reasons = ["COMPLAINT@1"]
        $0.item = item
      },
      line(.decided) {
        $0.verb = .snooze
        $0.until = Timestamp(milliseconds: 1_783_735_325_000)
        $0.item = item
      },
      line(.undone) {
        $0.undoOf = 8
        $0.item = item
      },
      line(.refused) {
        $0.attempted = .delete
        $0.refusal = "role_not_allowed"
        $0.item = item
      },
      line(.refused) {
        $0.target = "undo"
        $0.refusal = "already_out"
        $0.item = item
      },
      line(.proposed) {
        $0.attempted = .delete
        $0.reasons = ["HATE@1"]
        $0.item = item
      },
      line(.batch) {
        $0.attempted = .hide
        $0.count = 42
        $0.reasons = ["SPAM@1"]
      },
      line(.reopened) {
        $0.outcome = "new flag"
        $0.cause = 11
        $0.item = item
      },
      line(.exported) {
        $0.cause = 10
        $0.target = "sheet s1"
        $0.item = item
      },
      line(.applied) {
        $0.cause = 10
        $0.after = ItemState(stage: .applied)
        $0.item = item
      },
      line(.reconciled) {
        $0.cause = 10
        $0.after = ItemState(stage: .notApplied)
        $0.outcome = "still shown"
        $0.item = item
      },
      line(.unmasked) { $0.item = item },
      line(.revealed) { $0.item = item },
      line(.policyAdopted) { $0.target = "policy " + Self.digest },
      line(.sheetWritten) {
        $0.target = "sheet s1"
        $0.count = 1
        $0.audience = "web team"
        $0.channel = "waka"
      },
      line(.sealed) { $0.target = "seal 120" },
      line(.backedUp),
      line(.restored) { $0.target = "backup " + Self.digest },
      line(.migrated) { $0.outcome = "schema 1 to 2" },
      line(.caseStep) {
        $0.matter = "C-2026-0007"
        $0.step = "clarification_asked"
        $0.item = item
      },
      line(.playbookStep) {
        $0.matter = "E-2026-0002"
        $0.step = "done"
      },
      line(.noted) { $0.item = item },
      line(.disposed) { $0.count = 12 },
      line(.gathered) {
        $0.target = "author weka-2207"
        $0.count = 3
      },
    ]
    #expect(
      lines.joined(separator: "\n") == """
        12     2026-07-10 14:02  a.kereru      desk created
        12     2026-07-10 14:02  a.kereru      imported 3 new, 1 edited, 2 known (youtube-api@1) on waka
        12     2026-07-10 14:02  a.kereru      import finished, 6 records not read
        12     2026-07-10 14:02  a.kereru      hide  HEALTH-3P@1  PERSONAL@1  item 0123456789ab r2  \
        in place of m.tui  instead of event 9
        12     2026-07-10 14:02  a.kereru      escalate  to privacy_officer  COMPLAINT@1  item 0123456789ab r1
        12     2026-07-10 14:02  a.kereru      snooze  until 2026-07-11 14:02  item 0123456789ab r1
        12     2026-07-10 14:02  a.kereru      undone: event 8  item 0123456789ab r1
        12     2026-07-10 14:02  a.kereru      refused: delete (role_not_allowed)  item 0123456789ab r1
        12     2026-07-10 14:02  a.kereru      refused: undo (already_out)  item 0123456789ab r1
        12     2026-07-10 14:02  a.kereru      proposed: delete, waits for a second person  HATE@1  \
        item 0123456789ab r1
        12     2026-07-10 14:02  a.kereru      batch: hide, 42 items  SPAM@1
        12     2026-07-10 14:02  a.kereru      reopened by event 11: new flag  item 0123456789ab r1
        12     2026-07-10 14:02  a.kereru      event 10 exported on sheet s1  item 0123456789ab r1
        12     2026-07-10 14:02  a.kereru      event 10 reported applied  item 0123456789ab r1
        12     2026-07-10 14:02  a.kereru      found not applied by the import of event 10: still shown  item 0123456789ab r1
        12     2026-07-10 14:02  a.kereru      unmasked  item 0123456789ab r1
        12     2026-07-10 14:02  a.kereru      author revealed  item 0123456789ab r1
        12     2026-07-10 14:02  a.kereru      policy 0123456789ab adopted
        12     2026-07-10 14:02  a.kereru      sheet s1 written, 1 decision, for web team on waka
        12     2026-07-10 14:02  a.kereru      sealed (seal 120)
        12     2026-07-10 14:02  a.kereru      backed up
        12     2026-07-10 14:02  a.kereru      restored (backup 0123456789ab)
        12     2026-07-10 14:02  a.kereru      desk's schema migrated: schema 1 to 2
        12     2026-07-10 14:02  a.kereru      C-2026-0007 clarification asked  item 0123456789ab r1
        12     2026-07-10 14:02  a.kereru      playbook of E-2026-0002 done
        12     2026-07-10 14:02  a.kereru      note  item 0123456789ab r1
        12     2026-07-10 14:02  a.kereru      disposed, 12 texts
        12     2026-07-10 14:02  a.kereru      gathered what is held on an author, 3 texts (author weka-2207)
        """)
  }

  @Test("What nothing is known of is said without it")
  func sparse() {
    let lines = Event.Kind.allCases.map { line($0) }
    let words = lines.map { $0.split(separator: "a.kereru      ").last.map(String.init) ?? "" }
    #expect(
      words == [
        "desk created", "imported", "decided", "undone: event ?", "refused: ? (not allowed)",
        "proposed: ?, waits for a second person", "batch: ?", "reopened", "decision exported", "decision reported",
        "found", "unmasked", "author revealed", "policy adopted", "import finished", "sheet written", "sealed",
        "backed up", "restored", "desk's schema migrated", "case", "escalation", "playbook of ?", "record", "hold",
        "reply",
        "note", "disposed", "gathered what is held on an author",
      ])
  }

  @Test("Nothing that a feed wrote reaches the terminal as a command")
  func safe() {
    let text = line(.sheetWritten) { $0.channel = "a\u{1B}[2J\nb\u{202E}c\u{9B}d" }
    #expect(text.hasSuffix(" on a\u{FFFD}[2J\u{FFFD}b\u{FFFD}c\u{FFFD}d"))
  }
}
