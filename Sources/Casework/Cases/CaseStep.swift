import Moderation

/// What can happen in a case. Spelt the same in the ledger, on the command line and in JSON.
public enum CaseStep: String, CaseIterable, Sendable {
  // Every case.
  case opened
  case assigned
  /// Another comment about the same matter.
  case joined
  case closed
  case reopened
  /// The decision that opened it was taken back.
  case withdrawn
  case acknowledged

  // Requests.
  case statuteSet = "statute_set"
  /// The request is split into its parts.
  case split
  case eligibilityAsked = "eligibility_asked"
  case eligibilityConfirmed = "eligibility_confirmed"
  case eligibilityDeclined = "eligibility_declined"
  case clarificationAsked = "clarification_asked"
  case clarificationAnswered = "clarification_answered"
  case paused
  case resumed
  case extended
  case transferred
  case partDecided = "part_decided"
  case decided
  case sent
  case notARequestProposed = "not_a_request_proposed"
  case notARequest = "not_a_request"
  /// The requester took it back.
  case dropped
  case reviewOpened = "review_opened"
  case reviewClosed = "review_closed"

  // Reviews and appeals.
  case reviewDecided = "review_decided"

  // Complaints.
  case movedPrivate = "moved_private"
  case markedSerious = "marked_serious"
  case resolved
  case lessons

  // Breaches.
  case contained
  case assessed
  case notifiable
  case notified
  case notificationExcepted = "notification_excepted"

  // Notices about harmful communications.
  case checked
  case passedOn = "passed_on"
  case authorUnreachable = "author_unreachable"
  case counterNotice = "counter_notice"
  case takenDown = "taken_down"
  case leftUp = "left_up"
  case complainantTold = "complainant_told"

  /// `clarification asked`.
  public var title: String { rawValue.replacing("_", with: " ") }

  /// Whether a person takes it; the rest the desk writes together with something else.
  public var isTakenByHand: Bool {
    switch self {
    case .opened, .withdrawn, .reviewClosed: false
    default: true
    }
  }

  /// What taking it needs.
  public var permission: Permission {
    switch self {
    case .statuteSet, .eligibilityDeclined, .extended, .transferred, .partDecided, .decided, .notARequest,
      .reviewDecided,
      .resolved, .notifiable, .notificationExcepted, .takenDown, .leftUp:
      .decideCase
    default: .openCase
    }
  }

  /// The steps of a kind of case, in the order in which they mostly come.
  public static func steps(of kind: CaseKind) -> [CaseStep] {
    let own: [CaseStep]
    switch kind {
    case .informationRequest, .ownInformation:
      own = [
        .acknowledged, .statuteSet, .split, .eligibilityAsked, .eligibilityConfirmed, .eligibilityDeclined,
        .clarificationAsked, .clarificationAnswered, .paused, .resumed, .extended, .transferred, .partDecided, .decided,
        .sent, .notARequestProposed, .notARequest, .dropped, .reviewOpened,
      ]
    case .complaint: own = [.acknowledged, .movedPrivate, .markedSerious, .resolved, .lessons, .dropped]
    case .breach: own = [.acknowledged, .contained, .assessed, .notifiable, .notified, .notificationExcepted, .lessons]
    case .hdcNotice:
      own = [
        .checked, .passedOn, .authorUnreachable, .counterNotice, .takenDown, .leftUp, .complainantTold, .dropped,
      ]
    case .internalReview, .appeal: own = [.acknowledged, .reviewDecided, .sent, .dropped]
    }
    return own + [.assigned, .joined, .closed, .reopened]
  }
}
