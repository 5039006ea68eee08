import FoundationEssentials
import GRDB
import Glibc
import Moderation
import Testing

@testable import Desk

/// What a disk, another program or another user may do to a desk: a clear message each, and nothing lost.
@Suite("Durability")
struct DurabilityTests {
  let scratch = Scratch()

  @Test("While another program writes, a desk waits for a while, says so, and goes on afterwards")
  func locked() throws {
    let desk = try scratch.desk(patience: 0.05)
    try desk.fill(1)
    let before = try desk.lastSequence()
    let other = try DatabaseQueue(path: scratch.path)
    try other.writeWithoutTransaction { (db: Database) throws -> Void in
      try db.execute(sql: "BEGIN IMMEDIATE")
      let error = #expect(throws: CommitError.failed(.busy(path: scratch.path))) {
        try desk.commit([Sample.decision("c1", .hide)], by: Sample.kereru)
      }
      #expect(
        error?.message == "\(scratch.path) is being written by somebody else; nothing was written, try again")
      #expect(throws: DeskError.busy(path: scratch.path)) { try desk.claim(Sample.item("c1"), by: Sample.kereru) }
      #expect(throws: DeskError.busy(path: scratch.path)) {
        try scratch.desk(Sample.team, patience: 0.05)
      }
      #expect(try desk.lastSequence() == before)
      try db.execute(sql: "ROLLBACK")
    }
    try other.close()
    try desk.commit([Sample.decision("c1", .hide)], by: Sample.kereru)
    try desk.check()
  }

  @Test("A full disk is called one; what was acknowledged before is there, and work goes on when there is room")
  func full() throws {
    try scratch.desk().fill(300)
    let told = try ChildProcess.run(
      "fill", path: scratch.path, report: scratch.folder + "/told", preparation: "ulimit -f 1200; trap '' XFSZ;")
    let acknowledged = told.filter { $0.hasPrefix("done ") }.compactMap { Int64($0.dropFirst(5)) }
    #expect(acknowledged.count > 3)
    #expect(
      told.last == "the disk that holds \(scratch.path) is full or takes no more; nothing was written")
    let desk = try scratch.desk()
    try desk.check()
    let decided = try desk.events(before: nil, limit: 999).filter { $0.type == .decided }.map(\.sequence)
    #expect(decided.reversed() == acknowledged)
    try desk.commit([Sample.decision("c299", .hide)], by: Sample.kereru)
  }

  @Test("A desk that finds no room when it is made is made by the next who opens it")
  func fullFromTheStart() throws {
    let told = try ChildProcess.run(
      "open", path: scratch.path, report: scratch.folder + "/told", preparation: "ulimit -f 40; trap '' XFSZ;")
    #expect(
      told.first == "opened: the disk that holds \(scratch.path) is full or takes no more; nothing was written")
    let desk = try scratch.desk()
    #expect(try desk.log(9) == ["desk_created by akereru", "policy_adopted by akereru"])
  }

  @Test("What another user may only read is not written, and says so")
  func readOnly() throws {
    do {
      let desk = try scratch.desk()
      try desk.fill(3)
    }
    // The desk's owner made it readable for others; nobody has it open.
    for (path, mode) in [(scratch.folder, 0o777), (scratch.folder + "/state", 0o755), (scratch.path, 0o644)] {
      #expect(chmod(path, mode_t(mode)) == 0)
    }
    // Root may write everything, so the child is somebody else; whoever is not root takes the right from themselves.
    let isRoot = geteuid() == 0
    if !isRoot { #expect(chmod(scratch.path, 0o444) == 0 && chmod(scratch.folder + "/state", 0o555) == 0) }
    defer { _ = chmod(scratch.folder + "/state", 0o755) }
    let told = try ChildProcess.run(
      "open", path: scratch.path, report: scratch.folder + "/told",
      preparation: isRoot ? "BEFORE='setpriv --reuid=65534 --regid=65534 --clear-groups';" : "")
    #expect(
      told == [
        "opened: \(scratch.path) can only be read here; nothing was written", "verified: whole",
      ])
  }

  @Test("A page of noise is called damage, wherever it is noticed", arguments: [1, 5, 9])
  func noise(seed: UInt64) throws {
    do {
      let desk = try scratch.desk()
      try desk.fill(100)
    }
    try DatabaseQueue(path: scratch.path).writeWithoutTransaction { db in
      _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    var generator = SeededGenerator(seed: seed)
    let url = URL(filePath: scratch.path)
    let good = try Data(contentsOf: url)
    var caught = 0
    for page in 1..<(good.count / 4096) where page % 3 == Int(seed % 3) {
      var bad = good
      for index in (page * 4096)..<((page + 1) * 4096) { bad[index] = UInt8.random(in: 0...255, using: &generator) }
      try bad.write(to: url)
      for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: scratch.path + suffix) }
      do {
        let desk = try scratch.desk()
        _ = try desk.page(QueueQuery(.queue), after: nil, limit: 500)
        _ = try desk.verify()
        _ = try desk.compareViews()
      } catch {
        caught += 1
        let isExpected =
          switch error {
          case .damaged, .ledgerUnreadable: true
          default: false
          }
        #expect(isExpected, "page \(page): \(error)")
        if error == .damaged(path: scratch.path) {
          #expect(error.message == "\(scratch.path) is damaged; restore it from a backup")
        }
      }
    }
    #expect(caught > 3)
  }

  @Test("A file that ends too soon is damaged, or no desk; it is never made anew", arguments: [0.05, 0.3, 0.6, 0.9])
  func cut(share: Double) throws {
    do {
      let desk = try scratch.desk()
      try desk.fill(300)
    }
    try DatabaseQueue(path: scratch.path).writeWithoutTransaction { db in
      _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    let url = URL(filePath: scratch.path)
    let whole = try Data(contentsOf: url)
    try whole.prefix(Int(Double(whole.count) * share)).write(to: url)
    for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: scratch.path + suffix) }
    #expect(throws: DeskError.damaged(path: scratch.path)) {
      let desk = try scratch.desk()
      _ = try desk.verify()
      _ = try desk.compareViews()
    }
  }

  @Test("A desk that was cut off while it was made is made by the next who opens it")
  func halfMade() throws {
    do { _ = try scratch.desk() }
    try DatabaseQueue(path: scratch.path).writeWithoutTransaction { db in
      _ = try Row.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
    }
    // SQLite's journal of a file that had no page yet (fileformat2.html § 3): magic, no records, nonce, no pages, sizes.
    let header: [UInt8] =
      [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7] + [0, 0, 0, 0] + [1, 2, 3, 4] + [0, 0, 0, 0] + [0, 0, 2, 0]
      + [0, 0, 0x10, 0]
    let journal = header + [UInt8](repeating: 0, count: 512 - header.count)
    try Data(journal).write(to: URL(filePath: scratch.path + "-journal"))
    let desk = try scratch.desk()
    #expect(try desk.log(9) == ["desk_created by akereru", "policy_adopted by akereru"])
    try desk.check()
  }

  @Test("A crash in the middle of a write leaves what was acknowledged, and no half of what was not")
  func halfWritten() throws {
    let desk = try scratch.desk()
    try desk.fill(3)
    try desk.commit([Sample.decision("c1", .hide)], by: Sample.kereru)
    let crashed = Scratch()
    try scratch.copy(to: crashed)
    // A log whose last frames did not reach the disk whole.
    let log = URL(filePath: crashed.path + "-wal")
    try Data(contentsOf: log).dropLast(1000).write(to: log)
    let reopened = try crashed.desk()
    try reopened.check()
    #expect(try reopened.events(before: nil, limit: 1).first?.type == .imported)
  }
}

/// What children do; nothing in the tests' own process.
@Suite("Child tasks", .enabled(if: ChildProcess.task != nil))
struct ChildTasks {
  private func desk() throws(DeskError) -> Desk {
    try Desk(
      path: ChildProcess.path, policy: Sample.policy, by: Sample.kereru,
      surroundings: DeskSurroundings(version: "child", clock: { Timestamp(seconds: 1_790_100_000) }))
  }

  @Test("fill", .enabled(if: ChildProcess.task == "fill"))
  func fill() throws {
    do {
      let desk = try desk()
      for number in 1...299 {
        var decision = Sample.decision("c\(number)", .hide)
        decision.rationale = String(repeating: "because ", count: 500)
        let event = try desk.commit([decision], by: Sample.kereru)[0]
        ChildProcess.tell("done \(event.sequence)")
      }
    } catch let error as CommitError {
      ChildProcess.tell(error.message)
    } catch let error as DeskError {
      ChildProcess.tell(error.message)
    }
  }

  @Test("open", .enabled(if: ChildProcess.task == "open"))
  func open() {
    do {
      _ = try desk()
      ChildProcess.tell("opened")
    } catch {
      ChildProcess.tell("opened: \(error.message)")
    }
    do {
      switch try Desk.verify(path: ChildProcess.path) {
      case .whole: ChildProcess.tell("verified: whole")
      case .broken(_, _, let detail): ChildProcess.tell("verified: \(detail)")
      }
    } catch {
      ChildProcess.tell("verified: \(error.message)")
    }
  }
}
