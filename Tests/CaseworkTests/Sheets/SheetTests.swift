import Casework
import Moderation
import Testing

@Suite("Sheets that are printed")
struct SheetTests {
  private static let at = Timestamp(seconds: 1_789_938_000)

  @Test("The handover sheet says what waits, how long it has and who has it")
  func handover() {
    let sheet = HandoverSheet(
      agency: "Waka Tōtara", person: "c.tui", at: Self.at, since: Timestamp(seconds: 1_789_894_800),
      escalations: [
        HandoverSheet.Line(
          id: "E-2026-0002", what: "S1 c1 page", left: "overdue by 65 min", isOverdue: true,
          who: "executive (elt@wakatotara.example)"),
        HandoverSheet.Line(id: "E-2026-0011", what: "S3 c7 page", left: "acknowledged", who: "m.tui, media_team"),
      ],
      clocks: [
        HandoverSheet.Line(
          id: "C-2026-0001", what: "information request, running, weka-2207 response 2026-10-16",
          left: "19 working days left", who: "information_officer")
      ], held: [], threads: [HandoverSheet.Line(id: "N-2026-0001", what: "the thread of c2 on page", who: "b.weka")],
      happened: ["12 comments came in", "3 hidden"])
    #expect(
      sheet.text { $0.civil(offsetMinutes: 720) } == """
        HANDOVER  Waka Tōtara
        written Mon 21 September 2026, 09:00, for c.tui
        since   Sun 20 September 2026, 21:00

        ESCALATIONS THAT WAIT
        ! E-2026-0002  overdue by 65 min  S1 c1 page  executive (elt@wakatotara.example)
          E-2026-0011  acknowledged       S3 c7 page  m.tui, media_team

        CLOCKS
          C-2026-0001  19 working days left  information request, running, weka-2207 response 2026-10-16  information_officer

        HELD OR ASKED
          none

        THREADS TO WATCH
          N-2026-0001  the thread of c2 on page  b.weka

        SINCE THEN
          12 comments came in
          3 hidden

        """)
    #expect(sheet.json.hasPrefix(#"{"agency":"Waka Tōtara","for":"c.tui","at":"2026-09-20T21:00:00Z","#))
  }

  @Test("The summary is one page of numbers")
  func summary() {
    var escalations = ExecutiveSummary.EscalationCount()
    escalations.raised = 4
    escalations.acknowledgedInTime = 2
    escalations.late = 1
    escalations.lapsed = 1
    escalations.open = 1
    let summary = ExecutiveSummary(
      agency: "Waka Tōtara", at: Self.at, from: CaseWorld.day("2026-08-23"), to: CaseWorld.day("2026-09-21"),
      comments: 1240, waiting: 12, oldestHours: 5, decisions: [("leave", 900), ("hide", 80)], medianMinutes: 14,
      slowestTenthMinutes: 190,
      cases: [
        ExecutiveSummary.CaseCount(
          kind: .informationRequest, open: 3, overdue: 1, opened: 5, closed: 2, answeredInTime: 1, answeredLate: 1),
        ExecutiveSummary.CaseCount(kind: .complaint, opened: 4, closed: 4, answeredInTime: 4),
      ], escalations: escalations,
      due: [
        HandoverSheet.Line(
          id: "C-2026-0003", what: "information request, response", left: "overdue by 2 working days", isOverdue: true)
      ], breaches: ["E-2026-0002 S1 not acknowledged in time by security, raised again as E-2026-0003"])
    #expect(
      summary.text == """
        Waka Tōtara: social media, 2026-08-23 to 2026-09-21

        Comments     1240 came in; 12 wait, the oldest for 5 h
        Decisions    980: 900 leave, 80 hide
        Answered in  14 min (half of them), 3 h (nine of ten)
        Escalations  4 raised, 2 acknowledged in time, 1 late, 1 lapsed; 1 open

        CASES
          kind                 open  overdue  opened  closed  in time  late
          information request  3     1        5       2       1        1
          complaint            0     0        4       4       4        0

        BREACHES OF A TIME LIMIT
          E-2026-0002 S1 not acknowledged in time by security, raised again as E-2026-0003

        LATE OR DUE SOON
        ! C-2026-0003  overdue by 2 working days  information request, response

        """)
  }
}
