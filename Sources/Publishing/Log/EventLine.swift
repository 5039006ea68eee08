import Moderation

/// One event of the ledger as a line of JSON. Keys are absent when unknown.
public enum EventLine {
  public static func json(_ event: Event) -> String {
    var line = JSONText()
    line.add("seq", event.sequence)
    line.add("id", event.id)
    line.add("at", event.at.iso8601())
    line.add("zone", event.zone)
    line.add("learned_at", event.learnedAt?.iso8601())
    line.add("clock_behind", event.clockBehind)
    line.add("type", event.type.rawValue)
    line.add("verb", event.verb?.rawValue)
    line.add("attempted", event.attempted?.rawValue)
    line.add("actor", event.actor)
    line.add("role", event.role)
    line.add("authority", event.authority)
    line.add("on_behalf_of", event.onBehalfOf)
    line.add("channel", event.channel)
    line.add("target", event.target)
    line.add("matter", event.matter)
    line.add("step", event.step)
    line.add("details", event.details)
    line.add("item", event.item?.rawValue)
    line.add("rev", event.revision)
    line.add("text_sha256", event.textSHA256)
    line.addRaw("before", event.before.map(state))
    line.addRaw("after", event.after.map(state))
    addReasons(of: event, to: &line)
    addEvidence(of: event, to: &line)
    line.add("batch", event.batch)
    line.add("cause", event.cause)
    line.add("undo_of", event.undoOf)
    line.add("supersedes", event.supersedes)
    line.addRaw("imported", event.imported.map(imported))
    line.add("sha256", event.sha256)
    line.add("count", event.count)
    line.add("audience", event.audience)
    line.add("version", event.version)
    line.add("host", event.host)
    line.add("encoding", event.encoding)
    line.add("prev", event.previous)
    line.add("hash", event.hash)
    return line.object
  }

  /// Why, and what follows from it.
  private static func addReasons(of event: Event, to line: inout JSONText) {
    line.add("reasons", event.reasons)
    line.add("escalated_to", event.escalatedTo)
    line.add("until", event.until?.iso8601())
    line.add("rationale", event.rationale)
    line.add("public_text", event.publicText)
    line.add("refusal", event.refusal)
    line.add("outcome", event.outcome)
  }

  /// What the actor was shown, and under which rules.
  private static func addEvidence(of event: Event, to line: inout JSONText) {
    line.add("flags", event.flags)
    line.add("suggested", event.suggested)
    line.add("context", event.context)
    line.add("policy", event.policy)
    line.add("rules", event.rules)
    line.add("house_rules", event.houseRules)
    line.add("automation", event.automation?.rawValue)
    line.add("masked", event.masked)
    line.add("claimed_at", event.claimedAt?.iso8601())
  }

  private static func state(_ state: ItemState) -> String {
    var json = JSONText()
    json.add("status", state.status.rawValue)
    json.add("visibility", state.visibility.rawValue)
    json.add("recorded", state.recorded)
    json.add("stage", state.stage?.rawValue)
    return json.object
  }

  private static func imported(_ digest: ImportDigest) -> String {
    var json = JSONText()
    json.add("feed_sha256", digest.feedSHA256)
    json.add("format", digest.format)
    json.add("new", digest.new)
    json.add("changed", digest.changed)
    json.add("same", digest.same)
    json.add("skipped", digest.skipped)
    json.add("items_sha256", digest.itemsSHA256)
    return json.object
  }
}
