import Desk
import FoundationEssentials
import GRDB
import Glibc
import Moderation
import Testing

@Suite("The file")
struct FileTests {
  let scratch = Scratch()

  private func mode(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
  }

  private func open(_ path: String) throws(DeskError) -> Desk {
    try Desk(
      path: path, policy: Sample.policy, by: Sample.kereru,
      surroundings: DeskSurroundings(version: "1", clock: { Timestamp(seconds: 0) }))
  }

  @Test("The folder is the user's alone, and so are the database, its log and its index")
  func modes() throws {
    let desk = try scratch.desk()
    try desk.fill(3)
    #expect(mode(scratch.folder + "/state") == 0o700)
    for suffix in ["", "-wal", "-shm"] { #expect(mode(scratch.path + suffix) == 0o600, "\(suffix)") }
  }

  @Test("A commit is in a log that is flushed each time")
  func settings() throws {
    _ = try scratch.desk()
    #expect(try scratch.look { db in try String.fetchOne(db, sql: "PRAGMA journal_mode") } == "wal")
  }

  @Test("What is no desk is left as it is", arguments: ["hello, this is a diary\n", "SQLite format 3"])
  func foreignFile(content: String) throws {
    let path = scratch.folder + "/notes.txt"
    try Data(content.utf8).write(to: URL(filePath: path))
    #expect(throws: DeskError.notADesk(path: path)) { try open(path) }
    #expect(throws: DeskError.notADesk(path: path)) { try Desk.adoptedPolicy(path: path) }
    #expect(try String(contentsOf: URL(filePath: path), encoding: .utf8) == content)
  }

  @Test("Another program's database is no desk, nor is a folder")
  func foreignDatabase() throws {
    let path = scratch.folder + "/other.sqlite"
    try DatabaseQueue(path: path).write { db in try db.execute(sql: "CREATE TABLE t (a)") }
    let before = try Data(contentsOf: URL(filePath: path))
    #expect(throws: DeskError.notADesk(path: path)) { try Desk.existing(path: path) }
    #expect(throws: DeskError.notADesk(path: path)) { try open(path) }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    #expect(throws: DeskError.notADesk(path: scratch.folder)) { try Desk.verify(path: scratch.folder) }
  }

  @Test("A desk of a later schema is not touched, and a missing one is not made by reading")
  func newer() throws {
    _ = try scratch.desk()
    try scratch.tamper("PRAGMA user_version = 99")
    #expect(throws: DeskError.newer(path: scratch.path, schema: 99, known: 3)) { try scratch.desk() }
    #expect(throws: DeskError.newer(path: scratch.path, schema: 99, known: 3)) { try Desk.existing(path: scratch.path) }
    let absent = scratch.folder + "/none.sqlite"
    #expect(throws: DeskError.missing(path: absent)) { try Desk.verify(path: absent) }
    #expect(try Desk.adoptedPolicy(path: absent) == nil)
    #expect(mode(absent) == nil)
  }

  @Test("A path through a file says which part is not a folder")
  func notAFolder() throws {
    let file = scratch.folder + "/file"
    try Data().write(to: URL(filePath: file))
    let error = #expect(throws: DeskError.self) { try open(file + "/desk") }
    #expect(error?.message == "\(file)/desk cannot be read: a part of the path is not a folder")
  }

  @Test("What was done is there after opening again, and the desk is made once")
  func durable() throws {
    do {
      let desk = try scratch.desk()
      try desk.fill(5)
      try desk.commit([Sample.decision("c4", .hide)], by: Sample.kereru)
    }
    let desk = try scratch.desk()
    #expect(try desk.events(before: nil, limit: 9).map(\.type) == [.decided, .imported, .policyAdopted, .deskCreated])
    #expect(try desk.state("c4")?.visibility == .hidden)
  }

  @Test("Two desks on one file see each other's work, and their decisions make one chain")
  func two() throws {
    let one = try scratch.desk()
    let other = try scratch.desk()
    try one.fill(40)
    for n in 1...40 {
      try (n % 2 == 0 ? one : other).commit(
        [Sample.decision("c\(n)", .hide)], by: n % 2 == 0 ? Sample.kereru : Sample.weka)
    }
    #expect(throws: CommitError.self) { try other.commit([Sample.decision("c2", .hide)], by: Sample.weka) }
    #expect(try one.backlog() == Backlog(unexported: 40))
    #expect(try other.lastSequence() == 44)
    try other.check()
  }

  @Test("Reading goes on while somebody writes")
  func readingDuringWriting() throws {
    let desk = try scratch.desk()
    try desk.fill(4)
    let other = try DatabaseQueue(path: scratch.path)
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE; DELETE FROM tally")
      #expect(try desk.backlog().open == 4)
      #expect(try desk.page(QueueQuery(.queue), after: nil, limit: 9).count == 4)
      try db.execute(sql: "ROLLBACK")
    }
  }
}
