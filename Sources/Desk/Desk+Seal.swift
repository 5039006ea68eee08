import Moderation

extension Desk {
  /// Seals the ledger as it is: what comes back is to be filed away from the desk. The sealing is an event of its own, after
  /// the ones that it covers.
  public func seal(with key: SealingKey, by user: UserName) throws -> Seal {
    var sealing: SealError?
    do {
      return try committing { desk, bench in
        try bench.allowed(.seal, user, desk) { authority in
          let extent = try desk.extent(upTo: nil)
          var event = bench.event(.sealed, by: authority)
          let seal: Seal
          do throws(SealError) {
            seal = try Seal(extent, at: event.at, by: authority.actor, with: key)
          } catch {
            sealing = error
            throw error
          }
          event.target = "seal \(extent.last)"
          event.sha256 = Hex.sha256(of: seal.text.utf8)
          event.count = Int(extent.last)
          _ = try desk.append(event)
          return .success(seal)
        }
      }
    } catch {
      throw sealing ?? error
    }
  }

  /// Checks the ledger, and that what a seal covers is what it was when the seal was made.
  ///
  /// The chain itself comes first: a ledger that is broken is broken with or without a seal. One that was rewritten from some
  /// point on, links and all, is whole; then the sealed head tells, and the break is put at the last sealed event, because
  /// the seal does not know which one before it was touched first.
  public func verify(against seal: Seal) throws(DeskError) -> SealVerification {
    let chain = try verify()
    return try store.read { desk in
      let own = try desk.extent(upTo: seal.last)
      // What is broken is broken whosever it is: a first event that was made up would pass for another desk's.
      guard case .whole(let events, _) = chain else { return .broken(chain) }
      if own.desk != seal.desk { return .anotherDesk }
      if events < seal.last {
        return .broken(
          .broken(
            sequence: events + 1, as: .truncated,
            detail: "the seal covers \(seal.last) events, the ledger ends after \(events)"))
      }
      if own.head != seal.head {
        return .broken(
          .broken(
            sequence: seal.last, as: .edited,
            detail: "the chain was rewritten before the seal: its head is another at event \(seal.last)"))
      }
      if own.counts != seal.counts {
        return .broken(
          .broken(sequence: seal.last, as: .edited, detail: "the counts of events are not the sealed ones"))
      }
      return .whole(events: events, sealed: seal.last)
    }
  }
}

/// What a check against a seal found.
public enum SealVerification: Sendable, Equatable {
  /// The ledger is whole, and unaltered up to the sealed event.
  case whole(events: Int64, sealed: Int64)
  case broken(Verification)
  /// The seal was made of another desk.
  case anotherDesk
}
