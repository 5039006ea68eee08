import Desk
import Moderation

/// The comments of a desk that people have decided about.
struct DeskDecisions {
  private(set) var comments: [DecidedComment] = []
  /// Decided about, and not of use: edited since, disposed of, or nothing said of a label.
  private(set) var unused = 0
  /// Where the ledger ended.
  private(set) var lastSequence: Int64 = 0

  /// Reads the ledger once, and the texts of what was decided.
  ///
  /// Decisions that were taken back or that a later one took the place of do not count, nor do the desk's own.
  init(_ desk: Desk, _ policy: AgencyPolicy) throws {
    let reasons = ReasonLabels(policy)
    for (item, decisions) in try standing(of: desk) {
      let revision = decisions.compactMap(\.revision).max()
      let current = decisions.filter { $0.revision == revision }
      let outcomes = Outcome.of(current, reasons)
      guard !outcomes.isEmpty, let detail = try desk.detail(item), detail.revision == revision, !detail.text.isEmpty
      else {
        unused += 1
        continue
      }
      comments.append(
        DecidedComment(item: item, text: detail.text, outcomes: outcomes, rules: Self.rules(current.last?.flags ?? [])))
    }
    comments = Self.distinct(comments)
  }

  /// The decisions that hold, by item, in the order of the items.
  private mutating func standing(of desk: Desk) throws -> [(ItemID, [Event])] {
    var decisions: [ItemID: [Event]] = [:]
    var takenBack: Set<Int64> = []
    var last: Int64 = 0
    try desk.eachEvent(from: 1) { event in
      last = event.sequence
      if let undone = event.undoOf { takenBack.insert(undone) }
      guard event.type == .decided, event.automation != .systemTimer, let item = event.item else { return }
      decisions[item, default: []].append(event)
    }
    lastSequence = last
    return decisions.sorted { $0.key < $1.key }.compactMap { item, events in
      let kept = events.filter { !takenBack.contains($0.sequence) }
      let replaced = Set(kept.compactMap(\.supersedes))
      let standing = kept.filter { !replaced.contains($0.sequence) }
      return standing.isEmpty ? nil : (item, standing)
    }
  }

  /// From `label score severity rule`.
  private static func rules(_ flags: [String]) -> [Label: String] {
    var rules: [Label: String] = [:]
    for flag in flags {
      let words = flag.split(separator: " ")
      if let first = words.first, let label = Label(rawValue: String(first)), let rule = words.last {
        rules[label] = String(rule)
      }
    }
    return rules
  }

  /// A text that was posted a hundred times is one lesson; what people did not agree on is none.
  private static func distinct(_ comments: [DecidedComment]) -> [DecidedComment] {
    var places: [String: Int] = [:]
    var distinct: [DecidedComment] = []
    var disputed: [Int: Set<Label>] = [:]
    for comment in comments {
      guard let place = places[comment.text] else {
        places[comment.text] = distinct.count
        distinct.append(comment)
        continue
      }
      for (label, outcome) in comment.outcomes {
        if let other = distinct[place].outcomes[label], other.carriesLabel != outcome.carriesLabel {
          disputed[place, default: []].insert(label)
        }
        distinct[place].outcomes[label] = distinct[place].outcomes[label] ?? outcome
      }
    }
    for (place, labels) in disputed { for label in labels { distinct[place].outcomes[label] = nil } }
    return distinct.filter { !$0.outcomes.isEmpty }
  }
}

extension DeskDecisions {
  /// What became of the flags of each label.
  func counts(_ label: Label) -> [Outcome: Int] {
    comments.reduce(into: [:]) { counts, comment in
      if let outcome = comment.outcomes[label] { counts[outcome, default: 0] += 1 }
    }
  }

  /// Rules whose flags people often reject: what no weight can mend.
  func ruleTable(least: Int) -> FigureTable {
    var table = FigureTable("flags by rule", "rule", "upheld", "rejected", "share upheld")
    var counts: [String: (upheld: Int, rejected: Int)] = [:]
    for comment in comments {
      for (label, rule) in comment.rules {
        switch comment.outcomes[label] {
        case .upheld: counts[rule, default: (0, 0)].upheld += 1
        case .rejected: counts[rule, default: (0, 0)].rejected += 1
        case .missed, nil: break
        }
      }
    }
    for (rule, count) in counts.sorted(by: { $0.key < $1.key }) where count.upheld + count.rejected >= least {
      let interval = WilsonInterval(count.upheld, of: count.upheld + count.rejected)
      table.add(
        rule, .count(count.upheld), .count(count.rejected),
        .figure(
          Double(count.upheld) / Double(count.upheld + count.rejected),
          interval.map { Interval(low: $0.low, high: $0.high) }))
    }
    return table
  }
}
