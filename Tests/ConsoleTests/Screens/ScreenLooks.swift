/// Whole screens as they are, aliases and digests made the same.
enum ScreenLooks {
  struct Look: Sendable, CustomStringConvertible {
    var name: String
    var keys: String
    var isWide: Bool
    /// Since Monday at nine.
    var hours: Int64
    var user: String
    var screen: String

    var description: String { "\(name), \(isWide ? "wide" : "small")" }
  }

  static let all: [Look] = [
    Look(
      name: "cases", keys: "3", isWide: false, hours: 51, user: "akereru",
      screen: #"""
         docket  Waka Tōtara          1 open · oldest 2 d              a.kereru · owner
          1 Queue  2 Escal [3 Cases] 4 Log  5 Repor  6 Chann  7 Snooz  8 Did n  9 All
        ┌ 3 cases · open · ‼ 1 overdue · tab: 2 escalations ───────────────────────────┐
        │▶‼ 2 working days overdue                  C-2026-0002 complaint, nz-complain…│
        │ ! due Thu 9 July, 21 h left               C-2026-0003 breach, nz-privacy-bre…│
        │ · due Tue 4 August, 18 working days left  C-2026-0001 request, nz-oia, i.kak…│
        │                                                                              │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        ┌ C-2026-0002 · ↓ 11 more, J scrolls ──────────────────────────────────────────┐
        │ ‼ 2 working days overdue                                                     │
        │   “Your people were rude to my mum at the counter”                           │
        │ what        complaint, nz-complaint                                          │
        │ state       open                                                             │
        │ who         a.kereru                                                         │
        │ about       comment c2, unknown-0000, waka                                   │
        │ acknowledge Mon 6 July 2026                                                  │
        │ next        acknowledged, moved private, marked serious, resolved, dropped,  │
        │             assigned, joined (T; 3 more with why not)                        │
        │                                                                              │
        │ story                                                                        │
        └──────────────────────────────────────────────────────────────────────────────┘
         T take a step  y why  l comment  L checklist  tab other part  f filter
        """#),
    Look(
      name: "cases", keys: "3", isWide: true, hours: 51, user: "akereru",
      screen: #"""
         docket  Waka Tōtara                                        1 open · oldest 2 d                                            a.kereru · owner
          1 Queue  2 Escalated [3 Cases] 4 Log  5 Reports  6 Channels  7 Snoozed  8 Did not take  9 All                           / search   ? help
        ┌ 3 cases · open · ‼ 1 overdue · tab: 2 escalations ───┐┌ C-2026-0002 ─────────────────────────────────────────────────────────────────────┐
        │▶‼ 2 working days overdue                             ││ ‼ 2 working days overdue                                                         │
        │   C-2026-0002 complaint, nz-complaint, a.kereru, open││   “Your people were rude to my mum at the counter”                               │
        │ ! due Thu 9 July, 21 h left                          ││ what        complaint, nz-complaint                                              │
        │   C-2026-0003 breach, nz-privacy-breach, a.kereru, p…││ state       open                                                                 │
        │ · due Tue 4 August, 18 working days left             ││ who         a.kereru                                                             │
        │   C-2026-0001 request, nz-oia, i.kaka, oia, running  ││ about       comment c2, unknown-0000, waka                                       │
        │                                                      ││ acknowledge Mon 6 July 2026                                                      │
        │                                                      ││ next        acknowledged, moved private, marked serious, resolved, dropped,      │
        │                                                      ││             assigned, joined (T; 3 more with why not)                            │
        │                                                      ││                                                                                  │
        │                                                      ││ story                                                                            │
        │                                                      ││ Mon 6 July 2026                                                                  │
        │                                                      ││   09:00 a.kereru: opened: complaint under nz-complaint; acknowledge: due Mon 6   │
        │                                                      ││   July 2026: the same working day                                                │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │          Mon  Tue  Wed  Thu  Fri  Sat  Sun           ││                                                                                  │
        │ 6 Jul    6*1  7   [8]   9*1  10H  11-  12-  10 Matar ││                                                                                  │
        │ 13 Jul   13   14   15   16   17   18-  19-           ││                                                                                  │
        │ 20 Jul   20   21   22   23   24   25-  26-           ││                                                                                  │
        │ 27 Jul   27   28   29   30   31   1-   2-            ││                                                                                  │
        │ 3 Aug    3    4*1  5    6    7    8-   9-            ││                                                                                  │
        │ [ ] today  *2 due  H holiday  - weekend              ││                                                                                  │
        └──────────────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────────────────┘
         T take a step  y why  l comment  L checklist  tab other part  f filter  ] next  O closed too  J scroll text  1 Queue  : commands  ? help
        """#),
    Look(
      name: "the request among them", keys: "3G", isWide: false, hours: 51, user: "akereru",
      screen: #"""
         docket  Waka Tōtara          1 open · oldest 2 d              a.kereru · owner
          1 Queue  2 Escal [3 Cases] 4 Log  5 Repor  6 Chann  7 Snooz  8 Did n  9 All
        ┌ 3 cases · open · ‼ 1 overdue · tab: 2 escalations ───────────────────────────┐
        │ ‼ 2 working days overdue                  C-2026-0002 complaint, nz-complain…│
        │ ! due Thu 9 July, 21 h left               C-2026-0003 breach, nz-privacy-bre…│
        │▶· due Tue 4 August, 18 working days left  C-2026-0001 request, nz-oia, i.kak…│
        │                                                                              │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        ┌ C-2026-0001 · ↓ 16 more, J scrolls ──────────────────────────────────────────┐
        │ · due Tue 4 August, 18 working days left                                     │
        │   “What did the flood wall cost, and who signed it off?”                     │
        │ what        information request, nz-oia                                      │
        │ state       running                                                          │
        │ who         i.kaka, oia                                                      │
        │ about       comment c1, unknown-0000, waka                                   │
        │ response    Tue 4 August 2026                                                │
        │ transfer    Tue 21 July 2026, the last day for it                            │
        │ extension   Tue 4 August 2026, the last day for it                           │
        │ next        acknowledged, statute set, split, eligibility asked, eligibility │
        │             confirmed, eligibility declined, clarification asked, extended,  │
        └──────────────────────────────────────────────────────────────────────────────┘
         T take a step  y why  l comment  L checklist  tab other part  f filter
        """#),
    Look(
      name: "the request among them", keys: "3G", isWide: true, hours: 51, user: "akereru",
      screen: #"""
         docket  Waka Tōtara                                        1 open · oldest 2 d                                            a.kereru · owner
          1 Queue  2 Escalated [3 Cases] 4 Log  5 Reports  6 Channels  7 Snoozed  8 Did not take  9 All                           / search   ? help
        ┌ 3 cases · open · ‼ 1 overdue · tab: 2 escalations ───┐┌ C-2026-0001 ─────────────────────────────────────────────────────────────────────┐
        │ ‼ 2 working days overdue                             ││ · due Tue 4 August, 18 working days left                                         │
        │   C-2026-0002 complaint, nz-complaint, a.kereru, open││   “What did the flood wall cost, and who signed it off?”                         │
        │ ! due Thu 9 July, 21 h left                          ││ what        information request, nz-oia                                          │
        │   C-2026-0003 breach, nz-privacy-breach, a.kereru, p…││ state       running                                                              │
        │▶· due Tue 4 August, 18 working days left             ││ who         i.kaka, oia                                                          │
        │   C-2026-0001 request, nz-oia, i.kaka, oia, running  ││ about       comment c1, unknown-0000, waka                                       │
        │                                                      ││ response    Tue 4 August 2026                                                    │
        │                                                      ││ transfer    Tue 21 July 2026, the last day for it                                │
        │                                                      ││ extension   Tue 4 August 2026, the last day for it                               │
        │                                                      ││ next        acknowledged, statute set, split, eligibility asked, eligibility     │
        │                                                      ││             confirmed, eligibility declined, clarification asked, extended,      │
        │                                                      ││             transferred, part decided, not a request proposed, dropped,          │
        │                                                      ││             assigned, joined (T; 9 more with why not)                            │
        │                                                      ││                                                                                  │
        │                                                      ││ story                                                                            │
        │                                                      ││ Mon 6 July 2026                                                                  │
        │                                                      ││   09:00 a.kereru: opened: information request under nz-oia; response: day 20 is  │
        │                                                      ││   Tue 4 August 2026; Fri 10 July is Matariki Observance Day and not counted      │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │          Mon  Tue  Wed  Thu  Fri  Sat  Sun           ││                                                                                  │
        │ 6 Jul    6*1  7   [8]   9*1  10H  11-  12-  10 Matar ││                                                                                  │
        │ 13 Jul   13   14   15   16   17   18-  19-           ││                                                                                  │
        │ 20 Jul   20   21   22   23   24   25-  26-           ││                                                                                  │
        │ 27 Jul   27   28   29   30   31   1-   2-            ││                                                                                  │
        │ 3 Aug    3    4*1  5    6    7    8-   9-            ││                                                                                  │
        │ [ ] today  *2 due  H holiday  - weekend              ││                                                                                  │
        └──────────────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────────────────┘
         T take a step  y why  l comment  L checklist  tab other part  f filter  ] next  O closed too  J scroll text  1 Queue  : commands  ? help
        """#),
    Look(
      name: "its steps", keys: "3GT", isWide: false, hours: 51, user: "akereru",
      screen: #"""
         docket  Waka Tōtara          1 open · oldest 2 d              a.kereru · owner
          1 Queue  2 Escal [3 Cases] 4 Log  5 Repor  6 Chann  7 Snooz  8 Did n  9 All
        ┌ C-2026-0001 · which step? ───────────────────────────────────────────────────┐
        │▶1 acknowledged                                                               │
        │ 2 statute set                                                                │
        │ 3 split                                                                      │
        │ 4 eligibility asked                                                          │
        │ 5 eligibility confirmed                                                      │
        │ 6 eligibility declined                                                       │
        │ 7 clarification asked                                                        │
        │ 8 extended                                                                   │
        │ 9 transferred                                                                │
        │ digit or ⏎ chooses · type to filter · esc                                    │
        └──────────────────────────────────────────────────────────────────────────────┘
        ┌ C-2026-0001 · ↓ 20 more, J scrolls ──────────────────────────────────────────┐
        │ · due Tue 4 August, 18 working days left                                     │
        │   “What did the flood wall cost, and who signed it off?”                     │
        │ what        information request, nz-oia                                      │
        │ state       running                                                          │
        │ who         i.kaka, oia                                                      │
        │ about       comment c1, unknown-0000, waka                                   │
        │ response    Tue 4 August 2026                                                │
        └──────────────────────────────────────────────────────────────────────────────┘
        """#),
    Look(
      name: "escalations", keys: "3<Tab>", isWide: false, hours: 51, user: "akereru",
      screen: #"""
         docket  Waka Tōtara          1 open · oldest 2 d              a.kereru · owner
          1 Queue  2 Escal [3 Cases] 4 Log  5 Repor  6 Chann  7 Snooz  8 Did n  9 All
        ┌ 2 escalations · ‼ 1 not acknowledged in time · tab: cases ───────────────────┐
        │▶‼ S1 not acknowledged: 2 days overdue     E-2026-0002 · Executive, s.whio · …│
        │ ! S1 acknowledge within 60 min            E-2026-0003 · Executive, s.whio · …│
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        ┌ E-2026-0002 · ↓ 4 more, J scrolls ───────────────────────────────────────────┐
        │ ‼ S1 not acknowledged: 2 days overdue                                        │
        │ to          Executive, s.whio                                                │
        │ reach       021 555 0102                                                     │
        │ may answer  s.whio                                                           │
        │ due         Mon 6 Jul 10:00                                                  │
        │ raised      Mon 6 Jul 09:00 by a.kereru                                      │
        │ reasons     BREACH-REP@1                                                     │
        │ case        C-2026-0003                                                      │
        │ comment     c3                                                               │
        │ breach      ‼ nobody acknowledged it in time                                 │
        │ playbook    A breach of privacy: 0 of 3, next: Get the letter back           │
        └──────────────────────────────────────────────────────────────────────────────┘
         T take a step  y why  l comment  L checklist  tab other part  f filter
        """#),
    Look(
      name: "escalations", keys: "3<Tab>", isWide: true, hours: 51, user: "akereru",
      screen: #"""
         docket  Waka Tōtara                                        1 open · oldest 2 d                                            a.kereru · owner
          1 Queue  2 Escalated [3 Cases] 4 Log  5 Reports  6 Channels  7 Snoozed  8 Did not take  9 All                           / search   ? help
        ┌ 2 escalations · ‼ 1 not acknowledged in time · ta… ──┐┌ E-2026-0002 ─────────────────────────────────────────────────────────────────────┐
        │▶‼ S1 not acknowledged: 2 days overdue                ││ ‼ S1 not acknowledged: 2 days overdue                                            │
        │   E-2026-0002 · Executive, s.whio · C-2026-0003      ││ to          Executive, s.whio                                                    │
        │ ! S1 acknowledge within 60 min                       ││ reach       021 555 0102                                                         │
        │   E-2026-0003 · Executive, s.whio · C-2026-0003      ││ may answer  s.whio                                                               │
        │                                                      ││ due         Mon 6 Jul 10:00                                                      │
        │                                                      ││ raised      Mon 6 Jul 09:00 by a.kereru                                          │
        │                                                      ││ reasons     BREACH-REP@1                                                         │
        │                                                      ││ case        C-2026-0003                                                          │
        │                                                      ││ comment     c3                                                                   │
        │                                                      ││ breach      ‼ nobody acknowledged it in time                                     │
        │                                                      ││ playbook    A breach of privacy: 0 of 3, next: Get the letter back               │
        │                                                      ││                                                                                  │
        │                                                      ││ story                                                                            │
        │                                                      ││   Mon 6 Jul 09:00 a.kereru: raised to executive                                  │
        │                                                      ││   Wed 8 Jul 12:00 docket: lapsed (not acknowledged)                              │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        └──────────────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────────────────┘
         T take a step  y why  l comment  L checklist  tab other part  f filter  ] next  O closed too  J scroll text  1 Queue  : commands  ? help
        """#),
    Look(
      name: "flags by label", keys: "5", isWide: false, hours: 51, user: "akereru",
      screen: #"""
         docket  Waka Tōtara          1 open · oldest 2 d              a.kereru · owner
          1 Queue  2 Escal  3 Cases  4 Log [5 Reports] 6 Chann  7 Snooz  8 Did n  9 All
        ┌ the last 30 days · [ ] changes ──────────────────────────────────────────────┐
        │▶flags by label        3 flags, most: complaint                               │
        │ what waits            1 wait · 4 came in                                     │
        │ oldest wait           2 d                                                    │
        │ decisions by reason   3 decisions, most: BREACH-REP                          │
        │ time to decision      median 0 min · slowest tenth over 0 min                │
        │ who decided what      your own                                               │
        └──────────────────────────────────────────────────────────────────────────────┘
        ┌ flags by label · ↓ 25 more, J scrolls ───────────────────────────────────────┐
        │ Flags of comments as they stand, by when the comment was posted.             │
        │ complaint                                  ▆    2 67 %                       │
        │ request                                    ▅    1 33 %                       │
        │ from Tue 9 June to Wed 8 July                                                │
        │                                                                              │
        │ from        complaint  request                                               │
        │ 2026-07-08          0        0                                               │
        │ 2026-07-07          0        0                                               │
        │ 2026-07-06          2        1                                               │
        │ 2026-07-05          0        0                                               │
        │ 2026-07-04          0        0                                               │
        └──────────────────────────────────────────────────────────────────────────────┘
         j down  k up  ] next  [ previous  J scroll text  C export  ^L refresh
        """#),
    Look(
      name: "flags by label", keys: "5", isWide: true, hours: 51, user: "akereru",
      screen: #"""
         docket  Waka Tōtara                                        1 open · oldest 2 d                                            a.kereru · owner
          1 Queue  2 Escalated  3 Cases  4 Log [5 Reports] 6 Channels  7 Snoozed  8 Did not take  9 All                           / search   ? help
        ┌ the last 30 days · [ ] changes ──────────────────────┐┌ flags by label · ↓ 1 more, J scrolls ────────────────────────────────────────────┐
        │▶flags by label        3 flags, most: complaint       ││ Flags of comments as they stand, by when the comment was posted.                 │
        │ what waits            1 wait · 4 came in             ││ complaint                                  ▆    2 67 %                           │
        │ oldest wait           2 d                            ││ request                                    ▅    1 33 %                           │
        │ decisions by reason   3 decisions, most: BREACH-REP  ││ from Tue 9 June to Wed 8 July                                                    │
        │ time to decision      median 0 min · slowest tenth o…││                                                                                  │
        │ who decided what      your own                       ││ from        complaint  request                                                   │
        │ hard comments         1 decided by you               ││ 2026-07-08          0        0                                                   │
        │                                                      ││ 2026-07-07          0        0                                                   │
        │                                                      ││ 2026-07-06          2        1                                                   │
        │                                                      ││ 2026-07-05          0        0                                                   │
        │                                                      ││ 2026-07-04          0        0                                                   │
        │                                                      ││ 2026-07-03          0        0                                                   │
        │                                                      ││ 2026-07-02          0        0                                                   │
        │                                                      ││ 2026-07-01          0        0                                                   │
        │                                                      ││ 2026-06-30          0        0                                                   │
        │                                                      ││ 2026-06-29          0        0                                                   │
        │                                                      ││ 2026-06-28          0        0                                                   │
        │                                                      ││ 2026-06-27          0        0                                                   │
        │                                                      ││ 2026-06-26          0        0                                                   │
        │                                                      ││ 2026-06-25          0        0                                                   │
        │                                                      ││ 2026-06-24          0        0                                                   │
        │                                                      ││ 2026-06-23          0        0                                                   │
        │                                                      ││ 2026-06-22          0        0                                                   │
        │                                                      ││ 2026-06-21          0        0                                                   │
        │                                                      ││ 2026-06-20          0        0                                                   │
        │                                                      ││ 2026-06-19          0        0                                                   │
        │                                                      ││ 2026-06-18          0        0                                                   │
        │                                                      ││ 2026-06-17          0        0                                                   │
        │                                                      ││ 2026-06-16          0        0                                                   │
        │                                                      ││ 2026-06-15          0        0                                                   │
        │                                                      ││ 2026-06-14          0        0                                                   │
        │                                                      ││ 2026-06-13          0        0                                                   │
        │                                                      ││ 2026-06-12          0        0                                                   │
        │                                                      ││ 2026-06-11          0        0                                                   │
        │                                                      ││ 2026-06-10          0        0                                                   │
        └──────────────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────────────────┘
         j down  k up  ] next  [ previous  J scroll text  C export  ^L refresh  1 Queue  : commands  ? help  q quit
        """#),
    Look(
      name: "what waits", keys: "5j", isWide: false, hours: 51, user: "akereru",
      screen: #"""
         docket  Waka Tōtara          1 open · oldest 2 d              a.kereru · owner
          1 Queue  2 Escal  3 Cases  4 Log [5 Reports] 6 Chann  7 Snooz  8 Did n  9 All
        ┌ the last 30 days · [ ] changes ──────────────────────────────────────────────┐
        │▶what waits            1 wait · 4 came in                                     │
        │ oldest wait           2 d                                                    │
        │ decisions by reason   3 decisions, most: BREACH-REP                          │
        │ time to decision      median 0 min · slowest tenth over 0 min                │
        │ who decided what      your own                                               │
        │ hard comments         1 decided by you                                       │
        └──────────────────────────────────────────────────────────────────────────────┘
        ┌ what waits · ↓ 27 more, J scrolls ───────────────────────────────────────────┐
        │ Comments that waited at the end of each stretch, and how many came in.       │
        │ 1 wait │                                                      █ █ █          │
        │        │                                                      █ █ █          │
        │        │                                                      █ █ █          │
        │      0 │                                                      █ █ █          │
        │         Tue 9 June                                        Wed 8 July         │
        │                                                                              │
        │ from        came in  waiting                                                 │
        │ 2026-07-08        0        1                                                 │
        │ 2026-07-07        0        1                                                 │
        │ 2026-07-06        4        1                                                 │
        └──────────────────────────────────────────────────────────────────────────────┘
         j down  k up  ] next  [ previous  J scroll text  C export  ^L refresh
        """#),
    Look(
      name: "what waits", keys: "5j", isWide: true, hours: 51, user: "akereru",
      screen: #"""
         docket  Waka Tōtara                                        1 open · oldest 2 d                                            a.kereru · owner
          1 Queue  2 Escalated  3 Cases  4 Log [5 Reports] 6 Channels  7 Snoozed  8 Did not take  9 All                           / search   ? help
        ┌ the last 30 days · [ ] changes ──────────────────────┐┌ what waits · ↓ 7 more, J scrolls ────────────────────────────────────────────────┐
        │ flags by label        3 flags, most: complaint       ││ Comments that waited at the end of each stretch, and how many came in.           │
        │▶what waits            1 wait · 4 came in             ││ 1 wait │                                                      █ █ █              │
        │ oldest wait           2 d                            ││        │                                                      █ █ █              │
        │ decisions by reason   3 decisions, most: BREACH-REP  ││        │                                                      █ █ █              │
        │ time to decision      median 0 min · slowest tenth o…││        │                                                      █ █ █              │
        │ who decided what      your own                       ││        │                                                      █ █ █              │
        │ hard comments         1 decided by you               ││        │                                                      █ █ █              │
        │                                                      ││        │                                                      █ █ █              │
        │                                                      ││      0 │                                                      █ █ █              │
        │                                                      ││         Tue 9 June                                        Wed 8 July             │
        │                                                      ││                                                                                  │
        │                                                      ││ from        came in  waiting                                                     │
        │                                                      ││ 2026-07-08        0        1                                                     │
        │                                                      ││ 2026-07-07        0        1                                                     │
        │                                                      ││ 2026-07-06        4        1                                                     │
        │                                                      ││ 2026-07-05        0        0                                                     │
        │                                                      ││ 2026-07-04        0        0                                                     │
        │                                                      ││ 2026-07-03        0        0                                                     │
        │                                                      ││ 2026-07-02        0        0                                                     │
        │                                                      ││ 2026-07-01        0        0                                                     │
        │                                                      ││ 2026-06-30        0        0                                                     │
        │                                                      ││ 2026-06-29        0        0                                                     │
        │                                                      ││ 2026-06-28        0        0                                                     │
        │                                                      ││ 2026-06-27        0        0                                                     │
        │                                                      ││ 2026-06-26        0        0                                                     │
        │                                                      ││ 2026-06-25        0        0                                                     │
        │                                                      ││ 2026-06-24        0        0                                                     │
        │                                                      ││ 2026-06-23        0        0                                                     │
        │                                                      ││ 2026-06-22        0        0                                                     │
        │                                                      ││ 2026-06-21        0        0                                                     │
        │                                                      ││ 2026-06-20        0        0                                                     │
        │                                                      ││ 2026-06-19        0        0                                                     │
        │                                                      ││ 2026-06-18        0        0                                                     │
        │                                                      ││ 2026-06-17        0        0                                                     │
        │                                                      ││ 2026-06-16        0        0                                                     │
        └──────────────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────────────────┘
         j down  k up  ] next  [ previous  J scroll text  C export  ^L refresh  1 Queue  : commands  ? help  q quit
        """#),
    Look(
      name: "who decided what", keys: "5jjjjj", isWide: false, hours: 51, user: "swhio",
      screen: #"""
         docket  Waka Tōtara          1 open · oldest 2 d           s.whio · supervisor
          1 Queue  2 Escal  3 Cases  4 Log [5 Reports] 6 Chann  7 Snooz  8 Did n  9 All
        ┌ the last 30 days · [ ] changes ──────────────────────────────────────────────┐
        │ what waits            1 wait · 4 came in                                     │
        │ oldest wait           2 d                                                    │
        │ decisions by reason   3 decisions, most: BREACH-REP                          │
        │ time to decision      median 0 min · slowest tenth over 0 min                │
        │▶who decided what      1 person                                               │
        │ hard comments         1 decided                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        ┌ who decided what ────────────────────────────────────────────────────────────┐
        │ Decisions by person and verb, those taken back later among them.             │
        │                                                                              │
        │ person    open_case  all  taken back                                         │
        │ a.kereru    3 100 %    3           –                                         │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
         j down  k up  ] next  [ previous  J scroll text  C export  ^L refresh
        """#),
    Look(
      name: "who decided what", keys: "5jjjjj", isWide: true, hours: 51, user: "swhio",
      screen: #"""
         docket  Waka Tōtara                                        1 open · oldest 2 d                                         s.whio · supervisor
          1 Queue  2 Escalated  3 Cases  4 Log [5 Reports] 6 Channels  7 Snoozed  8 Did not take  9 All                           / search   ? help
        ┌ the last 30 days · [ ] changes ──────────────────────┐┌ who decided what ────────────────────────────────────────────────────────────────┐
        │ flags by label        3 flags, most: complaint       ││ Decisions by person and verb, those taken back later among them.                 │
        │ what waits            1 wait · 4 came in             ││                                                                                  │
        │ oldest wait           2 d                            ││ person    open_case  all  taken back                                             │
        │ decisions by reason   3 decisions, most: BREACH-REP  ││ a.kereru    3 100 %    3           –                                             │
        │ time to decision      median 0 min · slowest tenth o…││                                                                                  │
        │▶who decided what      1 person                       ││                                                                                  │
        │ hard comments         1 decided                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        └──────────────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────────────────┘
         j down  k up  ] next  [ previous  J scroll text  C export  ^L refresh  1 Queue  : commands  ? help  q quit
        """#),
    Look(
      name: "the register", keys: "6", isWide: false, hours: 99, user: "akereru",
      screen: #"""
         docket  Waka Tōtara          1 open · oldest 4 d              a.kereru · owner
          1 Que  2 Esc  3 Cas  4 Log  5 Rep [6 Channels] 7 Sno  8 Did  9 All     ? help
        ┌ 1 channel · 1 to see to ─────────────────────────────────────────────────────┐
        │▶‼ waka · active · 1 open · unmonitored: nothing came in and nobody decided f…│
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        ┌ Waka Tōtara page · ↓ 7 more, J scrolls ──────────────────────────────────────┐
        │ ‼ unmonitored: nothing came in and nobody decided for 4 days                 │
        │ waiting     1 open of 4                                                      │
        │ last came in Mon 6 Jul 09:00, 4 d ago                                        │
        │ last hand   Mon 6 Jul 09:00, 4 d ago                                         │
        │ kind        network, facebook                                                │
        │ state       active                                                           │
        │ owner       a.kereru                                                         │
        │ deputies    b.weka                                                           │
        │ objective   – not said                                                       │
        │ house rules – none on record                                                 │
        │ notice      – no collection notice on record                                 │
        └──────────────────────────────────────────────────────────────────────────────┘
         j down  k up  J scroll text  C export  ^L refresh  1 Queue  : commands
        """#),
    Look(
      name: "the register", keys: "6", isWide: true, hours: 99, user: "akereru",
      screen: #"""
         docket  Waka Tōtara                                        1 open · oldest 4 d                                            a.kereru · owner
          1 Queue  2 Escalated  3 Cases  4 Log  5 Reports [6 Channels] 7 Snoozed  8 Did not take  9 All                           / search   ? help
        ┌ 1 channel · 1 to see to ─────────────────────────────┐┌ Waka Tōtara page ────────────────────────────────────────────────────────────────┐
        │▶‼ waka · active · 1 open · unmonitored: nothing came…││ ‼ unmonitored: nothing came in and nobody decided for 4 days                     │
        │                                                      ││ waiting     1 open of 4                                                          │
        │                                                      ││ last came in Mon 6 Jul 09:00, 4 d ago                                            │
        │                                                      ││ last hand   Mon 6 Jul 09:00, 4 d ago                                             │
        │                                                      ││ kind        network, facebook                                                    │
        │                                                      ││ state       active                                                               │
        │                                                      ││ owner       a.kereru                                                             │
        │                                                      ││ deputies    b.weka                                                               │
        │                                                      ││ objective   – not said                                                           │
        │                                                      ││ house rules – none on record                                                     │
        │                                                      ││ notice      – no collection notice on record                                     │
        │                                                      ││ terms       – not on record                                                      │
        │                                                      ││ review by   – no day set                                                         │
        │                                                      ││ can do      hide, unhide, delete, hold, publish                                  │
        │                                                      ││ for good    delete                                                               │
        │                                                      ││                                                                                  │
        │                                                      ││ the policy's check says                                                          │
        │                                                      ││   ! it lacks an objective; add objective = "…"                                   │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        └──────────────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────────────────┘
         j down  k up  J scroll text  C export  ^L refresh  1 Queue  : commands  ? help  q quit
        """#),
    Look(
      name: "the log", keys: "4", isWide: false, hours: 51, user: "akereru",
      screen: #"""
         docket  Waka Tōtara          1 open · oldest 2 d              a.kereru · owner
          1 Queue  2 Escal  3 Cases [4 Log] 5 Repor  6 Chann  7 Snooz  8 Did n  9 All
        ┌ newest first ────────────────────────────────────────────────────────────────┐
        │▶14 12:00 docket  E-2026-0002 lapsed                                          │
        │ 13 12:00 docket  E-2026-0003 raised                                          │
        │ 12 12:00 docket  E-2026-0001 lapsed                                          │
        │ 11 09:00 a.kereru  E-2026-0002 raised                                        │
        │ 10 09:00 a.kereru  E-2026-0001 raised                                        │
        │ 9 09:00 a.kereru  C-2026-0003 opened                                         │
        └──────────────────────────────────────────────────────────────────────────────┘
        ┌ ✓ the chain holds: 14 events · ↓ 2 more, J scrolls ──────────────────────────┐
        │ event        14 · escalation_step                                            │
        │ at           2026-07-08T12:00:00 Pacific/Auckland                            │
        │ by           docket as system (timer)                                        │
        │ what         E-2026-0002 lapsed                                              │
        │ item         xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, revision 1                    │
        │ why          not acknowledged                                                │
        │ how          system timer                                                    │
        │ matter       E-2026-0002                                                     │
        │ because of   event 11                                                        │
        │ channel      waka                                                            │
        │ policy       xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… │
        └──────────────────────────────────────────────────────────────────────────────┘
         j down  k up  PgDn page down  f filter  tab other part  ] next  l comment
        """#),
    Look(
      name: "the log", keys: "4", isWide: true, hours: 51, user: "akereru",
      screen: #"""
         docket  Waka Tōtara                                        1 open · oldest 2 d                                            a.kereru · owner
          1 Queue  2 Escalated  3 Cases [4 Log] 5 Reports  6 Channels  7 Snoozed  8 Did not take  9 All                           / search   ? help
        ┌ newest first ────────────────────────────────────────┐┌ ✓ the chain holds: 14 events ────────────────────────────────────────────────────┐
        │▶14 12:00 docket  E-2026-0002 lapsed                  ││ event        14 · escalation_step                                                │
        │ 13 12:00 docket  E-2026-0003 raised                  ││ at           2026-07-08T12:00:00 Pacific/Auckland                                │
        │ 12 12:00 docket  E-2026-0001 lapsed                  ││ by           docket as system (timer)                                            │
        │ 11 09:00 a.kereru  E-2026-0002 raised                ││ what         E-2026-0002 lapsed                                                  │
        │ 10 09:00 a.kereru  E-2026-0001 raised                ││ item         xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, revision 1                        │
        │ 9 09:00 a.kereru  C-2026-0003 opened                 ││ why          not acknowledged                                                    │
        │ 8 09:00 a.kereru  opened as a case · BREACH-REP      ││ how          system timer                                                        │
        │ 7 09:00 a.kereru  C-2026-0002 opened                 ││ matter       E-2026-0002                                                         │
        │ 6 09:00 a.kereru  opened as a case · COMPLAINT       ││ because of   event 11                                                            │
        │ 5 09:00 a.kereru  C-2026-0001 opened                 ││ channel      waka                                                                │
        │ 4 09:00 a.kereru  opened as a case · INFO-REQ        ││ policy       xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx    │
        │ 3 09:00 a.kereru  imported 4 new, 0 edited, 0 known  ││ previous     xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx    │
        │ 2 09:00 a.kereru  policy adopted: xxxxxxxxxxxx       ││ hash         xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx    │
        │ 1 09:00 a.kereru  desk created                       ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        └──────────────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────────────────┘
         j down  k up  PgDn page down  f filter  tab other part  ] next  l comment  C export  ^L refresh  1 Queue  : commands  ? help  q quit
        """#),
    Look(
      name: "who did what in the log", keys: "4<Tab>", isWide: false, hours: 51, user: "swhio",
      screen: #"""
         docket  Waka Tōtara          1 open · oldest 2 d           s.whio · supervisor
          1 Queue  2 Escal  3 Cases [4 Log] 5 Repor  6 Chann  7 Snooz  8 Did n  9 All
        ┌ newest first ────────────────────────────────────────────────────────────────┐
        │▶14 12:00 docket  E-2026-0002 lapsed                                          │
        │ 13 12:00 docket  E-2026-0003 raised                                          │
        │ 12 12:00 docket  E-2026-0001 lapsed                                          │
        │ 11 09:00 a.kereru  E-2026-0002 raised                                        │
        │ 10 09:00 a.kereru  E-2026-0001 raised                                        │
        │ 9 09:00 a.kereru  C-2026-0003 opened                                         │
        └──────────────────────────────────────────────────────────────────────────────┘
        ┌ ✓ the chain holds: 14 events ────────────────────────────────────────────────┐
        │ events      14                                                               │
        │ to decision median 0 min, 90 % within 0 min, of 3                            │
        │                                                                              │
        │ person    open_case  all  took back                                          │
        │ a.kereru    3 100 %    3          0                                          │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
         j down  k up  PgDn page down  f filter  tab other part  ] next  l comment
        """#),
    Look(
      name: "who did what in the log", keys: "4<Tab>", isWide: true, hours: 51, user: "swhio",
      screen: #"""
         docket  Waka Tōtara                                        1 open · oldest 2 d                                         s.whio · supervisor
          1 Queue  2 Escalated  3 Cases [4 Log] 5 Reports  6 Channels  7 Snoozed  8 Did not take  9 All                           / search   ? help
        ┌ newest first ────────────────────────────────────────┐┌ ✓ the chain holds: 14 events ────────────────────────────────────────────────────┐
        │▶14 12:00 docket  E-2026-0002 lapsed                  ││ events      14                                                                   │
        │ 13 12:00 docket  E-2026-0003 raised                  ││ to decision median 0 min, 90 % within 0 min, of 3                                │
        │ 12 12:00 docket  E-2026-0001 lapsed                  ││                                                                                  │
        │ 11 09:00 a.kereru  E-2026-0002 raised                ││ person    open_case  all  took back                                              │
        │ 10 09:00 a.kereru  E-2026-0001 raised                ││ a.kereru    3 100 %    3          0                                              │
        │ 9 09:00 a.kereru  C-2026-0003 opened                 ││                                                                                  │
        │ 8 09:00 a.kereru  opened as a case · BREACH-REP      ││                                                                                  │
        │ 7 09:00 a.kereru  C-2026-0002 opened                 ││                                                                                  │
        │ 6 09:00 a.kereru  opened as a case · COMPLAINT       ││                                                                                  │
        │ 5 09:00 a.kereru  C-2026-0001 opened                 ││                                                                                  │
        │ 4 09:00 a.kereru  opened as a case · INFO-REQ        ││                                                                                  │
        │ 3 09:00 a.kereru  imported 4 new, 0 edited, 0 known  ││                                                                                  │
        │ 2 09:00 a.kereru  policy adopted: xxxxxxxxxxxx       ││                                                                                  │
        │ 1 09:00 a.kereru  desk created                       ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        │                                                      ││                                                                                  │
        └──────────────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────────────────┘
         j down  k up  PgDn page down  f filter  tab other part  ] next  l comment  C export  ^L refresh  1 Queue  : commands  ? help  q quit
        """#),
  ]
}
