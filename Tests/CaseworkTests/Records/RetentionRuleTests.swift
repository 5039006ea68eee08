import Casework
import Moderation
import Testing

@Suite("How long things are kept")
struct RetentionRuleTests {
  private static let rule = RetentionRule([
    RetentionClass(
      code: "CHAT", title: "", authority: "", keeps: .init(months: 6), from: .imported, defaultFor: [.untouched]),
    RetentionClass(
      code: "SHORT", title: "", authority: "", keeps: .init(days: 90), from: .lastActed, defaultFor: [.transitory]),
    RetentionClass(
      code: "MOD", title: "", authority: "", keeps: .init(years: 2), from: .lastActed, defaultFor: [.decided]),
    RetentionClass(
      code: "REC", title: "", authority: "", keeps: .init(years: 7), from: .lastActed, defaultFor: [.recorded]),
    RetentionClass(
      code: "CASE", title: "", authority: "", keeps: .init(years: 3), from: .closed, defaultFor: [.casework]),
  ])

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(dayNumber: 0) }

  private func verdict(_ holdings: Holdings) -> String {
    switch Self.rule.verdict(on: holdings) {
    case .from(let day, let retention): "\(retention.code) \(day)"
    case .noClass(let holding): "no class for \(holding.rawValue)"
    case .classUnknown(let code): "unknown \(code)"
    case .caseOpen: "case open"
    }
  }

  @Test("Each holding counts from what its class says, by the calendar; of several, the one that keeps longest counts")
  func table() {
    let came = Self.day("2026-08-31")
    let acted = Self.day("2024-02-29")
    let record = Holdings.Record(retention: "REC", isTransitory: false, lastActed: Self.day("2026-01-05"))
    let short = Holdings.Record(retention: "SHORT", isTransitory: true, lastActed: Self.day("2026-09-01"))
    let closed = Holdings.Casework(closed: Self.day("2026-10-01"))
    let rows: [(Holdings, String)] = [
      (Holdings(imported: came), "CHAT 2027-02-28"),
      (Holdings(imported: came, lastActed: acted), "CHAT 2027-02-28"),
      (Holdings(imported: came, lastActed: acted, isDecided: true), "MOD 2026-02-28"),
      (Holdings(imported: came, records: [short]), "SHORT 2026-11-30"),
      (Holdings(imported: came, lastActed: acted, isDecided: true, records: [short]), "SHORT 2026-11-30"),
      (Holdings(imported: came, records: [record, short]), "REC 2033-01-05"),
      (Holdings(imported: came, records: [short], casework: [closed]), "CASE 2029-10-01"),
      (
        Holdings(imported: came, casework: [closed, Holdings.Casework(closed: Self.day("2027-01-01"))]),
        "CASE 2030-01-01"
      ),
      (Holdings(imported: came, records: [record], casework: [closed, Holdings.Casework(closed: nil)]), "case open"),
      (
        Holdings(
          imported: came, records: [Holdings.Record(retention: "OLD", isTransitory: false, lastActed: acted)]),
        "unknown OLD"
      ),
    ]
    for (holdings, expected) in rows { #expect(verdict(holdings) == expected) }
  }

  @Test("What no class is for is kept")
  func noClass() {
    let none = RetentionRule([])
    #expect(none.verdict(on: Holdings(imported: Self.day("2000-01-01"))) == .noClass(.untouched))
    #expect(none.earliest(imported: Self.day("2000-01-01")) == nil)
    #expect(Self.rule.earliest(imported: Self.day("2026-08-31")) == Self.day("2026-11-29"))
  }
}
