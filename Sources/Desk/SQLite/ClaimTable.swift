import FoundationEssentials
import GRDB
import Moderation

/// The SQL of claims and of who is here. None of it is evidence; all of it lapses.
enum ClaimTable {
  static func claim(on item: ItemID, at now: Timestamp, _ db: Database) throws -> HeldClaim? {
    guard let id = item.bytes else { return nil }
    let statement = try db.cachedStatement(sql: "SELECT * FROM claim WHERE item = ? AND until > ?")
    return try Row.fetchOne(statement, arguments: [Data(id), now.milliseconds]).map {
      HeldClaim(claim: claim($0), console: $0["console"])
    }
  }

  static func claims(at now: Timestamp, _ db: Database) throws -> [Claim] {
    let statement = try db.cachedStatement(sql: "SELECT * FROM claim WHERE until > ? ORDER BY since")
    return try Row.fetchAll(statement, arguments: [now.milliseconds]).map(claim)
  }

  private static func claim(_ row: Row) -> Claim {
    Claim(
      item: ItemID(bytes: row["item"] as Data), person: row["person"], since: Timestamp(milliseconds: row["since"]),
      until: Timestamp(milliseconds: row["until"]))
  }

  static func put(_ claim: Claim, console: String, _ db: Database) throws {
    guard let id = claim.item.bytes else { return }
    try db.cachedStatement(sql: "REPLACE INTO claim (item, person, console, since, until) VALUES (?, ?, ?, ?, ?)")
      .execute(arguments: [
        Data(id), claim.person, console, claim.since.milliseconds, claim.until.milliseconds,
      ])
    try db.cachedStatement(sql: "DELETE FROM claim WHERE until <= ?").execute(arguments: [claim.since.milliseconds])
  }

  static func release(_ item: ItemID, console: String, _ db: Database) throws {
    guard let id = item.bytes else { return }
    try db.cachedStatement(sql: "DELETE FROM claim WHERE item = ? AND console = ?")
      .execute(arguments: [Data(id), console])
  }

  static func presences(since: Timestamp, _ db: Database) throws -> [Presence] {
    let statement = try db.cachedStatement(
      sql: "SELECT person, role, max(seen) AS seen FROM presence WHERE seen >= ? GROUP BY person, role ORDER BY person")
    return try Row.fetchAll(statement, arguments: [since.milliseconds]).map {
      Presence(person: $0["person"], role: $0["role"], seen: Timestamp(milliseconds: $0["seen"]))
    }
  }

  static func appear(_ presence: Presence, console: String, _ db: Database) throws {
    try db.cachedStatement(sql: "REPLACE INTO presence (console, person, role, seen) VALUES (?, ?, ?, ?)")
      .execute(arguments: [console, presence.person, presence.role, presence.seen.milliseconds])
  }

  static func disappear(console: String, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM presence WHERE console = ?", arguments: [console])
    try db.execute(sql: "DELETE FROM claim WHERE console = ?", arguments: [console])
  }
}
