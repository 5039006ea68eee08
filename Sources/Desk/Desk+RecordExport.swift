import Casework
import Moderation

/// For whom an export is, who approved it, and how it is marked: no export leaves without (DPMC L76, S7).
public struct ExportLabel: Sendable, Equatable {
  public var audience: String
  public var approver: String
  /// `IN CONFIDENCE`.
  public var marking: String

  public init(audience: String, approver: String, marking: String) {
    self.audience = audience
    self.approver = approver
    self.marking = marking
  }

  var isWhole: Bool { [audience, approver, marking].allSatisfy { $0.contains { !$0.isWhitespace } } }
}

/// Records with all that goes with them into a bag.
public struct RecordPackage: Sendable {
  public var label: ExportLabel
  public var agency: String
  public var contact: String
  public var zone: String
  public var software: String
  public var at: Timestamp
  public var day: CivilDate
  public var records: [RecordEntry]
  /// The events that concern them, oldest first, as the chain has them.
  public var events: [Event]
  /// Policies under which those happened: digest and text.
  public var rules: [Rules]
  /// Who stands behind the aliases; empty unless somebody said what for.
  public var authors: [AuthorIdentity]
  /// Where the chain ended when they were taken: last event and its hash.
  public var chainLast: Int64
  public var chainHead: String
  public var retention: [RetentionClass]

  public struct Rules: Sendable, Equatable {
    public var digest: String
    public var text: String
  }
}

extension Desk {
  /// Hands records to `deliver`, which puts them where they go and returns what their package is known by (a digest, hex);
  /// the log then says for whom, on whose approval and under which marking they left. Nothing is written when `deliver` throws.
  ///
  /// - Parameter purpose: what the authors' names are needed for; nil leaves them out. Needs the right to reveal, and is an
  ///   event for each author.
  public func exportRecords(
    _ ids: [String], label: ExportLabel, namesFor purpose: String? = nil, by user: UserName,
    deliver: (RecordPackage) throws -> String
  ) throws -> [Event] {
    var own: (any Error)?
    do {
      return try committing { desk, bench in
        let entries = try ids.map { id in (id, try desk.record(id)) }
        let channels = Set(entries.compactMap { $0.1?.file.channel }).sorted()
        return try bench.allowed(.export, user, desk, onEach: channels) { authority in
          guard label.isWhole else { return .failure(.casework(.exportUnmarked)) }
          for (id, entry) in entries {
            guard let entry else { return .failure(.casework(.recordUnknown(id))) }
            if entry.content == nil { return .failure(.casework(.recordMovedOn(id, .disposed))) }
          }
          var package = try desk.package(entries.compactMap(\.1), label, bench)
          if let purpose {
            switch try bench.names(of: package.records, purpose, user, desk) {
            case .success(let authors): package.authors = authors
            case .failure(let refusal): return .failure(refusal)
            }
          }
          let digest: String
          do {
            digest = try deliver(package)
          } catch {
            own = error
            throw error
          }
          return .success(
            try package.records.map { entry in
              var event = bench.event(.recordStep, by: authority)
              event.step = RecordStep.exported.rawValue
              event.channel = entry.file.channel
              event.cause = entry.file.captured
              event.audience = label.audience
              event.sha256 = digest
              event.details =
                [
                  "marking=\(label.marking)",
                  "approver=\(StepDetails.vaultMark)\(try desk.keepRationale(label.approver))",
                ]
                + (purpose == nil ? [] : ["names=yes"])
              return try desk.append(event, ofMatter: entry.file.id)
            })
        }
      }
    } catch {
      throw own ?? error
    }
  }
}

extension DeskBench {
  /// Who stands behind the aliases of some records, each revealed for the purpose.
  fileprivate func names(
    of records: [RecordEntry], _ purpose: String, _ user: UserName, _ desk: any DeskWriter
  ) throws -> Result<[AuthorIdentity], Refusal> {
    guard purpose.contains(where: { !$0.isWhitespace }) else { return .failure(.purposeMissing) }
    var authors: [AuthorIdentity] = []
    for item in records.flatMap(\.file.items) {
      guard let known = try desk.find(item), let identity = try desk.identity(behind: item),
        !authors.contains(identity)
      else { continue }
      switch authority(for: .reveal, of: user, on: known.channel) {
      case .failure(let refusal): return .failure(refusal)
      case .success(let right):
        var event = event(.revealed, by: right)
        event.item = item
        event.channel = known.channel
        event.revision = known.standing.revision
        event.rationale = try desk.keepRationale(purpose)
        event.target = "author \(identity.alias)"
        _ = try desk.append(event)
        authors.append(identity)
      }
    }
    return .success(authors)
  }
}

extension DeskReader {
  fileprivate func package(_ entries: [RecordEntry], _ label: ExportLabel, _ bench: DeskBench) throws -> RecordPackage {
    var events: [Int64: Event] = [:]
    for entry in entries {
      for event in try history(ofMatter: entry.file.id) { events[event.sequence] = event }
      for item in entry.file.items {
        for event in try history(of: item) { events[event.sequence] = event }
        guard let known = try find(item), let kept = try keptItem(known), let arrival = try event(kept.arrived) else {
          continue
        }
        events[arrival.sequence] = arrival
      }
    }
    let sorted = events.values.sorted { $0.sequence < $1.sequence }
    var rules: [RecordPackage.Rules] = []
    for digest in Set(sorted.compactMap(\.policy)).sorted() {
      if let policy = try policy(digest: digest) {
        rules.append(RecordPackage.Rules(digest: digest, text: policy.text))
      }
    }
    let chain = try chain()
    return RecordPackage(
      label: label, agency: bench.policy.agency, contact: bench.policy.contact, zone: bench.policy.zone,
      software: bench.surroundings.version, at: bench.now, day: bench.today(), records: entries, events: sorted,
      rules: rules, authors: [], chainLast: chain.last, chainHead: chain.head,
      retention: bench.policy.casework.retention)
  }
}
