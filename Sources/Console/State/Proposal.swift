import Moderation

/// A decision that one person made and that waits for a second one.
struct Proposal: Sendable, Equatable {
  var verb: Verb
  var reason: ReasonCode?
  var person: String
  var at: Timestamp
}

extension ItemDetail {
  /// The proposal that waits on the item; one about an earlier revision waits for nothing any more.
  var proposal: Proposal? {
    guard state.stage == .proposed, let event = history.last(where: { $0.type == .proposed }),
      let verb = event.attempted, event.revision ?? revision == revision
    else { return nil }
    let code = event.reasons.first.map { ReasonCode(String($0.prefix { $0 != "@" })) }
    return Proposal(verb: verb, reason: code, person: event.actor, at: event.at)
  }
}
