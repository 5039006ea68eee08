import FoundationEssentials
import Moderation
import Testing

@testable import Casework

@Suite("Time zones")
struct ZoneTests {
  @Test(
    "Daylight time begins and ends at the zone's own hour, in years long after the last that the file lists too",
    arguments: [
      // Zone, moment before the change, offset there in minutes, and from the change on.
      ("Pacific/Auckland", "2026-04-04T13:59:59Z", 780, 720), ("Pacific/Auckland", "2026-09-26T13:59:59Z", 720, 780),
      ("Pacific/Auckland", "2090-04-01T13:59:59Z", 780, 720), ("Pacific/Auckland", "2090-09-23T13:59:59Z", 720, 780),
      ("Pacific/Chatham", "2026-04-04T13:59:59Z", 825, 765), ("Pacific/Chatham", "2090-09-23T13:59:59Z", 765, 825),
      ("Europe/London", "2026-03-29T00:59:59Z", 0, 60), ("Europe/Dublin", "2026-10-25T00:59:59Z", 60, 0),
      ("Europe/Dublin", "2090-03-26T00:59:59Z", 0, 60), ("America/New_York", "2026-03-08T06:59:59Z", -300, -240),
      ("America/New_York", "2090-11-05T05:59:59Z", -240, -300),
      ("Australia/Brisbane", "2026-10-03T15:59:59Z", 600, 600),
    ])
  func offsets(_ name: String, _ last: String, _ before: Int, _ after: Int) throws {
    let zone = try ZoneDatabase.system.zone(name)
    let moment = try Self.moment(last)
    #expect(zone.offset(at: moment) == before * 60)
    #expect(zone.offset(at: Timestamp(milliseconds: moment.milliseconds + 1000)) == after * 60)
  }

  @Test("A skipped hour has the moment that the offset before gives, a repeated one has two")
  func skippedAndRepeated() throws {
    let zone = try ZoneDatabase.system.zone("Pacific/Auckland")
    let skipped = try #require(CivilTime(year: 2026, month: 9, day: 27, hour: 2, minute: 30))
    #expect(zone.moments(of: skipped).map { $0.iso8601() } == ["2026-09-26T14:30:00Z"])
    let repeated = try #require(CivilTime(year: 2026, month: 4, day: 5, hour: 2, minute: 30))
    #expect(zone.moments(of: repeated).map { $0.iso8601() } == ["2026-04-04T13:30:00Z", "2026-04-04T14:30:00Z"])
  }

  @Test("Every hour of a year goes to the wall clock and back")
  func roundTrip() throws {
    for name in ["Pacific/Chatham", "Europe/Dublin", "America/Vancouver", "Australia/Sydney"] {
      let zone = try ZoneDatabase.system.zone(name)
      for hour in 0..<8784 {
        let moment = Timestamp(seconds: 1_767_225_600 + Int64(hour) * 3600)
        #expect(zone.moments(of: zone.civil(moment)).contains(moment))
      }
    }
  }

  @Test("Rules for every year come in each form that POSIX has")
  func footers() throws {
    let second = try Self.moment("2027-07-01T00:00:00Z")
    for (footer, offset) in [
      ("<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45", 45900), ("EST5EDT,M3.2.0,M11.1.0", -14400),
      ("IST-1GMT0,M10.5.0,M3.5.0/1", 3600), ("AAA3BBB,J60/0,J300/0", -7200), ("AAA3BBB,59/0,300/-1", -7200),
      ("UTC0", 0), ("XXX-3:30:15", 12615),
    ] {
      let scratch = try ZoneFolder()
      try scratch.write("Made", TZif.file(footer: footer))
      #expect(try scratch.database.zone("Made").offset(at: second) == offset, "\(footer)")
    }
  }

  @Test("A zone that is not there, not a name or not a zone is refused with what to do")
  func errors() throws {
    let scratch = try ZoneFolder()
    #expect(throws: ZoneError.unknown("Pacific/Atlantis")) { try scratch.database.zone("Pacific/Atlantis") }
    for name in ["../../etc/passwd", "/etc/localtime", "", "a//b", "Pacific/", "x\u{1B}[2J"] {
      #expect(throws: ZoneError.badName(name)) { try scratch.database.zone(name) }
    }
    let missing = ZoneDatabase(folders: [scratch.path + "/none"])
    #expect(throws: ZoneError.noDatabase("Pacific/Auckland", folders: [scratch.path + "/none"])) {
      try missing.zone("Pacific/Auckland")
    }
    #expect(try missing.zone("UTC") == .utc)
    #expect(
      ZoneError.noDatabase("Pacific/Auckland", folders: ["/a", "/b"]).message
        == "the rules of Pacific/Auckland are not on this machine: no zone database in /a, /b; install the package tzdata, "
        + "or set TZDIR to its folder")
  }

  @Test("A damaged zone file is refused wherever it is cut or changed, and never crashes")
  func damaged() throws {
    let scratch = try ZoneFolder()
    let whole = TZif.file(changes: [(0, 0), (1_000_000, 1)], offsets: [3600, 7200], footer: "UTC0")
    try scratch.write("Whole", whole)
    #expect(try scratch.database.zone("Whole").offset(at: Timestamp(seconds: -5)) == 3600)
    try scratch.write("Cut", Array(whole.dropLast(8)))
    #expect(throws: ZoneError.unreadable("Cut", path: scratch.path + "/Cut")) { try scratch.database.zone("Cut") }
    for length in 0..<whole.count { #expect(ZoneFile.parse(Array(whole.prefix(length)), name: "Cut") == nil) }
    for index in whole.indices {
      var changed = whole
      changed[index] ^= 0xFF
      _ = ZoneFile.parse(changed, name: "Changed")?.offset(at: Timestamp(seconds: 5))
    }
  }

  static func moment(_ text: String) throws -> Timestamp {
    try #require(try Receipt(parsing: text, zone: .utc).moment)
  }
}

/// A folder for zone files of a test's own.
private final class ZoneFolder {
  let path: String
  var database: ZoneDatabase { ZoneDatabase(folders: [path]) }

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/zones-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(filePath: path + "/" + name))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Makes compiled zones (RFC 9636).
private enum TZif {
  static func file(
    changes: [(at: Int64, kind: UInt8)] = [], offsets: [Int32] = [0], footer: String
  ) -> [UInt8] {
    let empty = block(changes: [], offsets: [0], wordSize: 4)
    return empty + block(changes: changes, offsets: offsets, wordSize: 8) + Array("\n\(footer)\n".utf8)
  }

  private static func block(changes: [(at: Int64, kind: UInt8)], offsets: [Int32], wordSize: Int) -> [UInt8] {
    var out = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
    for count in [0, 0, 0, changes.count, offsets.count, 4] { out += big(Int64(count), 4) }
    for change in changes { out += big(change.at, wordSize) }
    out += changes.map(\.kind)
    for offset in offsets { out += big(Int64(offset), 4) + [0, 0] }
    return out + Array("AAA\0".utf8)
  }

  private static func big(_ value: Int64, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * (size - 1 - $0))) }
  }
}
