import Casework
import Moderation

/// A case in a list. Nothing of it is a citizen's word or name.
public struct CaseRow: Sendable, Equatable {
  public var file: CaseFile
  /// The first comment's own id, and the alias of who wrote it.
  public var externalID: String?
  public var alias: String?
  /// What is due next; nil when nothing is, or while the clock stands still.
  public var due: CaseDeadline?
  /// `3 working days left`, `overdue by 2 working days`, `clock stopped`, `closed`.
  public var left: DueStanding
}

/// Which cases a list shows.
public struct CaseQuery: Sendable, Equatable {
  public var openOnly: Bool
  public var kinds: Set<CaseKind>?
  public var regime: String?
  public var channel: String?
  public var limit: Int

  public init(
    openOnly: Bool = true, kinds: Set<CaseKind>? = nil, regime: String? = nil, channel: String? = nil, limit: Int = 500
  ) {
    self.openOnly = openOnly
    self.kinds = kinds
    self.regime = regime
    self.channel = channel
    self.limit = limit
  }
}

/// A case with all that a page of it shows.
public struct CaseDetail: Sendable, Equatable {
  public var row: CaseRow
  /// The comment's words as they were when the case was opened; nil once they have been disposed of.
  public var verbatim: String?
  /// The parts, with their words and why each was decided so.
  public var parts: [Part]
  public var story: [StoryEntry]
  public var options: [Option]
  public var escalations: [EscalationEntry]
  public var playbook: PlaybookWalk?
  /// Day by day, for the clock that is due next, or that was.
  public var strip: [CalendarDay]

  public var file: CaseFile { row.file }

  /// A line of the story, with the words that go with it.
  public struct StoryEntry: Sendable, Equatable {
    public var line: StoryLine
    /// In order; one that has been disposed of is nil.
    public var words: [String?]
  }

  public struct Part: Sendable, Equatable {
    public var part: CasePart
    public var words: String?
    public var why: String?
  }

  /// A step that could come next, or why it cannot.
  public struct Option: Sendable, Equatable {
    public var step: CaseStep
    public var fields: [StepField]
    /// Nil when it can be taken, as far as the case goes.
    public var whyNot: String?
    /// Whether this person may take it.
    public var isPermitted: Bool
  }
}

extension Desk {
  /// Cases: the soonest due first, then the oldest.
  public func cases(_ query: CaseQuery = CaseQuery()) throws(DeskError) -> [CaseRow] {
    let bench = bench
    return try store.read { desk in
      let rows = try desk.matters(
        MatterQuery(.requestCase, openOnly: query.openOnly, channel: query.channel, limit: query.limit))
      return try rows.compactMap { row in
        guard let file = try desk.caseFile(row.id), query.kinds?.contains(file.kind) ?? true,
          query.regime.map({ file.regime == $0 || file.regime.hasPrefix($0 + "-") }) ?? true
        else { return nil }
        return try desk.caseRow(file, bench)
      }
    }
  }

  /// The cases about an item, oldest first.
  public func cases(of item: ItemID) throws(DeskError) -> [CaseRow] {
    let bench = bench
    return try store.read { desk in try desk.cases(of: item).map { try desk.caseRow($0, bench) } }
  }

  /// Everything of a case that a page shows; nil when there is none of this id.
  public func caseDetail(_ id: String, for user: UserName) throws(DeskError) -> CaseDetail? {
    let bench = bench
    return try store.read { desk in
      let events = try desk.history(ofMatter: id)
      guard let file = CaseFile.folded(events) else { return nil }
      let row = try desk.caseRow(file, bench)
      let shown =
        row.due ?? file.deadlines.last { !$0.isOtherReading && !$0.derivation.isEmpty && $0.clock == .response }
        ?? file.deadlines.first { !$0.isOtherReading }
      return CaseDetail(
        row: row, verbatim: try desk.verbatim(file, events),
        parts: try file.request?.parts.map { part in
          CaseDetail.Part(
            part: part, words: try part.words.flatMap { try desk.rationale($0) },
            why: try part.why.flatMap { try desk.rationale($0) })
        } ?? [],
        story: try CaseStory.lines(events).map { line in
          CaseDetail.StoryEntry(line: line, words: try line.words.map { try desk.rationale($0) })
        },
        options: bench?.options(file, for: user) ?? [],
        escalations: try file.items.flatMap { try desk.escalations(of: $0) }.filter { $0.caseID == id }
          .map { try entry($0, desk) },
        playbook: bench.flatMap { bench in
          PlaybookWalk.playbook(reasons: events.first?.reasons ?? [], level: nil, bench.policy.casework)
            .map { PlaybookWalk($0, events) }
        },
        strip: shown.map { deadline in deadline.strip(today: bench?.today() ?? deadline.deadline.due.day) } ?? [])
    }
  }
}

extension CaseDeadline {
  fileprivate var derivation: [DerivationDay] { deadline.derivation }
}

extension DeskBench {
  /// The steps of a case's kind, each with why not.
  fileprivate func options(_ file: CaseFile, for user: UserName) -> [CaseDetail.Option] {
    let context = context(file, actor: person(user))
    return CaseRules.options(file, context).map { step, refusal in
      let isPermitted: Bool
      switch authority(for: step.permission, of: user, on: file.channel) {
      case .success: isPermitted = true
      case .failure: isPermitted = false
      }
      return CaseDetail.Option(
        step: step, fields: step.fields(in: file.kind), whyNot: refusal?.message, isPermitted: isPermitted)
    }
  }
}

extension DeskReader {
  func caseRow(_ file: CaseFile, _ bench: DeskBench?) throws -> CaseRow {
    let due = file.isClosed ? nil : file.nextDeadline
    let left: DueStanding
    if let ending = file.ending {
      left = DueStanding(text: ending.rawValue.replacing("_", with: " "), isOverdue: false)
    } else if file.isStopped {
      left = DueStanding(text: "clock stopped", isOverdue: false)
    } else if let due, let bench {
      left = bench.caseClocks.standing(of: due, now: bench.now)
    } else {
      left = DueStanding(text: file.deadlines.isEmpty ? "no clock" : "nothing due", isOverdue: false)
    }
    let first = file.items.first
    return CaseRow(
      file: file, externalID: try first.flatMap { try located(nil, or: [$0]).first?.externalID },
      alias: try first.flatMap { try identity(behind: $0)?.alias ?? AuthorAlias.unknown($0) }, due: due, left: left)
  }

  /// The words that the case was opened for.
  fileprivate func verbatim(_ file: CaseFile, _ events: [Event]) throws -> String? {
    guard let item = file.items.first, let known = try find(item), let revision = events.first?.revision else {
      return nil
    }
    return try text(of: known, revision: revision).map { String(decoding: $0, as: UTF8.self) }
  }
}
