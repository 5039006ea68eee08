import Casework
import Moderation

/// What became of a wish to destroy what is due.
public enum DisposalOutcome: Sendable {
  /// Nothing is due.
  case nothing(DisposalPlan)
  /// The policy wants two people; this one has asked, another has to.
  case proposed(Event)
  /// The words are gone from the tables; `wipe` overwrites where they were.
  case destroyed(DisposalEntry)
}

/// A disposal that was carried out.
public struct DisposalEntry: Sendable, Equatable {
  public var event: Event
  /// The certificate, whose SHA-256 is in the event; and the same as JSON.
  public var text: String
  public var json: String
  /// Whether free pages and the log of writes have been overwritten since.
  public var isWiped: Bool
}

extension Desk {
  /// What may be destroyed on a day, and why the rest may not. Reads only; about 40 µs an item that is old enough.
  public func disposalPlan(on day: CivilDate? = nil) throws(DeskError) -> DisposalPlan {
    guard let bench else { throw .readOnly(path: path) }
    return try store.read { desk in
      var survey = try DisposalSurvey(desk, bench: bench, day: day ?? bench.today())
      return try survey.plan()
    }
  }

  /// Destroys what is due today: all of it in one transaction, or nothing. Then call `wipe`, now or after a crash.
  ///
  /// A `disposed` event holds the certificate's digest; one for each comment, case and record says under which class it went.
  ///
  /// - Parameter approver: who authorised it: a name or an office, for the certificate.
  public func dispose(approver: String, by user: UserName) throws(CommitError) -> DisposalOutcome {
    try committing { desk, bench in
      try bench.allowed(.dispose, user, desk) { authority in
        guard approver.contains(where: { !$0.isWhitespace }) else {
          return .failure(.casework(.disposalUnauthorised))
        }
        var survey = try DisposalSurvey(desk, bench: bench, day: bench.today())
        let plan = try survey.plan()
        if plan.isEmpty { return .success(.nothing(plan)) }
        var approvers = [approver]
        if bench.policy.casework.disposalNeedsTwo {
          guard let first = try Self.proposal(of: plan, desk), first.actor != authority.actor else {
            return .success(.proposed(try Self.propose(plan, by: authority, desk, bench)))
          }
          approvers.append("\(first.actor), who asked for it first (event \(first.sequence))")
        }
        return .success(
          .destroyed(try Destruction(desk, bench, authority).run(plan, approver: approvers.joined(separator: "; "))))
      }
    }
  }

  /// Overwrites the free pages and empties the log of writes, so that nothing of what was destroyed is left in the desk's
  /// files; and writes down that it was done. Does nothing when nothing was destroyed since.
  ///
  /// - Throws: `busy` while another program has the desk open and reads; it can be done again.
  public func wipe(by user: UserName) throws(CommitError) {
    do {
      guard let last = try disposals().last, !last.isWiped else { return }
      try store.wipe()
      try committing { desk, bench in
        try bench.allowed(.dispose, user, desk) { authority in
          var event = bench.event(.disposed, by: authority)
          event.step = DisposalStep.wiped.rawValue
          event.cause = last.event.sequence
          event.outcome = "free pages and log overwritten"
          _ = try desk.append(event)
          return .success(())
        }
      }
    } catch let error as DeskError {
      throw .failed(error)
    } catch let error as CommitError {
      throw error
    } catch {
      throw .failed(.failed(path: path, code: -1))
    }
  }

  /// The disposals that were carried out, oldest first, each with its certificate: it can be filed again at any time.
  public func disposals() throws(DeskError) -> [DisposalEntry] {
    try store.read { desk in
      let events = try desk.events(of: .disposed)
      let wiped = events.last { $0.step == DisposalStep.wiped.rawValue }?.sequence ?? 0
      return try events.filter { $0.step == DisposalStep.destroyed.rawValue }.map { event in
        DisposalEntry(
          event: event, text: try event.rationale.flatMap { try desk.rationale($0) } ?? "",
          json: try StepDetails(event.details).vaultKeys.first.flatMap { try desk.rationale($0) } ?? "",
          isWiped: event.sequence < wiped)
      }
    }
  }

  private static func proposal(of plan: DisposalPlan, _ desk: any DeskReader) throws -> Event? {
    let last = try desk.events(of: .disposed).last { $0.item == nil && $0.matter == nil }
    return last.flatMap { $0.step == DisposalStep.proposed.rawValue && $0.sha256 == plan.sha256 ? $0 : nil }
  }

  private static func propose(
    _ plan: DisposalPlan, by authority: Authority, _ desk: any DeskWriter, _ bench: DeskBench
  ) throws -> Event {
    var event = bench.event(.disposed, by: authority)
    event.step = DisposalStep.proposed.rawValue
    event.sha256 = plan.sha256
    event.count = plan.classes.reduce(0) { $0 + $1.items.count }
    event.details = plan.classes.map { "class=\($0.retention.code)" }
    return try desk.append(event)
  }
}

/// What a `disposed` event that is about no single comment says.
enum DisposalStep: String {
  case proposed, destroyed, wiped
}

/// One disposal at work, inside its transaction.
private struct Destruction {
  private let desk: any DeskWriter
  private let bench: DeskBench
  private let authority: Authority
  private var counts = DisposalCertificate.Counts()
  /// When the first of the words came in: backups made since hold them.
  private var earliest = Int64.max
  private var batches: Set<String> = []

  init(_ desk: any DeskWriter, _ bench: DeskBench, _ authority: Authority) {
    self.desk = desk
    self.bench = bench
    self.authority = authority
  }

  func run(_ plan: DisposalPlan, approver: String) throws -> DisposalEntry {
    var copy = self
    return try copy.destroy(plan, approver)
  }

  private mutating func destroy(_ plan: DisposalPlan, _ approver: String) throws -> DisposalEntry {
    let head = try desk.chain()
    for entry in plan.classes {
      for item in entry.items { try destroyWords(of: item) }
      for id in entry.matters { try destroyWords(ofMatter: id) }
    }
    try destroyBatchNotes()
    let unused = try desk.destroyUnused()
    counts.authors = unused.authors
    counts.threads = unused.threads
    let certificate = try certificate(plan, approver, head)
    var parent = bench.event(.disposed, by: authority)
    parent.step = DisposalStep.destroyed.rawValue
    parent.target = "certificate \(certificate.id)"
    parent.sha256 = Hex.sha256(of: certificate.text.utf8)
    parent.count = plan.classes.reduce(0) { $0 + $1.items.count }
    parent.rationale = try desk.keepRationale(certificate.text)
    parent.details =
      plan.classes.map { "class=\($0.retention.code)" }
      + ["json=\(StepDetails.vaultMark)\(try desk.keepRationale(certificate.json))"]
    parent = try desk.append(parent)
    for entry in plan.classes { try writeDown(entry, parent, plan.day) }
    return DisposalEntry(event: parent, text: certificate.text, json: certificate.json, isWiped: false)
  }

  private mutating func destroyWords(of item: ItemID) throws {
    guard let known = try desk.find(item), let kept = try desk.keptItem(known) else { return }
    earliest = min(earliest, kept.arrived)
    let history = try desk.history(of: item)
    let gone = try desk.destroyWords(of: known)
    counts.texts += gone.texts
    counts.flags += gone.flags
    // What was said in a case, a record or a hold goes when that does.
    for event in history where event.matter == nil || event.type == .noted { try destroyWords(in: event) }
    batches.formUnion(history.compactMap(\.batch))
  }

  private mutating func destroyWords(ofMatter id: String) throws {
    let history = try desk.history(ofMatter: id)
    if let first = history.first { earliest = min(earliest, first.sequence) }
    for event in history where event.type != .holdStep { try destroyWords(in: event) }
  }

  private mutating func destroyWords(in event: Event) throws {
    for key in [event.rationale].compactMap({ $0 }) + StepDetails(event.details).vaultKeys {
      if try desk.destroyRationale(key) { counts.words += 1 }
    }
  }

  /// What a batch was chosen by may be a citizen's words; it goes with the last of its comments.
  private mutating func destroyBatchNotes() throws {
    for batch in batches {
      let events = try desk.events(ofBatch: batch)
      let isDone = try Set(events.compactMap(\.item)).allSatisfy { item in
        try desk.find(item).flatMap { try desk.keptItem($0) }.map { !$0.hasWords } ?? true
      }
      guard isDone else { continue }
      for event in events where event.item == nil && event.type == .batch { try destroyWords(in: event) }
    }
  }

  private func certificate(
    _ plan: DisposalPlan, _ approver: String, _ head: ChainHead
  ) throws -> DisposalCertificate {
    let backups = try desk.events(of: .backedUp).filter { $0.sequence >= earliest }
    return DisposalCertificate(
      agency: bench.policy.agency, id: "D-\(plan.day)-\(head.last)", at: bench.now, day: plan.day,
      zone: bench.policy.zone,
      carriedOutBy: authority.actor, role: authority.role, authorisedBy: approver, software: bench.surroundings.version,
      policy: bench.policy.digest,
      classes: plan.classes.map { entry in
        DisposalCertificate.ClassEntry(
          code: entry.retention.code, title: entry.retention.title, authority: entry.retention.authority,
          items: entry.items.map(\.rawValue), matters: entry.matters)
      }, destroyed: counts,
      backups: backups.map { DisposalCertificate.Backup(event: $0.sequence, at: $0.at, sha256: $0.sha256 ?? "") },
      chainHead: "event \(head.last), \(head.head)")
  }

  private func writeDown(_ entry: DisposalPlan.Entry, _ parent: Event, _ day: CivilDate) throws {
    let details = ["class=\(entry.retention.code)", "day=\(day)"]
    let outcome = "class \(entry.retention.code)"
    for item in entry.items {
      guard var known = try desk.find(item) else { continue }
      var event = bench.event(.disposed, by: authority)
      event.item = item
      event.channel = known.channel
      event.revision = known.standing.revision
      event.before = known.standing.state
      event.after = known.standing.state
      event.after?.status = .decided
      event.cause = parent.sequence
      event.details = details
      event.outcome = outcome
      _ = try desk.append(event, moving: &known)
    }
    for id in entry.matters {
      var event = bench.event(.disposed, by: authority)
      event.cause = parent.sequence
      event.details = details
      event.outcome = outcome
      _ = try desk.append(event, ofMatter: id)
    }
  }
}
