import Casework
import Classifier
import Desk
import Moderation

/// Replies as lines for a person or a program.
enum ReplyLines {
  /// As it would be posted, between two rules, with its length against what the platform takes.
  static func preview(_ text: String, on platform: String) -> String {
    let length = ReplyLength(of: text, on: platform)
    var foot = "\(length.count) characters"
    if let limit = length.limit { foot += " of \(limit) that \(platform) takes" }
    if length.excess > 0 { foot += ": \(length.excess) too many" }
    let rule = String(repeating: "─", count: 72)
    return "\(rule)\n\(text)\n\(rule)\n\(foot)\n"
  }

  static func state(_ reply: Reply, missing: [String]) -> String {
    var parts = [reply.state.rawValue, reply.template ?? "own words", reply.language]
    if !reply.isPublic { parts.append("private") }
    if let approver = reply.approver { parts.append("approved by \(approver)") }
    if reply.needsApproval, reply.approver == nil { parts.append("waits for a second person") }
    let gaps = missing.isEmpty ? "" : "to fill in: \(missing.joined(separator: "; "))\n"
    return "\(reply.id): \(parts.joined(separator: ", "))\n\(gaps)"
  }

  /// Each with its sentence, the words in question between arrows.
  static func findings(_ findings: [GuardFinding], in text: String) -> String {
    guard !findings.isEmpty else { return "The guard has nothing to say.\n" }
    let scalars = Array(text.unicodeScalars)
    func words(_ range: Range<Int>) -> String {
      let range = range.clamped(to: 0..<scalars.count)
      // A sentence ends with its line.
      return String(String.UnicodeScalarView(scalars[range])).filter { !$0.isNewline }
    }
    return findings.map { finding in
      let before = words(min(finding.sentence.lowerBound, finding.words.lowerBound)..<finding.words.lowerBound)
      let after = words(finding.words.upperBound..<max(finding.words.upperBound, finding.sentence.upperBound))
      return
        "\(finding.level == .block ? "holds it back" : "mind"): \(finding.rule.rawValue): \(finding.why)"
        + " (\(finding.source))\n  \(before)→\(words(finding.words))←\(after)\n"
    }.joined()
  }

  static func json(_ findings: [GuardFinding]) -> String {
    findings.map { finding in
      var line = JSONText()
      line.add("rule", finding.rule.rawValue)
      line.add("level", finding.level.rawValue)
      line.add("start", finding.words.lowerBound)
      line.add("end", finding.words.upperBound)
      line.add("sentence_start", finding.sentence.lowerBound)
      line.add("sentence_end", finding.sentence.upperBound)
      line.add("why", finding.why)
      line.add("source", finding.source)
      return line.object + "\n"
    }.joined()
  }

  /// What the classifier takes for personal or health details: the guard may not know the classifier.
  static func personal(in text: String, _ policy: AgencyPolicy) throws -> [Span] {
    let flags = try FeedCommandRules.classifier(policy).explain(text).flags
    return flags.filter { $0.label == .personal || $0.label == .health }.flatMap(\.spans)
  }

  static func words(_ id: String, on desk: Desk) throws -> String {
    guard let entry = try desk.reply(id) else { throw Failure(message: ReplyRefusal.unknown(id).message) }
    guard let text = entry.text else { throw Failure(message: ReplyRefusal.wordsGone(id).message) }
    return text
  }
}
