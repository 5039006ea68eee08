import Casework
import Moderation

/// What may be destroyed on a day, by class, and why the rest may not.
public struct DisposalPlan: Sendable, Equatable {
  public var day: CivilDate
  public var classes: [Entry]
  /// Items that are due and under a legal hold, with the holds.
  public var held: [Held]
  /// How many items are kept, by why: `not due yet`, `case open`, `flagged and not decided`.
  public var kept: [(why: String, count: Int)]

  public struct Entry: Sendable, Equatable {
    public var retention: RetentionClass
    public var items: [ItemID]
    /// Cases, escalations, records and notes that go with them.
    public var matters: [String]
  }

  public struct Held: Sendable, Equatable {
    public var item: ItemID
    public var holds: [String]
  }

  public var isEmpty: Bool { classes.isEmpty }

  public static func == (a: DisposalPlan, b: DisposalPlan) -> Bool {
    a.day == b.day && a.classes == b.classes && a.held == b.held && a.kept.elementsEqual(b.kept) { $0 == $1 }
  }

  /// SHA-256 over what it would destroy, hex: what a second person agrees to.
  var sha256: String {
    let lines = classes.flatMap { entry in
      ["class \(entry.retention.code)"] + entry.items.map(\.rawValue) + entry.matters
    }
    return Hex.sha256(of: lines.joined(separator: "\n").utf8)
  }
}

/// Works out a plan from the ledger, the views and the policy's classes.
struct DisposalSurvey {
  private let desk: any DeskReader
  private let bench: DeskBench
  private let day: CivilDate
  private let rule: RetentionRule
  private let holds: LegalHolds
  private var arrivals: [Int64: CivilDate] = [:]
  private var items: [String: [ItemID]] = [:]
  private var matters: [String: [String]] = [:]
  private var held: [DisposalPlan.Held] = []
  private var kept: [String: Int] = [:]
  private var going: Set<ItemID> = []
  /// Matters of items that go, with the class under which each went last.
  private var touched: [String: String] = [:]

  init(_ desk: any DeskReader, bench: DeskBench, day: CivilDate) throws {
    self.desk = desk
    self.bench = bench
    self.day = day
    rule = RetentionRule(bench.policy.casework.retention)
    holds = try LegalHolds(desk)
  }

  mutating func plan() throws -> DisposalPlan {
    var row: Int64 = 0
    while true {
      let page = try desk.keptItems(after: row, limit: 1000)
      for item in page { try judge(item) }
      guard page.count == 1000, let last = page.last else { break }
      row = last.known.row
    }
    try judgeMatters()
    let entries = bench.policy.casework.retention.compactMap { retention -> DisposalPlan.Entry? in
      let (items, matters) = (items[retention.code] ?? [], (matters[retention.code] ?? []).sorted())
      return items.isEmpty && matters.isEmpty
        ? nil : DisposalPlan.Entry(retention: retention, items: items, matters: matters)
    }
    return DisposalPlan(
      day: day, classes: entries, held: held,
      kept: kept.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) })
  }

  private mutating func judge(_ item: KeptItem) throws {
    let imported = try arrival(item.arrived)
    // Most of a desk is young, and is asked nothing more.
    guard let earliest = rule.earliest(imported: imported) else { return keep("no retention class in the policy") }
    guard earliest <= day else { return keep("not due yet") }
    let history = try desk.history(of: item.known.item)
    let rows = try desk.matters(of: item.known.item)
    if let why = try Self.waiting(item.known.standing) { return keep(why) }
    let holdings = try holdings(imported, history, rows)
    switch rule.verdict(on: holdings) {
    case .noClass(let holding): keep("no class for \(holding.rawValue)")
    case .classUnknown: keep("its record names a class that the policy does not have")
    case .caseOpen: keep("its case or escalation is open")
    case .from(let due, let retention):
      guard due <= day else { return keep("not due yet") }
      let covering = try holds.covering(item, matters: rows.map(\.id), desk)
      guard covering.isEmpty else {
        held.append(DisposalPlan.Held(item: item.known.item, holds: covering))
        return
      }
      items[retention.code, default: []].append(item.known.item)
      going.insert(item.known.item)
      for row in rows where row.kind != .hold { touched[row.id] = retention.code }
    }
  }

  private mutating func keep(_ why: String) { kept[why, default: 0] += 1 }

  /// Why an item is not done with; nil for one that is.
  private static func waiting(_ standing: StandingItem) throws -> String? {
    switch standing.state.status {
    case .escalated: return "handed on and not answered"
    case .snoozed: return "snoozed"
    case .open where !standing.labels.isEmpty: return "flagged and not decided"
    case .open, .decided: break
    }
    if standing.proposal != nil { return "waits for a second person" }
    switch standing.state.stage {
    case .proposed, .committed, .notApplied, .changed: return "its decision is not carried out"
    case .exported, .applied, .reconciled, nil: return nil
    }
  }

  private func holdings(_ imported: CivilDate, _ history: [Event], _ rows: [MatterRow]) throws -> Holdings {
    let takenBack = Set(history.compactMap(\.undoOf))
    var holdings = Holdings(imported: imported)
    for event in history {
      switch event.type {
      case .decided:
        holdings.lastActed = bench.day(event.at)
        guard let verb = event.verb, !takenBack.contains(event.sequence) else { continue }
        if ![.leave, .skip, .snooze, .record].contains(verb) { holdings.isDecided = true }
      case .undone, .proposed, .exported, .applied, .reconciled, .caseStep, .escalationStep, .playbookStep, .recordStep,
        .replyStep, .noted:
        holdings.lastActed = bench.day(event.at)
      case .deskCreated, .imported, .refused, .batch, .reopened, .unmasked, .revealed, .policyAdopted, .accounted,
        .sheetWritten, .sealed, .backedUp, .restored, .migrated, .holdStep, .disposed, .gathered:
        continue
      }
    }
    for row in rows {
      switch row.kind {
      case .record:
        guard let file = RecordFile.folded(try desk.history(ofMatter: row.id)) else { continue }
        holdings.records.append(
          Holdings.Record(
            retention: file.retention, isTransitory: file.isTransitory, lastActed: try day(of: file.last)))
      case .requestCase, .escalation:
        holdings.casework.append(Holdings.Casework(closed: row.isClosed ? try day(of: row.last) : nil))
      // Drafts and notes go with their comment; writing one was doing something about it.
      case .reply, .hold, .note: continue
      }
    }
    // What was decided to be recorded and is in no record yet waits for it.
    if holdings.records.isEmpty, history.lastDecision(where: { $0.verb == .record }) != nil {
      holdings.isDecided = true
    }
    return holdings
  }

  // MARK: Cases, escalations and records

  /// Those of which every comment goes, or has gone, and those that are about none.
  private mutating func judgeMatters() throws {
    for (id, code) in touched {
      guard let row = try desk.matter(id), row.isClosed || ![.requestCase, .escalation].contains(row.kind) else {
        continue
      }
      let isDone = try row.items.allSatisfy { item in
        if going.contains(item) { return true }
        return try desk.find(item).flatMap { try desk.keptItem($0) }.map { !$0.hasWords } ?? true
      }
      if isDone, holds.covering(matter: id).isEmpty { matters[code, default: []].append(id) }
    }
    for kind in [MatterKind.requestCase, .escalation] {
      for row in try desk.matters(MatterQuery(kind, openOnly: false, limit: .max))
      where row.items.isEmpty && row.isClosed {
        let history = try desk.history(ofMatter: row.id)
        guard !history.contains(where: { $0.type == .disposed }), let first = history.first else { continue }
        let holdings = Holdings(
          imported: bench.day(first.at), casework: [Holdings.Casework(closed: try day(of: row.last))])
        guard case .from(let due, let retention) = rule.verdict(on: holdings), due <= day,
          holds.covering(matter: row.id).isEmpty
        else { continue }
        matters[retention.code, default: []].append(row.id)
      }
    }
  }

  private mutating func arrival(_ sequence: Int64) throws -> CivilDate {
    if let known = arrivals[sequence] { return known }
    let day = try day(of: sequence)
    arrivals[sequence] = day
    return day
  }

  /// A day that cannot be told is today: nothing is destroyed for want of a date.
  private func day(of sequence: Int64) throws -> CivilDate {
    try desk.event(sequence).map { bench.day($0.at) } ?? bench.today()
  }
}
