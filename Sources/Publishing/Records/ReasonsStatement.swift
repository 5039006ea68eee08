import Moderation

/// A statement of the reasons for what was decided about a comment, in the three parts of section 23 of the Official
/// Information Act 1982 (LGOIMA s 22): findings on material issues of fact, the information they were based on, and the
/// reasons; with who can look at it again. Made from the events alone and the policies that they name, so that it can be made
/// after the words are gone.
public struct ReasonsStatement {
  private let item: ItemID
  private let history: [Event]
  private let agency: String
  /// Title, citizen's text and rule of a reason, by the policy's digest and the code.
  private let reason: (String?, ReasonCode) -> Reason?
  /// Who can look at it again: the policy's contacts.
  private let review: [OversightContact]
  private let localTime: (Timestamp) -> CivilTime

  /// - Parameter history: the item's events, oldest first.
  public init(
    of item: ItemID, history: [Event], agency: String, review: [OversightContact],
    localTime: @escaping (Timestamp) -> CivilTime, reason: @escaping (String?, ReasonCode) -> Reason?
  ) {
    self.item = item
    self.history = history
    self.agency = agency
    self.review = review
    self.localTime = localTime
    self.reason = reason
  }

  /// The decisions that hold, oldest first; those that were taken back are told as such.
  private var decisions: [Event] { history.filter { $0.type == .decided } }

  /// Nil when nothing was decided.
  public var text: String? {
    guard !decisions.isEmpty else { return nil }
    let takenBack = Dictionary(
      history.compactMap { event in event.undoOf.map { ($0, event) } }, uniquingKeysWith: { first, _ in first })
    var lines = ["STATEMENT OF REASONS", "", "\(agency), about comment \(item.rawValue)"]
    for decision in decisions {
      lines += [
        "", "\(moment(decision.at)): \(decision.verb?.rawValue ?? "decided") (entry \(decision.sequence) of the log)",
      ]
      if let undone = takenBack[decision.sequence] {
        lines.append("Taken back on \(moment(undone.at)) (entry \(undone.sequence)); it has no effect.")
        continue
      }
      lines += ["", "1. Findings on material issues of fact"] + findings(decision).map { "   " + $0 }
      lines += ["", "2. Information on which the findings were based"] + information(decision).map { "   " + $0 }
      lines += ["", "3. Reasons"] + reasons(decision).map { "   " + $0 }
    }
    lines += ["", "Review"] + rights.map { "   " + $0 }
    return lines.joined(separator: "\n") + "\n"
  }

  private func findings(_ event: Event) -> [String] {
    var lines = event.flags.compactMap { flag -> String? in
      let words = flag.split(separator: " ")
      guard words.count >= 4 else { return nil }
      return "It was flagged as \(words[0]): \(words[2]), score \(words[1]) (rule \(words[3]))."
    }
    if lines.isEmpty { lines.append("No flag was raised; a person read the comment.") }
    if let before = event.before { lines.append("It was \(before.visibility.rawValue) before.") }
    if let after = event.after, after.visibility != event.before?.visibility {
      lines.append("It is \(after.visibility.rawValue) by this decision.")
    }
    return lines
  }

  private func information(_ event: Event) -> [String] {
    var lines = [
      "Revision \(event.revision ?? 1) of the comment" + (event.textSHA256.map { ", salted SHA-256 \($0)" } ?? "")
    ]
    if let learned = event.learnedAt { lines.append("The agency had it on \(moment(learned)).") }
    if let rules = event.rules, !rules.isEmpty { lines.append("Flags were raised by \(rules).") }
    if let policy = event.policy { lines.append("Policy in force: \(policy)") }
    if let house = event.houseRules { lines.append("House rules shown to the public: version \(house)") }
    if !event.context.isEmpty { lines.append("Also looked at: \(event.context.joined(separator: ", "))") }
    if event.masked == true { lines.append("Parts of it were masked when it was decided about.") }
    return lines
  }

  private func reasons(_ event: Event) -> [String] {
    var lines: [String] = []
    for text in event.reasons {
      let code = ReasonCode(String(text.prefix { $0 != "@" }))
      guard let reason = reason(event.policy, code) else {
        lines.append("\(text) (in the policy named above)")
        continue
      }
      lines.append("\(text), \(reason.title): rests on \(reason.basis).")
      if let verb = event.verb, !reason.citizenText(for: verb).isEmpty { lines.append(reason.citizenText(for: verb)) }
    }
    let how =
      switch event.automation {
      case .human: "by a person"
      case .humanAcceptingSuggestion: "by a person, who accepted what the policy suggested"
      case .humanBatch: "by a person, together with other comments"
      case .command: "by a person, at the command line"
      case .systemTimer: "by the system, when a time had come"
      case nil: "by a person"
      }
    lines.append("Decided \(how), in the role of \(event.role), under authority \(event.authority).")
    if event.rationale != nil { lines.append("A rationale in the person's own words is held with the comment.") }
    if let earlier = event.supersedes { lines.append("It takes the place of entry \(earlier).") }
    return lines
  }

  private var rights: [String] {
    ["You may ask \(agency) to look at this again."]
      + review.map { "You may complain to \($0.title)" + ($0.contact.isEmpty ? "." : ": \($0.contact)") }
  }

  private func moment(_ at: Timestamp) -> String {
    let time = localTime(at)
    return "\(CivilDate(time)) \(time.clock)"
  }
}
