import Moderation

/// Who takes a step, and when.
public struct StepContext: Sendable, Equatable {
  public var now: Timestamp
  /// In the agency's zone.
  public var today: CivilDate
  /// The day of the receipt, in the same zone.
  public var received: CivilDate
  /// The person's id.
  public var actor: String
  /// Whether there is anybody else who could be a second person.
  public var hasColleagues: Bool

  public init(now: Timestamp, today: CivilDate, received: CivilDate, actor: String, hasColleagues: Bool) {
    self.now = now
    self.today = today
    self.received = received
    self.actor = actor
    self.hasColleagues = hasColleagues
  }
}

/// Which steps a case allows, and why not the others: a pure state machine, without a clock or a desk.
public enum CaseRules {
  /// Why a step is not allowed as the case stands; nil when it is. What its fields say is looked at too.
  public static func refusal(of entry: StepEntry, in file: CaseFile, _ context: StepContext) -> CaseRefusal? {
    refusal(of: entry.step, in: file, context) ?? refusalOfFields(entry, in: file, context)
      ?? file.track.refusal(of: entry, in: file, context)
  }

  /// Why a step is not allowed whatever its fields say: what a menu shows beside a step that it does not offer.
  public static func refusal(of step: CaseStep, in file: CaseFile, _ context: StepContext) -> CaseRefusal? {
    let steps = CaseStep.steps(of: file.kind)
    guard steps.contains(step), step.isTakenByHand else { return .notAStepOf(file.kind, step, steps: steps) }
    if let ending = file.ending {
      let isAllowed = step == .reopened && ending != .withdrawn || step == .reviewOpened && ending == .closed
      return isAllowed ? nil : .closed(ending)
    }
    if step == .reopened { return .notClosed }
    if step == .acknowledged, file.acknowledgedOn != nil { return .done(.acknowledged) }
    return file.track.refusal(of: step, in: file, context)
  }

  /// What a person could do next, each with why not where it cannot be done.
  public static func options(_ file: CaseFile, _ context: StepContext) -> [(step: CaseStep, refusal: CaseRefusal?)] {
    CaseStep.steps(of: file.kind).map { ($0, refusal(of: $0, in: file, context)) }
  }

  private static func refusalOfFields(
    _ entry: StepEntry, in file: CaseFile, _ context: StepContext
  ) -> CaseRefusal? {
    let fields = entry.step.fields(in: file.kind)
    if let stray = entry.values.keys.sorted(by: { $0.rawValue < $1.rawValue })
      .first(where: { name in !fields.contains { $0.name == name } })
    {
      return .fieldUnknown(entry.step, stray.rawValue, among: fields.map(\.name.rawValue))
    }
    for field in fields {
      guard let value = entry.values[field.name] else {
        if field.isRequired { return .fieldMissing(entry.step, field) }
        continue
      }
      guard isReadable(value, as: field.kind) else {
        return field.isRequired && isBlank(value)
          ? .fieldMissing(entry.step, field) : .valueUnreadable(field, given: "")
      }
      switch value {
      case .day(let day) where field.name == .on:
        if day > context.today { return .inTheFuture(field) }
        if day < context.received { return .beforeReceipt(entry.step, received: context.received) }
      case .moment(let moment) where field.name == .at:
        if moment > context.now { return .inTheFuture(field) }
        if moment < file.dates.received { return .beforeReceipt(entry.step, received: context.received) }
      default: break
      }
    }
    return nil
  }

  private static func isReadable(_ value: StepValue, as kind: StepField.Kind) -> Bool {
    switch (kind, value) {
    case (.day, .day), (.moment, .moment), (.yesOrNo, .yesOrNo): true
    case (.words, .words): !isBlank(value)
    case (.texts, .texts(let texts)): !texts.isEmpty && texts.allSatisfy { !isBlank(.words($0)) }
    case (.choice(let words), .word(let word)): words.contains(word)
    case (.number, .number(let number)): number > 0
    case (.codes, .codes(let codes)): codes.allSatisfy(isCode)
    case (.id, .word(let word)): !word.isEmpty && word.utf8.count <= 200 && !word.contains { $0.isNewline }
    default: false
    }
  }

  /// A section, not a sentence: it goes into the ledger as it is.
  private static func isCode(_ code: String) -> Bool {
    !code.isEmpty && code.utf8.count <= 24
      && code.unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "(", ")", ".", "-", "/": true
        default: false
        }
      }
  }

  private static func isBlank(_ value: StepValue) -> Bool {
    if case .words(let words) = value { words.allSatisfy(\.isWhitespace) } else { false }
  }
}

extension CaseTrack {
  /// By where the track stands alone.
  func refusal(of step: CaseStep, in file: CaseFile, _ context: StepContext) -> CaseRefusal? {
    switch self {
    case .request(let facts): facts.refusal(of: step, in: file, context)
    case .complaint(let facts): facts.refusal(of: step, in: file)
    case .breach(let facts): facts.refusal(of: step)
    case .notice(let facts): facts.refusal(of: step, in: file, context)
    case .review(let facts): facts.refusal(of: step, in: file, context)
    }
  }

  /// By what the step says.
  func refusal(of entry: StepEntry, in file: CaseFile, _ context: StepContext) -> CaseRefusal? {
    switch self {
    case .request(let facts): facts.refusal(of: entry, in: file)
    case .review(let facts): facts.refusal(of: entry, in: file)
    case .breach, .complaint, .notice: nil
    }
  }
}
