import GRDB
import Moderation
import Testing

@testable import Desk

@Suite("Seals and backups")
struct SealTests {
  let scratch = Scratch()

  private func key() throws -> SealingKey { try SealingKey.create(at: scratch.folder + "/key") }

  @Test("A seal vouches for what it covers, and the ledger goes on")
  func whole() throws {
    let desk = try scratch.desk()
    try desk.fill(3)
    let seal = try desk.seal(with: try key(), by: Sample.kereru)
    #expect(seal.last == 3)
    #expect(try desk.log(1) == ["sealed by akereru"])
    try desk.commit([Sample.decision("c1", .hide)], by: Sample.kereru)
    let filed = try Seal(text: seal.text, file: "seal")
    #expect(filed == seal)
    #expect(try desk.verify(against: filed) == .whole(events: 5, sealed: 3))
    #expect(throws: SealError.signatureWrong(file: "seal")) {
      try Seal(text: seal.text.replacing("last: 3", with: "last: 2"), file: "seal")
    }
    let other = try Scratch().desk()
    #expect(try other.verify(against: seal) == .anotherDesk)
  }

  /// Somebody who can write the file and knows how hashes are made, rewriting every link and the counter.
  @Test("A chain that was rewritten link by link is whole, and the seal tells", arguments: [1, 3] as [Int64])
  func rewritten(from first: Int64) throws {
    let desk = try scratch.desk()
    try desk.fill(3)
    let seal = try desk.seal(with: try key(), by: Sample.kereru)
    var events = try desk.events(before: nil, limit: 99).reversed() as [Event]
    var head = CanonicalEvent.firstPrevious
    for index in events.indices {
      if events[index].sequence == first { events[index].actor = "somebody.else" }
      events[index].previous = head
      events[index].hash = CanonicalEvent(events[index]).hash(after: head.utf8)
      head = events[index].hash
    }
    try scratch.inFile { (db: Database) throws -> Void in
      for event in events {
        try db.execute(
          sql: "UPDATE ledger SET actor = ?, prev = ?, hash = ? WHERE seq = ?",
          arguments: [event.actor, event.previous, event.hash, event.sequence])
      }
      try db.execute(sql: "UPDATE chain SET head = ?", arguments: [head])
    }
    guard case .whole = try desk.verify() else { throw Unexpected("the chain is not whole") }
    guard case .broken(.broken(3, .edited, _)) = try desk.verify(against: seal) else {
      throw Unexpected(try desk.verify(against: seal))
    }
  }

  @Test("A ledger cut short with its counter, or emptied, is truncated to the seal")
  func cut() throws {
    let desk = try scratch.desk()
    try desk.fill(3)
    let seal = try desk.seal(with: try key(), by: Sample.kereru)
    try scratch.tamper(
      "DELETE FROM ledger WHERE seq > 2; UPDATE chain SET last = 2, head = (SELECT hash FROM ledger WHERE seq = 2)")
    #expect(Found(try desk.verify()) == .whole)
    guard case .broken(.broken(3, .truncated, _)) = try desk.verify(against: seal) else {
      throw Unexpected(try desk.verify(against: seal))
    }
    try scratch.tamper("DELETE FROM ledger; UPDATE chain SET last = 0, head = printf('%064d', 0)")
    guard case .broken(.broken(1, .truncated, _)) = try desk.verify(against: seal) else {
      throw Unexpected(try desk.verify(against: seal))
    }
  }

  @Test("An edited first event is an edit, not another desk")
  func firstEvent() throws {
    let desk = try scratch.desk()
    let seal = try desk.seal(with: try key(), by: Sample.kereru)
    try scratch.tamper("UPDATE ledger SET id = 'another' WHERE seq = 1")
    guard case .broken(.broken(1, .edited, _)) = try desk.verify(against: seal) else {
      throw Unexpected(try desk.verify(against: seal))
    }
  }

  // MARK: Backups

  private func restore(_ backup: String, _ policy: AgencyPolicy, by user: UserName) throws {
    let ticks = scratch.ticks
    _ = try Desk.restore(
      backup, to: scratch.path, policy: policy, by: user,
      surroundings: DeskSurroundings(version: "test", clock: { ticks.next() }))
  }

  @Test("A backup is put back as it was, and what was there is kept aside")
  func restored() throws {
    let backup = scratch.folder + "/backup.sqlite"
    do {
      let desk = try scratch.desk()
      try desk.fill(3)
      let written = try desk.backUp(to: backup, by: Sample.kereru)
      #expect(written.last == 3)
      #expect(try desk.log(1) == ["backed_up by akereru"])
      #expect(throws: CommitError.failed(.exists(path: backup))) { try desk.backUp(to: backup, by: Sample.kereru) }
      try desk.commit([Sample.decision("c1", .hide)], by: Sample.kereru)
    }
    try restore(backup, Sample.policy, by: Sample.kereru)
    let desk = try scratch.desk()
    #expect(try desk.log(2) == ["imported by akereru", "restored by akereru"])
    try desk.check()
    #expect(try Desk.existing(path: scratch.path + ".before-restore").lastSequence() == 5)
  }

  @Test("Who may not, or brings another policy, restores nothing: the desk is where it was")
  func notRestored() throws {
    let backup = scratch.folder + "/backup.sqlite"
    let last: Int64
    do {
      let desk = try scratch.desk(Sample.team)
      try desk.fill(3, by: Sample.ruru)
      #expect(throws: CommitError.self) { try desk.backUp(to: backup, by: Sample.kereru) }
      _ = try desk.backUp(to: backup, by: Sample.tui)
      last = try desk.lastSequence()
    }
    #expect(
      throws: CommitError.refused(
        .roleNotAllowed(.backup, role: "moderator", channel: nil, holders: [.supervisor, .records, .admin]))
    ) {
      try restore(backup, Sample.team, by: Sample.kereru)
    }
    #expect(throws: DeskError.policyDiffers(path: backup, adopted: Sample.team.digest)) {
      try restore(backup, Sample.policy, by: Sample.kereru)
    }
    #expect(try Desk.existing(path: scratch.path).lastSequence() == last)
    try restore(backup, Sample.team, by: Sample.tui)
    #expect(try Desk.existing(path: scratch.path).lastSequence() == 5)
  }

  @Test("A damaged backup is not put back")
  func damaged() throws {
    let backup = scratch.folder + "/backup.sqlite"
    do {
      let desk = try scratch.desk()
      try desk.fill(3)
      _ = try desk.backUp(to: backup, by: Sample.kereru)
    }
    let queue = try DatabaseQueue(path: backup)
    try queue.write { db in
      try db.execute(sql: "DROP TRIGGER ledger_no_update; UPDATE ledger SET actor = 'x' WHERE seq = 2")
    }
    try queue.close()
    #expect(throws: DeskError.damaged(path: backup)) { try restore(backup, Sample.policy, by: Sample.kereru) }
    #expect(try Desk.existing(path: scratch.path).lastSequence() == 4)
  }
}
