import Casework
import Moderation

/// A legal hold with its words.
public struct HoldEntry: Sendable, Equatable {
  public var hold: LegalHold
  public var reason: String?
  public var authority: String?
}

extension Desk {
  /// Keeps words from being destroyed until the hold is lifted.
  ///
  /// - Parameters:
  ///   - reason: why, in the person's own words.
  ///   - authority: whose order it rests on: a court's, the Ombudsman's, the legal team's file.
  @discardableResult
  public func hold(
    _ scope: LegalHold.Scope, reason: String, authority: String, by user: UserName
  ) throws(CommitError) -> Event {
    try committing { desk, bench in
      try bench.allowed(.legalHold, user, desk, on: scope.channel) { right in
        guard [reason, authority].allSatisfy({ $0.contains { !$0.isWhitespace } }) else {
          return .failure(.casework(.holdIncomplete))
        }
        if let refusal = try Self.refusal(of: scope, desk) { return .failure(refusal) }
        var event = bench.event(.holdStep, by: right)
        event.step = LegalHold.placedStep
        event.channel = scope.channel
        event.rationale = try desk.keepRationale(reason)
        event.details = scope.details + ["authority=\(StepDetails.vaultMark)\(try desk.keepRationale(authority))"]
        event.count = scope.items.isEmpty ? nil : scope.items.count
        return .success(try desk.append(event, ofMatter: try bench.nextID(of: .hold, desk)))
      }
    }
  }

  /// Ends a hold, with the reason in the person's own words.
  @discardableResult
  public func lift(_ id: String, reason: String, by user: UserName) throws(CommitError) -> Event {
    try committing { desk, bench in
      let hold = LegalHold.folded(try desk.history(ofMatter: id))
      return try bench.allowed(.legalHold, user, desk, on: hold?.scope.channel) { right in
        guard let hold, !hold.isLifted else { return .failure(.casework(.holdUnknown)) }
        guard reason.contains(where: { !$0.isWhitespace }) else { return .failure(.casework(.holdIncomplete)) }
        var event = bench.event(.holdStep, by: right)
        event.step = LegalHold.liftedStep
        event.channel = hold.scope.channel
        event.rationale = try desk.keepRationale(reason)
        event.cause = hold.placed
        return .success(try desk.append(event, ofMatter: id))
      }
    }
  }

  public func holds(inForceOnly: Bool = true) throws(DeskError) -> [HoldEntry] {
    try store.read { desk in
      try desk.matters(MatterQuery(.hold, openOnly: inForceOnly, limit: .max)).compactMap { row in
        guard let hold = LegalHold.folded(try desk.history(ofMatter: row.id)) else { return nil }
        return HoldEntry(
          hold: hold, reason: try hold.reason.flatMap { try desk.rationale($0) },
          authority: try hold.authority.flatMap { try desk.rationale($0) })
      }
    }
  }

  /// The holds in force that cover a comment.
  public func holds(on item: ItemID) throws(DeskError) -> [String] {
    try store.read { desk in
      guard let known = try desk.find(item) else { return [] }
      return try LegalHolds(desk).covering(known, desk)
    }
  }

  /// Nothing is held in vain: what a hold names must be there.
  private static func refusal(of scope: LegalHold.Scope, _ desk: any DeskReader) throws -> Refusal? {
    switch scope {
    case .items(let items):
      if let item = try items.first(where: { try desk.find($0) == nil }) { return .itemUnknown(item) }
      return items.isEmpty ? .casework(.holdEmpty) : nil
    case .author(let channel, let alias):
      let found = try desk.items(byAlias: alias).contains { channel == nil || $0.channel == channel }
      return found ? nil : .casework(.holdEmpty)
    case .matter(let id): return try desk.matter(id) == nil ? .casework(.holdEmpty) : nil
    // What is still to come on a channel may be held as well.
    case .channel: return nil
    }
  }
}

/// The holds in force, made ready for asking about many items.
struct LegalHolds {
  private let wide: [LegalHold]
  private let listed: [ItemID: [String]]

  init(_ desk: any DeskReader) throws {
    let holds = try desk.matters(MatterQuery(.hold, limit: .max)).compactMap { row in
      LegalHold.folded(try desk.history(ofMatter: row.id))
    }
    var listed: [ItemID: [String]] = [:]
    for hold in holds { for item in hold.scope.items { listed[item, default: []].append(hold.id) } }
    self.listed = listed
    wide = holds.filter { $0.scope.items.isEmpty }
  }

  var isEmpty: Bool { wide.isEmpty && listed.isEmpty }

  func covering(_ known: KnownItem, _ desk: any DeskReader) throws -> [String] {
    guard !isEmpty, let kept = try desk.keptItem(known) else { return [] }
    return try covering(kept, matters: desk.matters(of: known.item).map(\.id), desk)
  }

  func covering(_ kept: KeptItem, matters: [String], _ desk: any DeskReader) throws -> [String] {
    guard !isEmpty else { return [] }
    // What was posted at an unknown time came in at a known one.
    let moment = try kept.posted ?? desk.event(kept.arrived)?.at
    return (listed[kept.known.item] ?? [])
      + wide.filter {
        $0.covers(kept.known.item, channel: kept.known.channel, alias: kept.alias, at: moment, matters: matters)
      }.map(\.id)
  }

  func covering(matter id: String) -> [String] {
    wide.filter { hold in if case .matter(id) = hold.scope { true } else { false } }.map(\.id)
  }
}
