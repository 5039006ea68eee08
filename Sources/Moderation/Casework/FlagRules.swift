/// A policy's say about flags, made ready to be applied to many comments: thresholds, watched words, what is never flagged.
///
/// Nothing configured costs one comparison a comment. Otherwise a comment is cut into words once, and each word is looked
/// up once.
public struct FlagRules: Sendable {
  private let flagging: FlaggingPolicy
  private let watched: WordPatterns
  private let harmless: WordPatterns
  /// What the flags of each entry of `watchedWords` are marked with.
  private let rules: [String]
  private let hasThresholds: Bool

  /// - Parameter day: today where the agency is; words that are watched until a day before it are not looked for.
  public init(_ flagging: FlaggingPolicy, on day: CivilDate? = nil) {
    self.flagging = flagging
    let current = flagging.watchedWords.map { entry in
      guard let until = entry.until, let day else { return entry.words }
      return until < day ? [] : entry.words
    }
    watched = WordPatterns(current)
    harmless = WordPatterns([flagging.neverFlag])
    rules = flagging.watchedWords.map(\.rule)
    hasThresholds = !flagging.thresholds.isEmpty
  }

  /// Whether flags come out as they went in.
  public var changesNothing: Bool { !hasThresholds && watched.isEmpty && harmless.isEmpty }

  /// Eight hex digits that differ where what is said differs.
  public var fingerprint: String {
    let thresholds = flagging.thresholds.map { "\($0.key.channel ?? "") \($0.key.label.rawValue) \($0.value)" }.sorted()
    let watched = flagging.watchedWords.map { entry in
      "\(entry.words) \(entry.label.rawValue) \(entry.severity.rawValue) \(entry.channels?.sorted() ?? [])"
    }
    return FNV.hex(thresholds + ["|"] + watched + ["|"] + flagging.neverFlag)
  }

  /// What is shown of a comment's flags, in the order of labels, with a flag of its own for each entry of watched words
  /// that stands in the text. Thresholds do not hold for those: who watches a word wants to see it.
  /// Nor do they for what is critical.
  public func applied(to flags: [Flag], text: String, channel: String?) -> [Flag] {
    if changesNothing { return flags }
    var shown = flags
    if hasThresholds {
      shown.removeAll { flag in
        // Whoever has had enough of swearing has not had enough of threats.
        flag.severity < .critical && flagging.threshold(flag.label, on: channel).map { flag.score < $0 } ?? false
      }
    }
    guard !watched.isEmpty || (!harmless.isEmpty && !shown.isEmpty) else { return shown }
    let words = WordPatterns.Words(text)
    if !harmless.isEmpty, !shown.isEmpty {
      let spared = harmless.matches(in: words)
      shown.removeAll { flag in
        !flag.spans.isEmpty
          && flag.spans.allSatisfy { span in spared.contains { $0.range.contains(span.start..<span.end) } }
      }
    }
    guard !watched.isEmpty else { return shown }
    let raised = raise(watched.matches(in: words), channel: channel)
    if raised.isEmpty { return shown }
    // Labels in their order, and of one label what the classifier found first.
    return Label.allCases.flatMap { label in
      shown.filter { $0.label == label } + raised.filter { $0.label == label }
    }
  }

  private func raise(_ matches: [WordPatterns.Match], channel: String?) -> [Flag] {
    guard !matches.isEmpty else { return [] }
    return flagging.watchedWords.enumerated().compactMap { place, entry in
      if let channels = entry.channels, !(channel.map(channels.contains) ?? false) { return nil }
      let own = matches.filter { $0.list == place }
      guard let first = own.first, entry.words.indices.contains(first.pattern) else { return nil }
      return Flag(
        label: entry.label, score: Score(hundredths: 100), severity: entry.severity,
        why: "watched word \"\(entry.words[first.pattern])\": \(entry.why)",
        spans: own.map { Span(start: $0.range.lowerBound, end: $0.range.upperBound, type: .cue) }, rule: rules[place])
    }
  }
}

extension WatchedWords {
  /// What its flags are marked with: `watch.9f3a21bc@1`. A digest of the words, because the ledger holds rules and a watched
  /// word may be a name.
  public var rule: String {
    "watch.\(FNV.hex(words))@1"
  }
}

/// The 32-bit FNV-1a hash, to tell lists of words apart.
private enum FNV {
  static func hex(_ words: [String]) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in words.joined(separator: "\n").utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
