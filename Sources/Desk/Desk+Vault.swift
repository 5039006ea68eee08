import Moderation

extension Desk {
  /// Who stands behind an item's alias. Needs a purpose in the person's own words, and is an event.
  ///
  /// - Returns: nil for an author whom the feed did not name.
  public func reveal(_ item: ItemID, purpose: String, by user: UserName) throws(CommitError) -> AuthorIdentity? {
    try committing { desk, bench in
      let known = try desk.find(item)
      return try bench.allowed(.reveal, user, desk, on: known?.channel) { authority in
        guard let known else { return .failure(.itemUnknown(item)) }
        guard purpose.contains(where: { !$0.isWhitespace }) else { return .failure(.purposeMissing) }
        var event = bench.event(.revealed, by: authority)
        event.item = item
        event.channel = known.channel
        event.revision = known.standing.revision
        event.rationale = try desk.keepRationale(purpose)
        let identity = try desk.identity(behind: item)
        event.target = identity.map { "author \($0.alias)" }
        _ = try desk.append(event)
        return .success(identity)
      }
    }
  }

  /// Writes down that a person let an item's masked words be shown.
  public func noteUnmasked(_ item: ItemID, by user: UserName) throws(CommitError) {
    try committing { desk, bench -> Result<Void, Refusal> in
      let known = try desk.find(item)
      return try bench.allowed(.unmask, user, desk, on: known?.channel) { authority in
        guard let known else { return .failure(.itemUnknown(item)) }
        var event = bench.event(.unmasked, by: authority)
        event.describe(known, try desk.evidence(of: known))
        _ = try desk.append(event)
        return .success(())
      }
    }
  }
}
