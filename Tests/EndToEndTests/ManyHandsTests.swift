import Foundation
import Testing

@Suite("Many hands on one desk")
struct ManyHandsTests {
  @Test("Ten programs make a thousand decisions each: none is lost, none doubled, and the chain holds")
  func tenWriters() throws {
    let desk = try CrowdedDesk(comments: 10_000)
    let deciders = try (0..<10).map { writer in
      let decisions = try desk.decisions("w\(writer).jsonl", about: (1...1000).map { $0 * 10 - writer })
      return try Decider(decisions, desk: desk.path, home: desk.home.url)
    }
    let acknowledged = try deciders.map { try $0.acknowledged() }
    #expect(acknowledged.map(\.count) == Array(repeating: 1000, count: 10))
    let decided = try desk.decided()
    #expect(decided.count == 10_000)
    #expect(Set(decided) == Set(acknowledged.flatMap { $0 }))
    #expect(Set(decided).count == 10_000, "none is doubled")
    let verified = try Program.docket("verify", "--rebuild", "--desk", desk.path, home: desk.home.url)
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
  }

  @Test("Two programs that decide about the same comments: each is decided once, and the other hears of it")
  func sameItems() throws {
    let desk = try CrowdedDesk(comments: 300)
    let decisions = try desk.decisions("all.jsonl", about: 1...300)
    let deciders = try (0..<3).map { _ in try Decider(decisions, desk: desk.path, home: desk.home.url) }
    let acknowledged = try deciders.flatMap { try $0.acknowledged() }
    #expect(acknowledged.count == 300)
    #expect(Set(acknowledged).count == 300)
    let refused = try Program.docket("log", "--type", "refused", "--desk", desk.path, home: desk.home.url)
    #expect(refused.lines.count == 600)
  }

  @Test("Two hundred programs killed in the middle of their work: whatever was acknowledged is there")
  func kills() throws {
    let desk = try CrowdedDesk(comments: 20_000)
    var generator = SeededGenerator(seed: 20_261_121)
    var acknowledged: [String] = []
    var killed = 0
    var next = 1
    while killed < 200 {
      let decisions = try desk.decisions("run.jsonl", about: next...(next + 99))
      let decider = try Decider(decisions, desk: desk.path, home: desk.home.url)
      // From before the desk is open to far into the work, so that every step of a commit is hit.
      let bytes = Int.random(in: 0...900, using: &generator)
      while decider.answered < bytes, waitpid(decider.child, nil, WNOHANG) == 0 { usleep(200) }
      usleep(UInt32.random(in: 0...3000, using: &generator))
      decider.kill()
      acknowledged += try decider.acknowledged()
      killed += 1
      next += 100
    }
    let decided = try desk.decided()
    #expect(acknowledged.count > 500, "the kills came in the middle of something")
    #expect(Set(acknowledged).subtracting(decided).isEmpty)
    #expect(Set(decided).count == decided.count)
    // At most one decision a kill was on the disk and not answered for yet.
    #expect(decided.count - acknowledged.count <= killed)
    let verified = try Program.docket("verify", "--rebuild", "--desk", desk.path, home: desk.home.url)
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
  }

  @Test("Programs that make one desk at once make one desk")
  func creation() throws {
    let home = try Scratch()
    let path = home.url.appending(path: "desk.sqlite").path
    let feeds = try (0..<6).map { try home.write("f\($0).jsonl", Data(#"{"id":"\#($0)","text":"kia ora"}"#.utf8)) }
    let results = try feeds.concurrentMap {
      try Program.docket("import", $0, "--channel", "page", "--desk", path, home: home.url)
    }
    #expect(results.map(\.status) == Array(repeating: 0, count: 6), "\(results.map(\.errors))")
    let log = try Program.docket("log", "--desk", path, home: home.url)
    #expect(log.lines.count { $0.contains("desk created") } == 1)
    let verified = try Program.docket("verify", "--rebuild", "--desk", path, home: home.url)
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
  }
}

/// The same numbers on every machine and every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension Array where Element: Sendable {
  /// All at once, the results in their order.
  func concurrentMap<Value: Sendable>(_ body: @escaping @Sendable (Element) throws -> Value) throws -> [Value] {
    let results = Results<Value>(count: count)
    DispatchQueue.concurrentPerform(iterations: count) { index in
      results.set(index, Result { try body(self[index]) })
    }
    return try results.all.map { try $0.get() }
  }
}

private final class Results<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var values: [Result<Value, any Error>?]

  init(count: Int) { values = Array(repeating: nil, count: count) }

  func set(_ index: Int, _ value: Result<Value, any Error>) { lock.withLock { values[index] = value } }

  var all: [Result<Value, any Error>] { lock.withLock { values.compactMap { $0 } } }
}
