import Moderation

/// What one position of a row of weights speaks for. All lanes of a feature lie side by side, so that one load serves
/// every label.
package enum Lane: Int, CaseIterable, Sendable {
  case offensive, complaint, request, welfare, spam, legal
  /// Hostility to a group, learned from the sets that know nothing else: a kind within offensive.
  case hate
  /// Free; its weights are nought.
  case spare

  /// The label that a moderator is shown.
  package var label: Label? {
    switch self {
    case .offensive: .offensive
    case .complaint: .complaint
    case .request: .request
    case .welfare: .welfare
    case .spam: .spam
    case .legal: .legal
    case .hate, .spare: nil
    }
  }

  /// The lanes that raise flags, in the order of the labels.
  package static let shown = allCases.filter { $0.label != nil }
}

/// The sums of a comment, one a lane.
package typealias Lanes = SIMD8<Float>
