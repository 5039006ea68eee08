import Casework
import Moderation
import Testing

@testable import Desk

@Suite("Legal holds")
struct HoldTests {
  let scratch = Scratch()

  private func filled() throws -> Desk {
    let desk = try scratch.desk(RecordSample.policy)
    try desk.receive(
      [
        Sample.received(Sample.comment("c1", "one", posted: 1_780_000_000_000)),
        Sample.received(Sample.comment("c2", "two", posted: 1_780_000_500_000)),
        Sample.received(Sample.comment("c3", "three", posted: 1_780_001_000_000, author: "u2")),
      ], feed: Sample.feed, by: Sample.kereru)
    return desk
  }

  @Test("Each kind of hold covers what it says, and shows on the comments until it is lifted")
  func scopes() throws {
    let desk = try filled()
    let alias = try #require(try desk.detail(Sample.item("c3"))).alias
    try desk.commit([CaseSample.open("c1", CaseSample.request)], by: Sample.kereru)
    let scopes: [LegalHold.Scope] = [
      .items([Sample.item("c1"), Sample.item("c2")]), .author(channel: nil, alias: alias), .matter("C-2026-0001"),
      .channel(
        "waka", from: Timestamp(milliseconds: 1_780_000_400_000), to: Timestamp(milliseconds: 1_780_000_600_000)),
    ]
    for scope in scopes { try desk.hold(scope, reason: "A claim", authority: "High Court", by: RecordSample.keeper) }
    #expect(try desk.holds(on: Sample.item("c1")) == ["H-2026-0001", "H-2026-0003"])
    #expect(try desk.holds(on: Sample.item("c2")) == ["H-2026-0001", "H-2026-0004"])
    #expect(try desk.holds(on: Sample.item("c3")) == ["H-2026-0002"])
    #expect(try desk.holds().map(\.authority) == Array(repeating: "High Court", count: 4))
    try desk.lift("H-2026-0001", reason: "Settled", by: RecordSample.keeper)
    #expect(try desk.holds(on: Sample.item("c2")) == ["H-2026-0004"])
    #expect(try desk.holds().count == 3 && desk.holds(inForceOnly: false).count == 4)
    try desk.check()
  }

  @Test("A hold takes the right, a reason and an authority, and must name what is there")
  func refusals() throws {
    let desk = try filled()
    let items = LegalHold.Scope.items([Sample.item("c1")])
    #expect(throws: CommitError.self) { try desk.hold(items, reason: "r", authority: "a", by: Sample.kereru) }
    #expect(throws: CommitError.refused(.casework(.holdIncomplete))) {
      try desk.hold(items, reason: "r", authority: "", by: RecordSample.keeper)
    }
    #expect(throws: CommitError.refused(.itemUnknown(Sample.item("c9")))) {
      try desk.hold(.items([Sample.item("c9")]), reason: "r", authority: "a", by: RecordSample.keeper)
    }
    for empty: LegalHold.Scope in [.items([]), .author(channel: nil, alias: "weka-0000"), .matter("C-2026-0001")] {
      #expect(throws: CommitError.refused(.casework(.holdEmpty))) {
        try desk.hold(empty, reason: "r", authority: "a", by: RecordSample.keeper)
      }
    }
    #expect(throws: CommitError.refused(.casework(.holdUnknown))) {
      try desk.lift("H-2026-0001", reason: "r", by: RecordSample.keeper)
    }
  }
}
