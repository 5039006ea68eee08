import FoundationEssentials
import GRDB
import Moderation

/// Makes every view anew from the events, and says where what is stored is not that.
///
/// An item's events and the texts that imports brought it are walked in their order, through the same projection that made
/// the view; two lists in row order are never held, so a million items cost no more memory than one. The vault's texts are
/// checked against the digests that the `imported` events keep of them, while they are there.
struct ViewComparison {
  private let db: Database
  private var differences: [ViewDifference] = []
  /// More than this are not worth telling apart.
  private static let most = 100

  init(_ db: Database) { self.db = db }

  func run() throws -> [ViewDifference] {
    var comparison = self
    try comparison.compareItems()
    try comparison.compareLabels()
    try comparison.compareTexts()
    try comparison.compareDestroyed()
    try comparison.compareKept()
    try comparison.compareMatters()
    return Array(comparison.differences.prefix(Self.most))
  }

  private mutating func report(_ table: String, _ row: String, _ stored: String, _ rebuilt: String) {
    if stored != rebuilt {
      differences.append(ViewDifference(table: table, row: row, stored: stored, rebuilt: rebuilt))
    }
  }

  // MARK: Items

  private mutating func compareItems() throws {
    var tally = Tally()
    let events = try EventsByItem(db)
    let rows = try Row.fetchCursor(db, sql: ItemTable.select + " ORDER BY i.row")
    var count = 0
    while let row = try rows.next(), differences.count < Self.most {
      let known = ItemTable.known(row)
      let rebuilt = try events.standing(of: known)
      report("item", known.item.rawValue, Self.text(known.standing), rebuilt.map(Self.text) ?? "no event knows it")
      tally.count(from: nil, to: rebuilt)
      count += 1
    }
    let comments = try Int.fetchOne(db, sql: "SELECT count(*) FROM vault_comment") ?? 0
    report("item", "all", "\(count) rows", "\(comments) rows")
    report("tally", "1", Self.text(try ItemTable.tally(db)), Self.text(tally))
    try comparePlaces()
  }

  /// Whose item it is, and where it stands in the lists, is the vault's to say.
  private mutating func comparePlaces() throws {
    let strays = try Row.fetchAll(
      db,
      sql: """
        SELECT i.id, i.channel, i.thread, i.ord, c.channel AS c, c.thread AS t, c.posted
        FROM item AS i JOIN vault_comment AS c ON c.row = i.row
        WHERE i.channel <> c.channel OR i.thread IS NOT c.thread OR (c.posted IS NOT NULL AND i.ord <> c.posted)
        LIMIT \(Self.most)
        """)
    for row in strays {
      func place(_ channel: Int64, _ thread: Int64?, _ order: Int64) -> String {
        "channel \(channel), thread \(thread ?? 0), order \(order)"
      }
      report(
        "item", ItemID(bytes: row["id"] as Data).rawValue, place(row["channel"], row["thread"], row["ord"]),
        place(row["c"], row["t"], row["posted"] ?? row["ord"]))
    }
  }

  private mutating func compareLabels() throws {
    let sql = """
      SELECT count(*) FROM (SELECT i.row FROM item AS i, (\(Label.allCases.map { "SELECT \(LabelSet.number($0)) AS label" }
        .joined(separator: " UNION ALL "))) AS l
      WHERE i.status = 'open' AND i.labels & (1 << l.label) <> 0 AND EXISTS (SELECT 1 FROM item_label AS s WHERE
      s.label = l.label AND s.channel = i.channel AND s.calm = i.calm AND s.ord = i.ord AND s.row = i.row))
      """
    let fitting = try Int.fetchOne(db, sql: sql) ?? 0
    let stored = try Int.fetchOne(db, sql: "SELECT count(*) FROM item_label") ?? 0
    let due =
      try Label.allCases.map {
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM item WHERE status = 'open' AND labels & \(LabelSet($0).rawValue) <> 0") ?? 0
      }.reduce(0, +)
    report("item_label", "all", "\(stored) rows, \(fitting) in place", "\(due) rows, \(due) in place")
  }

  private static func text(_ standing: StandingItem) -> String {
    var parts = ["r\(standing.revision)", standing.state.ledgerText, "urgency \(standing.urgency)"]
    parts.append("labels \(standing.labels.rawValue)")
    if let moved = standing.moved { parts.append("moved \(moved)") }
    if let role = standing.escalatedTo { parts.append("to \(role)") }
    if let until = standing.until { parts.append("until \(until.iso8601())") }
    if let proposal = standing.proposal { parts.append("proposal \(proposal)") }
    return parts.joined(separator: ", ")
  }

  private static func text(_ tally: Tally) -> String {
    "\(tally.open) open, \(tally.urgent) urgent, \(tally.escalated) escalated, \(tally.unexported) to send, "
      + "\(tally.untaken) not taken"
  }

  // MARK: Texts against the ledger

  /// An import's digest is over a line an item, in the order of the batch: id, revision, salted hash of the text.
  private mutating func compareTexts() throws {
    let digests = try Row.fetchCursor(
      db, sql: "SELECT seq, items_sha256 FROM ledger WHERE type = 'imported' AND encoding >= 2 ORDER BY seq")
    // A million texts are 24 MB here; an index that only this check would read costs every desk as much on disk.
    var arrivals: [(sequence: Int64, place: Int64, key: Int64)] = []
    let places = try SQLiteStatement(
      db, "SELECT seq, place, id FROM vault_text UNION ALL SELECT seq, place, id FROM disposed_text")
    while try places.step() { arrivals.append((places.integer(0), places.integer(1), places.integer(2))) }
    arrivals.sort { ($0.sequence, $0.place) < ($1.sequence, $1.place) }
    let texts = try SQLiteStatement(
      db,
      """
      SELECT i.id, c.salt, t.text FROM vault_text AS t JOIN vault_comment AS c ON c.row = ?2
      JOIN item AS i ON i.row = ?2 WHERE t.id = ?1
      """)
    let destroyed = try SQLiteStatement(
      db, "SELECT i.id, d.sha256 FROM disposed_text AS d JOIN item AS i ON i.row = ?2 WHERE d.id = ?1")
    var next = 0
    while let row = try digests.next(), differences.count < Self.most {
      let sequence: Int64 = row["seq"]
      var digest = BatchDigest()
      while next < arrivals.count, arrivals[next].sequence < sequence { next += 1 }
      while next < arrivals.count, arrivals[next].sequence == sequence {
        let key = arrivals[next].key
        texts.bind(1, key)
        texts.bind(2, TextKey.row(of: key))
        if try texts.step() {
          digest.add(
            ItemID(bytes: texts.blob(0)), revision: TextKey.revision(of: key),
            textSHA256: Salt.hash(texts.bytes(2), salt: texts.blob(1)))
          texts.reset()
        } else {
          destroyed.bind(1, key)
          destroyed.bind(2, TextKey.row(of: key))
          if try destroyed.step() {
            digest.add(
              ItemID(bytes: destroyed.blob(0)), revision: TextKey.revision(of: key),
              textSHA256: Hex.of(destroyed.blob(1)))
            destroyed.reset()
          }
        }
        next += 1
      }
      report("vault_text", "event \(sequence)", digest.hex, row["items_sha256"] ?? "")
    }
  }

  /// Words may only be missing where an event says that they were destroyed, and must be missing there.
  private mutating func compareDestroyed() throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT DISTINCT i.id AS id, EXISTS (SELECT 1 FROM vault_text AS t WHERE t.id = d.id) AS kept
        FROM disposed_text AS d LEFT JOIN item AS i ON i.row = \(TextKey.row(ofColumn: "d.id"))
        """)
    while let row = try rows.next(), differences.count < Self.most {
      let item = (row["id"] as Data?).map { ItemID(bytes: $0) }
      let isTold = try item.map { try LedgerTable.history(of: $0, db).contains { $0.type == .disposed } } ?? false
      report(
        "disposed_text", item?.rawValue ?? "no item", isTold ? "destroyed" : "destroyed, and no event says so",
        "destroyed")
      report("vault_text", item?.rawValue ?? "no item", (row["kept"] as Bool) ? "words" : "destroyed", "destroyed")
    }
  }

  // MARK: Matters

  /// Cases, escalations, records, holds and notes, folded anew from their events.
  private mutating func compareMatters() throws {
    var known: Set<String> = []
    for id in try MatterTable.ids(db) where differences.count < Self.most {
      known.insert(id)
      let rebuilt = MatterProjection.row(id, try LedgerTable.history(ofMatter: id, db))
      let stored = try MatterTable.row(id, db)
      report("matter", id, stored.map(Self.text) ?? "missing", rebuilt.map(Self.text) ?? "no event knows it")
    }
    for id in try String.fetchAll(db, sql: "SELECT id FROM matter ORDER BY id") where !known.contains(id) {
      report("matter", id, "a row", "no event knows it")
    }
    let strays = try String.fetchAll(
      db, sql: "SELECT DISTINCT matter FROM matter_item WHERE matter NOT IN (SELECT id FROM matter) ORDER BY matter")
    for id in strays { report("matter_item", id, "a row", "no matter has it") }
  }

  private static func text(_ row: MatterRow) -> String {
    var parts = [row.kind.rawValue, row.state, row.isClosed ? "closed" : "open", "events \(row.opened)-\(row.last)"]
    if let channel = row.channel { parts.append("on \(channel)") }
    if let due = row.due { parts.append("due \(due.iso8601())") }
    if let role = row.role { parts.append("role \(role)") }
    if let person = row.person { parts.append("person \(person)") }
    return (parts + row.items.map(\.rawValue)).joined(separator: ", ")
  }

  // MARK: Policies and accounts against the ledger

  private mutating func compareKept() throws {
    for (table, type) in [("policy", Event.Kind.policyAdopted), ("account", .accounted)] {
      let rows = try Row.fetchAll(
        db, sql: "SELECT seq, sha256, policy, count FROM ledger WHERE type = ?", arguments: [type.rawValue])
      for row in rows {
        let sequence: Int64 = row["seq"]
        let digest: String = row["sha256"] ?? ""
        if type == .accounted {
          report(table, "event \(sequence)", try AccountTable.account(at: sequence, db)?.digest ?? "missing", digest)
        } else {
          let namesPeople = (row["count"] as Int64?).map { $0 > 0 } ?? false
          report(
            table, "event \(sequence)", try PolicyTable.policy(at: sequence, db).map(Self.text) ?? "missing",
            Self.text(digest, row["policy"] ?? "", namesPeople))
        }
      }
      let strangers = try Int64.fetchAll(
        db,
        sql:
          "SELECT seq FROM \(table) WHERE seq IS NOT NULL AND seq NOT IN (SELECT seq FROM ledger WHERE type = ?) ORDER BY seq",
        arguments: [type.rawValue])
      for sequence in strangers { report(table, "event \(sequence)", "a row", "no event knows it") }
    }
  }

  private static func text(_ policy: AdoptedPolicy) -> String {
    text(Hex.sha256(of: policy.text.utf8), policy.digest, policy.namesPeople)
  }

  private static func text(_ sha256: String, _ digest: String, _ namesPeople: Bool) -> String {
    "\(sha256), digest \(digest)" + (namesPeople ? ", names people" : "")
  }
}

/// The events of one item after the other, with what the imports among them brought it.
private struct EventsByItem {
  private let db: Database
  private let arrivals: Statement
  private let flags: Statement

  init(_ db: Database) throws {
    self.db = db
    arrivals = try db.makeStatement(
      sql: "SELECT id, seq FROM vault_text WHERE id = ?1 UNION ALL SELECT id, seq FROM disposed_text WHERE id = ?1")
    flags = try db.makeStatement(
      sql: """
        SELECT label, score, severity, rule, why, spans, ifnull(seq, 0) AS seq FROM vault_flag
        WHERE row = ? AND rev = ? ORDER BY n
        """)
  }

  func standing(of known: KnownItem) throws -> StandingItem? {
    var steps: [(sequence: Int64, event: Event?, arrival: Arrival?)] = []
    // As far as there are texts, whatever the row says: it is the row that is in question.
    var revision = 0
    while let row = try Row.fetchOne(arrivals, arguments: [TextKey.key(row: known.row, revision: revision + 1)]) {
      revision += 1
      let brought: Int64 = row["seq"]
      let raised = try Row.fetchAll(flags, arguments: [known.row, revision])
      let events = [brought] + Set(raised.map { $0["seq"] as Int64 }).subtracting([0]).sorted()
      for sequence in events {
        let upTo = raised.filter { ($0["seq"] as Int64) <= sequence }
        let flags = upTo.compactMap(VaultTable.flag)
        steps.append((sequence, nil, Arrival(revision: revision, flags: flags)))
      }
    }
    for event in try LedgerTable.history(of: known.item, db) { steps.append((event.sequence, event, nil)) }
    // An import's own event closes its batch, so that the reopenings which it caused come after it.
    steps.sort { ($0.sequence, $0.arrival == nil ? 1 : 0) < ($1.sequence, $1.arrival == nil ? 1 : 0) }
    var standing: StandingItem?
    for step in steps {
      if let event = step.event {
        standing = StandingItem.after(event, standing)
      } else if let arrival = step.arrival, let event = try LedgerTable.event(step.sequence, db) {
        standing = StandingItem.after(event, standing, arrival: arrival)
      }
    }
    return standing
  }
}
