import Moderation

extension CaseStep {
  /// What a step asks for.
  public func fields(in kind: CaseKind) -> [StepField] {
    switch self {
    case .opened, .withdrawn, .reviewClosed: []
    case .assigned:
      [StepField(.role, .id, "the role that has it"), StepField(.person, .id, "the person who has it")]
    case .joined: [StepField(.comment, .id, "the other comment", required: true)]
    case .closed: [Self.on, Self.note]
    case .reopened, .dropped: [Self.on, Self.why]
    case .acknowledged: [Self.on, Self.mode, Self.note]
    case .statuteSet:
      [StepField(.regime, .id, "the statute, as `docket clock` names it", required: true), Self.why]
    case .split: [StepField(.parts, .texts, "the parts, each in the requester's words", required: true)]
    case .eligibilityAsked: [Self.on, Self.note]
    case .eligibilityConfirmed:
      [
        Self.on,
        StepField(
          .basis, .choice(["stated", "address", "known", "document", "representative"]), "what it rests on",
          required: true),
      ]
    case .eligibilityDeclined, .notARequestProposed: [Self.on, Self.why]
    case .notARequest: [Self.on, Self.note]
    case .clarificationAsked: [Self.on, StepField(.words, .words, "what was asked", required: true)]
    case .clarificationAnswered:
      [
        Self.on, StepField(.words, .words, "the answer", required: true),
        StepField(.amended, .yesOrNo, "whether it changes what is asked for", required: true),
      ]
    case .paused:
      [
        Self.on,
        StepField(.reason, .choice(["fee", "identity", "commissioner"]), "what stops the clock", required: true),
        Self.note,
      ]
    case .resumed: [Self.on, Self.note]
    case .extended:
      [
        StepField(.to, .day, "the day it is extended to", required: true),
        StepField(.reason, .choice(["quantity", "consultation"]), "the ground", required: true),
        StepField(.words, .words, "the particulars that the notice gave", required: true),
        StepField(.on, .day, "the day the requester was told", required: true),
        StepField(.reviewRight, .yesOrNo, "whether the notice states the right to complain", required: true),
      ]
    case .transferred:
      [
        StepField(.body, .words, "to which agency", required: true),
        StepField(.part, .number, "which part; left out, all of it"), Self.on,
      ]
    case .partDecided:
      [
        StepField(.part, .number, "which part", required: true),
        StepField(.outcome, .choice(PartOutcome.allCases.map(\.rawValue)), "what was decided", required: true),
        StepField(.grounds, .codes, "the sections that withhold it"),
        StepField(.weighed, .yesOrNo, "whether the public interest in release was weighed"),
        StepField(.words, .words, "why, as the requester is told"),
      ]
    case .decided: [Self.on, Self.note]
    case .sent:
      [
        Self.on, StepField(.mode, .choice(Self.modes), "how it was sent", required: true),
        StepField(.address, .words, "where to: kept in the vault"),
        StepField(.reviewRight, .yesOrNo, "whether it states the right to complain"),
      ]
    case .reviewOpened:
      [
        Self.on,
        StepField(.by, .choice(["agency", "oversight_body"]), "who looks at it again", required: true), Self.note,
      ]
    case .reviewDecided:
      [
        Self.on,
        StepField(
          .outcome, .choice(["upheld", "varied", "overturned"]), "what became of the decision", required: true),
        Self.why,
      ]
    case .movedPrivate: [Self.on, Self.mode, StepField(.address, .words, "where to: kept in the vault"), Self.note]
    case .markedSerious:
      [
        StepField(
          .about, .choice(["neutrality", "privacy_breach", "safety", "other"]), "what makes it serious", required: true),
        Self.note,
      ]
    case .resolved:
      [
        Self.on,
        StepField(
          .outcome, .choice(["upheld", "partly_upheld", "not_upheld", "settled", "referred"]), "what was found",
          required: true), Self.why,
      ]
    case .lessons: [StepField(.words, .words, "what is to be done otherwise", required: true)]
    case .contained: [Self.at, StepField(.words, .words, "what was done to contain it", required: true)]
    case .assessed:
      [
        Self.at, StepField(.harm, .yesOrNo, "whether serious harm is caused or likely", required: true),
        StepField(.people, .number, "how many people are affected, as far as known"), Self.why,
      ]
    case .notifiable:
      [Self.at, StepField(.notifiable, .yesOrNo, "whether it must be notified", required: true), Self.why]
    case .notified, .notificationExcepted:
      [
        StepField(.whom, .choice(["commissioner", "people"]), "who", required: true), Self.at,
        self == .notified ? Self.note : Self.why,
      ]
    case .checked:
      [Self.at, StepField(.valid, .yesOrNo, "whether it has what s 24 asks for", required: true), Self.note]
    case .passedOn:
      [
        Self.at,
        StepField(
          .hidden, .choice(["hidden", "agreed"]), "the complainant's details: hidden, or shown as they agreed",
          required: true),
      ]
    case .authorUnreachable: [Self.at, Self.why]
    case .counterNotice:
      [Self.at, StepField(.consents, .yesOrNo, "whether the author agrees to taking it down", required: true)]
    case .takenDown, .leftUp, .complainantTold: [Self.at, Self.note]
    }
  }

  static let modes = ["same_channel", "private_message", "email", "post", "phone", "in_person"]

  private static let on = StepField(.on, .day, "when; left out, today")
  private static let at = StepField(.at, .moment, "when; left out, now")
  private static let note = StepField(.words, .words, "a note")
  private static let why = StepField(.words, .words, "why, in your own words", required: true)
  private static let mode = StepField(.mode, .choice(modes), "how")
}
