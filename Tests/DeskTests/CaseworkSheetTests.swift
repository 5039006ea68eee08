import Casework
import Moderation
import Testing

@testable import Desk

@Suite("Handover and summary from a desk")
struct CaseworkSheetTests {
  let scratch = Scratch()

  private func prepare() throws -> Desk {
    scratch.ticks.set(CaseSample.mondayMorning)
    let desk = try scratch.desk(CaseSample.policy, by: Sample.kereru)
    try desk.receive(
      (1...6).map { Sample.received(Sample.comment("c\($0)", "canaryword \($0)", author: "canary")) },
      feed: Sample.feed,
      by: Sample.kereru)
    return desk
  }

  @Test(
    "The handover sheet has what waits, what is due, what is held and watched, and what was done, and nobody's words")
  func handover() throws {
    let desk = try prepare()
    scratch.ticks.advance(seconds: 1)
    let start = scratch.ticks.now
    try desk.commit([Sample.decision("c1", .escalate, Sample.threat)], by: Sample.kereru)
    try desk.commit([CaseSample.open("c2", CaseSample.complaint)], by: Sample.kereru)
    var ask = Sample.decision("c3", .hold)
    ask.escalateTo = RoleName("c.tui")
    try desk.commit([ask], by: Sample.kereru)
    try desk.commit([Sample.decision("c4", .delete, Sample.hate)], by: Sample.huia)
    try desk.note("canaryword", on: Sample.item("c5"), about: .watch, by: Sample.weka)
    let sheet = try desk.handover(for: "b.weka", since: start)
    #expect(sheet.escalations.map(\.id) == ["E-2026-0001"])
    #expect(sheet.escalations.first?.who == "s.whio, security (021 555 0101)")
    #expect(sheet.clocks.map(\.id) == ["C-2026-0001"])
    #expect(sheet.held.map(\.what) == ["held, asked, on waka", "waits for a second person, on waka"])
    #expect(sheet.held.first?.who == "c.tui")
    #expect(sheet.threads.map(\.what) == ["the thread of c5 on waka"])
    #expect(sheet.happened.contains("1 escalated"))
    #expect(!sheet.happened.contains { $0.contains("came in") }, "that was before")
    let text = sheet.text { $0.civil(offsetMinutes: 720) }
    #expect(!text.contains("canary"))
    #expect(text.contains("Mon 21 September 2026"))
    // What is acknowledged still waits; what is past its time is marked.
    scratch.ticks.advance(seconds: 4000)
    #expect(try desk.handover(since: start).escalations.first?.isOverdue == true)
  }

  @Test("The summary counts what is open, late and answered, over the days asked for")
  func summary() throws {
    let desk = try prepare()
    try desk.commit([Sample.decision("c1", .escalate, Sample.threat)], by: Sample.kereru)
    try desk.acknowledge("E-2026-0001", by: CaseSample.whio)
    try desk.commit([Sample.decision("c6", .escalate, Sample.threat)], by: Sample.kereru)
    try desk.commit([CaseSample.open("c2", CaseSample.complaint)], by: Sample.kereru)
    try desk.commit([CaseSample.open("c3", CaseSample.request)], by: Sample.kereru)
    try desk.take(
      StepEntry(.acknowledged, [.mode: .word("phone")]), onCase: "C-2026-0001", by: Sample.kereru)
    scratch.ticks.advance(seconds: 4000)
    try desk.runTimers()
    let summary = try desk.summary(days: 7)
    #expect(summary.comments == 6)
    #expect(summary.waiting == 2)
    #expect(summary.escalations.raised == 3 && summary.escalations.lapsed == 1 && summary.escalations.open == 2)
    #expect(summary.escalations.acknowledgedInTime == 1)
    let complaints = try #require(summary.cases.first { $0.kind == .complaint })
    #expect(complaints.open == 1 && complaints.opened == 1 && complaints.answeredLate == 1)
    #expect(summary.breaches.contains { $0.hasPrefix("E-2026-0002 S1 not acknowledged in time by security") })
    #expect(summary.breaches.contains("C-2026-0001 acknowledge late"))
    #expect(!summary.text.contains("canary"))
    scratch.ticks.advance(seconds: 30 * 86_400)
    let later = try desk.summary(days: 7)
    #expect(later.comments == 0 && later.escalations.raised == 0 && later.escalations.open == 2)
    let backlog = try desk.caseworkBacklog()
    #expect(
      backlog == CaseworkBacklog(openCases: 2, overdueCases: 1, dueSoon: 0, openEscalations: 2, lateEscalations: 1))
  }
}
