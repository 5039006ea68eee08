import Casework
import Moderation
import Testing

/// Dates that were worked out by others, one a line: regime, clock, receipt, the zone it is said in, the last day.
struct DueDateVector: Sendable, CustomTestStringConvertible {
  var line: Int
  var regime: String
  var clock: String
  var received: String
  var zone: String
  var due: String
  var note: String

  var testDescription: String { "\(regime) \(clock) \(received) \(zone): \(note)" }

  static let all: [DueDateVector] = {
    let text = String(decoding: PackageResources.due_dates_tsv, as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 6, !line.hasPrefix("#") else { return nil }
      return DueDateVector(
        line: index + 1, regime: fields[0], clock: fields[1], received: fields[2], zone: fields[3], due: fields[4],
        note: fields[5])
    }
  }()
}

@Suite("Dates that others worked out")
struct VectorTests {
  @Test("Every row of the table of due dates comes out, with a derivation that counts up to it")
  func table() throws {
    #expect(DueDateVector.all.count == 485)
    for vector in DueDateVector.all {
      let counter = try Clocks.counter(vector.regime)
      let kind = try #require(ClockKind(rawValue: vector.clock))
      let stated = try ZoneDatabase.system.zone(vector.zone)
      let receipt = try Receipt(parsing: vector.received, stated: stated, zone: counter.zone)
      let deadline = try counter.deadline(kind, received: receipt)
      #expect(deadline.due.iso8601 == vector.due, "line \(vector.line): \(vector)")
      expectWhole(deadline, counter)
    }
  }

  /// A derivation is gapless from day 0 to the due day, numbers its counted days from 1, and counts as many as the period.
  private func expectWhole(_ deadline: Deadline, _ counter: DeadlineCounter) {
    let counted = deadline.derivation.filter(\.counted)
    #expect(deadline.derivation.first?.date == deadline.start)
    #expect(deadline.derivation.last?.date == deadline.due.day)
    switch counter.regime.clocks.first(where: { $0.kind == deadline.clock })?.period {
    case .workingDays(let count), .calendarDays(let count, _):
      #expect(counted.map(\.number) == Array(1...count))
      let days = deadline.derivation.map(\.date.dayNumber)
      #expect(days == Array(deadline.start.dayNumber...deadline.due.day.dayNumber))
    case .months: #expect(!counted.isEmpty)
    case .hours, nil: Issue.record("no such period in the table")
    }
  }

  @Test(
    "The dates that Ombudsman, agencies and requesters published come out",
    arguments: [
      ("nz-oia", "2022-11-25", "2022-12-23"), ("nz-oia", "2022-11-28", "2023-01-16"),
      ("nz-oia", "2019-11-26", "2019-12-24"), ("nz-oia", "2019-11-27", "2020-01-16"),
      ("nz-oia", "2019-01-03", "2019-02-13"), ("nz-oia", "2017-04-16", "2017-05-16"),
      ("nz-lgoima", "2022-11-21", "2022-12-19"), ("nz-lgoima", "2022-11-22", "2023-01-11"),
      ("nz-lgoima", "2019-11-22", "2020-01-13"), ("nz-lgoima-westland", "2019-11-21", "2020-01-13"),
      ("nz-lgoima-chatham", "2022-11-21", "2023-01-11"), ("nz-oia", "2021-07-21", "2021-08-18"),
      ("nz-oia", "2026-03-20", "2026-04-21"), ("nz-oia", "2026-06-25", "2026-07-24"),
      ("nz-oia", "2026-05-29", "2026-06-29"), ("nz-oia", "2026-11-26", "2026-12-24"),
      ("nz-oia", "2026-11-27", "2027-01-18"), ("nz-oia", "2026-12-23", "2027-02-12"),
      ("nz-oia", "2026-12-24", "2027-02-15"), ("nz-oia", "2026-12-28", "2027-02-15"),
      ("nz-lgoima", "2026-12-18", "2027-02-05"),
    ])
  func published(_ regime: String, _ received: String, _ due: String) throws {
    #expect(try Clocks.deadline(regime, received).due.iso8601 == due)
  }

  @Test("A letter answered on 12 August 2021 was answered on working day 16")
  func answeredOn() throws {
    let deadline = try Clocks.deadline("nz-oia", "2021-07-21")
    #expect(deadline.derivation.first { $0.date == CivilDate("2021-08-12") }?.number == 16)
  }
}
