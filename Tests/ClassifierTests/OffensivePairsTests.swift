import FoundationEssentials
import Moderation
import Testing

@testable import Classifier

/// Two sentences that differ in one thing: the first offends, the second only resembles it.
struct OffensivePair: Sendable {
  /// What the difference is: "negated", "quoted", "disguise.leet".
  var function: String
  var offending: String
  var harmless: String

  static let all: [OffensivePair] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pairs/offensive.tsv").path
    let text = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 3, !line.hasPrefix("#") else { return nil }
      return OffensivePair(function: cells[0], offending: cells[1], harmless: cells[2])
    }
  }()
}

@Suite("Offensive pairs")
struct OffensivePairsTests {
  @Test("The pairs are there, for every function")
  func complete() {
    #expect(OffensivePair.all.count >= 180)
    let functions = Set(OffensivePair.all.map(\.function))
    for needed in [
      "insultAtPerson", "insultAtThing", "swearing", "slur", "quoted", "reported", "counterSpeech", "negated",
      "reclaimed",
      "selfDeprecation", "identity", "dehumanised", "excluded", "inferior", "threat", "sexual", "literal", "lookalike",
      "disguise.asterisk", "disguise.leet", "disguise.spaces", "disguise.separators", "disguise.repeats",
      "disguise.homoglyph", "disguise.swapped", "disguise.joined",
    ] {
      #expect(functions.contains(needed), "\(needed)")
    }
  }

  /// Whether the rules find something that the author says in earnest: what is learned beside them is no part of it.
  private static func offends(_ text: String) throws -> Bool {
    var scratch = Scratch()
    try Shared.loaded.get().find(in: text, scratch: &scratch)
    return scratch.composition.evidence.contains { $0.excuse == nil && $0.score >= 0.5 }
  }

  /// Both sides of every pair, read once for all tests.
  private static let answers = Result {
    try OffensivePair.all.map { pair in (isFound: try offends(pair.offending), isFalse: try offends(pair.harmless)) }
  }

  @Test("Both sides of a pair are right", arguments: OffensivePair.all.indices)
  func pair(_ index: Int) throws {
    let (pair, answer) = (OffensivePair.all[index], try Self.answers.get()[index])
    #expect(answer.isFound, "\(pair.function): \(pair.offending)")
    #expect(!answer.isFalse, "\(pair.function): \(pair.harmless)")
  }

  @Test("The table by function has every pair right")
  func table() throws {
    var rows: [String: (right: Int, all: Int)] = [:]
    for (pair, answer) in zip(OffensivePair.all, try Self.answers.get()) {
      rows[pair.function, default: (0, 0)].all += 1
      if answer.isFound, !answer.isFalse { rows[pair.function, default: (0, 0)].right += 1 }
    }
    let lines = rows.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.right)/\($0.value.all)" }
    #expect(rows.values.allSatisfy { $0.right == $0.all }, "\(lines.joined(separator: "\n"))")
  }
}
