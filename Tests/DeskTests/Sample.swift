import Moderation

@testable import Desk

/// An agency made up for these tests.
enum Sample {
  static let kereru = UserName("akereru")
  static let weka = UserName("bweka")
  static let tui = UserName("ctui")
  static let huia = UserName("dhuia")
  static let kea = UserName("ekea")
  static let ruru = UserName("fruru")
  static let moa = UserName("gmoa")
  static let tieke = UserName("htieke")
  static let stranger = UserName("zstranger")

  static let spam = ReasonCode("SPAM")
  static let threat = ReasonCode("THREAT")
  static let careful = ReasonCode("CAREFUL")
  static let hate = ReasonCode("HATE")
  static let feed = FeedIdentity(sha256: "", format: "youtube-api@1", rules: "classifier@1")

  /// Names nobody: whoever can open the desk may do everything that one person may.
  static let policy = policy(digest: "d", people: [], channels: [])

  /// Names people, and has a register with one channel in it.
  static let team = policy(digest: "e", people: people, channels: [waka])

  static let people = [
    person("a.kereru", kereru, [.moderator], line: 10), person("b.weka", weka, [.moderator], line: 11),
    person("c.tui", tui, [.supervisor], line: 12), person("d.huia", huia, [], line: 13),
    person("e.kea", kea, [.moderator], line: 14), person("f.ruru", ruru, [.triage], line: 15),
    person("g.moa", moa, [.admin], line: 16),
    Person(
      id: "h.tieke", user: tieke, roles: [.moderator], from: CivilDate("2026-01-01"), to: CivilDate("2026-09-20"),
      line: 17),
  ]

  static let waka = Channel(
    id: "waka", title: "Waka", owner: "d.huia", deputies: ["e.kea"],
    houseRules: Channel.HouseRules(version: "7", url: "https://waka.example/rules"))

  private static func person(_ id: String, _ user: UserName, _ roles: [StaffRole], line: Int) -> Person {
    Person(id: id, user: user, roles: roles, line: line)
  }

  static func policy(
    digest: Character, people: [Person], channels: [Channel], permissions: PermissionMatrix = .standard
  ) -> AgencyPolicy {
    AgencyPolicy(
      agency: "Waka Tōtara", zone: "Pacific/Auckland", contact: "hello@waka.example",
      rulesURL: "https://waka.example/rules", reasons: reasons, suggestions: [:],
      escalationRoles: [
        EscalationRole(name: RoleName("security"), title: "Security", contact: "x1"),
        EscalationRole(name: RoleName("privacy"), title: "Privacy", contact: "x2"),
      ], people: people, permissions: permissions, channels: channels, digest: String(repeating: digest, count: 64),
      source: "policy \(digest)")
  }

  private static let reasons = [
    Reason(
      code: spam, version: 3, title: "Spam", head: .offensive, citizenText: "Hidden as spam; see {rules}.",
      basis: "house rules",
      verbs: [.hide, .leave, .unhide, .record, .hold, .publish, .skip, .reply, .refer, .openCase, .snooze, .delete],
      caseKind: .complaint),
    Reason(
      code: threat, title: "Threat", head: .harmful, citizenText: "", basis: "DPMC L175",
      verbs: [.escalate, .hide, .hold, .delete], secondPersonFor: [.delete], escalatesTo: RoleName("security")),
    Reason(
      code: careful, title: "Careful", head: .privacy, citizenText: "", basis: "house rules", verbs: [.hide],
      rationaleRequired: true),
    Reason(
      code: hate, version: 2, title: "Hate", head: .harmful, citizenText: "Removed.", basis: "DPMC L147",
      verbs: [.hide, .delete], secondPersonFor: [.delete]),
  ]

  static func comment(
    _ id: String, _ text: String, posted: Int64? = 1_780_000_000_000, thread: String? = "t1", author: String? = "u1"
  ) -> Comment {
    var comment = Comment(
      id: id, platform: "youtube", text: text, source: SourcePosition(file: "feed.json", line: 1, index: 0))
    comment.thread = thread
    comment.threadTitle = thread.map { "Title of " + $0 }
    comment.authorID = author
    comment.authorName = author.map { "Name of " + $0 }
    comment.created = posted.map { PlatformTime(Timestamp(milliseconds: $0), zone: .utc) }
    return comment
  }

  static func flag(_ severity: Severity, _ hundredths: Int = 90, _ label: Label = .health, spans: [Span] = []) -> Flag {
    Flag(
      label: label, score: Score(hundredths: hundredths), severity: severity, why: "because", spans: spans,
      rule: "\(label.rawValue).rule@1")
  }

  static func received(_ comment: Comment, _ flags: [Flag] = [], channel: String = "waka") -> ReceivedComment {
    ReceivedComment(comment: comment, channel: channel, flags: flags)
  }

  static func item(_ id: String, channel: String = "waka") -> ItemID { ItemID(channel: channel, externalID: id) }

  static func decision(_ id: String, _ verb: Verb, _ reason: ReasonCode = spam, revision: Int = 1) -> Decision {
    Decision(item: item(id), revision: revision, verb: verb, reasons: [reason])
  }
}

extension Desk {
  /// A desk with items 1 to `count`, each unlike the others.
  func fill(_ count: Int, by user: UserName = Sample.kereru) throws(CommitError) {
    let severities: [Severity?] = [nil, .low, .medium, .high, .critical]
    let batch = (1...count).map { (n: Int) -> ReceivedComment in
      let posted: Int64? = n % 7 == 0 ? nil : 1_780_000_000_000 + Int64(n % 50)
      let flags = severities[n % 5].map { [Sample.flag($0, n % 3 * 10)] } ?? []
      return Sample.received(Sample.comment("c\(n)", "comment number \(n)", posted: posted), flags)
    }
    try receive(batch, feed: Sample.feed, by: user)
  }

  func state(_ id: String, channel: String = "waka") throws -> ItemState? {
    try row(Sample.item(id, channel: channel))?.state
  }

  /// The last events, oldest first, in the words that a test looks at.
  func log(_ count: Int) throws -> [String] { try events(before: nil, limit: count).reversed().map(\.line) }

  func indexAllWords() throws(DeskError) { while try store.write({ try $0.indexWords(limit: 1000) }) > 0 {} }

  /// Whether ledger and views hold together.
  func check() throws {
    guard case .whole = try verify() else { throw Unexpected(try verify()) }
    let differences = try compareViews()
    guard differences.isEmpty else { throw Unexpected(differences) }
  }
}

extension Event {
  /// What matters of it, in one line: `decided hide SPAM@3 by a.kereru`.
  var line: String {
    var words = [type.rawValue]
    if let verb { words.append(verb.rawValue) }
    if let attempted { words.append("(" + attempted.rawValue + ")") }
    words += reasons
    if let escalatedTo { words.append("to " + escalatedTo) }
    if let matter, let step { words += [matter, step] }
    if let refusal { words.append(refusal) }
    if let outcome { words.append("“" + outcome + "”") }
    if let undoOf { words.append("of \(undoOf)") }
    return (words + ["by \(actor)"]).joined(separator: " ")
  }
}
