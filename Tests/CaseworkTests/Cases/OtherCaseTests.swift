import Casework
import Moderation
import Testing

@Suite("Complaints, breaches, notices and reviews")
struct OtherCaseTests {
  private func live(
    _ world: inout CaseWorld, _ lines: [(String, String, String)], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (line, outcome, state) in lines {
      #expect(world.play(line) == outcome, "\(line)", sourceLocation: sourceLocation)
      #expect(world.file?.state == state, "after \(line)", sourceLocation: sourceLocation)
    }
  }

  private func due(_ world: CaseWorld, _ clock: ClockKind) -> String? {
    world.file?.deadlines.first { $0.clock == clock }?.deadline.due.iso8601
  }

  @Test("A complaint is acknowledged the same working day, moved off the public page, resolved and learned from")
  func complaint() {
    var world = CaseWorld(now: "2026-11-20 09:00")
    world.open(.complaint, regime: "nz-complaint", posted: "2026-11-20 08:40")
    #expect(due(world, .acknowledge) == "2026-11-20")
    live(
      &world,
      [
        ("2026-11-20 closed", "not_acknowledged", "open"),
        ("2026-11-20 acknowledged mode=same_channel", "ok", "acknowledged"),
        ("2026-11-20 moved_private mode=email address='a@b.example'", "ok", "moved_private"),
        ("2026-11-23 closed", "not_resolved", "moved_private"),
        ("2026-11-23 lessons words='x'", "step_too_early", "moved_private"),
        ("2026-11-23 marked_serious about=neutrality", "ok", "moved_private"),
        ("2026-11-23 marked_serious about=other", "step_done", "moved_private"),
        ("2026-11-24 resolved outcome=upheld", "field_missing", "moved_private"),
        ("2026-11-24 resolved outcome=upheld words='we were wrong'", "ok", "resolved"),
        ("2026-11-24 lessons words='ask twice'", "ok", "resolved"),
        ("2026-11-24 closed", "ok", "closed"),
      ])
    #expect(world.events[1].outcome == "in time")
  }

  @Test("A complaint of a Saturday is due on Monday, and an acknowledgement after that is late")
  func weekend() {
    var world = CaseWorld(now: "2026-11-21 09:00")
    world.open(.complaint, regime: "nz-complaint", posted: "2026-11-21 08:40")
    #expect(due(world, .acknowledge) == "2026-11-23")
    #expect(world.play("2026-11-24 acknowledged") == "ok")
    #expect(world.events.last?.outcome == "late")
  }

  @Test("A breach is contained, assessed, found notifiable and notified, in that order, before it can be closed")
  func breach() {
    var world = CaseWorld(now: "2026-11-20 09:00")
    world.open(.breach, regime: "nz-privacy-breach", posted: "2026-11-19 08:40")
    #expect(due(world, .notify) == "2026-11-23T09:00:00+13:00", "72 hours from when the agency knew of it")
    live(
      &world,
      [
        ("2026-11-20T10:00 notifiable notifiable=yes words='x'", "not_assessed", "open"),
        ("2026-11-20T10:00 contained words='the file was taken down'", "ok", "contained"),
        ("2026-11-20T10:00 closed", "not_assessed", "contained"),
        ("2026-11-20T11:00 assessed harm=yes people=14 words='addresses of patients'", "ok", "assessed"),
        ("2026-11-20T11:00 notified whom=commissioner", "not_notifiable", "assessed"),
        ("2026-11-20T12:00 notifiable notifiable=yes words='serious harm is likely'", "ok", "notifiable"),
        ("2026-11-20T12:00 closed", "not_notified", "notifiable"),
        ("2026-11-21T12:00 notified whom=commissioner", "ok", "notifiable"),
        ("2026-11-24T12:00 notified whom=people", "ok", "notified"),
        ("2026-11-24T12:00 closed", "ok", "closed"),
      ])
    #expect(world.events.first { $0.step == "notified" }?.outcome == "in time")
    #expect(world.events.last { $0.step == "notified" }?.outcome == "late")
    #expect(world.file?.deadlines.first?.wasLate == true)
  }

  @Test("A breach that need not be notified is closed without; whom an exception spares need not be told")
  func notNotifiable() {
    var world = CaseWorld(now: "2026-11-20 09:00")
    world.open(.breach, regime: "nz-privacy-breach", posted: nil)
    for line in ["contained words='x'", "assessed harm=no words='x'", "notifiable notifiable=no words='no harm'"] {
      #expect(world.play("2026-11-20 " + line) == "ok")
    }
    #expect(world.file?.nextDeadline == nil)
    #expect(world.play("2026-11-20 closed") == "ok")
    var other = CaseWorld(now: "2026-11-20 09:00")
    other.open(.breach, regime: "nz-privacy-breach", posted: nil)
    for line in [
      "contained words='x'", "assessed harm=yes words='x'", "notifiable notifiable=yes words='harm'",
      "notified whom=commissioner", "notification_excepted whom=people words='it would do more harm'", "closed",
    ] {
      #expect(other.play("2026-11-20 " + line) == "ok", "\(line)")
    }
  }

  @Test("A notice of complaint goes to the author within 48 hours, who has 48 hours to answer")
  func notice() {
    var world = CaseWorld(now: "2026-11-20 09:00")
    world.open(.hdcNotice, regime: "nz-hdca", posted: "2026-11-20 08:00")
    #expect(due(world, .passOn) == "2026-11-22T08:00:00+13:00")
    live(
      &world,
      [
        ("2026-11-20T09:30 checked valid=yes", "ok", "open"),
        ("2026-11-20T09:30 taken_down", "author_not_told", "open"),
        ("2026-11-20T09:30 counter_notice consents=no", "author_not_told", "open"),
        ("2026-11-20T10:00 passed_on hidden=hidden", "ok", "passed_on"),
        ("2026-11-20T10:00 left_up", "author_may_still_answer", "passed_on"),
        ("2026-11-20T10:00 complainant_told", "notice_unsettled", "passed_on"),
        ("2026-11-21T10:00 counter_notice consents=no", "ok", "counter_notice"),
        ("2026-11-21T10:00 left_up", "ok", "left_up"),
        ("2026-11-21T10:00 closed", "step_too_early", "left_up"),
        ("2026-11-21T11:00 complainant_told", "ok", "left_up"),
        ("2026-11-21T11:00 closed", "ok", "closed"),
      ])
    #expect(due(world, .counterNotice) == "2026-11-22T10:00:00+13:00")
  }

  @Test("Where the author agrees it comes down, and where the author cannot be reached it comes down in 48 hours")
  func takenDown() {
    var agreed = CaseWorld(now: "2026-11-20 09:00")
    agreed.open(.hdcNotice, regime: "nz-hdca", posted: "2026-11-20 08:00")
    live(
      &agreed,
      [
        ("2026-11-20T10:00 passed_on hidden=agreed", "ok", "passed_on"),
        ("2026-11-20T12:00 counter_notice consents=yes", "ok", "counter_notice"),
        ("2026-11-20T12:00 left_up", "author_consents", "counter_notice"),
        ("2026-11-20T12:00 taken_down", "ok", "taken_down"),
      ])
    var unreachable = CaseWorld(now: "2026-11-20 09:00")
    unreachable.open(.hdcNotice, regime: "nz-hdca", posted: "2026-11-20 08:00")
    live(
      &unreachable,
      [
        ("2026-11-20T10:00 author_unreachable words='no message can be sent'", "ok", "author_unreachable"),
        ("2026-11-22T09:00 taken_down", "ok", "taken_down"),
      ])
    #expect(unreachable.events.last?.outcome == "late")
  }

  @Test("Whoever made a decision does not look at it again")
  func review() {
    var world = CaseWorld(now: "2026-11-20 09:00")
    world.open(.appeal, regime: "", posted: "2026-11-20 08:00", decider: "a.kereru")
    live(
      &world,
      [
        ("2026-11-20 review_decided outcome=overturned words='too hasty'", "reviewer_must_differ", "under_review"),
        ("2026-11-20 closed", "step_too_early", "under_review"),
      ])
    world.actor = "b.weka"
    live(
      &world,
      [
        ("2026-11-20 review_decided outcome=overturned words='too hasty'", "ok", "decided"),
        ("2026-11-20 sent mode=same_channel", "ok", "sent"),
        ("2026-11-20 closed", "ok", "closed"),
      ])
  }

  @Test("Every refusal says what to write instead, and no two are spelt alike")
  func wording() {
    let on = StepField.Name.on
    let refusals: [CaseRefusal] = [
      .closed(.closed), .closed(.withdrawn), .notClosed, .done(.decided), .before(.sent, needs: .decided),
      .afterDecision(.extended), .eligibilityNotAsked(regime: "nz-lgoima"), .identityUnconfirmed(.decided),
      .clarificationOpen, .noClarificationAsked, .notStopped, .alreadyTransferred, .partUnknown(3, count: 2),
      .partsDecided, .partsUndecided([1, 2]), .groundsMissing(.refused, regime: "nz-oia", some: ["s6(a)"]),
      .groundsNotTaken(.granted), .groundUnknown("x", regime: "nz-oia", some: ["s6(a)"]),
      .interestNotWeighed(["s9(2)(a)"]),
      .whyMissing(.refused), .reviewRightMissing(body: "Ombudsman"), .secondPersonMissing,
      .secondPersonMustDiffer("a.kereru"), .reviewerMustDiffer("a.kereru"), .reviewsOpen(["C-2026-0002"]),
      .notAcknowledged, .notResolved, .notAssessed(.notifiable), .untold(["people"]), .notNotifiable, .noticeUnsettled,
      .authorNotTold, .authorConsents, .authorMayStillAnswer(until: Timestamp(seconds: 0)), .regimeUnknown("x"),
      .stepUnknown("x", among: ["a"]), .nobodySuch("x", among: []),
    ]
    for refusal in refusals {
      #expect(refusal.message.count > 15, "\(refusal.code)")
      #expect(!refusal.message.contains(refusal.code), "\(refusal.code): \(refusal.message)")
    }
    #expect(on.rawValue == "on")
  }

  @Test("Every step of every kind of case has its fields, its sentence and a right that it needs")
  func table() {
    for kind in CaseKind.allCases {
      let steps = CaseStep.steps(of: kind)
      #expect(Set(steps).count == steps.count)
      for step in steps {
        let names = step.fields(in: kind).map(\.name)
        #expect(Set(names).count == names.count, "\(step)")
        #expect(!step.title.isEmpty)
        #expect([.openCase, .decideCase].contains(step.permission))
      }
    }
  }
}
