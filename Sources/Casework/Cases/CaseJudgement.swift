import Moderation

/// A step that is allowed: what its event will say besides the words.
public struct JudgedStep: Sendable, Equatable {
  /// Without words, whose keys the desk adds.
  public var details: [String]
  /// `late` or `in time`, for a step that answers a clock.
  public var outcome: String?
  /// The fields whose values are words, in order.
  public var words: [(name: StepField.Name, texts: [String])]
  /// The case after it.
  public var after: CaseFile

  public static func == (a: JudgedStep, b: JudgedStep) -> Bool {
    a.details == b.details && a.outcome == b.outcome && a.after == b.after
      && a.words.elementsEqual(b.words) { $0.name == $1.name && $0.texts == $1.texts }
  }
}

extension CaseClocks {
  /// Checks a step against the case and its clocks. The dates it leaves out are today or now.
  ///
  /// - Parameter event: the event as it will be written, but for what is worked out here.
  public func judge(
    _ entry: StepEntry, in file: CaseFile, event: Event, _ context: StepContext
  ) -> Result<JudgedStep, CaseRefusal> {
    if let refusal = CaseRules.refusal(of: entry, in: file, context) { return .failure(refusal) }
    var event = event
    event.type = .caseStep
    event.step = entry.step.rawValue
    var details = Self.details(of: entry, in: file, context)
    var words: [(name: StepField.Name, texts: [String])] = []
    for field in entry.step.fields(in: file.kind) {
      switch entry.values[field.name] {
      case .words(let text)?: words.append((field.name, [text]))
      case .texts(let texts)?: words.append((field.name, texts))
      default: break
      }
    }
    // The keys are not there yet: that there are words is all that the case looks at.
    let marks = words.flatMap { word in word.texts.map { _ in "\(word.name.rawValue)=\(StepDetails.vaultMark)" } }
    event.details = details + marks
    guard let before = CaseFile.after(event, file) else { return .failure(.notClosed) }
    if entry.step.movesClocks(in: file) {
      switch moved(before, from: file, entry.step, context) {
      case .success(let set): details += set.flatMap(\.details)
      case .failure(let refusal): return .failure(refusal)
      }
    }
    let outcome = file.outcome(of: entry.step, event)
    event.details = details + marks
    event.outcome = outcome
    guard let after = CaseFile.after(event, file) else { return .failure(.notClosed) }
    return .success(JudgedStep(details: details, outcome: outcome, words: words, after: after))
  }

  /// The clocks that a step sets anew.
  private func moved(
    _ after: CaseFile, from before: CaseFile, _ step: CaseStep, _ context: StepContext
  ) -> Result<[CaseDeadline], CaseRefusal> {
    do throws(ClockError) {
      let (deadlines, refusals) = try deadlines(of: after, today: context.today)
      let refusal = refusals.first { refusal in
        // A transfer that came too late is one all the same, and the event says that it is late.
        if case .transferTooLate = refusal { false } else { true }
      }
      if let refusal { return .failure(.clock(refusal)) }
      // A clock is set as a whole, with both readings where there are two, and only where something of it has changed.
      let changed = Set(deadlines.filter { new in !before.deadlines.contains { $0.isSame(as: new) } }.map(\.clock))
      let met = Set(before.deadlines.filter { $0.metAt != nil }.map(\.clock))
      return .success(deadlines.filter { changed.contains($0.clock) && !met.contains($0.clock) })
    } catch {
      return .failure(.clockUnknown(error))
    }
  }

  private static func details(of entry: StepEntry, in file: CaseFile, _ context: StepContext) -> [String] {
    var details: [String] = []
    for field in entry.step.fields(in: file.kind) {
      var value = entry.values[field.name]
      switch (value, field.kind, field.name) {
      case (nil, .day, .on): value = .day(context.today)
      case (nil, .moment, .at): value = .moment(context.now)
      default: break
      }
      if case .codes(let codes)? = value {
        value = .codes(codes.map { Ground.named($0, of: file.regime)?.code ?? $0 })
      }
      if let value, let text = StepDetails.text(value) { details.append("\(field.name.rawValue)=\(text)") }
    }
    if entry.step == .clarificationAsked, let regime = try? Regime.named(file.regime),
      case .pauses = regime.clarification
    {
      details.append("stops=yes")
    }
    // A statute that lets anybody ask asks nobody who they are.
    if entry.step == .statuteSet, file.kind == .informationRequest, case .word(let id)? = entry.values[.regime] {
      let isAnyoneEligible = (try? Regime.named(id)).map { $0.eligibility == nil } ?? false
      details.append("eligibility=\(isAnyoneEligible ? "not_needed" : "unknown")")
    }
    return details
  }
}

extension CaseStep {
  /// Whether the clocks are worked out anew after it.
  fileprivate func movesClocks(in file: CaseFile) -> Bool {
    switch self {
    case .statuteSet, .eligibilityConfirmed, .clarificationAsked, .clarificationAnswered, .paused, .resumed, .extended,
      .passedOn:
      true
    default: false
    }
  }
}

extension CaseFile {
  /// Whether a step answers a clock in time.
  fileprivate func outcome(of step: CaseStep, _ event: Event) -> String? {
    let clocks = step.meets(kind)
    guard let main = clocks.first else { return step == .notified ? outcomeOfNotice(event) : nil }
    guard let deadline = deadlines.first(where: { $0.clock == main && $0.isOpen }) else { return nil }
    return isAfter(deadline, event, StepDetails(event.details)) ? Self.late : Self.inTime
  }

  private func outcomeOfNotice(_ event: Event) -> String? {
    guard let deadline = deadlines.first(where: { $0.clock == .notify && $0.isOpen }) else { return nil }
    return isAfter(deadline, event, StepDetails(event.details)) ? Self.late : Self.inTime
  }
}
