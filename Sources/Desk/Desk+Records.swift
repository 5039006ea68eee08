import Casework
import Moderation

/// A record with its words, as a list or a page shows it.
public struct RecordEntry: Sendable, Equatable {
  public var file: RecordFile
  /// Nil once they have been destroyed.
  public var content: RecordContent?
  /// The reference under which it was filed.
  public var reference: String?
  /// Holds in force that cover it.
  public var holds: [String]
}

extension Desk {
  /// A record of some comments, filled in with what the desk knows of them: where and when they were posted, by which alias,
  /// what was decided. `missing` then says what is still to be asked.
  ///
  /// - Returns: nil when one of them is not on the desk.
  public func recordDraft(of items: [ItemID], form: RecordForm) throws(DeskError) -> RecordDraft? {
    guard let bench else { throw .readOnly(path: path) }
    return try store.read { desk in
      var aliases: [String] = []
      var days: [CivilDate] = []
      var codes: [ReasonCode] = []
      var channels: [String] = []
      for item in items {
        guard let detail = try desk.detail(item), let known = try desk.find(item) else { return nil }
        aliases.append(detail.alias)
        if !channels.contains(detail.channel) { channels.append(detail.channel) }
        let arrival = try desk.arrival(of: known)
        if let posted = arrival.posted?.instant ?? arrival.noticed { days.append(bench.day(posted)) }
        codes +=
          (detail.history.lastDecision { $0.verb == .record } ?? detail.history.lastDecision { _ in true })?
          .reasons.map { ReasonCode(String($0.prefix { $0 != "@" })) } ?? []
      }
      let place = channels.count == 1 ? bench.policy.channel(channels[0])?.title ?? channels[0] : ""
      var draft = RecordDraft(form: form, items: items, channel: channels.count == 1 ? channels[0] : nil)
      draft.title = RecordTitle.text(aliases: aliases, place: place, days: days)
      draft.activity = "social media moderation" + (place.isEmpty ? "" : ": \(place)")
      draft.creator = Array(Set(aliases)).sorted().joined(separator: ", ")
      draft.audience = place.isEmpty ? "the public" : "the public, on \(place)"
      draft.retention = bench.standardClass(of: codes, isTransitory: false)
      return draft
    }
  }

  /// Makes a record. Private details are left out of it but for the kinds that the draft keeps.
  ///
  /// - Parameter privately: where a text has private details, beside what its flags say; scalars of the text.
  /// - Throws: `record_incomplete` for a draft that misses something, `need_missing` for one without its need.
  @discardableResult
  public func capture(
    _ draft: RecordDraft, hiding privately: (String) -> [Span], by user: UserName
  ) throws(CommitError) -> Event {
    try committing { desk, bench in
      let known = try draft.items.compactMap { try desk.find($0) }
      let channels = Set(known.map(\.channel)).sorted()
      return try bench.allowed(.record, user, desk, onEach: channels) { authority in
        var draft = draft
        if draft.isTransitory { draft.retention = draft.retention ?? bench.standardClass(of: [], isTransitory: true) }
        if known.count < draft.items.count,
          let item = draft.items.first(where: { id in !known.contains { $0.item == id } })
        {
          return .failure(.itemUnknown(item))
        }
        let missing = draft.missing
        if !missing.isEmpty { return .failure(.casework(.recordIncomplete(missing))) }
        let classes = bench.policy.casework.retention.map(\.code)
        guard let retention = draft.retention, classes.contains(retention) else {
          return .failure(.casework(.retentionUnknown(classes)))
        }
        var parts: [RecordPart] = []
        for known in known {
          guard let part = try desk.part(of: known, draft, privately) else {
            return .failure(.casework(.recordWordsGone))
          }
          parts.append(part)
        }
        let content = RecordContent(
          title: draft.title, activity: draft.activity, creator: draft.creator, audience: draft.audience,
          need: draft.need,
          worksheet: draft.worksheet ?? PrivacyWorksheet(image: true, aboutIndividual: true, opinion: true),
          transitory: draft.isTransitory ? draft.transitoryReason : nil,
          keptBecause: draft.keeps.isEmpty ? nil : draft.keptBecause,
          summary: draft.form == .summary ? draft.summary : nil, parts: parts)
        let json = content.json
        var event = bench.event(.recordStep, by: authority)
        event.step = RecordStep.captured.rawValue
        event.item = draft.items.count == 1 ? draft.items.first : nil
        event.channel = channels.count == 1 ? channels.first : nil
        // The digest is salted by the record's own key, so that a short summary cannot be guessed from it.
        let key = try desk.keepRationale(json)
        event.sha256 = Hex.sha256(of: (key + json).utf8)
        event.details = RecordFile.details(of: draft, content: key)
        event.cause = try known.first.flatMap { known in
          try desk.history(of: known.item).lastDecision { $0.verb == .record }?.sequence
        }
        return .success(try desk.append(event, ofMatter: try bench.nextID(of: .record, desk)))
      }
    }
  }

  /// Writes down where a record was filed.
  @discardableResult
  public func file(
    _ id: String, in system: String, under reference: String, by user: UserName
  ) throws(CommitError) -> Event {
    try step(.filed, id, system, reference, by: user)
  }

  /// Writes down that a record went to another body or an archive for good.
  @discardableResult
  public func transfer(
    _ id: String, to system: String, under reference: String, by user: UserName
  ) throws(CommitError) -> Event {
    try step(.transferred, id, system, reference, by: user)
  }

  private func step(
    _ step: RecordStep, _ id: String, _ system: String, _ reference: String, by user: UserName
  ) throws(CommitError) -> Event {
    try committing { desk, bench in
      let file = RecordFile.folded(try desk.history(ofMatter: id))
      return try bench.allowed(.record, user, desk, on: file?.channel) { authority in
        guard let file else { return .failure(.casework(.recordUnknown(id))) }
        if file.isClosed { return .failure(.casework(.recordMovedOn(id, file.state))) }
        let isWhole = [system, reference].allSatisfy { $0.contains { !$0.isWhitespace } }
        guard isWhole else { return .failure(.casework(.filingIncomplete)) }
        var event = bench.event(.recordStep, by: authority)
        event.step = step.rawValue
        event.channel = file.channel
        event.cause = file.captured
        event.details = [
          "system=\(system)", "reference=\(StepDetails.vaultMark)\(try desk.keepRationale(reference))",
        ]
        return .success(try desk.append(event, ofMatter: id))
      }
    }
  }

  /// Records: the oldest first, those that are done with only where asked for.
  public func records(openOnly: Bool = true, channel: String? = nil, limit: Int = 500) throws(DeskError)
    -> [RecordEntry]
  {
    try store.read { desk in
      let query = MatterQuery(.record, openOnly: openOnly, channel: channel, limit: limit)
      return try desk.matters(query).compactMap { try desk.record($0.id) }
    }
  }

  public func record(_ id: String) throws(DeskError) -> RecordEntry? { try store.read { try $0.record(id) } }

  /// The records that a comment is in.
  public func records(of item: ItemID) throws(DeskError) -> [RecordEntry] {
    try store.read { desk in
      try desk.matters(of: item).filter { $0.kind == .record }.compactMap { try desk.record($0.id) }
    }
  }

  /// Comments that were decided to be recorded and are in no record yet, the first to come in first.
  public func uncaptured(limit: Int = 500) throws(DeskError) -> [ItemID] {
    try store.read { try $0.uncaptured(limit: limit) }
  }
}

extension DeskBench {
  /// A moment's day in the agency's zone.
  func day(_ moment: Timestamp) -> CivilDate { CivilDate(surroundings.localTime(moment)) }

  /// The class that the reasons of a decision say, else the policy's for records.
  func standardClass(of codes: [ReasonCode], isTransitory: Bool) -> String? {
    let classes = policy.casework.retention
    if !isTransitory,
      let own = codes.lazy.compactMap({ policy.reason($0)?.retention }).first(where: { code in
        classes.contains { $0.code == code }
      })
    {
      return own
    }
    return classes.first { $0.defaultFor.contains(isTransitory ? .transitory : .recorded) }?.code
  }
}

extension DeskReader {
  func record(_ id: String) throws -> RecordEntry? {
    guard let file = RecordFile.folded(try history(ofMatter: id)) else { return nil }
    let holds = try LegalHolds(self)
    let covering = try file.items.flatMap { item in
      try find(item).map { try holds.covering($0, self) } ?? []
    }
    return RecordEntry(
      file: file, content: try rationale(file.content).flatMap { RecordContent(json: $0) },
      reference: try file.reference.flatMap { try rationale($0) },
      holds: Set(covering + holds.covering(matter: id)).sorted())
  }

  /// What a record has of a comment; nil once its words are gone.
  fileprivate func part(of known: KnownItem, _ draft: RecordDraft, _ privately: (String) -> [Span]) throws
    -> RecordPart?
  {
    guard let evidence = try evidence(of: known), let detail = try detail(known.item) else { return nil }
    let arrival = try arrival(of: known)
    var part = RecordPart(
      item: known.item.rawValue, revision: known.standing.revision, channel: known.channel, platform: detail.platform,
      place: detail.channel, posted: arrival.posted.map(Self.text), learned: arrival.noticed?.iso8601(),
      textSHA256: evidence.textSHA256)
    guard draft.form != .summary else { return part }
    let text = String(decoding: evidence.text, as: UTF8.self)
    let spans = (evidence.flags.flatMap(\.spans) + privately(text)).filter { span in
      span.type.isPrivate && span.type != .relation && !draft.keeps.contains(span.type)
    }
    let redaction = Redaction(of: text, hiding: spans)
    part.text = redaction.text
    part.redactions = redaction.replaced.map {
      RecordPart.Redacted(start: $0.range.lowerBound, end: $0.range.upperBound, label: $0.label)
    }
    return part
  }

  private static func text(_ time: PlatformTime) -> String {
    switch time.zone {
    case .utc: time.instant.iso8601()
    case .offset(let minutes): time.instant.iso8601(offsetMinutes: minutes)
    case .unknown: time.instant.civil().iso8601
    }
  }
}
