/// What a person did, or may do, about an item. Spelt the same in code, on the command line and in JSON.
public enum Verb: String, CaseIterable, Sendable {
  /// No action: the comment stays up. A decision like any other, and logged.
  case leave
  case hide
  case unhide
  case delete
  case escalate
  case record
  case hold
  case publish
  case reply
  case refer
  case openCase = "open_case"
  case snooze
  case skip

  /// As a button would say it.
  public var title: String {
    switch self {
    case .leave: "leave up"
    case .openCase: "open case"
    default: rawValue
    }
  }

  /// As the log says it of an item: "hidden".
  public var pastTense: String {
    switch self {
    case .leave: "left up"
    case .hide: "hidden"
    case .unhide: "made visible"
    case .delete: "deleted"
    case .escalate: "escalated"
    case .record: "recorded"
    case .hold: "held"
    case .publish: "published"
    case .reply: "replied to"
    case .refer: "referred"
    case .openCase: "opened as a case"
    case .snooze: "snoozed"
    case .skip: "skipped"
    }
  }
}
