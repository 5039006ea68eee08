import Casework
import Moderation
import Testing

@Suite("Whatever steps are tried")
struct CasePropertyTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// A value that a field might be given, sensible or not.
  private func value(_ field: StepField, _ world: CaseWorld, _ random: inout Generator) -> StepValue? {
    if !field.isRequired, Bool.random(using: &random) { return nil }
    switch field.kind {
    case .day:
      return .day(
        world.today.adding(
          days: field.name == .to ? Int.random(in: 1...90, using: &random) : Int.random(in: -3...0, using: &random)))
    case .moment: return .moment(world.now)
    case .words: return .words("words")
    case .texts: return .texts(["a", "b"])
    case .choice(let words): return words.randomElement(using: &random).map { .word($0) }
    case .yesOrNo: return .yesOrNo(Bool.random(using: &random))
    case .number: return .number(Int.random(in: 1...3, using: &random))
    case .codes: return .codes(["s9(2)(a)"])
    case .id: return .word(field.name == .regime ? "nz-oia" : "x")
    }
  }

  @Test(
    "Folding any allowed steps keeps the case whole, and what is refused changes nothing", arguments: CaseKind.allCases)
  func walks(kind: CaseKind) throws {
    for seed in 0..<60 as Range<UInt64> {
      var random = Generator(state: seed)
      var world = CaseWorld(now: "2026-06-25 09:00")
      let regimes: [CaseKind: String] = [
        .informationRequest: ["nz-oia", "nz-lgoima", "uk-foia", "uk-gdpr"][Int(seed % 4)],
        .ownInformation: "nz-privacy",
        .complaint: "nz-complaint", .breach: "nz-privacy-breach", .hdcNotice: "nz-hdca",
      ]
      world.open(kind, regime: regimes[kind] ?? "", posted: "2026-06-24 10:00", decider: "c.tui")
      let received = try #require(world.file?.dates)
      for _ in 0..<25 {
        world.now = Timestamp(milliseconds: world.now.milliseconds + Int64.random(in: 0...200_000_000, using: &random))
        world.actor = ["a.kereru", "b.weka"].randomElement(using: &random) ?? "a.kereru"
        let step = try #require(CaseStep.steps(of: kind).randomElement(using: &random))
        var values: [StepField.Name: StepValue] = [:]
        for field in step.fields(in: kind) { values[field.name] = value(field, world, &random) }
        let before = try #require(world.file)
        let count = world.events.count
        let refusal = world.take(step, values)
        let after = try #require(world.file)
        if refusal != nil {
          #expect(world.events.count == count && after == before)
          continue
        }
        try check(after, before, step, received)
      }
    }
  }

  private func check(_ after: CaseFile, _ before: CaseFile, _ step: CaseStep, _ dates: CaseDates) throws {
    #expect(after.dates == dates, "no step moves the four dates")
    #expect(!before.isClosed || step == .reopened || step == .reviewOpened, "\(step) of a closed case")
    #expect(after.isClosed == (after.ending != nil))
    #expect(after.isClosed == (after.endedAt != nil))
    if after.isClosed { #expect(after.nextDeadline == nil) }
    for deadline in after.deadlines {
      #expect(deadline.until >= dates.received)
      #expect(deadline.deadline.due.day >= deadline.deadline.start)
      if deadline.wasLate { #expect(deadline.metAt != nil) }
    }
    for clock in ClockKind.allCases {
      let open = after.deadlines.filter { $0.clock == clock && !$0.isOtherReading && $0.metAt == nil }
      #expect(open.count <= 1, "\(clock) runs once")
    }
    for earlier in before.deadlines where earlier.metAt != nil && step != .reopened {
      #expect(after.deadlines.contains { $0.clock == earlier.clock && $0.metAt == earlier.metAt })
    }
    if let request = after.request {
      if request.decidedOn != nil { #expect(request.parts.allSatisfy { $0.outcome != nil }) }
      if request.sentOn != nil { #expect(request.decidedOn != nil) }
      for part in request.parts where part.outcome == .refused || part.outcome == .part {
        #expect(!part.grounds.isEmpty)
      }
      for notice in request.extensions { #expect(notice.to > notice.notifiedOn) }
    }
  }
}
