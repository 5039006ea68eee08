import Moderation

extension CaseRefusal {
  /// How it travels, and how the ledger spells it.
  public var refusal: CaseworkRefusal { CaseworkRefusal(code: code, message: message) }

  public var code: String {
    switch self {
    case .stepUnknown: "step_unknown"
    case .notAStepOf: "not_a_step_of_this_kind"
    case .fieldMissing: "field_missing"
    case .fieldUnknown: "field_unknown"
    case .valueUnreadable: "value_unreadable"
    case .inTheFuture: "in_the_future"
    case .beforeReceipt: "before_receipt"
    case .nobodySuch: "nobody_such"
    case .regimeUnknown: "regime_unknown"
    case .closed: "case_closed"
    case .notClosed: "case_not_closed"
    case .done: "step_done"
    case .before: "step_too_early"
    case .afterDecision: "after_decision"
    case .eligibilityNotAsked: "eligibility_not_asked"
    case .identityUnconfirmed: "identity_unconfirmed"
    case .clarificationOpen: "clarification_open"
    case .noClarificationAsked: "no_clarification_asked"
    case .notStopped: "clock_not_stopped"
    case .alreadyTransferred: "already_transferred"
    case .partUnknown: "part_unknown"
    case .partsDecided: "parts_decided"
    case .partsUndecided: "parts_undecided"
    case .groundsMissing: "grounds_missing"
    case .groundsNotTaken: "grounds_not_taken"
    case .groundUnknown: "ground_unknown"
    case .interestNotWeighed: "public_interest_not_weighed"
    case .whyMissing: "reasons_missing"
    case .reviewRightMissing: "review_right_missing"
    case .clock(let refusal): refusal.code
    case .clockUnknown: "clock_unknown"
    case .secondPersonMissing: "second_person_required"
    case .secondPersonMustDiffer: "second_person_must_differ"
    case .reviewerMustDiffer: "reviewer_must_differ"
    case .reviewsOpen: "review_open"
    case .notAcknowledged: "not_acknowledged"
    case .notResolved: "not_resolved"
    case .notAssessed: "not_assessed"
    case .untold: "not_notified"
    case .notNotifiable: "not_notifiable"
    case .noticeUnsettled: "notice_unsettled"
    case .authorNotTold: "author_not_told"
    case .authorConsents: "author_consents"
    case .authorMayStillAnswer: "author_may_still_answer"
    }
  }

  /// What was wrong, what to write instead, and which section says so.
  public var message: String {
    switch self {
    case .stepUnknown(_, let steps): return "there is no such step; write one of \(Self.list(steps))"
    case .notAStepOf(let kind, let step, let steps):
      return "\(step.title) is no step of a \(kind.title); it has \(Self.list(steps.map(\.rawValue)))"
    case .fieldMissing(let step, let field):
      return "\(step.title) needs \(field.name.rawValue): \(field.title)\(Self.choices(field))"
    case .fieldUnknown(let step, let name, let names):
      return names.isEmpty
        ? "\(step.title) takes nothing besides" : "\(step.title) takes no \(name); it takes \(Self.list(names))"
    case .valueUnreadable(let field, _):
      return "\(field.name.rawValue) is \(field.title): write \(Self.shape(field.kind))"
    case .inTheFuture(let field):
      return "\(field.name.rawValue) is to come yet; a step is written down once it was taken"
    case .beforeReceipt(let step, let received):
      return "\(step.title) cannot be before the request, which came in on \(received.text)"
    case .nobodySuch(_, let known):
      return known.isEmpty
        ? "the policy names nobody; leave it out" : "the policy names nobody so; write one of \(Self.list(known))"
    case .regimeUnknown: return "there is no such statute; `docket clock --help` lists them"
    case .closed(let ending):
      return ending == .withdrawn
        ? "the decision that opened it was taken back; open a case anew"
        : "it is closed (\(ending.rawValue)); reopened, with a reason, opens it again"
    case .notClosed: return "it is open; take the next step instead"
    case .done(let step): return "\(step.title) was done already"
    case .before(let step, let needed): return "\(step.title) comes after \(needed.title); take that step first"
    case .afterDecision(let step):
      return "it is decided already; \(step.title) comes before; reopened takes the decision up again"
    default: return requestMessage ?? otherMessage
    }
  }

  private var requestMessage: String? {
    switch self {
    case .eligibilityNotAsked(let regime): "\(regime) lets anybody ask, so nobody is asked who they are"
    case .identityUnconfirmed(let step):
      "whose information it is must be confirmed before \(step.title): eligibility_confirmed (Privacy Act 2020 s 57)"
    case .clarificationOpen:
      "a question to the requester waits for its answer already; clarification_answered closes it"
    case .noClarificationAsked: "nothing was asked of the requester; clarification_asked comes first"
    case .notStopped: "the clock is not stopped; paused stops it"
    case .alreadyTransferred: "it was transferred already"
    case .partUnknown(_, let count):
      count == 1 ? "it has one part, 1; split makes more of it" : "it has parts 1 to \(count)"
    case .partsDecided: "parts of it are decided already; it cannot be split any more"
    case .partsUndecided(let parts):
      "part\(parts.count == 1 ? "" : "s") \(Self.list(parts.map(String.init), and: true)) "
        + "\(parts.count == 1 ? "is" : "are") not decided; part_decided says what becomes of each"
    case .groundsMissing(let outcome, let regime, let some):
      "\(outcome.title) needs the section that withholds it; \(regime) has \(Self.some(some))"
    case .groundsNotTaken(let outcome): "\(outcome.title) withholds nothing; leave the grounds out"
    case .groundUnknown(_, let regime, let some): "\(regime) has no such ground; it has \(Self.some(some))"
    case .interestNotWeighed(let grounds):
      "\(Self.list(grounds, and: true)) must be weighed against the public interest in release; "
        + "public_interest_weighed=yes says that it was (OIA s 9(1), LGOIMA s 7(1))"
    case .whyMissing(let outcome): "\(outcome.title) needs words: the reasons that the requester is given"
    case .reviewRightMissing(let body):
      "the letter must tell the requester of the right to complain\(body.isEmpty ? "" : ": \(body)"); "
        + "review_right_stated=yes says that it does"
    case .clock(let refusal): refusal.message
    case .clockUnknown(let error): error.message
    case .secondPersonMissing: "that it is no request needs two people; not_a_request_proposed comes first"
    case .secondPersonMustDiffer(let proposer): "it waits for somebody other than \(proposer), who proposed it"
    case .reviewerMustDiffer(let decider): "\(decider) made the decision; somebody else looks at it again"
    case .reviewsOpen(let reviews): "\(Self.list(reviews, and: true)) looks at it again; close that first"
    default: nil
    }
  }

  private var otherMessage: String {
    switch self {
    case .notAcknowledged: "a complaint is acknowledged before it is closed (DPMC L179); take the step acknowledged"
    case .notResolved: "what was found is not said; take the step resolved"
    case .notAssessed(let step):
      "\(step.title) comes after the harm is assessed (Privacy Act 2020 s 113); take the step assessed"
    case .untold(let whom):
      "the \(Self.list(whom, and: true)) must be told (Privacy Act 2020 ss 114-115): notified, or "
        + "notification_excepted with the exception (s 116)"
    case .notNotifiable: "it was not found notifiable; notifiable=yes comes first"
    case .noticeUnsettled: "it is not settled: taken_down, left_up, or checked with valid=no (HDCA s 24)"
    case .authorNotTold: "the author has not been told: passed_on or author_unreachable comes first (HDCA s 24)"
    case .authorConsents:
      "the author agrees to taking it down; it cannot be left up under that counter-notice (HDCA s 24)"
    case .authorMayStillAnswer(let until):
      "only a counter-notice lets it be left up (HDCA s 24); the author has until \(until.iso8601())"
    default: code
    }
  }

  private static func choices(_ field: StepField) -> String {
    if case .choice(let words) = field.kind { " (\(list(words)))" } else { "" }
  }

  static func shape(_ kind: StepField.Kind) -> String {
    switch kind {
    case .day: "a day, as 2026-11-30"
    case .moment: "a time, as 2026-11-30T09:00"
    case .words, .texts: "words"
    case .choice(let words): list(words)
    case .yesOrNo: "yes or no"
    case .number: "a number from 1 on"
    case .codes: "sections, as s9(2)(a)"
    case .id: "an id"
    }
  }

  private static func some(_ codes: [String]) -> String {
    codes.isEmpty ? "no list here: write the section as the Act has it" : codes.joined(separator: ", ")
  }

  static func list(_ words: [String], and: Bool = false) -> String {
    guard let last = words.last else { return "nothing" }
    return words.count == 1
      ? last : words.dropLast().joined(separator: ", ") + (and ? " and " : " or ") + last
  }
}

extension ClockRefusal {
  /// How the ledger spells it.
  var code: String {
    switch self {
    case .extensionNotAllowed: "extension_not_allowed"
    case .extensionTooLate: "extension_too_late"
    case .extensionTooLong: "extension_too_long"
    case .extensionTooShort: "extension_too_short"
    case .secondExtension: "second_extension"
    case .reviewRightNotStated: "review_right_missing"
    case .pauseNotAllowed: "pause_not_allowed"
    case .pauseReversed: "pause_reversed"
    case .transferTooLate: "transfer_too_late"
    case .beforeReceipt: "before_receipt"
    }
  }
}
