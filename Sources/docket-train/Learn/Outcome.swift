import Moderation

/// What moderators made of one label of one comment.
enum Outcome: String, CaseIterable {
  /// Flagged, and acted on for that reason.
  case upheld
  /// Flagged, and left up for another reason.
  case rejected
  /// Not flagged, and acted on for that reason all the same.
  case missed

  var carriesLabel: Bool { self != .rejected }
}

/// A comment that people decided about, with what they thereby said of its labels; of the others nothing is known.
struct DecidedComment: Equatable {
  var item: ItemID
  var text: String
  var outcomes: [Label: Outcome]
  /// The rule that raised each flag, with its version.
  var rules: [Label: String]
}

/// Which labels a reason speaks of: those that the policy suggests it for.
struct ReasonLabels {
  private let labels: [ReasonCode: Set<Label>]

  init(_ policy: AgencyPolicy) {
    var labels: [ReasonCode: Set<Label>] = [:]
    for (key, suggestion) in policy.suggestions { labels[suggestion.reason, default: []].insert(key.label) }
    self.labels = labels
  }

  /// - Parameter reason: as events have it, `CODE@version`.
  func labels(of reason: String) -> Set<Label> {
    labels[ReasonCode(String(reason.prefix { $0 != "@" }))] ?? []
  }
}

extension Outcome {
  /// What the decisions about one revision of a comment say of its labels.
  ///
  /// - Parameter decisions: those that still hold, oldest first.
  static func of(_ decisions: [Event], _ reasons: ReasonLabels) -> [Label: Outcome] {
    guard let last = decisions.last else { return [:] }
    let flagged = Set(last.flags.compactMap { Label(rawValue: String($0.prefix { $0 != " " })) })
    let given = Set(decisions.flatMap(\.reasons).flatMap { reasons.labels(of: $0) })
    var acted: Set<Label> = []
    for decision in decisions where !(decision.verb?.leavesUp ?? true) {
      acted.formUnion(decision.reasons.flatMap { reasons.labels(of: $0) })
    }
    let isLeft = decisions.contains { $0.verb?.leavesUp ?? false }
    var outcomes: [Label: Outcome] = [:]
    for label in Label.allCases {
      if flagged.contains(label) {
        if given.contains(label) {
          outcomes[label] = .upheld
        } else if isLeft {
          outcomes[label] = .rejected
        }
      } else if acted.contains(label) {
        outcomes[label] = .missed
      }
    }
    return outcomes
  }
}

extension Verb {
  /// The comment stands as its author wrote it, and somebody looked at it.
  fileprivate var leavesUp: Bool {
    switch self {
    case .leave, .publish, .unhide: true
    case .hide, .delete, .escalate, .record, .hold, .reply, .refer, .openCase, .snooze, .skip: false
    }
  }
}
