import Desk
import Moderation
import Terminal
import Testing

@testable import Console

/// The console without a terminal: keys in, screens as text out, over a desk that is a list of rows.
struct ConsoleHarness {
  private(set) var state: ConsoleState
  /// Commands that were asked for and not answered yet.
  private(set) var asked: [Command] = []
  private(set) var surroundings: Surroundings

  static let now = Timestamp(seconds: 1_783_692_000)

  /// - Parameter user: `akereru` is an owner, `bweka` a moderator, `ctui` in triage; others are nobody.
  init(
    size: TerminalSize = TerminalSize(columns: 100, rows: 24), policy: AgencyPolicy = .forTests,
    user: String = "akereru", origin: PolicyOrigin = .agencyFile,
    localTime: @escaping @Sendable (Timestamp) -> CivilTime = { $0.civil() }, keys: KeyMap = .standard,
    care: CareSettings = CareSettings()
  ) {
    state = ConsoleState(size: size, now: Self.now)
    surroundings = Surroundings(
      policy: policy, user: UserName(user), policyOrigin: origin, localTime: localTime, keys: keys)
    surroundings.care = care
  }

  /// What a console asks for first.
  mutating func start() -> [Command] { state.start(surroundings) }

  mutating func send(_ message: Message) { asked += update(&state, message, surroundings) }

  /// Characters stand for themselves, names are in angle brackets: `hspam<Enter>`.
  mutating func press(_ keys: String) {
    do {
      for key in try Key.script(keys) { send(.key(key)) }
    } catch {
      Issue.record("\(error.message)")
    }
  }

  /// What is asked of the desk when keys are pressed.
  mutating func asked(by keys: String) -> [Command] {
    asked = []
    press(keys)
    return takeAsked()
  }

  mutating func takeAsked() -> [Command] {
    defer { asked = [] }
    return asked
  }

  /// Shows a list of items, with the first one's detail.
  mutating func show(_ items: [ItemDetail], in view: QueueView = .queue) {
    send(.backlog(Backlog(open: items.count, urgent: 1, oldest: Self.now)))
    send(.news(DeskNews(sequence: 6, claims: [], people: [])))
    send(.page(QueueQuery(view), items.map(Self.row), .first))
    send(.detail(items[0], for: items[0].item))
    asked = []
  }

  /// The line at the foot.
  var foot: String { screen.last ?? "" }

  func shows(_ text: String) -> Bool { screen.contains { $0.contains(text) } }

  var screen: [String] { canvas.rowsOfText }

  var canvas: Canvas { view(state, surroundings) }

  static func row(_ detail: ItemDetail) -> QueueRow {
    let top = detail.flags.min(by: Flag.isMoreUrgent)
    return QueueRow(
      item: detail.item, revision: detail.revision, state: detail.state, label: top?.label, severity: top?.severity,
      posted: detail.posted?.instant, excerpt: detail.text, spans: detail.flags.flatMap(\.spans),
      channel: detail.channel, position: QueuePosition(urgency: 0, order: 0, row: Int64(detail.externalID) ?? 0))
  }

  static func item(
    _ number: Int, _ text: String, flags: [Flag] = [], minutesAgo: Int64 = 9, state: ItemState = ItemState(),
    history: [Event] = []
  ) -> ItemDetail {
    let id = ItemID(rawValue: "item-\(number)")
    let posted = Timestamp(milliseconds: now.milliseconds - minutesAgo * 60_000)
    return ItemDetail(
      item: id, externalID: "\(number)", channel: "Facebook page", platform: "facebook", alias: "weka-2207",
      threadTitle: "Flood update", posted: PlatformTime(posted, zone: .utc), revision: 1, text: text, flags: flags,
      state: state, platformState: .published, thread: [], history: history, attachments: [])
  }

  /// An event about an item, by somebody.
  static func event(
    _ type: Event.Kind, by actor: String = "b.weka", on item: Int? = 1, _ change: (inout Event) -> Void = { _ in }
  ) -> Event {
    var event = Event(
      sequence: 7, id: "e7", at: now, zone: "UTC", type: type, actor: actor, role: "moderator",
      authority: "policy:2", version: "t")
    event.item = item.map { ItemID(rawValue: "item-\($0)") }
    change(&event)
    return event
  }

  /// The event that the desk would answer a decision with.
  static func event(_ decision: Decision, sequence: Int64 = 7) -> Event {
    var event = Event(
      sequence: sequence, id: "e\(sequence)", at: now, zone: "UTC", type: .decided, actor: "a.kereru",
      role: "owner", authority: "policy:1", version: "t")
    event.verb = decision.verb
    event.escalatedTo = decision.escalateTo?.rawValue
    event.until = decision.until
    event.item = decision.item
    event.reasons = decision.reasons.map { $0.rawValue + "@1" }
    event.after = ItemState().applying(decision.verb)
    return event
  }

  /// Answers the one commit that was asked for, as a desk that accepts it.
  mutating func acceptCommit(_ items: [ItemDetail]) throws -> [Decision] {
    let commits = asked.compactMap { command -> [Decision]? in
      if case .commit(let decisions, _) = command { decisions } else { nil }
    }
    let decisions = try #require(commits.first)
    asked = []
    let rows = decisions.compactMap { decision -> QueueRow? in
      guard let item = items.first(where: { $0.item == decision.item }) else { return nil }
      var row = Self.row(item)
      row.state = row.state.applying(decision.verb)
      return row
    }
    send(.committed(decisions.map { Self.event($0) }, rows, Backlog(open: items.count - 1)))
    return decisions
  }
}

extension AgencyPolicy {
  static let forTests = AgencyPolicy(
    agency: "Waka Tōtara", zone: "UTC", contact: "help@agency.example", rulesURL: "rules.example",
    reasons: [
      Reason(
        code: ReasonCode("HEALTH-3P"), title: "Someone else's health", head: .privacy,
        citizenText: "We hid this. Write to {contact}.", basis: "", verbs: [.hide, .delete]),
      Reason(
        code: ReasonCode("SPAM"), title: "Advertising", head: .damaging, citizenText: "", basis: "",
        verbs: [.hide, .delete]),
      Reason(
        code: ReasonCode("OFF-TOPIC"), title: "Not about the post", head: .damaging, citizenText: "", basis: "",
        verbs: [.leave, .hide], rationaleRequired: true),
      Reason(
        code: ReasonCode("HATE"), title: "Attack on people", head: .offensive, citizenText: "", basis: "",
        verbs: [.hide, .delete], secondPersonFor: [.delete]),
      Reason(
        code: ReasonCode("INFO-REQ"), title: "Request for information", head: .request, citizenText: "", basis: "",
        verbs: [.escalate], escalatesTo: RoleName("oia")),
      Reason(
        code: ReasonCode("WAIT"), title: "Not now", head: .none, citizenText: "", basis: "",
        verbs: [.snooze, .skip, .hold]),
      Reason(
        code: ReasonCode("ERROR"), title: "Hidden in error", head: .none, citizenText: "", basis: "",
        verbs: [.unhide, .publish]),
      Reason(
        code: ReasonCode("NOTHING"), title: "Nothing to do", head: .none, citizenText: "", basis: "", verbs: [.leave]),
    ],
    suggestions: [
      SuggestionKey(.health): Suggestion(verb: .hide, reason: ReasonCode("HEALTH-3P")),
      SuggestionKey(.offensive): Suggestion(verb: .hide, reason: ReasonCode("HATE")),
      SuggestionKey(.request): Suggestion(verb: .escalate, reason: ReasonCode("INFO-REQ")),
    ],
    escalationRoles: [
      EscalationRole(name: RoleName("oia"), title: "Information officer", contact: ""),
      EscalationRole(name: RoleName("owner"), title: "Channel owner", contact: ""),
    ],
    people: [
      Person(id: "a.kereru", user: UserName("akereru"), roles: [.owner], line: 1),
      Person(id: "b.weka", user: UserName("bweka"), roles: [.moderator], line: 2),
      Person(id: "c.tui", user: UserName("ctui"), roles: [.triage], line: 3),
    ], digest: "")

  /// The same rules, and nobody named.
  static let namingNobody: AgencyPolicy = {
    var policy = AgencyPolicy.forTests
    policy.people = []
    return policy
  }()
}

extension Flag {
  static let health = Flag(
    label: .health, score: Score(hundredths: 97), severity: .high, why: "Health of another person: \"My wife\"",
    spans: [Span(start: 0, end: 7, type: .relation, subject: .other)], rule: "health.third_party@1")
  static let insult = Flag(
    label: .offensive, score: Score(hundredths: 80), severity: .medium, why: "Insult: \"muppets\"",
    spans: [Span(start: 12, end: 19, type: .insult)], rule: "offensive.insult@1")
  static let request = Flag(
    label: .request, score: Score(hundredths: 64), severity: .medium, why: "Asks what it cost", spans: [],
    rule: "request.phrase@1")
}

/// Fails with the rows that differ, not with two blobs.
func expectScreen(
  _ actual: [String], _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  var wanted = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  while wanted.count < actual.count { wanted.append("") }
  for (number, (got, want)) in zip(actual, wanted).enumerated() where got != want {
    Issue.record("row \(number + 1)\n  is     \(got)\n  should \(want)", sourceLocation: sourceLocation)
  }
  #expect(actual.count == wanted.count, sourceLocation: sourceLocation)
}

/// A failing expectation shows the screen, not the state.
extension ConsoleHarness: CustomTestStringConvertible {
  var testDescription: String { "\n" + screen.joined(separator: "\n") + "\n" }
}
