import FoundationEssentials
import GRDB
import Moderation

/// The SQL of the `item` view, its labels and its tally.
enum ItemTable {
  static let select = """
    SELECT i.row, i.id, i.rev, i.status, i.visibility, i.recorded, i.stage, i.calm, i.labels, i.moved, i.escalated_to,
    i.until, i.proposal, h.name AS channel FROM item AS i JOIN channel AS h ON h.id = i.channel
    """

  /// The condition that an item has the id bound first.
  static let isItem = "substr(i.id, 1, 8) = substr(?1, 1, 8) AND i.id = ?1"

  static func find(_ item: ItemID, _ db: Database) throws -> KnownItem? {
    guard let id = item.bytes else { return nil }
    let statement = try db.cachedStatement(sql: select + " WHERE " + isItem)
    return try Row.fetchOne(statement, arguments: [Data(id)]).map(known)
  }

  static func known(_ row: Row) -> KnownItem {
    KnownItem(row: row["row"], item: ItemID(bytes: row["id"] as Data), channel: row["channel"], standing: standing(row))
  }

  static func standing(_ row: Row) -> StandingItem {
    StandingItem(
      revision: row["rev"], state: state(row), urgency: -(row["calm"] as Int),
      labels: LabelSet(rawValue: row["labels"]),
      moved: row["moved"], escalatedTo: row["escalated_to"],
      until: (row["until"] as Int64?).map(Timestamp.init(milliseconds:)), proposal: row["proposal"])
  }

  /// An unknown word can only come from a hand in the file; the item then waits in the open rather than be lost.
  static func state(_ row: Row) -> ItemState {
    ItemState(
      status: ItemState.Status(rawValue: row["status"]) ?? .open,
      visibility: (row["visibility"] as String?).flatMap(ItemState.Visibility.init(rawValue:)) ?? .visible,
      recorded: row["recorded"] ?? false, stage: (row["stage"] as String?).flatMap(ItemState.Stage.init(rawValue:)))
  }

  /// Puts an item where an event leaves it, its labels and the tally with it.
  static func move(_ known: KnownItem, to standing: StandingItem, _ db: Database) throws {
    let old = known.standing
    try db.cachedStatement(
      sql: """
        UPDATE item SET rev = ?, status = ?, visibility = ?, recorded = ?, stage = ?, calm = ?, labels = ?, moved = ?,
        escalated_to = ?, until = ?, proposal = ? WHERE row = ?
        """
    ).execute(arguments: [
      standing.revision, standing.state.status.rawValue, standing.state.visibilityColumn,
      standing.state.recorded ? 1 : nil, standing.state.stage?.rawValue, -standing.urgency, standing.labels.rawValue,
      standing.moved, standing.escalatedTo, standing.until?.milliseconds, standing.proposal, known.row,
    ])
    if old.listed != standing.listed || old.urgency != standing.urgency {
      try db.cachedStatement(
        sql: """
          DELETE FROM item_label WHERE label = ? AND channel = (SELECT channel FROM item WHERE row = ?3) AND calm = ?2
          AND ord = (SELECT ord FROM item WHERE row = ?3) AND row = ?3
          """
      ).run(over: old.listed.numbers) { [$0, -old.urgency, known.row] }
      try db.cachedStatement(sql: "INSERT INTO item_label SELECT ?, channel, calm, ord, row FROM item WHERE row = ?")
        .run(over: standing.listed.numbers) { [$0, known.row] }
    }
    var change = Tally()
    change.count(from: old, to: standing)
    try add(change, db)
  }

  static func add(_ change: Tally, _ db: Database) throws {
    guard change != Tally() else { return }
    try db.cachedStatement(
      sql: """
        UPDATE tally SET open = open + ?, urgent = urgent + ?, escalated = escalated + ?, unexported = unexported + ?,
        untaken = untaken + ? WHERE id = 1
        """
    ).execute(arguments: [change.open, change.urgent, change.escalated, change.unexported, change.untaken])
  }

  static func tally(_ db: Database) throws -> Tally {
    let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM tally WHERE id = 1"))
    return Tally(
      open: row?["open"] ?? 0, urgent: row?["urgent"] ?? 0, escalated: row?["escalated"] ?? 0,
      unexported: row?["unexported"] ?? 0, untaken: row?["untaken"] ?? 0)
  }

  static func backlog(_ db: Database) throws -> Backlog {
    let tally = try tally(db)
    let oldest = try QueueKeys(QueueQuery(.queue, order: .oldest), db).keys(.all, forward: true, limit: 1).first?.order
    return Backlog(
      open: tally.open, urgent: tally.urgent, escalated: tally.escalated, unexported: tally.unexported,
      untaken: tally.untaken, oldest: oldest.map(Timestamp.init(milliseconds:)))
  }

  static func due(at now: Timestamp, limit: Int, _ db: Database) throws -> [KnownItem] {
    try Row.fetchAll(
      db.cachedStatement(sql: select + " WHERE i.status = 'snoozed' AND i.until <= ? ORDER BY i.until LIMIT ?"),
      arguments: [now.milliseconds, limit]
    ).map(known)
  }
}

extension ItemState {
  /// What most items are is NULL.
  var visibilityColumn: String? { visibility == .visible ? nil : visibility.rawValue }
}

extension StandingItem {
  /// The labels under which it is in the lists of open items.
  var listed: LabelSet { state.status == .open ? labels : [] }
}

extension Statement {
  fileprivate func run<Element>(
    over elements: [Element], _ arguments: (Element) -> [(any DatabaseValueConvertible)?]
  ) throws {
    for element in elements { try execute(arguments: StatementArguments(arguments(element))) }
  }
}

/// The counts of the status line, kept so that no key press has to count a million rows.
struct Tally: Sendable, Equatable {
  var open = 0
  var urgent = 0
  var escalated = 0
  var unexported = 0
  var untaken = 0

  /// Counts one item's way from one standing to the next; nil is not there.
  mutating func count(from old: StandingItem?, to new: StandingItem?) {
    if let old { count(old, -1) }
    if let new { count(new, 1) }
  }

  private mutating func count(_ standing: StandingItem, _ sign: Int) {
    switch standing.state.status {
    case .open:
      open += sign
      if standing.urgency >= StandingItem.urgent { urgent += sign }
    case .escalated: escalated += sign
    case .decided, .snoozed: break
    }
    switch standing.state.stage {
    case .committed: unexported += sign
    case .notApplied, .changed: untaken += sign
    case .proposed, .exported, .applied, .reconciled, nil: break
    }
  }
}
