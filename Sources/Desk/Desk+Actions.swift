import Moderation

/// An action sheet as the desk knows it.
public struct WrittenSheet: Sendable, Equatable {
  /// What the events of its rows name it by.
  public var id: String
  public var actions: Int
  /// The event that says it was written; zero for a sheet without rows, which is not written.
  public var sequence: Int64
}

extension Desk {
  /// What an action sheet would hold now: the decisions that change what the public sees and that no sheet has yet.
  public func pendingActions(channel: String? = nil) throws(DeskError) -> [PlatformAction] {
    guard let bench else { throw .readOnly(path: path) }
    return try store.read { desk in try bench.actions(channel: channel, desk).map(\.action) }
  }

  /// Hands those decisions to `deliver`, which writes them where they go, and marks each as sent out. If `deliver` throws,
  /// nothing is marked; what it returns is the digest of the file, hex.
  public func exportActions(
    channel: String? = nil, audience: String, by user: UserName, deliver: ([PlatformAction]) throws -> String
  ) throws -> WrittenSheet {
    var own: (any Error)?
    do {
      return try committing { desk, bench in
        let outgoing = try bench.actions(channel: channel, desk)
        let channels = Set(outgoing.map(\.known.channel)).union(channel.map { [$0] } ?? [])
        return try bench.allowed(.export, user, desk, onEach: channels.sorted()) { authority in
          let sheet = Hex.random(bytes: 8)
          guard !outgoing.isEmpty else { return .success(WrittenSheet(id: sheet, actions: 0, sequence: 0)) }
          var written = bench.event(.sheetWritten, by: authority)
          do {
            written.sha256 = try deliver(outgoing.map(\.action))
          } catch {
            own = error
            throw error
          }
          written.target = "sheet \(sheet)"
          written.channel = channel
          written.count = outgoing.count
          written.audience = audience
          written = try desk.append(written)
          for (known, action) in outgoing {
            var known = known
            let right = bench.authority(for: .export, of: user, on: known.channel)
            var event = bench.event(.exported, by: (try? right.get()) ?? authority)
            event.item = known.item
            event.channel = known.channel
            event.revision = known.standing.revision
            event.before = known.standing.state
            event.after = known.standing.state
            event.after?.stage = .exported
            event.target = "sheet \(sheet)"
            event.cause = action.decision
            event.batch = sheet
            _ = try desk.append(event, moving: &known)
          }
          return .success(WrittenSheet(id: sheet, actions: outgoing.count, sequence: written.sequence))
        }
      }
    } catch {
      throw own ?? error
    }
  }

  /// Takes in what whoever carried a sheet out says of its rows. A row that the desk does not wait for is left out.
  ///
  /// - Returns: how many were noted.
  @discardableResult
  public func note(_ reports: [ActionReport], sheetSHA256: String, by user: UserName) throws(CommitError) -> Int {
    try committing { desk, bench in
      let channels = try Set(reports.compactMap { try desk.event($0.decision)?.channel }).sorted()
      return try bench.allowed(.export, user, desk, onEach: channels) { authority in
        var count = 0
        for report in reports {
          guard let decision = try desk.event(report.decision), let item = decision.item,
            var known = try desk.find(item), known.standing.state.stage?.isOut ?? false,
            try desk.history(of: item).publicDecision?.sequence == decision.sequence
          else { continue }
          var event = bench.event(.applied, by: authority)
          event.item = item
          event.channel = known.channel
          event.revision = known.standing.revision
          event.before = known.standing.state
          event.after = known.standing.state
          event.after?.stage = report.isDone ? .applied : .notApplied
          guard event.before != event.after else { continue }
          event.outcome = report.isDone ? "done" : "failed"
          event.cause = decision.sequence
          event.sha256 = sheetSHA256
          _ = try desk.append(event, moving: &known)
          count += 1
        }
        return .success(count)
      }
    }
  }
}

extension DeskBench {
  /// The decisions that no sheet has yet, in the order of their items.
  fileprivate func actions(
    channel: String?, _ desk: any DeskReader
  ) throws -> [(known: KnownItem, action: PlatformAction)] {
    var found: [(known: KnownItem, action: PlatformAction)] = []
    var row: Int64 = 0
    while true {
      let page = try desk.unexported(channel: channel, after: row, limit: 1000)
      for item in page { if let action = try action(item, desk) { found.append((item.known, action)) } }
      guard let last = page.last, page.count == 1000 else { return found }
      row = last.known.row
    }
  }

  private func action(_ outgoing: OutgoingItem, _ desk: any DeskReader) throws -> PlatformAction? {
    guard let decision = try desk.history(of: outgoing.known.item).publicDecision, let verb = decision.verb else {
      return nil
    }
    let code = decision.reasons.first?.split(separator: "@").first.map { ReasonCode(String($0)) } ?? ReasonCode("")
    return PlatformAction(
      item: outgoing.known.item, platform: platform(of: outgoing), channel: outgoing.known.channel,
      thread: outgoing.thread, comment: outgoing.comment, platformRevision: outgoing.platformRevision,
      permalink: outgoing.permalink,
      author: outgoing.author, verb: verb, reason: code,
      reasonText: policy.reason(code).map { policy.filled($0.citizenText(for: verb)) } ?? "",
      decision: decision.sequence,
      decidedBy: decision.actor, decidedAt: decision.at, textSHA256: Hex.sha256(of: outgoing.text))
  }

  /// The register knows what a plain table or list of comments does not: whose calls carry a decision out.
  private func platform(of outgoing: OutgoingItem) -> String {
    let registered = policy.channel(outgoing.known.channel)?.platform ?? ""
    return registered.isEmpty ? outgoing.platform : registered
  }
}
