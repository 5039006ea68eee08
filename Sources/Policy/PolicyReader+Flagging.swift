import Moderation
import TOMLSource

/// `[flagging]` and `[[watch]]`: what is shown of what the classifier finds, and what else is looked for.
extension PolicyReader {
  mutating func readFlagging(_ root: Section, reasons: [Reason]) -> FlaggingPolicy {
    var flagging = FlaggingPolicy(watchedWords: readWatched(root, reasons: reasons))
    guard let section = optionalSection("flagging", of: root, name: "[flagging]") else { return flagging }
    refuseUnknownKeys(of: section, allowed: ["never_flag", "thresholds", "channel"])
    flagging.neverFlag = texts("never_flag", of: section) ?? []
    if let thresholds = optionalSection("thresholds", of: section, name: "[flagging.thresholds]") {
      readThresholds(thresholds, channel: nil, into: &flagging)
    }
    if let channels = optionalSection("channel", of: section, name: "[flagging.channel]") {
      for channel in channels.table.keys {
        guard let own = optionalSection(channel, of: channels, name: "thresholds of \(channel)") else { continue }
        readThresholds(own, channel: channel, into: &flagging)
      }
    }
    return flagging
  }

  /// `health = 0.6`.
  private mutating func readThresholds(_ section: Section, channel: String?, into flagging: inout FlaggingPolicy) {
    refuseUnknownKeys(of: section, allowed: Label.allCases.map(\.rawValue))
    for label in Label.allCases {
      guard let value = section.table[label.rawValue] else { continue }
      guard let score = value.double ?? value.int.map(Double.init), (0...1).contains(score) else {
        report(.wrongType(key: label.rawValue, expected: "a score from 0 to 1"), at: section.path.key(label.rawValue))
        continue
      }
      flagging.thresholds[ThresholdKey(label, channel: channel)] = Score(score)
    }
  }

  private mutating func readWatched(_ root: Section, reasons: [Reason]) -> [WatchedWords] {
    sections("watch", of: root, name: "[[watch]]").compactMap { section in
      refuseUnknownKeys(
        of: section, allowed: ["words", "label", "severity", "verb", "reason", "why", "channels", "until"])
      let words = texts("words", of: section) ?? []
      if words.isEmpty || words.contains(where: { !$0.contains { $0.isLetter || $0.isNumber } }) {
        report(.missing(key: "words", in: section.name), at: section.path.key("words"))
      }
      guard let label = word("label", of: section, as: Label.self) else { return nil }
      return WatchedWords(
        words: words, label: label, severity: optionalWord("severity", of: section, as: Severity.self) ?? .medium,
        suggestion: readProposal(section, reasons), why: name("why", of: section) ?? "",
        channels: texts("channels", of: section).map { Set($0) }, until: date("until", of: section))
    }
  }

  private mutating func readProposal(_ section: Section, _ reasons: [Reason]) -> Suggestion? {
    guard section.table["verb"] != nil || section.table["reason"] != nil else { return nil }
    let verb = word("verb", of: section, as: Verb.self)
    guard let code = text("reason", of: section), let verb else { return nil }
    guard let reason = reasons.first(where: { $0.code.rawValue == code }) else {
      report(.unknownReason(code), at: section.path.key("reason"))
      return nil
    }
    if !reason.verbs.contains(verb) {
      report(
        .suggestionNotAllowed(reason: code, verb: verb.rawValue, allowed: reason.verbs.map(\.rawValue)),
        at: section.path.key("verb"))
    }
    return Suggestion(verb: verb, reason: reason.code)
  }
}
