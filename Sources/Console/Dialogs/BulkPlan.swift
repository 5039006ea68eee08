import Moderation

/// A decision about many comments as it would be made: what is in it, what is left out and why.
struct BulkPlan: Sendable, Equatable {
  var verb: Verb
  var reason: ReasonCode
  var decisions: [Decision]
  var outOfView: Int
  /// Why some are left out, with how many, the most first.
  var leftOut: [LeftOut]

  struct LeftOut: Sendable, Equatable {
    var why: String
    var count: Int
  }

  /// More than so many, or any that are not in view, or any that are left out, want a second key.
  static var unasked: Int { 20 }

  var wantsConfirmation: Bool {
    decisions.count > Self.unasked || outOfView > 0 || !leftOut.isEmpty || verb == .delete
  }

  /// - Parameters:
  ///   - claims: what others are deciding about.
  ///   - template: the decision with everything but the item.
  init(
    _ items: [MarkedItem], outOfView: Int, template: Decision, claims: [ItemID: Claim], rights: Rights
  ) {
    verb = template.verb
    reason = template.reasons.first ?? ReasonCode("")
    self.outOfView = outOfView
    decisions = []
    var counts: [String: Int] = [:]
    var refusals: [String: Refusal?] = [:]
    for item in items {
      let channel = item.marked.channel
      if refusals[channel] == nil { refusals[channel] = .some(rights.refusal(of: verb, on: channel)) }
      if let why = Self.obstacle(item, verb, claims, refusals[channel] ?? nil) {
        counts[why, default: 0] += 1
        continue
      }
      var decision = template
      decision.item = item.item
      decision.revision = item.marked.revision
      decision.seen = item.marked.state
      decisions.append(decision)
    }
    leftOut = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map { LeftOut(why: $0.key, count: $0.value) }
  }

  private static func obstacle(
    _ item: MarkedItem, _ verb: Verb, _ claims: [ItemID: Claim], _ refusal: Refusal?
  ) -> String? {
    if let refusal { return refusal.message }
    if let claim = claims[item.item] { return "\(claim.person) is deciding about it" }
    let state = item.marked.state
    if state.applying(verb) == state, verb != .skip, verb != .escalate {
      return "already \(DecisionText.summary(of: state))"
    }
    return nil
  }

  /// `Hide 312 comments · SPAM? 40 of them are not in view.`
  var question: String {
    let count = decisions.count
    let about = count == 1 ? "1 comment" : "\(count) comments"
    let hidden = outOfView > 0 ? " \(outOfView) of the marked are not in view." : ""
    return "\(DecisionText.capitalised(verb.title)) \(about) · \(reason.rawValue)?\(hidden)"
  }
}
