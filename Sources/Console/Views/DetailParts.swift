import Moderation
import Terminal

/// What stands below an item's text: why it was flagged, what is proposed or was decided, history and thread.
struct DetailParts {
  typealias Piece = DetailText.Piece

  struct Line {
    var pieces: [Piece]
    /// What a decision that is made with this on the screen notes.
    var context: String?

    init(_ pieces: [Piece], context: String? = nil) {
      self.pieces = pieces
      self.context = context
    }

    init(_ text: String, _ style: Style, context: String? = nil) {
      self.init([Piece(text: text, style: style)], context: context)
    }
  }

  /// More of the history is in the log.
  static var mostTold: Int { 4 }

  private(set) var lines: [Line] = []
  private let state: ConsoleState
  private let detail: ItemDetail
  private let surroundings: Surroundings

  init(_ state: ConsoleState, _ detail: ItemDetail, _ surroundings: Surroundings) {
    self.state = state
    self.detail = detail
    self.surroundings = surroundings
    lines.append(Line([]))
    addContact()
    addFlags()
    addNotes()
    lines.append(Line([]))
    addClaim()
    addStanding()
    addHistory()
    addThread()
  }

  /// Somebody may be in danger: whom to call comes before everything else.
  private mutating func addContact() {
    guard let role = Contact.urgent(for: detail.flags, surroundings.policy) else { return }
    let contact = role.contact.isEmpty ? "" : " · \(role.contact)"
    addWrapped("‼ call \(role.title)\(contact)", "severity.critical")
  }

  // MARK: Why

  /// The flags' reasons quote the comment, so their distressing words are masked too.
  private mutating func addFlags() {
    for flag in detail.flags {
      let isMasked = !state.unmasked && !surroundings.care.masked([flag]).isEmpty
      let why = isMasked ? WhyText.masked(flag.why) : flag.why
      // A reason may be long: it wraps beside its label instead of being cut.
      let wrapped = SafeText.wrapped(why, width: max(1, state.detailWidth - 17))
      for (index, clusters) in wrapped.enumerated() {
        let words = Piece(text: clusters.map(\.text).joined(), style: "text")
        let head =
          index == 0
          ? [
            Piece(text: Self.pad(flag.label.rawValue, 10), style: Style("label." + flag.label.rawValue)),
            Piece(text: " \(flag.score)  ", style: "text.dim"),
          ]
          : [Piece(text: Self.pad("", 17), style: "text")]
        lines.append(Line(head + [words]))
      }
    }
    if detail.flags.isEmpty { lines.append(Line("Nothing was flagged.", "text.dim")) }
    if let platform = platformNote { lines.append(Line(platform, "text.dim")) }
  }

  private var platformNote: String? {
    switch detail.platformState {
    case .published, .unknown: nil
    case .hidden: "already hidden on the platform"
    case .held: "held by the platform: not public yet"
    case .spam: "the platform calls it spam"
    case .deleted: "already deleted on the platform"
    }
  }

  /// Sticky: what colleagues wrote stays with the comment, above what is suggested.
  private mutating func addNotes() {
    for note in detail.notes.suffix(Self.mostTold) {
      addWrapped("✎ \(brief(note.at)) \(note.person): \(note.text)", "title")
    }
    if !detail.earlier.isEmpty {
      let keys = surroundings.keys.title(of: .versions)
      lines.append(Line("edited \(detail.earlier.count)×, \(keys) shows what it said before", "text.dim"))
    }
  }

  // MARK: What now

  private mutating func addClaim() {
    guard let claim = state.claims[detail.item] else { return }
    addWrapped("@ \(claim.person) is deciding about this, since \(brief(claim.since))", "hint.key")
  }

  /// What is proposed, suggested, or was decided.
  private mutating func addStanding() {
    if let proposal = detail.proposal { addProposal(proposal) }
    if detail.state.status != .open { addDecided() }
    guard detail.state.status == .open || detail.state.status == .snoozed else { return }
    if detail.state.status == .open, let last = detail.history.last(where: { EventText.isNews($0) }),
      last.type == .reopened
    {
      addWrapped("waits again: \(EventText.why(last.outcome))", "hint.key")
    }
    let steps = surroundings.policy.suggestion(for: detail.flags)
    guard !steps.isEmpty else {
      lines.append(Line("no suggestion   \(surroundings.keys.title(of: .leave)) leaves it up", "text.dim"))
      return
    }
    addSteps(steps)
    let rights = surroundings.rights(at: state.now)
    let refusals = steps.compactMap { step in
      rights.refusal(of: step.verb, under: step.reason, proposal: detail.proposal, on: detail.channel)
    }
    if let refusal = refusals.first {
      addWrapped("not yours to accept: \(refusal.message)", "text.dim")
    } else if state.claims[detail.item] == nil {
      // While a dialog is open Enter is the dialog's; the row stays, so that nothing jumps.
      let isOpen = state.overlay?.item != nil
      let accept = "\(surroundings.keys.title(of: .accept)) accept\(steps.count == 1 ? "" : " both")"
      lines.append(isOpen ? Line([]) : Line(accept, "hint.key"))
    }
  }

  /// On one line where they fit, else each on its own: whom an escalation goes to must not be cut off.
  private mutating func addSteps(_ steps: [Suggestion]) {
    let texts = steps.map { step in
      let role = surroundings.policy.reason(step.reason)?.escalatesTo.flatMap { surroundings.policy.escalationRole($0) }
      let to = step.verb == .escalate ? role.map { " → \($0.title)" } ?? "" : ""
      return "\(step.verb.title) · \(step.reason.rawValue)\(to)"
    }
    let isWide = SafeText.width(texts.joined(separator: "   and   ")) + 10 > state.detailWidth
    var line = [Piece(text: "suggests  ", style: "text.dim")]
    for (index, text) in texts.enumerated() {
      if index > 0, isWide {
        lines.append(Line(line))
        line = [Piece(text: "     and  ", style: "text.dim")]
      } else if index > 0 {
        line.append(Piece(text: "   and   ", style: "text.dim"))
      }
      line.append(Piece(text: text, style: "title"))
    }
    lines.append(Line(line))
  }

  private mutating func addWrapped(_ text: String, _ style: Style) {
    for clusters in SafeText.wrapped(text, width: max(1, state.detailWidth)) {
      lines.append(Line(clusters.map(\.text).joined(), style))
    }
  }

  private mutating func addProposal(_ proposal: Proposal) {
    let what = [proposal.verb.title, proposal.reason?.rawValue].compactMap { $0 }.joined(separator: " · ")
    let rights = surroundings.rights(at: state.now)
    let isOwn = proposal.person == rights.person
    lines.append(
      Line([
        Piece(text: isOwn ? "you proposed  " : "\(proposal.person) proposed  ", style: "text.dim"),
        Piece(text: what, style: "title"), Piece(text: "  at \(brief(proposal.at))", style: "text.dim"),
      ]))
    if isOwn {
      addWrapped(
        "waits for another person to decide the same · \(surroundings.keys.title(of: .undo)) takes it back", "text.dim")
    } else if let refusal = rights.refusal(of: .confirm, on: detail.channel) {
      addWrapped("waits for a second person: \(refusal.message)", "text.dim")
    } else {
      let key = Action(rawValue: proposal.verb.rawValue).map { surroundings.keys.title(of: $0) }
      let how = key.map { "\($0), then \(proposal.reason?.rawValue ?? "the same reason"): confirms it" }
      lines.append(Line(how ?? "confirmed by deciding the same", "hint.key"))
    }
  }

  private mutating func addDecided() {
    let stage = detail.state.stage
    let isOff = stage == .notApplied || stage == .changed
    var line = [
      Piece(text: "now ", style: "text.dim"),
      Piece(text: DecisionText.standing(of: detail.state), style: isOff ? "error" : "ok"),
    ]
    if detail.state.status == .snoozed, let until = detail.history.last(where: { $0.until != nil })?.until {
      line.append(Piece(text: " until \(Clock.day(surroundings.localTime(until)))", style: "ok"))
    }
    if detail.state.status == .escalated, let to = detail.history.last(where: { $0.escalatedTo != nil })?.escalatedTo {
      line.append(Piece(text: " to \(surroundings.policy.escalationRole(RoleName(to))?.title ?? to)", style: "ok"))
    }
    lines.append(Line(line))
    if isOff, let why = detail.history.last(where: { $0.type == .reconciled || $0.type == .applied })?.outcome {
      lines.append(Line("the platform: \(why)", "error"))
    }
    let again: Action? =
      switch detail.state.visibility {
      case .hidden: .hide
      case .held: .hold
      case .deleted: .delete
      case .visible: nil
      }
    if isOff, let again {
      lines.append(Line("\(surroundings.keys.title(of: again)) \(again.hint): sends it once more", "hint.key"))
    }
  }

  // MARK: What was

  private mutating func addHistory() {
    let events = detail.history.filter(EventText.isNews)
    guard !events.isEmpty else {
      lines.append(Line("history: none", "text.dim"))
      return
    }
    for event in events.suffix(Self.mostTold) {
      let text = "\(brief(event.at)) \(event.actor): \(EventText.line(event, surroundings))"
      lines.append(Line(text, "text.dim", context: "history"))
    }
  }

  private mutating func addThread() {
    guard let here = detail.thread.firstIndex(where: { $0.item == detail.item }), detail.thread.count > 1 else {
      lines.append(Line("thread: this comment alone", "text.dim"))
      return
    }
    let later = detail.thread.count - here - 1
    lines.append(Line("thread ↑ \(here) earlier, ↓ \(later) later", "text.dim"))
    for index in max(0, here - 3)..<min(detail.thread.count, here + 4) {
      let entry = detail.thread[index]
      let mark = index == here ? "▶ " : entry.parent == detail.item ? "  ↳ " : "  "
      let oneLine = SafeText.truncated(
        Self.oneLine(NeighbourText.masked(entry)), to: min(200, max(0, state.detailWidth - 18)))
      let text = index == here ? "(this comment)" : oneLine
      lines.append(
        Line(mark + Self.pad(entry.alias, 12) + " " + text, "text.dim", context: index == here ? nil : "thread"))
    }
  }

  private func brief(_ moment: Timestamp) -> String {
    Clock.brief(surroundings.localTime(moment), today: surroundings.localTime(state.now))
  }

  private static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" || $0 == "\r" || $0 == "\t" ? " " : $0 }))
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
