import Casework
import Moderation

/// Everything that the desk holds on one author, for the person who asks for it (Privacy Act 2020, principle 6).
///
/// Nothing of other authors is in it, and staff are by role and number. The texts are as they were written: whoever hands
/// them out masks the details of others.
public struct OwnInformation: Sendable, Equatable {
  public var agency: String
  public var alias: String
  public var channels: [String]
  /// Who stands behind the alias, as the platform said.
  public var identity: AuthorIdentity?
  /// What it was gathered for, in the person's own words.
  public var purpose: String
  public var at: Timestamp
  public var day: CivilDate
  /// The event that says it was gathered.
  public var event: Int64
  public var comments: [Comment]

  public struct Comment: Sendable, Equatable {
    public var item: ItemID
    public var channel: String
    public var thread: String?
    public var posted: PlatformTime?
    public var permalink: String?
    /// Every text that the desk has had, the first one first; nil once destroyed.
    public var revisions: [Revision]
    /// What was done about it, oldest first.
    public var acts: [Act]
    public var notes: [Act]
    public var matters: [Matter]
    public var holds: [String]
    public var disposal: Disposal?
  }

  public struct Revision: Sendable, Equatable {
    public var number: Int
    public var text: String?
    public var flags: [Flag]
  }

  /// One thing that was done, by whom as role and number, with the words that were written about it.
  public struct Act: Sendable, Equatable {
    public var at: Timestamp
    public var by: String
    public var what: String
    public var reasons: [String]
    public var words: [String]
  }

  /// A case, an escalation or a record that the comment is part of.
  public struct Matter: Sendable, Equatable {
    public var id: String
    public var kind: String
    public var state: String
    public var acts: [Act]
  }
}

extension Desk {
  /// Gathers everything held on the author of a comment, for a purpose in the person's own words; the ledger says so.
  /// Needs the right to reveal on each of the channels.
  public func ownInformation(
    ofAuthorOf item: ItemID, purpose: String, by user: UserName
  ) throws(CommitError) -> OwnInformation {
    try gather(purpose, user) { desk in try desk.find(item).map { try desk.items(byAuthorOf: $0) } ?? [] }
  }

  /// The same for an alias. One that several channels have must be named by a comment instead.
  public func ownInformation(
    ofAlias alias: String, channel: String? = nil, purpose: String, by user: UserName
  ) throws(CommitError) -> OwnInformation {
    try gather(purpose, user) { desk in
      try desk.items(byAlias: alias).filter { channel == nil || $0.channel == channel }
    }
  }

  private func gather(
    _ purpose: String, _ user: UserName, _ find: (any DeskReader) throws -> [KnownItem]
  ) throws(CommitError) -> OwnInformation {
    try committing { desk, bench in
      let items = try find(desk)
      let channels = Set(items.map(\.channel)).sorted()
      return try bench.allowed(.reveal, user, desk, onEach: channels) { authority in
        guard let first = items.first else { return .failure(.casework(.authorUnknown)) }
        guard channels.count == 1 else { return .failure(.casework(.authorOnSeveralChannels)) }
        guard purpose.contains(where: { !$0.isWhitespace }) else { return .failure(.purposeMissing) }
        let identity = try desk.identity(behind: first.item)
        let alias = try desk.detail(first.item)?.alias ?? ""
        var event = bench.event(.gathered, by: authority)
        event.target = "author \(alias)"
        event.channel = channels.first
        event.count = items.count
        event.rationale = try desk.keepRationale(purpose)
        event = try desk.append(event)
        var gathering = Gathering(desk, own: Set(items.map(\.item)), holds: try LegalHolds(desk))
        return .success(
          OwnInformation(
            agency: bench.policy.agency, alias: alias, channels: channels, identity: identity, purpose: purpose,
            at: event.at, day: bench.day(event.at), event: event.sequence,
            comments: try items.map { try gathering.comment($0) }))
      }
    }
  }
}

/// Collects what is held on one author's comments, and gives each member of staff a number.
private struct Gathering {
  private let desk: any DeskReader
  private let own: Set<ItemID>
  private let holds: LegalHolds
  private var staff: [String: Int] = [:]

  init(_ desk: any DeskReader, own: Set<ItemID>, holds: LegalHolds) {
    self.desk = desk
    self.own = own
    self.holds = holds
  }

  mutating func comment(_ known: KnownItem) throws -> OwnInformation.Comment {
    let detail = try desk.detail(known.item)
    let rows = try desk.matters(of: known.item)
    let history = try desk.history(of: known.item)
    var revisions: [OwnInformation.Revision] = []
    for number in 1...max(1, known.standing.revision) {
      let text = try desk.text(of: known, revision: number)
      revisions.append(
        OwnInformation.Revision(
          number: number, text: text.map { String(decoding: $0, as: UTF8.self) },
          flags: text == nil ? [] : try desk.flags(of: known, revision: number)))
    }
    return OwnInformation.Comment(
      item: known.item, channel: known.channel, thread: detail?.threadTitle, posted: detail?.posted,
      permalink: try desk.permalink(of: known), revisions: revisions,
      acts: try history.filter { $0.matter == nil && Self.isTold($0) }.map { try act($0) },
      notes: try history.filter { $0.type == .noted }.map { try act($0) },
      matters: try rows.filter { ![.note, .hold].contains($0.kind) }.map { row in
        // A matter may be about others as well: of those nothing is said.
        let steps = try desk.history(ofMatter: row.id).filter { $0.item.map(own.contains) ?? true }
        let isTheirsAlone = row.items.allSatisfy(own.contains)
        return OwnInformation.Matter(
          id: row.id, kind: row.kind.rawValue, state: row.state,
          acts: try steps.map { try act($0, withWords: isTheirsAlone) })
      }, holds: try holds.covering(known, desk), disposal: Disposal(history))
  }

  /// What is of others, or of the desk itself, is not about the author.
  private static func isTold(_ event: Event) -> Bool {
    switch event.type {
    case .imported, .decided, .undone, .proposed, .reopened, .exported, .applied, .reconciled, .unmasked, .revealed,
      .disposed, .gathered:
      true
    case .deskCreated, .refused, .batch, .policyAdopted, .accounted, .sheetWritten, .sealed, .backedUp, .restored,
      .migrated, .caseStep, .escalationStep, .playbookStep, .recordStep, .holdStep, .replyStep, .noted:
      false
    }
  }

  private mutating func act(_ event: Event, withWords: Bool = true) throws -> OwnInformation.Act {
    let keys = [event.rationale].compactMap { $0 } + StepDetails(event.details).vaultKeys
    let words = withWords ? try keys.compactMap { try desk.rationale($0) } : []
    let parts = [event.type.rawValue, event.verb?.rawValue ?? event.step, event.outcome].compactMap { $0 }
    return OwnInformation.Act(
      at: event.at, by: number(event), what: parts.joined(separator: " ").replacing("_", with: " "),
      reasons: event.reasons, words: event.type == .recordStep ? Self.told(event, words) : words)
  }

  /// Of a record what it says of the author, in sentences; where it was filed and who approved its export is about others.
  private static func told(_ event: Event, _ words: [String]) -> [String] {
    guard event.step == RecordStep.captured.rawValue,
      let content = words.lazy.compactMap(RecordContent.init(json:)).first
    else { return [] }
    var told = [content.title, "Needed because: \(content.need)", "Worksheet: \(content.worksheet.text)"]
    if let why = content.transitory { told.append("Of short-term use because: \(why)") }
    if let why = content.keptBecause { told.append("Private details kept because: \(why)") }
    return told + [content.summary].compactMap { $0 } + content.parts.compactMap(\.text)
  }

  /// `moderator 2`: the same person is the same number throughout, and no name.
  private mutating func number(_ event: Event) -> String {
    if event.actor == Authority.system.actor { return "the system" }
    let number = staff[event.actor] ?? staff.count + 1
    staff[event.actor] = number
    return "\(event.role) \(number)"
  }
}

extension CaseworkRefusal {
  static let authorUnknown = CaseworkRefusal(
    code: "author_unknown",
    message: "no comment on this desk has this author; name a comment, or an alias such as weka-2207")

  static let authorOnSeveralChannels = CaseworkRefusal(
    code: "author_on_several_channels",
    message: "several channels have an author of this alias, and they are not the same person; add --channel")
}
