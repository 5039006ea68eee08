import Casework
import Desk
import FoundationEssentials
import Moderation
import Synchronization
import Terminal
import Testing

@testable import Console

/// A desk of a test's own with statutes, a roster and playbooks, whose clock is moved by hand. It begins on Monday 6 July
/// 2026 at nine in the agency's zone, the week of Matariki.
final class CaseRoom {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cases-" + UUID().uuidString).path
  let desk: Desk
  let policy: AgencyPolicy
  private let clock = MovableClock()
  let written = WrittenFiles()

  static let monday = Timestamp(seconds: 1_783_285_200)
  static let localTime: @Sendable (Timestamp) -> CivilTime = { $0.civil(offsetMinutes: 720) }

  init(_ comments: [(String, [Flag])] = CaseRoom.comments, policy: AgencyPolicy = .withCasework) throws {
    self.policy = policy
    let clock = clock
    desk = try Desk(
      path: folder + "/desk.sqlite", policy: policy, by: UserName("akereru"),
      surroundings: DeskSurroundings(
        version: "t", clock: { clock.now }, localTime: Self.localTime, console: "one"))
    let received = comments.enumerated().map { number, text in
      var comment = Comment(
        id: "c\(number + 1)", platform: "facebook", text: text.0,
        source: SourcePosition(file: "f", line: 1, index: 0))
      comment.created = PlatformTime(
        Timestamp(seconds: 1_783_285_200 - 3_600 * Int64(comments.count - number)), zone: .utc)
      return ReceivedComment(comment: comment, channel: "waka", flags: text.1)
    }
    try desk.receive(received, feed: FeedIdentity(sha256: "", format: "x@1", rules: "c@1"), by: UserName("akereru"))
  }

  static let comments: [(String, [Flag])] = [
    ("What did the flood wall cost, and who signed it off?", [.request]),
    ("Your people were rude to my mum at the counter", [.complaint]),
    ("You just mailed me somebody else's bill", [.breach]),
    ("Kia ora koutou", []),
  ]

  func pass(hours: Int64) { clock.pass(hours: hours) }

  /// The id of a comment on this desk.
  func item(_ number: Int) throws -> ItemID? {
    try desk.page(QueueQuery(.all), after: nil, limit: 50).first { $0.excerpt == Self.comments[number - 1].0 }?.item
  }

  func open(_ number: Int, _ code: String, by user: String = "akereru") throws {
    guard let item = try item(number) else { return }
    try desk.commit(
      [Decision(item: item, revision: 1, verb: .openCase, reasons: [ReasonCode(code)])], by: UserName(user))
  }

  func console(
    _ size: TerminalSize = TerminalSize(columns: 80, rows: 24), by user: String = "akereru", isPlain: Bool = false,
    isASCII: Bool = false
  ) -> ScriptedConsole {
    var surroundings = Surroundings(
      policy: policy, user: UserName(user), policyOrigin: .agencyFile, localTime: Self.localTime)
    surroundings.isASCII = isASCII
    surroundings.channelFindings = ["waka": ["it lacks an objective; add objective = \"…\""]]
    surroundings.export = { [written] name, text in
      written.keep(name, text)
      return .success("/home/a/\(name)")
    }
    let clock = clock
    return ScriptedConsole(
      desk: desk, surroundings: surroundings, size: size, isPlain: isPlain, clock: { clock.now })
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}

/// What consoles wrote to files.
final class WrittenFiles: Sendable {
  private let files = Mutex<[(name: String, text: String)]>([])

  func keep(_ name: String, _ text: String) { files.withLock { $0.append((name, text)) } }

  var last: (name: String, text: String)? { files.withLock { $0.last } }
}

/// A clock that stands still until it is moved.
private final class MovableClock: Sendable {
  private let milliseconds = Mutex<Int64>(CaseRoom.monday.milliseconds)

  var now: Timestamp { milliseconds.withLock { Timestamp(milliseconds: $0) } }

  func pass(hours: Int64) { milliseconds.withLock { $0 += hours * 3_600_000 } }
}

extension Flag {
  static let complaint = Flag(
    label: .complaint, score: Score(hundredths: 81), severity: .medium, why: "Complains of staff", spans: [],
    rule: "complaint.staff@1")
  static let breach = Flag(
    label: .complaint, score: Score(hundredths: 90), severity: .high, why: "Reports a breach", spans: [],
    rule: "complaint.breach@1")
}

extension AgencyPolicy {
  /// With statutes, people on call, a register and playbooks.
  static let withCasework: AgencyPolicy = {
    var policy = AgencyPolicy.forTests
    policy.zone = "Pacific/Auckland"
    func reason(_ code: String, _ title: String, _ head: Reason.Head, to role: String?, _ level: EscalationClass?)
      -> Reason
    {
      Reason(
        code: ReasonCode(code), title: title, head: head, citizenText: "", basis: "", verbs: [.openCase, .escalate],
        escalatesTo: role.map { RoleName($0) }, escalationClass: level)
    }
    policy.reasons.removeAll { $0.code == ReasonCode("INFO-REQ") }
    policy.reasons += [
      reason("INFO-REQ", "Request for information", .request, to: "oia", nil),
      reason("COMPLAINT", "Complaint", .damaging, to: nil, nil),
      reason("BREACH-REP", "Report of a breach", .privacy, to: "privacy", .s1),
    ]
    policy.escalationRoles += [
      EscalationRole(name: RoleName("privacy"), title: "Privacy officer", contact: "04 555 0100"),
      EscalationRole(name: RoleName("executive"), title: "Executive", contact: "04 555 0199"),
    ]
    policy.people += [
      Person(id: "i.kaka", user: UserName("ikaka"), roles: [.informationOfficer], line: 4),
      Person(id: "s.whio", user: UserName("swhio"), roles: [.supervisor], line: 5),
    ]
    policy.channels = [
      Channel(id: "waka", title: "Waka Tōtara page", platform: "facebook", owner: "a.kereru", deputies: ["b.weka"])
    ]
    policy.casework = CaseworkPolicy(
      regime: "nz-oia", ownInformationRegime: "nz-privacy",
      roster: [
        RosterShift(role: RoleName("privacy"), person: "a.kereru", contact: "021 555 0101"),
        RosterShift(role: RoleName("executive"), person: "s.whio", contact: "021 555 0102"),
        RosterShift(role: RoleName("oia"), person: "i.kaka", contact: "021 555 0103"),
      ],
      ladder: [RoleName("privacy"): RoleName("executive")], executive: RoleName("executive"),
      playbooks: [
        Playbook(
          id: "breach", title: "A breach of privacy", reasons: [ReasonCode("BREACH-REP")],
          steps: [
            Playbook.Step(id: "contain", text: "Get the letter back"),
            Playbook.Step(id: "press", text: "Tell the media team", isOptional: true),
            Playbook.Step(id: "learn", text: "Write down what went wrong"),
          ])
      ])
    policy.digest = String(repeating: "c", count: 64)
    return policy
  }()
}

extension ScriptedConsole {
  /// The screen, with what is different on each desk made the same: aliases and digests.
  var steadyScreen: [String] {
    screen.map { row in
      var out = ""
      var run = ""
      func told(_ run: String) -> String {
        run.count >= 12 && run.allSatisfy(\.isHexDigit) ? String(repeating: "x", count: run.count) : run
      }
      for character in row {
        if character.isLetter || character.isNumber {
          run.append(character)
        } else {
          out += told(run) + String(character)
          run = ""
        }
      }
      out += told(run)
      guard let alias = out.firstRange(of: "unknown-") else { return out }
      let end = out.index(alias.upperBound, offsetBy: 4)
      return out.replacingCharacters(in: alias.upperBound..<end)
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>) -> String {
    String(self[..<range.lowerBound]) + "0000" + String(self[range.upperBound...])
  }
}

/// A failing expectation shows the screen, not the state.
extension ScriptedConsole: CustomTestStringConvertible {
  public var testDescription: String { "\n" + screen.joined(separator: "\n") + "\n" }
}
