import Moderation
import Testing

@testable import Publishing

@Suite("Which events of the log are listed")
struct EventFilterTests {
  /// A small ledger with one of each that the tests ask for.
  private static let ledger: [Event] = {
    func event(
      _ sequence: Int64, _ type: Event.Kind, at hour: Int64, actor: String = "a.kereru", role: String = "moderator",
      _ change: (inout Event) -> Void
    ) -> Event {
      var event = Event(
        sequence: sequence, id: "e\(sequence)", at: Timestamp(seconds: 1_793_404_800 + hour * 3600), zone: "Etc/GMT-12",
        type: type, actor: actor, role: role, authority: "policy:1", version: "v")
      change(&event)
      return event
    }
    let item = ItemID(rawValue: "0123456789abcdef0123456789abcdef")
    let other = ItemID(rawValue: "0123450000000000000000000000000f")
    return [
      // 2026-10-31 00:00 UTC is noon in the zone of the tests.
      event(1, .deskCreated, at: 0, actor: "root", role: "none") { _ in },
      event(2, .decided, at: 11) {
        $0.verb = .hide
        $0.item = item
        $0.channel = "Waka, page"
        $0.reasons = ["HEALTH-3P@1", "PERSONAL@1"]
        $0.batch = "b1"
      },
      event(3, .refused, at: 12, actor: "m.tui", role: "triage") {
        $0.attempted = .delete
        $0.item = item
      },
      event(4, .undone, at: 13) {
        $0.undoOf = 2
        $0.item = item
      },
      event(5, .decided, at: 35) {
        $0.verb = .delete
        $0.item = other
        $0.channel = "video"
        $0.reasons = ["HEALTH-3P@2"]
      },
      event(6, .decided, at: 36, actor: "m.tui", role: "owner") {
        $0.verb = .unhide
        $0.item = other
        $0.supersedes = 5
        $0.reasons = ["OK@1"]
      },
      event(7, .reopened, at: 60, actor: "docket", role: "system") {
        $0.item = item
        $0.supersedes = 2
      },
    ]
  }()

  private func listed(_ change: (inout EventFilter.Values) -> Void) throws -> [Int64] {
    var values = EventFilter.Values()
    change(&values)
    let filter = try EventFilter(values, localTime: Sample.wellington)
    return Self.ledger.filter(filter.matches).map(\.sequence)
  }

  private func message(_ change: (inout EventFilter.Values) -> Void) -> String? {
    var values = EventFilter.Values()
    change(&values)
    do {
      _ = try EventFilter(values, localTime: Sample.wellington)
      return nil
    } catch {
      return error.message
    }
  }

  @Test("No filter lists everything")
  func all() throws {
    #expect(try listed { _ in } == [1, 2, 3, 4, 5, 6, 7])
    #expect(try listed { $0.verbs = [" , "] } == [1, 2, 3, 4, 5, 6, 7])
  }

  @Test("By who, in which role, on which channel")
  func people() throws {
    #expect(try listed { $0.actors = ["m.tui"] } == [3, 6])
    #expect(try listed { $0.actors = ["m.tui, docket"] } == [3, 6, 7])
    #expect(try listed { $0.actors = ["m.tui", "root"] } == [1, 3, 6])
    #expect(try listed { $0.roles = ["triage,system"] } == [3, 7])
    #expect(try listed { $0.channels = ["Waka, page"] } == [2])
    #expect(
      try listed {
        $0.actors = ["m.tui"]
        $0.roles = ["owner"]
      } == [6])
  }

  @Test("By what was done, and by what was only tried when refusals are asked for")
  func verbs() throws {
    #expect(try listed { $0.types = ["decided"] } == [2, 5, 6])
    #expect(try listed { $0.verbs = ["delete"] } == [5])
    #expect(try listed { $0.verbs = ["hide,unhide"] } == [2, 6])
    #expect(
      try listed {
        $0.verbs = ["delete"]
        $0.types = ["refused"]
      } == [3])
    #expect(
      try listed {
        $0.verbs = ["delete"]
        $0.types = ["refused", "decided"]
      } == [3, 5])
  }

  @Test("By reason, any version or one, in any case")
  func reasons() throws {
    #expect(try listed { $0.reasons = ["HEALTH-3P"] } == [2, 5])
    #expect(try listed { $0.reasons = ["health-3p@2"] } == [5])
    #expect(try listed { $0.reasons = ["PERSONAL,OK"] } == [2, 6])
    #expect(try listed { $0.reasons = ["HEALTH"] } == [])
    #expect(try listed { $0.reasons = ["RETIRED"] } == [])
  }

  @Test("By item, whole or as the log shows it, and by batch")
  func items() throws {
    #expect(try listed { $0.items = ["0123456789ab"] } == [2, 3, 4, 7])
    #expect(try listed { $0.items = ["0123450000000000000000000000000F"] } == [5, 6])
    #expect(try listed { $0.items = ["012345"] } == [2, 3, 4, 5, 6, 7])
    #expect(try listed { $0.batches = ["b1"] } == [2])
  }

  @Test("Only what took something back")
  func reversals() throws {
    #expect(try listed { $0.reversalsOnly = true } == [4, 6])
  }

  @Test("A day is the agency's own, from its first moment to its last")
  func days() throws {
    #expect(try listed { $0.since = "2026-11-01" } == [3, 4, 5, 6, 7])
    #expect(try listed { $0.until = "2026-10-31" } == [1, 2])
    #expect(
      try listed {
        $0.since = "2026-11-01"
        $0.until = "2026-11-01"
      } == [3, 4, 5])
  }

  @Test("A time is local unless it says otherwise, and what happens at it is after it")
  func times() throws {
    #expect(try listed { $0.since = "2026-11-01T01:00" } == [4, 5, 6, 7])
    #expect(try listed { $0.until = "2026-11-01 01:00:00" } == [1, 2, 3])
    #expect(try listed { $0.since = "2026-10-31T13:00Z" } == [4, 5, 6, 7])
    #expect(try listed { $0.since = "2026-10-31T09:00:01-04:00" } == [5, 6, 7])
    #expect(try listed { $0.since = "2026-11-01T02:00+1300" } == [4, 5, 6, 7])
  }

  @Test("What cannot be read says what to write instead")
  func errors() {
    #expect(
      message { $0.verbs = ["delte"] }
        == "there is no verb delte; write one of leave, hide, unhide, delete, escalate, record, hold, publish, reply, "
        + "refer, open_case, snooze, skip")
    #expect(
      message { $0.roles = ["boss"] }
        == "there is no role boss; write one of triage, moderator, owner, supervisor, records, information_officer, "
        + "admin, system, none")
    #expect(
      message { $0.types = ["decision"] }
        == "there is no event type decision; write one of desk_created, imported, decided, undone, refused, proposed, "
        + "batch, reopened, exported, applied, reconciled, unmasked, revealed, policy_adopted, accounted, "
        + "sheet_written, sealed, backed_up, restored, migrated, case_step, escalation_step, playbook_step, "
        + "record_step, hold_step, reply_step, noted, disposed, gathered")
    for code in ["@1", "A@", "A@x", "A@1@2"] {
      #expect(
        message { $0.reasons = [code] }
          == "\(code) is no reason code; write it as HEALTH-3P, or HEALTH-3P@2 for one version")
    }
    for item in ["01234", "0123xyz", String(repeating: "0", count: 33)] {
      #expect(
        message { $0.items = [item] }
          == "\(item) is no item of the log; write the first 6 to 32 digits of its id there")
    }
    #expect(
      message {
        $0.since = "2026-11-02"
        $0.until = "2026-11-01"
      } == "nothing lies between --since 2026-11-02 and --until 2026-11-01")
  }

  @Test(
    "A day or time that there is not is refused",
    arguments: [
      "", "yesterday", "2026-02-30", "2026-11-1", "2026-11-01T", "2026-11-01T24:00", "2026-11-01T1:00",
      "2026-11-01T10:00:", "2026-11-01T10:00z", "2026-11-01T10:00+13", "2026-11-01T10:00+99:00", "2026-11-01T10:00 Z",
      "２026-11-01", "2026-11-01T10:00\u{301}",
    ])
  func badTimes(_ text: String) {
    #expect(
      message { $0.since = text }
        == "--since \(text) is no time; write a day, 2026-11-01, or a time, 2026-11-01T14:00, with Z or an offset if it "
        + "is not local")
    #expect(FilterTime(text) == nil)
  }

  @Test("A day begins rightly where clocks change")
  func clockChanges() throws {
    // Auckland: back from +13 to +12 at 3:00 on 5 April 2026; forward at 2:00 on 27 September 2026.
    let back = Timestamp(seconds: 1_775_311_200)
    let forward = Timestamp(seconds: 1_790_431_200)
    func auckland(_ moment: Timestamp) -> CivilTime {
      moment.civil(offsetMinutes: moment < back || moment >= forward ? 780 : 720)
    }
    func start(_ text: String) -> String? { FilterTime(text)?.start(auckland).iso8601() }
    #expect(start("2026-04-05") == "2026-04-04T11:00:00Z")
    #expect(start("2026-04-06") == "2026-04-05T12:00:00Z")
    #expect(start("2026-04-05T02:30") == "2026-04-04T13:30:00Z")
    #expect(start("2026-04-05T03:30") == "2026-04-04T15:30:00Z")
    #expect(start("2026-09-27") == "2026-09-26T12:00:00Z")
    #expect(start("2026-09-28") == "2026-09-27T11:00:00Z")
    #expect(start("2026-09-27T02:30") == "2026-09-26T14:30:00Z")
    #expect(FilterTime("2026-09-27")?.end(auckland).iso8601() == "2026-09-27T11:00:00Z")
  }
}
