import GRDB
import Moderation

/// Answers tests that ask nothing of texts, as sets of rows.
struct FilterSets {
  let columns: FilterColumns
  let memory: FilterMemory
  let clock: QueryClock
  let interruption: Interruption?
  let db: Database

  private var none: RowSet { RowSet(limit: columns.limit) }

  private func rows(where isIn: (Int) -> Bool) -> RowSet { RowSet(limit: columns.limit, where: isIn) }

  // MARK: The list itself

  /// The rows of a list before any filter.
  func base(_ query: QueueQuery) throws -> RowSet {
    var rows = view(query.view)
    if let name = query.channel {
      let ids = try Int.fetchAll(db, sql: "SELECT id FROM channel WHERE name = ?", arguments: [name])
      rows.formIntersection(channels(ids))
    }
    if let label = query.label {
      let bit = UInt8(LabelSet(label).rawValue)
      rows.formIntersection(self.rows { columns.labels[$0] & bit != 0 })
    }
    if let severity = query.severity {
      let calm = Int16(-StandingItem.urgency(atLeast: severity))
      rows.formIntersection(self.rows { columns.calms[$0] <= calm })
    }
    return rows
  }

  private func view(_ view: QueueView) -> RowSet {
    switch view {
    case .queue: standing([.open])
    case .escalated: standing([.escalated])
    case .snoozed: standing([.snoozed])
    case .untaken: stages([.notApplied, .changed])
    case .all: present
    }
  }

  private var present: RowSet { rows { columns.standings[$0] != 0 } }

  // MARK: One test

  /// Nil for a test of texts.
  func rows(_ test: FilterTest) throws -> RowSet? {
    switch test {
    case .label, .labelScore, .score, .severity, .kind, .rule: flags(FlagWish([test], columns.flags))
    case .verb, .reason, .decidedBy, .decided, .batch: decisions(DecisionWish([test], clock), try decisionColumns())
    case .state(let states): standing(states)
    case .stage(let wanted): stages(wanted)
    case .visibility(let visibilities): visibility(visibilities)
    case .escalatedTo(let roles): try escalated(to: Set(roles.map(\.rawValue)))
    case .channel(let names): try channels(ids("SELECT id, name FROM channel", Set(names.map { $0.lowercased() })))
    case .author(let aliases): try authors(Set(aliases.map { $0.lowercased() }))
    case .thread(let names): try threads(names)
    case .language(let tags): try languages(tags.map { $0.lowercased() })
    case .age(let bound): ordered(bound.range(clock))
    case .posted(let bound): try posted(bound.range(clock))
    case .learned(let bound): try learned(bound.range(clock))
    case .feature(let features): try features.reduce(into: none) { try $0.formUnion(feature($1)) }
    case .word, .phrase, .pattern: nil
    }
  }

  private func standing(_ states: [ItemState.Status]) -> RowSet {
    let wanted = states.reduce(into: UInt8(0)) { $0 |= 1 << FilterColumns.Standing.status($1) }
    return rows {
      let standing = columns.standings[$0]
      return standing != 0 && wanted & (1 << (standing & FilterColumns.Standing.statusBits)) != 0
    }
  }

  private func visibility(_ visibilities: [ItemState.Visibility]) -> RowSet {
    let wanted = visibilities.map(FilterColumns.Standing.visibility)
    return rows {
      let standing = columns.standings[$0]
      return standing != 0 && wanted.contains(standing & FilterColumns.Standing.visibilityBits)
    }
  }

  private func stages(_ stages: [ItemState.Stage]) -> RowSet {
    var rows = none
    for (row, stage) in columns.stages where stages.contains(stage) { rows.insert(row) }
    return rows
  }

  private func escalated(to roles: Set<String>) throws -> RowSet {
    try rows("SELECT row, escalated_to FROM item WHERE status = 'escalated'") { roles.contains($0.text(1) ?? "") }
  }

  // MARK: Where it comes from

  private func channels(_ ids: [Int]) -> RowSet {
    let wanted = Set(ids.map { UInt16(truncatingIfNeeded: $0) })
    if wanted.count == 1, let only = wanted.first { return rows { columns.channels[$0] == only } }
    return rows { wanted.contains(columns.channels[$0]) }
  }

  private func authors(_ aliases: Set<String>) throws -> RowSet {
    let channels = try Int.fetchAll(db, sql: "SELECT id FROM channel")
    let find = try db.cachedStatement(sql: "SELECT id FROM vault_author WHERE channel = ? AND alias = ?")
    var wanted: Set<Int32> = []
    for alias in aliases {
      for channel in channels {
        if let id = try Int32.fetchOne(find, arguments: [channel, alias]) { wanted.insert(id) }
      }
    }
    if aliases.contains("unknown") { wanted.insert(0) }
    let comments = try commentColumns()
    return rows { $0 > 0 && $0 < comments.limit && wanted.contains(comments.authors[$0]) }
  }

  /// By id, or by words of the title.
  private func threads(_ names: [String]) throws -> RowSet {
    let needles = names.map(FoldedNeedle.init)
    let threads = try SQLiteStatement(db, "SELECT id, external_id, title FROM vault_thread")
    var wanted: [Int64] = []
    while try threads.step() {
      let isWanted = names.contains(threads.text(1) ?? "") || needles.contains { $0.isFound(in: threads.bytes(2)) }
      if isWanted { wanted.append(threads.integer(0)) }
    }
    let items = try SQLiteStatement(db, "SELECT row FROM item WHERE thread = ?")
    var rows = none
    for thread in wanted {
      items.bind(1, thread)
      while try items.step() { rows.insert(Int(items.integer(0))) }
    }
    return rows
  }

  private func languages(_ tags: [String]) throws -> RowSet {
    let comments = try commentColumns()
    let wanted = comments.languageNames.map { name in
      let name = name.lowercased()
      return !name.isEmpty && tags.contains { name == $0 || name.hasPrefix($0 + "-") }
    }
    return rows { $0 < comments.limit && wanted[Int(comments.languages[$0])] }
  }

  private func commentColumns() throws -> CommentColumns { try memory.comments(db, interruption) }

  private func decisionColumns() throws -> DecisionColumns { try memory.decisions(db, interruption) }

  /// The numbers of what has one of these names.
  private func ids(_ sql: String, _ names: Set<String>) throws -> [Int] {
    let found = try SQLiteStatement(db, sql)
    var ids: [Int] = []
    while try found.step() {
      if names.contains((found.text(1) ?? "").lowercased()) { ids.append(Int(found.integer(0))) }
    }
    return ids
  }

  private func rows(_ sql: String, where isIn: (SQLiteStatement) -> Bool) throws -> RowSet {
    let found = try SQLiteStatement(db, sql)
    var rows = none
    while try found.step() { if isIn(found) { rows.insert(Int(found.integer(0))) } }
    return rows
  }

  // MARK: When

  private func ordered(_ range: Range<Timestamp>) -> RowSet {
    let bounds = range.lowerBound.milliseconds..<range.upperBound.milliseconds
    return rows { columns.standings[$0] != 0 && bounds.contains(columns.orders[$0]) }
  }

  private func posted(_ range: Range<Timestamp>) throws -> RowSet {
    let comments = try commentColumns()
    var rows = ordered(range)
    rows.formIntersection(
      self.rows { $0 < comments.limit && comments.bits[$0] & CommentColumns.isPostedKnown != 0 })
    return rows
  }

  /// Rows come in in the order of the events that bring them: those of one event lie side by side.
  private func learned(_ range: Range<Timestamp>) throws -> RowSet {
    let imports = try decisionColumns().imports
    let first = try db.cachedStatement(
      sql: "SELECT seq FROM vault_text WHERE id >= ? AND id < \(TextKey.key(row: 0, revision: 2)) ORDER BY id LIMIT 1")
    /// The first row that an event at or after this one brought.
    func start(_ sequence: Int64) throws -> Int {
      var (low, high) = (1, columns.limit)
      while low < high {
        let middle = (low + high) / 2
        let found = try Int64.fetchOne(first, arguments: [middle]) ?? .max
        if found < sequence { low = middle + 1 } else { high = middle }
      }
      return low
    }
    var rows = none
    for (index, event) in imports.enumerated() where range.contains(Timestamp(milliseconds: event.at)) {
      let end = index + 1 < imports.count ? try start(imports[index + 1].sequence) : columns.limit
      rows.insert(try start(event.sequence)..<max(try start(event.sequence), end))
    }
    return rows
  }

  private func feature(_ feature: ItemFeature) throws -> RowSet {
    switch feature {
    case .flagged: return rows { columns.labels[$0] != 0 }
    case .unflagged: return rows { columns.standings[$0] != 0 && columns.labels[$0] == 0 }
    case .recorded: return rows { columns.standings[$0] & FilterColumns.Standing.recorded != 0 }
    case .reopened:
      return try decisionColumns().reopened.reduce(into: none) { $0.insert($1) }
    case .edited:
      var rows = try commentBits(CommentColumns.isEdited)
      for row in columns.revisions.keys { rows.insert(row) }
      return rows
    case .reply: return try commentBits(CommentColumns.isReply)
    case .answered: return try commentBits(CommentColumns.isAnswered)
    case .media: return try commentBits(CommentColumns.hasMedia)
    }
  }

  private func commentBits(_ bit: UInt8) throws -> RowSet {
    let comments = try commentColumns()
    return rows { $0 < comments.limit && comments.bits[$0] & bit != 0 }
  }

  // MARK: Flags and decisions

  /// The rows with a flag that is as wished.
  func flags(_ wish: FlagWish) -> RowSet {
    var rows = none
    for cell in columns.flags.cells where wish.holds(cell) { rows.insert(Int(cell.row)) }
    return rows
  }

  func decisions(_ wishes: DecisionWish) throws -> RowSet { decisions(wishes, try decisionColumns()) }

  /// The rows with a decision that stands and is as wished.
  private func decisions(_ wish: DecisionWish, _ decisions: DecisionColumns) -> RowSet {
    let answers = wish.answers(decisions.words)
    var rows = none
    for cell in decisions.cells where !cell.isTakenBack && answers.hold(cell) { rows.insert(Int(cell.row)) }
    return rows
  }
}
