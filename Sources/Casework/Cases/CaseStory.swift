import Moderation

/// One line of a case told as a story in dates.
public struct StoryLine: Sendable, Equatable {
  /// The event's.
  public var sequence: Int64
  /// When the desk learned of it.
  public var at: Timestamp
  /// When it happened, where that was said.
  public var on: CivilDate?
  public var who: String
  /// Codes, dates and names; never a citizen's word.
  public var text: String
  /// Keys of the words that go with it, in the vault; an address is not among them.
  public var words: [String]
  /// An address is kept with it, which takes a purpose to see.
  public var hasAddress: Bool
  public var isLate: Bool
}

/// A case as a story: what happened when, in sentences.
public enum CaseStory {
  /// From the case's events, oldest first, those of its playbook and its notes among them.
  public static func lines(_ events: [Event]) -> [StoryLine] {
    var file: CaseFile?
    return events.compactMap { event in
      let before = file
      file = CaseFile.after(event, file)
      guard let text = text(event, before, file) else { return nil }
      let details = StepDetails(event.details)
      return StoryLine(
        sequence: event.sequence, at: event.at, on: details.day(.on), who: event.actor, text: text,
        words: (event.rationale.map { [$0] } ?? []) + details.vaultKeys(except: .address),
        hasAddress: details[.address] != nil, isLate: event.outcome == CaseFile.late)
    }
  }

  private static func text(_ event: Event, _ before: CaseFile?, _ after: CaseFile?) -> String? {
    let details = StepDetails(event.details)
    switch event.type {
    case .noted: return "noted"
    case .playbookStep: return "playbook \(details["playbook"] ?? ""): \(details["item"] ?? "") \(event.step ?? "")"
    case .caseStep:
      guard let after, let step = event.step.flatMap(CaseStep.init(rawValue:)) else { return nil }
      var text = sentence(step, details, after)
      if let outcome = event.outcome { text += ", \(outcome)" }
      let set = CaseDeadline.read(details).filter { !$0.isOtherReading && !$0.clock.isLimit }
      return ([text] + set.map { "\($0.clock.rawValue): \($0.deadline.sentence)" }).joined(separator: "; ")
    default: return nil
    }
  }

  private static func sentence(_ step: CaseStep, _ details: StepDetails, _ file: CaseFile) -> String {
    switch step {
    case .opened: opening(details, file)
    case .assigned: "assigned to \([details[.person], details[.role]].compactMap { $0 }.joined(separator: ", "))"
    case .joined: "another comment joined"
    case .statuteSet: "statute set to \(details[.regime] ?? "")"
    case .split: "split into \(details.all(StepField.Name.parts.rawValue).count) parts"
    case .eligibilityConfirmed:
      "\(file.kind == .ownInformation ? "identity" : "eligibility") confirmed (\(details[.basis] ?? ""))"
    case .clarificationAnswered:
      "clarification answered" + (details.yes(.amended) == true ? ", which changes what is asked for" : "")
    case .paused: "clock stopped (\(details[.reason] ?? ""))"
    case .resumed: "clock running again"
    case .extended:
      "extended to \(details.day(.to)?.text ?? "") (\(details[.reason] ?? "")), told on "
        + "\(details.day(.on)?.text ?? "")" + (details.yes(.reviewRight) == true ? " with the right to complain" : "")
    case .transferred: details.number(.part).map { "part \($0) transferred" } ?? "transferred"
    case .partDecided: partDecision(details)
    case .decided: "decided" + place(details.day(.on), file)
    case .sent:
      "sent by \((details[.mode] ?? "").replacing("_", with: " "))"
        + (details.yes(.reviewRight) == true ? ", the right to complain stated" : "")
    case .reviewOpened:
      "to be looked at again by the \((details[.by] ?? "").replacing("_", with: " ")), \(details["review"] ?? "")"
    case .reviewClosed: "\(details["review"] ?? "") ended: \(details[.outcome] ?? "")"
    case .reviewDecided: "the decision was \(details[.outcome] ?? "")"
    case .movedPrivate:
      "moved off the public page" + (details[.mode].map { " (\($0.replacing("_", with: " ")))" } ?? "")
    case .markedSerious: "serious: \((details[.about] ?? "").replacing("_", with: " "))"
    case .resolved: "resolved: \((details[.outcome] ?? "").replacing("_", with: " "))"
    case .assessed:
      "assessed: serious harm is \(details.yes(.harm) == true ? "likely" : "not likely")"
        + (details.number(.people).map { ", \($0) people" } ?? "")
    case .notifiable: details.yes(.notifiable) == true ? "to be notified" : "not to be notified"
    case .notified: "told the \(details[.whom] ?? "")"
    case .notificationExcepted: "need not tell the \(details[.whom] ?? "")"
    case .checked:
      details.yes(.valid) == true ? "checked: it has what s 24 asks for" : "checked: it lacks what s 24 asks for"
    case .passedOn:
      "a copy given to the author, the complainant's details \(details[.hidden] == "agreed" ? "shown as agreed" : "hidden")"
    case .counterNotice:
      "counter-notice: the author \(details.yes(.consents) == true ? "agrees to" : "objects to") taking it down"
    case .acknowledged, .closed, .reopened, .withdrawn, .eligibilityAsked, .eligibilityDeclined, .clarificationAsked,
      .notARequestProposed, .notARequest, .dropped, .lessons, .contained, .authorUnreachable, .takenDown, .leftUp,
      .complainantTold:
      plain(step, file)
    }
  }

  private static func plain(_ step: CaseStep, _ file: CaseFile) -> String {
    switch step {
    case .eligibilityAsked: file.kind == .ownInformation ? "identity asked" : "eligibility asked"
    case .eligibilityDeclined: file.kind == .ownInformation ? "identity not shown" : "eligibility not shown"
    case .notARequestProposed: "proposed as no request, for a second person to confirm"
    case .notARequest: "not a request"
    case .dropped: "taken back by whoever asked"
    case .withdrawn: "withdrawn: the decision that opened it was taken back"
    default: step.title
    }
  }

  private static func opening(_ details: StepDetails, _ file: CaseFile) -> String {
    var text = "opened: \(file.kind.title)"
    if !file.regime.isEmpty { text += " under \(file.regime)" }
    if let about = details[.about] { text += ", serious: \(about.replacing("_", with: " "))" }
    if let of = file.reviewOf { text += " of \(of)" }
    return text
  }

  private static func partDecision(_ details: StepDetails) -> String {
    let outcome = details[.outcome].flatMap(PartOutcome.init(rawValue:))?.title ?? ""
    let grounds = details.codes(.grounds)
    return "part \(details.number(.part) ?? 0) \(outcome)"
      + (grounds.isEmpty ? "" : " under \(grounds.joined(separator: ", "))")
      + (details.yes(.weighed) == true ? ", the public interest weighed" : "")
  }

  /// `, on working day 16`.
  private static func place(_ day: CivilDate?, _ file: CaseFile) -> String {
    guard let day, let response = file.deadlines.first(where: { $0.clock == .response && !$0.isOtherReading }),
      let number = response.deadline.derivation.last(where: { $0.number != nil && $0.date <= day })?.number
    else { return "" }
    return ", on day \(number) of the count"
  }
}
