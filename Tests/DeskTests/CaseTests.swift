import Casework
import Moderation
import Testing

@testable import Desk

@Suite("Cases on a desk")
struct CaseTests {
  let scratch = Scratch()

  private func prepare(_ policy: AgencyPolicy = CaseSample.policy) throws -> Desk {
    scratch.ticks.set(CaseSample.mondayMorning)
    let desk = try scratch.desk(policy, by: Sample.kereru)
    // Posted on the Friday before, 17:00 in Auckland.
    let posted = CaseSample.mondayMorning - 64 * 3_600_000
    try desk.receive(
      (1...4).map { Sample.received(Sample.comment("c\($0)", "what did it cost? canaryword \($0)", posted: posted)) },
      feed: Sample.feed, by: Sample.kereru)
    return desk
  }

  private func take(
    _ desk: Desk, _ id: String, _ step: String, _ pairs: [String] = [], by user: UserName = CaseSample.officer
  ) throws -> [Event] {
    let kind = try #require(try desk.caseDetail(id, for: user)?.file.kind)
    let entry = try StepEntry.read(step, pairs, in: kind) { _ in nil }.get()
    return try desk.take(entry, onCase: id, by: user)
  }

  private func refusal(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch CommitError.refused(let refusal) {
      return refusal.code
    } catch let refusal as CaseRefusal {
      return refusal.code
    } catch {
      return "\(error)"
    }
  }

  @Test("Opening keeps the words as they are, the four dates apart and the clock with its derivation")
  func opened() throws {
    let desk = try prepare()
    let decided = try desk.commit([CaseSample.open("c1", CaseSample.request)], by: Sample.kereru)[0]
    let detail = try #require(try desk.caseDetail("C-2026-0001", for: CaseSample.officer))
    #expect(detail.file.kind == .informationRequest)
    #expect(detail.file.cause == decided.sequence)
    #expect(detail.verbatim == "what did it cost? canaryword 1")
    #expect(detail.file.textSHA256 == decided.textSHA256)
    #expect(detail.file.dates.posted?.milliseconds == CaseSample.mondayMorning - 64 * 3_600_000)
    #expect(detail.file.dates.received == detail.file.dates.posted)
    #expect(detail.file.dates.noticed < detail.file.dates.recognised)
    #expect(detail.row.due?.deadline.due.iso8601 == "2026-10-16")
    #expect(detail.row.left.text == "19 working days left")
    #expect(detail.strip.first?.kind == .start)
    #expect(detail.strip.last?.isDue == true)
    #expect(detail.strip.contains { $0.isToday })
    #expect(detail.options.first { $0.step == .decided }?.whyNot?.contains("part 1 is not decided") == true)
    // An edit afterwards does not change what was asked.
    try desk.receive(
      [Sample.received(Sample.comment("c1", "never mind"))], feed: FeedIdentity(sha256: "2", format: "x", rules: "y"),
      by: Sample.kereru)
    #expect(try desk.caseDetail("C-2026-0001", for: CaseSample.officer)?.verbatim == "what did it cost? canaryword 1")
    let log = try desk.events(before: nil, limit: 99).flatMap(\.details)
    #expect(!log.contains { $0.contains("canaryword") })
    try desk.check()
  }

  @Test("What kind of case it is comes from the decision, else its reason, else what the comment is flagged as")
  func kinds() throws {
    let desk = try prepare()
    try desk.commit([CaseSample.open("c1", CaseSample.own)], by: Sample.kereru)
    try desk.commit([CaseSample.open("c2", CaseSample.own, kind: .complaint)], by: Sample.kereru)
    let kinds = try desk.cases(CaseQuery(openOnly: false)).map(\.file).sorted { $0.id < $1.id }.map(\.kind)
    #expect(kinds == [.ownInformation, .complaint])
    var policy = CaseSample.policy
    policy.reasons.append(
      Reason(code: ReasonCode("OTHER"), title: "Other", head: .none, citizenText: "", basis: "x", verbs: [.openCase]))
    policy.digest = String(repeating: "9", count: 64)
    try desk.commit([Sample.decision("c3", .hide)], by: Sample.kereru)
    #expect(
      refusal { try desk.commit([CaseSample.open("c1", CaseSample.own)], by: Sample.kereru) } == "case_open_already")
    try desk.check()
  }

  @Test(
    "A request from comment to sent, through the desk: refusals are events, words are in the vault, the story reads on")
  func wholeLife() throws {
    let desk = try prepare()
    try desk.commit([CaseSample.open("c1", CaseSample.request)], by: Sample.kereru)
    let id = "C-2026-0001"
    _ = try take(desk, id, "acknowledged", ["mode=private_message"])
    _ = try take(desk, id, "split", ["parts=what it cost", "parts=who decided"])
    #expect(refusal { _ = try take(desk, id, "decided") } == "parts_undecided")
    #expect(
      refusal { _ = try take(desk, id, "part_decided", ["part=1", "outcome=granted"], by: Sample.kereru) }
        == "role_not_allowed", "a moderator opens and acknowledges, and does not decide")
    _ = try take(
      desk, id, "part_decided",
      ["part=1", "outcome=part", "grounds=s9(2)(a)", "public_interest_weighed=yes", "words=names are left out"])
    _ = try take(desk, id, "part_decided", ["part=2", "outcome=granted"])
    let decided = try take(desk, id, "decided")
    #expect(decided.first?.outcome == "in time")
    #expect(refusal { _ = try take(desk, id, "sent", ["mode=email"]) } == "review_right_missing")
    _ = try take(desk, id, "sent", ["mode=email", "address=canary@home.example", "review_right_stated=yes"])
    _ = try take(desk, id, "closed")
    let detail = try #require(try desk.caseDetail(id, for: CaseSample.officer))
    #expect(detail.parts.map(\.words) == ["what it cost", "who decided"])
    #expect(detail.parts[0].why == "names are left out")
    #expect(
      detail.story.map(\.line.text).dropFirst() == [
        "acknowledged", "split into 2 parts", "part 1 granted in part under s9(2)(a), the public interest weighed",
        "part 2 granted", "decided, in time", "sent by email, the right to complain stated",
        "closed",
      ])
    #expect(detail.story[6].words.isEmpty && detail.story[6].line.hasAddress)
    #expect(refusal { _ = try desk.addresses(ofCase: id, purpose: " ", by: CaseSample.officer) } == "purpose_missing")
    #expect(refusal { _ = try desk.addresses(ofCase: id, purpose: "x", by: Sample.kereru) } == "role_not_allowed")
    #expect(
      try desk.addresses(ofCase: id, purpose: "posting the decision", by: CaseSample.officer) == ["canary@home.example"]
    )
    #expect(try desk.events(before: nil, limit: 1).map(\.target) == ["address C-2026-0001"])
    #expect(detail.row.left.text == "closed")
    #expect(try desk.cases().isEmpty)
    let refusals = try desk.events(before: nil, limit: 99).filter { $0.type == .refused }.compactMap(\.refusal)
    #expect(
      refusals.reversed() == [
        "parts_undecided", "role_not_allowed", "review_right_missing", "purpose_missing", "role_not_allowed",
      ])
    let log = try desk.events(before: nil, limit: 99).flatMap { $0.details + [$0.target ?? "", $0.outcome ?? ""] }
    #expect(!log.contains { $0.contains("canary") || $0.contains("names are") })
    try desk.check()
  }

  @Test("Undoing the decision withdraws its case; once the case has gone on, it takes a step there instead")
  func undone() throws {
    let desk = try prepare()
    try desk.commit([CaseSample.open("c1", CaseSample.request)], by: Sample.kereru)
    try desk.undo(by: Sample.kereru)
    #expect(try desk.caseDetail("C-2026-0001", for: CaseSample.officer)?.file.state == "withdrawn")
    try desk.commit([CaseSample.open("c1", CaseSample.request)], by: Sample.kereru)
    _ = try take(desk, "C-2026-0002", "acknowledged")
    #expect(throws: CommitError.refused(.caseMovedOn("C-2026-0002"))) { try desk.undo(by: Sample.kereru) }
    #expect(try desk.caseDetail("C-2026-0002", for: CaseSample.officer)?.file.state == "running")
    try desk.check()
  }

  @Test(
    "A serious complaint goes to the executive in the same transaction; another when somebody sees that it is serious")
  func serious() throws {
    let desk = try prepare()
    let before = try desk.lastSequence()
    try desk.commit([CaseSample.open("c1", CaseSample.neutral)], by: Sample.kereru)
    let escalation = try #require(try desk.escalations().first?.escalation)
    #expect(escalation.level == .s1 && escalation.role == "executive" && escalation.caseID == "C-2026-0001")
    #expect(escalation.raised == before + 3, "decision, case, escalation: one after the other")
    try desk.commit([CaseSample.open("c2", CaseSample.complaint)], by: Sample.kereru)
    #expect(try desk.escalations().count == 1)
    #expect(try desk.cases().map(\.file.person) == ["g.moa", "d.huia"], "on call, or the channel's owner")
    let events = try take(desk, "C-2026-0002", "marked_serious", ["about=neutrality"], by: Sample.kereru)
    #expect(events.map(\.step) == ["marked_serious", "raised"])
    #expect(try desk.escalations().count == 2)
    // Undoing takes both back.
    try desk.undo(event: escalation.cause ?? 0, by: Sample.kereru)
    #expect(try desk.escalation(escalation.id)?.escalation.state == .withdrawn)
    try desk.check()
  }

  @Test("A breach goes to the privacy officer and the executive; closing the case ends both")
  func breach() throws {
    let desk = try prepare()
    try desk.commit([CaseSample.open("c1", CaseSample.breach)], by: Sample.kereru)
    #expect(try Set(desk.escalations().map(\.escalation.role)) == ["privacy", "executive"])
    for (step, pairs) in [
      ("contained", ["words=taken down"]), ("assessed", ["harm=no", "words=one name"]),
      ("notifiable", ["notifiable=no", "words=no harm"]), ("closed", []),
    ] {
      _ = try take(desk, "C-2026-0001", step, pairs)
    }
    #expect(try desk.escalations().isEmpty)
    #expect(try desk.escalations(openOnly: false).allSatisfy { $0.escalation.outcome == "case closed" })
    try desk.check()
  }

  @Test("A review is a case of its own, by somebody else, and the request says that it is under review")
  func review() throws {
    let desk = try prepare()
    try desk.commit([CaseSample.open("c1", CaseSample.request)], by: Sample.kereru)
    let id = "C-2026-0001"
    _ = try take(desk, id, "part_decided", ["part=1", "outcome=granted"])
    _ = try take(desk, id, "decided")
    _ = try take(desk, id, "sent", ["mode=post"])
    let opened = try take(desk, id, "review_opened", ["by=agency"])
    #expect(opened.map(\.matter) == [id, "C-2026-0002"])
    #expect(try desk.caseDetail(id, for: CaseSample.officer)?.file.state == "under_review")
    #expect(refusal { _ = try take(desk, id, "closed") } == "review_open")
    let review = "C-2026-0002"
    let pairs = ["outcome=varied", "words=more can be said"]
    #expect(refusal { _ = try take(desk, review, "review_decided", pairs) } == "reviewer_must_differ")
    _ = try take(desk, review, "review_decided", pairs, by: Sample.tui)
    _ = try take(desk, review, "sent", ["mode=post"], by: Sample.tui)
    let closed = try take(desk, review, "closed", by: Sample.tui)
    #expect(closed.map(\.step) == ["closed", "review_closed"])
    #expect(try desk.caseDetail(id, for: CaseSample.officer)?.file.state == "sent")
    _ = try take(desk, id, "closed")
    try desk.check()
  }

  @Test(
    "A step that somebody took since the case was shown stands in the way of one that was meant for the case before")
  func overtaken() throws {
    let desk = try prepare()
    try desk.commit([CaseSample.open("c1", CaseSample.request)], by: Sample.kereru)
    let seen = try #require(try desk.cases().first?.file.last)
    _ = try take(desk, "C-2026-0001", "part_decided", ["part=1", "outcome=granted"], by: Sample.tui)
    let refused = StepEntry(
      .partDecided,
      [.part: .number(1), .outcome: .word("refused"), .grounds: .codes(["s6(a)"]), .words: .words("no")])
    #expect(
      refusal { try desk.take(refused, onCase: "C-2026-0001", seen: seen, by: CaseSample.officer) } == "case_overtaken")
    let now = try desk.cases().first?.file.last
    #expect(refusal { try desk.take(refused, onCase: "C-2026-0001", seen: now, by: CaseSample.officer) } == nil)
    try desk.check()
  }

  @Test("Another comment about the same matter joins the case, and is found from both")
  func joined() throws {
    let desk = try prepare()
    try desk.commit([CaseSample.open("c1", CaseSample.request)], by: Sample.kereru)
    _ = try take(desk, "C-2026-0001", "joined", ["comment=" + Sample.item("c2").rawValue])
    #expect(try desk.cases(of: Sample.item("c2")).map(\.file.id) == ["C-2026-0001"])
    #expect(refusal { _ = try take(desk, "C-2026-0001", "joined", ["comment=nothing"]) } == "comment_unknown")
    #expect(refusal { _ = try take(desk, "C-2026-0001", "assigned", ["role=nobody"]) } == "nobody_such")
    _ = try take(desk, "C-2026-0001", "assigned", ["role=privacy", "person=i.kaka"])
    #expect(try desk.cases().first?.file.person == "i.kaka")
    try desk.check()
  }

  @Test("Where the policy names no statute the case is open without a clock, and setting one counts from receipt")
  func noStatute() throws {
    var policy = CaseSample.policy
    policy.casework.regime = ""
    let desk = try prepare(policy)
    try desk.commit([CaseSample.open("c1", CaseSample.request)], by: Sample.kereru)
    #expect(try desk.cases().first?.left.text == "no clock")
    scratch.ticks.advance(seconds: 10 * 86_400)
    #expect(
      refusal { _ = try take(desk, "C-2026-0001", "statute_set", ["regime=nz-xyz", "words=w"]) } == "regime_unknown")
    _ = try take(desk, "C-2026-0001", "statute_set", ["regime=nz-lgoima-wellington", "words=a council's page"])
    #expect(try desk.cases().first?.due?.deadline.due.iso8601 == "2026-10-16")
    try desk.check()
  }

  @Test(
    "Who may take which step is what the matrix says",
    arguments: [
      (Sample.kereru, "acknowledged", nil), (Sample.kereru, "part_decided part=1 outcome=granted", "role_not_allowed"),
      (Sample.ruru, "acknowledged", "role_not_allowed"), (Sample.tui, "part_decided part=1 outcome=granted", nil),
      (Sample.huia, "part_decided part=1 outcome=granted", nil), (Sample.moa, "acknowledged", "role_not_allowed"),
      (CaseSample.officer, "part_decided part=1 outcome=granted", nil),
      (CaseSample.whio, "acknowledged", "not_authorised"), (Sample.stranger, "acknowledged", "not_authorised"),
    ] as [(UserName, String, String?)])
  func permissions(user: UserName, line: String, expected: String?) throws {
    let desk = try prepare()
    try desk.commit([CaseSample.open("c1", CaseSample.request)], by: Sample.kereru)
    let words = line.split(separator: " ").map(String.init)
    #expect(
      refusal { _ = try take(desk, "C-2026-0001", words[0], Array(words.dropFirst()), by: user) } == expected)
  }

  @Test("Late is said in words, and a list puts the soonest due first")
  func lists() throws {
    let desk = try prepare()
    try desk.commit([CaseSample.open("c1", CaseSample.request)], by: Sample.kereru)
    try desk.commit([CaseSample.open("c2", CaseSample.complaint)], by: Sample.kereru)
    #expect(try desk.cases().map(\.left.text) == ["overdue by 1 working day", "19 working days left"])
    scratch.ticks.advance(seconds: 25 * 86_400)
    #expect(try desk.cases().map(\.left.text) == ["overdue by 20 working days", "due today"])
    scratch.ticks.advance(seconds: 4 * 86_400)
    let rows = try desk.cases(CaseQuery(kinds: [.informationRequest]))
    #expect(rows.map(\.left.text) == ["overdue by 2 working days"])
    #expect(try desk.cases(CaseQuery(regime: "nz-oia")).count == 1)
    #expect(try desk.cases(CaseQuery(channel: "elsewhere")).isEmpty)
  }

  @Test("A playbook is walked step by step: what must be done cannot be left out, what is left out says why")
  func playbook() throws {
    let desk = try prepare()
    try desk.commit([CaseSample.open("c1", CaseSample.breach)], by: Sample.kereru)
    #expect(try desk.playbook(of: "C-2026-0001")?.playbook.id == "breach", "by its reason before its class")
    #expect(
      refusal { try desk.mark("contain", ofPlaybookFor: "C-2026-0001", isDone: false, words: "no", by: Sample.kereru) }
        == "step_must_be_done")
    try desk.mark("contain", ofPlaybookFor: "C-2026-0001", isDone: true, by: Sample.kereru)
    #expect(
      refusal { try desk.mark("press", ofPlaybookFor: "C-2026-0001", isDone: false, by: Sample.kereru) }
        == "reason_missing")
    try desk.mark("press", ofPlaybookFor: "C-2026-0001", isDone: false, words: "nobody asked", by: Sample.kereru)
    #expect(try desk.playbook(of: "C-2026-0001")?.isFinished == true)
    #expect(
      try desk.caseDetail("C-2026-0001", for: CaseSample.officer)?.story.map(\.line.text).suffix(2) == [
        "playbook breach: contain done", "playbook breach: press skipped",
      ])
    try desk.commit([Sample.decision("c2", .escalate, Sample.threat)], by: Sample.kereru)
    let urgent = try #require(try desk.escalations().first { $0.escalation.caseID == nil }?.escalation.id)
    #expect(try desk.playbook(of: urgent)?.playbook.id == "urgent")
    try desk.check()
  }

  @Test("Notes are kept with a comment, a thread or a case; a watched thread is known until it is dropped")
  func notes() throws {
    let desk = try prepare()
    try desk.note("they rang", on: Sample.item("c1"), by: Sample.kereru)
    try desk.note("turning ugly", on: Sample.item("c2"), about: .watch, by: Sample.weka)
    #expect(try desk.notes(on: Sample.item("c1")).map(\.words) == ["they rang"])
    let watched = try desk.watchedThreads()
    #expect(watched.map(\.words) == ["turning ugly"])
    #expect(watched.first?.threadTitle == "Title of t1")
    try desk.dropNote(watched[0].note.id, by: Sample.kereru)
    #expect(try desk.watchedThreads().isEmpty)
    #expect(refusal { try desk.note(" ", on: Sample.item("c1"), by: Sample.kereru) } == "words_missing")
    #expect(refusal { try desk.note("x", on: Sample.item("c1"), by: Sample.stranger) } == "not_authorised")
    try desk.check()
  }

  @Test("Rows that were changed by hand are noticed when the views are made anew")
  func tampered() throws {
    let desk = try prepare()
    try desk.commit([CaseSample.open("c1", CaseSample.request)], by: Sample.kereru)
    try desk.check()
    for change in ["state = 'closed', closed = 1", "due = due + 86400000", "id = 'C-2026-0009'"] {
      try scratch.tamper("UPDATE matter SET \(change) WHERE kind = 'case'")
      #expect(try desk.compareViews().contains { $0.table == "matter" }, "\(change)")
      try scratch.tamper("UPDATE matter SET id = 'C-2026-0001' WHERE kind = 'case'")
      try desk.note("x", onMatter: "C-2026-0001", by: Sample.kereru)
      #expect(try desk.compareViews().isEmpty, "the next event writes the row anew")
    }
  }
}
