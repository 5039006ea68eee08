import Casework
import FoundationEssentials
import Moderation

@testable import Desk

/// An agency with retention classes, and somebody who keeps its records.
enum RecordSample {
  static let keeper = UserName("jtoroa")
  static let second = UserName("kkaka")
  static let boss = Sample.tui

  static let policy = policy(needsTwo: false)

  static func policy(needsTwo: Bool) -> AgencyPolicy {
    var policy = CaseSample.policy
    policy.people += [
      Person(id: "j.toroa", user: keeper, roles: [.records], line: 30),
      Person(id: "k.kaka", user: second, roles: [.records], line: 31),
    ]
    policy.casework.retention = classes
    policy.casework.disposalNeedsTwo = needsTwo
    return policy
  }

  static let classes = [
    RetentionClass(
      code: "CHAT", title: "Chatter", authority: "GDA7 1.1", keeps: .init(months: 6), from: .imported,
      defaultFor: [.untouched]),
    RetentionClass(
      code: "SHORT", title: "Of short-term value", authority: "GDA7 2.1", keeps: .init(days: 90), from: .lastActed,
      defaultFor: [.transitory]),
    RetentionClass(
      code: "MOD", title: "Moderation", authority: "GDA6 3.2", keeps: .init(years: 2), from: .lastActed,
      defaultFor: [.decided]),
    RetentionClass(
      code: "REC", title: "Records", authority: "GDA6 1.1", keeps: .init(years: 7), from: .lastActed,
      defaultFor: [.recorded]),
    RetentionClass(
      code: "CASE", title: "Requests", authority: "GDA6 4.4", keeps: .init(years: 3), from: .closed,
      defaultFor: [.casework]),
  ]

  static let worksheet = PrivacyWorksheet(image: false, aboutIndividual: true, opinion: false)

  /// A draft to which nothing is missing.
  static func whole(_ draft: RecordDraft?) throws -> RecordDraft {
    guard var draft else { throw Unexpected("no draft") }
    draft.need = "The council decided on the advice that this comment holds."
    draft.worksheet = worksheet
    draft.restriction = .restricted
    if draft.form == .summary { draft.summary = "A resident says that the ramp is too steep." }
    return draft
  }

  static func span(_ start: Int, _ end: Int, _ type: SpanType, _ subject: Subject = .other) -> Span {
    Span(start: start, end: end, type: type, subject: subject)
  }
}

extension Scratch {
  /// Whether any of the desk's files, or others that are named, holds some words: as they are, in small letters, or in
  /// UTF-16 of either byte order.
  func filesHold(_ words: [String], and others: [String] = []) throws -> [String] {
    var found: [String] = []
    let files = ["", "-wal", "-shm", "-journal"].map { path + $0 } + others
    for file in files {
      guard let data = FileManager.default.contents(atPath: file) else { continue }
      let lowered = Data(data.map { (65...90).contains($0) ? $0 + 32 : $0 })
      for word in words {
        let wide = Data(word.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
        let widest = Data(word.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] })
        for needle in [Data(word.utf8), wide, widest] where data.firstRange(of: needle) != nil {
          found.append("\(word) in \(file.split(separator: "/").last ?? "")")
        }
        if lowered.firstRange(of: Data(word.lowercased().utf8)) != nil {
          found.append("\(word), in small letters, in \(file.split(separator: "/").last ?? "")")
        }
      }
    }
    return found
  }
}
