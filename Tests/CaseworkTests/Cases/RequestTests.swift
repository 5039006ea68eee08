import Casework
import Moderation
import Testing

@Suite("Information requests")
struct RequestTests {
  /// A life as a table: each line a step at its day, what came of it, and where the case stands then.
  private func live(
    _ world: inout CaseWorld, _ lines: [(String, String, String)], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (line, outcome, state) in lines {
      #expect(world.play(line) == outcome, "\(line)", sourceLocation: sourceLocation)
      #expect(world.file?.state == state, "after \(line)", sourceLocation: sourceLocation)
    }
  }

  @Test("From a comment to its answer, and what is refused on the way")
  func wholeLife() {
    var world = CaseWorld(now: "2026-11-27 09:00")
    world.open(posted: "2026-11-26 16:40")
    #expect(world.due == "2026-12-24")
    live(
      &world,
      [
        ("2026-11-27 acknowledged mode=private_message", "ok", "running"),
        ("2026-11-27 acknowledged", "step_done", "running"),
        ("2026-11-27 eligibility_asked", "ok", "eligibility_asked"),
        ("2026-11-30 eligibility_confirmed", "field_missing", "eligibility_asked"),
        ("2026-11-30 eligibility_confirmed basis=hearsay", "value_unreadable", "eligibility_asked"),
        ("2026-11-30 eligibility_confirmed basis=stated", "ok", "running"),
        ("2026-11-30 split parts='what it cost' parts='who decided'", "ok", "running"),
        ("2026-12-01 part_decided part=3 outcome=granted", "part_unknown", "running"),
        ("2026-12-01 part_decided part=1 outcome=refused words='no'", "grounds_missing", "running"),
        ("2026-12-01 part_decided part=1 outcome=refused grounds=s99 words='no'", "ground_unknown", "running"),
        (
          "2026-12-01 part_decided part=1 outcome=part grounds='s9(2)(a)' words='names'", "public_interest_not_weighed",
          "running"
        ),
        (
          "2026-12-01 part_decided part=1 outcome=part grounds='s9(2)(a)' public_interest_weighed=yes",
          "reasons_missing", "running"
        ),
        (
          "2026-12-01 part_decided part=1 outcome=part grounds='s 9(2)(a), s 6(a)' words='names'",
          "public_interest_not_weighed", "running"
        ),
        (
          "2026-12-01 part_decided part=1 outcome=part grounds='s9(2)(a)' public_interest_weighed=yes words='names'",
          "ok", "running"
        ),
        ("2026-12-01 split parts='again'", "parts_decided", "running"),
        ("2026-12-02 decided", "parts_undecided", "running"),
        ("2026-12-02 part_decided part=2 outcome=granted grounds='s6(a)'", "grounds_not_taken", "running"),
        ("2026-12-02 part_decided part=2 outcome=granted", "ok", "running"),
        ("2026-12-02 sent mode=email", "step_too_early", "running"),
        ("2026-12-02 decided on=2026-12-03", "in_the_future", "running"),
        ("2026-12-02 decided on=2026-11-20", "before_receipt", "running"),
        ("2026-12-02 decided", "ok", "decided"),
        (
          "2026-12-02 extended to=2027-02-01 reason=quantity on=2026-12-02 review_right_stated=yes words='much'",
          "after_decision", "decided"
        ),
        ("2026-12-03 closed", "step_too_early", "decided"),
        ("2026-12-03 sent mode=email", "review_right_missing", "decided"),
        ("2026-12-03 sent mode=email address='x@y.example' review_right_stated=yes", "ok", "sent"),
        ("2026-12-04 closed", "ok", "closed"),
        ("2026-12-04 lessons words='x'", "step_unknown", "closed"),
        ("2026-12-05 reopened", "field_missing", "closed"),
        ("2026-12-05 reopened words='a part was forgotten'", "ok", "running"),
        ("2026-12-06 decided", "ok", "decided"),
      ])
  }

  @Test("Recognising late never moves the due date, and the four dates stay apart")
  func late() throws {
    var dues: Set<String?> = []
    for recognised in ["2026-11-27 09:00", "2026-12-10 09:00", "2027-02-20 09:00"] {
      var world = CaseWorld(now: recognised)
      world.open(posted: "2026-11-26 16:40", noticed: "2026-11-27 08:00")
      dues.insert(world.due)
      let dates = try #require(world.file?.dates)
      #expect(dates.received == CaseWorld.moment("2026-11-26 16:40"))
      #expect(dates.recognised == CaseWorld.moment(recognised))
      #expect(dates.noticed == CaseWorld.moment("2026-11-27 08:00"))
    }
    #expect(dues == ["2026-12-24"])
  }

  @Test("A comment whose feed does not say when it was posted counts from when the desk had it")
  func unknownPosting() throws {
    var world = CaseWorld(now: "2026-12-01 09:00")
    world.open(posted: nil, noticed: "2026-11-27 08:00")
    #expect(world.due == "2027-01-18")
    #expect(world.file?.dates.posted == nil)
    #expect(world.file?.dates.basis == .noticed)
  }

  @Test(
    "An extension is notified in time, once, to a later day, with the right to complain: else it is refused by its section",
    arguments: [
      ("2026-12-10 extended to=2027-01-29 reason=consultation on=2026-12-10 review_right_stated=yes words='w'", "ok"),
      ("2026-12-24 extended to=2027-01-29 reason=consultation on=2026-12-24 review_right_stated=yes words='w'", "ok"),
      (
        "2027-01-20 extended to=2027-01-29 reason=consultation on=2027-01-19 review_right_stated=yes words='w'",
        "extension_too_late"
      ),
      (
        "2026-12-10 extended to=2026-12-24 reason=quantity on=2026-12-10 review_right_stated=yes words='w'",
        "extension_too_short"
      ),
      (
        "2026-12-10 extended to=2027-01-29 reason=quantity on=2026-12-10 review_right_stated=no words='w'",
        "review_right_missing"
      ),
      (
        "2026-12-10 extended to=2027-01-29 reason=holidays on=2026-12-10 review_right_stated=yes words='w'",
        "value_unreadable"
      ),
      ("2026-12-10 extended to=2027-01-29 reason=quantity review_right_stated=yes words='w'", "field_missing"),
      ("2026-12-10 extended to=2027-01-29 reason=quantity on=2026-12-10 review_right_stated=yes", "field_missing"),
    ])
  func extending(line: String, outcome: String) {
    var world = CaseWorld(now: "2026-11-27 09:00")
    world.open(posted: "2026-11-26 16:40")
    #expect(world.play(line) == outcome)
    #expect(world.due == (outcome == "ok" ? "2027-01-29" : "2026-12-24"))
    if outcome == "ok" {
      let second = "2026-12-24 extended to=2027-03-01 reason=quantity on=2026-12-24 review_right_stated=yes words='w'"
      #expect(world.play(second) == "second_extension")
    }
  }

  @Test("An extension longer than the regime has is refused with the most that it allows")
  func tooLong() {
    var world = CaseWorld(now: "2026-03-03 09:00")
    world.open(regime: "au-nsw-gipa", posted: "2026-03-02 10:00")
    let line = "2026-03-10 extended to=2026-06-30 reason=quantity on=2026-03-10 review_right_stated=yes words='w'"
    #expect(world.play(line) == "extension_too_long")
  }

  @Test("A transfer in time or late is a transfer, and the event says which")
  func transferring() {
    for (line, outcome) in [
      ("2026-12-04 transferred body='another agency'", "in time"), ("2026-12-21 transferred body='x'", "late"),
    ] {
      var world = CaseWorld(now: "2026-11-27 09:00")
      world.open(posted: "2026-11-26 16:40")
      #expect(world.play(line) == "ok")
      #expect(world.events.last?.outcome == outcome)
      #expect(world.file?.state == "transferred")
      #expect(world.file?.nextDeadline == nil, "the answer is the other agency's")
      #expect(world.play("2026-12-22 transferred body='x'") == "already_transferred")
      #expect(world.play("2026-12-22 closed") == "ok")
    }
  }

  @Test("A part that is transferred leaves the rest to be answered")
  func partTransferred() {
    var world = CaseWorld(now: "2026-11-27 09:00")
    world.open(posted: "2026-11-26 16:40")
    #expect(world.play("2026-11-27 split parts=a parts=b") == "ok")
    #expect(world.play("2026-11-30 transferred part=1 body='x'") == "ok")
    #expect(world.file?.state == "running")
    #expect(world.due == "2026-12-24")
    #expect(world.play("2026-11-30 part_decided part=1 outcome=granted") == "already_transferred")
    #expect(world.play("2026-11-30 part_decided part=2 outcome=not_held words='w'") == "ok")
    #expect(world.play("2026-11-30 decided") == "ok")
    #expect(world.play("2026-11-30 sent mode=post") == "review_right_missing")
  }

  @Test("Under the OIA a clarified request counts anew when it was asked soon, and not when it was asked late")
  func clarified() {
    var soon = CaseWorld(now: "2026-08-03 09:00")
    soon.open(posted: "2026-08-03 08:00")
    #expect(soon.due == "2026-08-31")
    #expect(soon.play("2026-08-05 clarification_asked words='which bridge?'") == "ok")
    #expect(soon.play("2026-08-06 clarification_asked words='and when?'") == "clarification_open")
    #expect(soon.play("2026-08-10 clarification_answered words='the old one' amended=yes") == "ok")
    #expect(soon.due == "2026-09-07")
    var late = CaseWorld(now: "2026-08-03 09:00")
    late.open(posted: "2026-08-03 08:00")
    #expect(late.play("2026-08-19 clarification_asked words='which bridge?'") == "ok")
    #expect(late.play("2026-08-21 clarification_answered words='the old one' amended=yes") == "ok")
    #expect(late.due == "2026-08-31")
  }

  @Test(
    "Where the law says so the clock stands still until the requester has answered, and by the rule when it was asked")
  func stopped() {
    var world = CaseWorld(now: "2026-08-03 09:00")
    world.open(.ownInformation, regime: "uk-gdpr", posted: "2026-08-03 12:00")
    let before = world.due
    #expect(world.play("2026-08-05 clarification_asked words='which years?'") == "ok")
    #expect(world.file?.isStopped == true && world.file?.nextDeadline == nil)
    #expect(world.play("2026-08-12 clarification_answered words='all' amended=no") == "ok")
    #expect(world.file?.isStopped == false && world.file?.nextDeadline != nil)
    #expect(before != world.due)
  }

  @Test("A regime that lets anybody ask asks nobody who they are")
  func eligibility() {
    var council = CaseWorld(now: "2026-08-03 09:00")
    council.open(regime: "nz-lgoima-wellington", posted: "2026-08-03 08:00")
    #expect(council.file?.request?.eligibility == .notNeeded)
    #expect(council.play("2026-08-04 eligibility_asked") == "eligibility_not_asked")
  }

  @Test("Where the sources disagree on eligibility both dates are kept, and the earlier is worked to")
  func bothReadings() throws {
    var world = CaseWorld(now: "2026-08-03 09:00")
    world.open(posted: "2026-08-03 08:00")
    #expect(world.play("2026-08-03 eligibility_asked") == "ok")
    #expect(world.play("2026-08-10 eligibility_confirmed basis=address") == "ok")
    #expect(world.due == "2026-08-31")
    let readings = try #require(world.file).deadlines.filter { $0.clock == .response }
    #expect(readings.map(\.isOtherReading) == [false, true])
    #expect(readings.map(\.deadline.due.iso8601) == ["2026-08-31", "2026-09-07"])
    #expect(world.file?.nextDeadline == readings[0])
  }

  @Test("No way out of a request says that this is not the place to ask (OAG 4.16)")
  func endings() {
    #expect(
      PartOutcome.allCases.map(\.rawValue) == [
        "granted", "part", "refused", "not_held", "already_public", "transferred",
      ])
    #expect(
      CaseStep.steps(of: .informationRequest).map(\.rawValue).filter { $0.contains("accept") || $0.contains("channel") }
        .isEmpty)
    for ending in ["closed", "not_a_request", "dropped", "withdrawn"] { #expect(CaseEnding(rawValue: ending) != nil) }
    #expect(CaseEnding(rawValue: "not_accepted_here") == nil)
  }

  @Test("A clock that may be stopped stands still, and adds exactly the working days of the stop")
  func paused() {
    var world = CaseWorld(now: "2026-08-03 09:00")
    world.open(regime: "uk-foia", posted: "2026-08-03 12:00")
    let before = world.due
    #expect(world.play("2026-08-05 paused reason=fee") == "ok")
    #expect(world.file?.isStopped == true && world.file?.nextDeadline == nil && world.file?.state == "paused")
    #expect(world.play("2026-08-05 paused reason=fee") == "step_done")
    #expect(world.play("2026-08-12 resumed") == "ok")
    #expect(world.file?.isStopped == false)
    #expect(before == "2026-09-01" && world.due == "2026-09-08", "five working days later")
    var fixed = CaseWorld(now: "2026-08-03 09:00")
    fixed.open(posted: "2026-08-03 08:00")
    #expect(fixed.play("2026-08-05 paused reason=fee") == "pause_not_allowed")
    #expect(fixed.file?.state == "running")
  }

  @Test("Nobody gets what is held on them before it is known that it is them")
  func identity() {
    var world = CaseWorld(now: "2026-08-03 09:00")
    world.open(.ownInformation, regime: "nz-privacy", posted: "2026-08-03 08:00")
    #expect(world.play("2026-08-04 part_decided part=1 outcome=granted") == "ok")
    #expect(world.play("2026-08-04 decided") == "identity_unconfirmed")
    #expect(world.play("2026-08-05 eligibility_asked") == "ok")
    #expect(world.play("2026-08-06 eligibility_confirmed basis=document") == "ok")
    #expect(world.play("2026-08-06 decided") == "ok")
  }

  @Test("That it is no request takes a reason and two people")
  func notARequest() {
    var world = CaseWorld(now: "2026-08-03 09:00")
    world.open(posted: "2026-08-03 08:00")
    #expect(world.play("2026-08-03 not_a_request") == "second_person_required")
    #expect(world.play("2026-08-03 not_a_request_proposed") == "field_missing")
    #expect(world.play("2026-08-03 not_a_request_proposed words='a rhetorical question'") == "ok")
    #expect(world.due == "2026-08-31", "the clock runs until somebody else agrees")
    #expect(world.play("2026-08-03 not_a_request") == "second_person_must_differ")
    world.actor = "b.weka"
    #expect(world.play("2026-08-04 not_a_request") == "ok")
    #expect(world.file?.state == "not_a_request")
    #expect(world.play("2026-08-05 decided") == "case_closed")
    #expect(world.play("2026-08-05 reopened words='it was one'") == "ok")
    #expect(world.due == "2026-08-31")
    #expect(world.play("2026-08-05 not_a_request") == "second_person_required")
  }

  @Test("A decision after the last day is late for good, and the story says on which day of the count it fell")
  func story() {
    var world = CaseWorld(now: "2021-07-21 12:00")
    world.open(posted: "2021-07-21 10:00")
    #expect(world.due == "2021-08-18")
    #expect(world.play("2021-08-12 part_decided part=1 outcome=granted") == "ok")
    #expect(world.play("2021-08-12 decided") == "ok")
    let lines = CaseStory.lines(world.events).map(\.text)
    #expect(lines[0] == "opened: information request under nz-oia; response: day 20 is Wed 18 August 2021")
    #expect(Array(lines.dropFirst()) == ["part 1 granted", "decided, on day 16 of the count, in time"])
    var tardy = CaseWorld(now: "2021-07-21 12:00")
    tardy.open(posted: "2021-07-21 10:00")
    #expect(tardy.play("2021-08-19 part_decided part=1 outcome=granted") == "ok")
    #expect(tardy.play("2021-08-19 decided") == "ok")
    #expect(tardy.events.last?.outcome == "late")
    #expect(tardy.file?.deadlines.first { $0.clock == .response }?.wasLate == true)
  }

  @Test("A new table of holidays never rewrites a case: it keeps what its steps worked out")
  func newTable() throws {
    var world = CaseWorld(now: "2026-06-26 09:00")
    world.open(posted: "2026-06-25 10:00")
    #expect(world.due == "2026-07-24")
    let before = try #require(world.file)
    // The same events, read where the table has one day more.
    let amended = try HolidayTable.shipped().amended(
      adding: [Holiday(name: "Day of mourning", first: CaseWorld.day("2026-07-15"))], in: ["nz-oia"])
    var later = CaseWorld(holidays: amended, now: "2026-07-14 09:00")
    later.events = world.events
    #expect(later.file == before)
    #expect(later.due == "2026-07-24")
    #expect(later.play("2026-07-20 part_decided part=1 outcome=granted") == "ok")
    #expect(later.due == "2026-07-24")
    var fresh = CaseWorld(holidays: amended, now: "2026-06-26 09:00")
    fresh.open(posted: "2026-06-25 10:00")
    #expect(fresh.due == "2026-07-27")
  }
}
