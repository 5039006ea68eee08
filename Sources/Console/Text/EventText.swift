import Moderation

/// How events are worded: in the history, in the log, and as news of what others did.
enum EventText {
  /// One event without its actor.
  static func line(_ event: Event, _ surroundings: Surroundings) -> String {
    switch event.type {
    case .deskCreated: return "desk created"
    case .imported:
      guard let counts = event.imported else { return "imported" }
      return "imported \(counts.new) new, \(counts.changed) edited, \(counts.same) known"
    case .decided: return event.verb.map { line(verb: $0, event: event, surroundings) } ?? "decided"
    case .proposed: return withCodes("proposed to \(event.attempted?.title ?? "decide")", event)
    case .undone: return "took back \(event.undoOf.map { "event \($0)" } ?? "a decision")"
    case .refused:
      let what = [event.attempted?.title ?? event.target ?? "", codes(event)].filter { !$0.isEmpty }
      let why = words(ofCode: event.refusal) ?? "not allowed"
      return "refused" + (what.isEmpty ? "" : ": " + what.joined(separator: " ")) + " (\(why))"
    case .batch: return "decided about \(event.count ?? 0) comments together"
    case .reopened: return "waits again: \(why(event.outcome))"
    case .exported: return "sent out" + (event.target.map { " on \($0)" } ?? "")
    case .applied: return event.after?.stage == .notApplied ? "could not be carried out" : "carried out"
    case .reconciled: return outcome(of: event)
    case .unmasked: return "masked words shown"
    case .revealed: return "learned who is behind \(event.target ?? "an alias")"
    case .policyAdopted: return "policy adopted: \(event.policy?.prefix(12) ?? "?")"
    case .accounted: return "import finished" + (event.count.map { $0 > 0 ? ", \($0) not read" : "" } ?? "")
    case .sheetWritten:
      let count = event.count ?? 0
      return "action \(event.target ?? "sheet") written: \(count) decision\(count == 1 ? "" : "s")"
    case .sealed: return "ledger sealed"
    case .backedUp: return "backup made"
    case .restored: return "restored from a backup"
    case .migrated: return "desk brought up to this docket's schema"
    case .caseStep, .escalationStep, .recordStep, .holdStep, .replyStep: return step(event)
    case .playbookStep: return "playbook " + step(event)
    case .noted: return "note written"
    case .disposed: return "words destroyed" + (event.count.map { ": \($0)" } ?? "")
    case .gathered: return "gathered what is held on \(event.target ?? "an author")"
    }
  }

  /// `open → hidden, to send`; nil where nothing moved.
  static func change(_ event: Event) -> String? {
    guard let before = event.before, let after = event.after, before != after else { return nil }
    return "\(DecisionText.standing(of: before)) → \(DecisionText.standing(of: after))"
  }

  /// `C-2026-0007 extended`.
  private static func step(_ event: Event) -> String {
    [event.matter, words(ofCode: event.step)].compactMap { $0 }.joined(separator: " ")
  }

  /// Codes without their versions.
  static func codes(_ event: Event) -> String {
    event.reasons.map { String($0.prefix { $0 != "@" }) }.joined(separator: " ")
  }

  /// Why an item waits again.
  static func why(_ outcome: String?) -> String {
    switch outcome {
    case "edited": "it was edited"
    case "snooze over": "its time has come"
    case let other? where other.hasPrefix("new flag: "): "newly flagged as \(other.dropFirst("new flag: ".count))"
    case let other?: other
    case nil: "something changed"
    }
  }

  private static func outcome(of event: Event) -> String {
    let seen = event.outcome.map { ": " + $0 } ?? ""
    return switch event.after?.stage {
    case .notApplied: "did not take" + seen
    case .changed: "edited since it was sent out"
    default: "confirmed by a feed" + seen
    }
  }

  private static func line(verb: Verb, event: Event, _ surroundings: Surroundings) -> String {
    var text = verb.pastTense
    if let role = event.escalatedTo {
      let name = surroundings.policy.escalationRole(RoleName(role))?.title ?? role
      text += verb == .hold ? ", asking \(name)" : " to \(name)"
    }
    if let until = event.until { text += " until \(Clock.day(surroundings.localTime(until)))" }
    return withCodes(text, event)
  }

  private static func withCodes(_ text: String, _ event: Event) -> String {
    let codes = codes(event)
    return codes.isEmpty ? text : text + " · " + codes
  }

  private static func words(ofCode code: String?) -> String? {
    code.map { $0.split(separator: "_").joined(separator: " ") }
  }
}

// MARK: News

extension EventText {
  /// Whether it changes what somebody who looks at the item has before them.
  static func isNews(_ event: Event) -> Bool {
    switch event.type {
    case .decided, .proposed, .undone, .reopened, .exported, .applied, .reconciled: true
    case .deskCreated, .imported, .refused, .batch, .unmasked, .revealed, .policyAdopted, .accounted, .sheetWritten,
      .sealed, .backedUp, .restored, .migrated, .caseStep, .escalationStep, .playbookStep, .recordStep, .holdStep,
      .replyStep, .noted, .disposed, .gathered:
      false
    }
  }

  /// What somebody else did about the comment that is looked at.
  static func news(_ event: Event, _ surroundings: Surroundings) -> String {
    switch event.type {
    case .decided:
      let role = event.escalatedTo.map { surroundings.policy.escalationRole(RoleName($0))?.title ?? $0 }
      let to = role.map { event.verb == .hold ? ", asking \($0)" : " to \($0)" } ?? ""
      return withCodes("\(event.actor) \(event.verb?.done ?? "decided about this")\(to)", event) + "."
    case .proposed:
      return withCodes("\(event.actor) proposed to \(event.attempted?.title ?? "act on") this", event) + "."
    case .undone:
      let now = event.after.map { ": it is \(DecisionText.summary(of: $0)) again" } ?? ""
      return "\(event.actor) took a decision about this back\(now)."
    case .reopened: return "This waits again: \(why(event.outcome))."
    case .exported: return "\(event.actor) sent the decision about this out."
    case .applied:
      let was = event.after?.stage == .notApplied ? "" : "was "
      return "\(event.actor) says that this \(was)\(line(event, surroundings))."
    case .reconciled:
      return "The decision about this \(event.after?.stage == .reconciled ? "is " : "")\(line(event, surroundings))."
    default: return "\(event.actor): \(line(event, surroundings))"
    }
  }

  /// What others did elsewhere in the list, in one line; nil where there is nothing to tell.
  static func news(ofOthers events: [Event]) -> String? {
    let more = events.count >= DeskWorker.mostTold ? "more than " : ""
    let decided = events.filter { $0.type == .decided || $0.type == .proposed || $0.type == .undone }
    let items = Set(decided.compactMap(\.item)).count
    if items > 0 {
      var actors: [String] = []
      for event in decided where !actors.contains(event.actor) { actors.append(event.actor) }
      let who = actors.count == 1 ? actors[0] : "\(actors[0]) and \(actors.count - 1) more"
      return "\(who) decided about \(items == 1 ? "a comment" : "\(more)\(items) comments") in this list."
    }
    let imports = events.filter { $0.type == .imported }
    let new = imports.reduce(0) { $0 + ($1.imported?.new ?? 0) }
    if let actor = imports.last?.actor, new > 0 {
      return "\(actor) brought in \(more)\(new) comments. ^L folds them in."
    }
    let back = Set(events.filter { $0.type == .reopened }.compactMap(\.item)).count
    return back > 0
      ? "\(back == 1 ? "A comment waits" : "\(DecisionText.capitalised(more))\(back) comments wait") again. ^L folds \(back == 1 ? "it" : "them") in."
      : nil
  }
}
