import Desk
import Foundation
import Moderation
import Testing

/// Casework played with the program itself, and what an Ombudsman asks of a case, answered from what it prints.
@Suite("Casework from the command line")
struct CaseworkStoryTests {
  private let home: Scratch
  /// A day ago, whenever these tests run.
  private let posted: String

  init() throws {
    home = try Scratch()
    let yesterday = Int64(Date().timeIntervalSince1970) - 86_400
    posted = Timestamp(seconds: yesterday).iso8601()
    let feed = [
      #"{"id":"1","thread":"t","author_id":"u1","author_name":"Hine Canary","created":"\#(posted)","#
        + #""text":"Under the OIA: what did the bridge cost, and who decided? canaryword"}"#,
      #"{"id":"2","thread":"t","author_id":"u2","text":"Nine weeks and nobody rings. I complain. canaryword"}"#,
    ].joined(separator: "\n")
    let path = try home.write("feed.jsonl", Data(feed.utf8))
    try #require(try docket("import", path, "--channel", "page").status == 0)
  }

  private func docket(_ arguments: String...) throws -> Program.Result { try run(arguments) }

  private func run(_ arguments: [String]) throws -> Program.Result {
    try Program.run(
      Program.docket.path, arguments, environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": home.url.path])
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
  }

  private func must(_ arguments: String...) throws -> Program.Result {
    let result = try run(arguments)
    try #require(result.status == 0, "\(arguments): \(result.output)\(result.errors)")
    return result
  }

  @Test("A request from the comment to the answer: what was asked, when it was due, who decided and on what ground")
  func request() throws {
    let opened = try object(try must("case", "open", "1", "--reason", "INFO-REQ", "--json").output)
    let id = try #require(opened["id"] as? String)
    #expect(id.hasPrefix("C-") && id.hasSuffix("-0001"))
    #expect(opened["posted"] as? String == posted)
    #expect(opened["received_by"] as? String == "posted", "the clock runs from the posting, whenever it was noticed")
    _ = try must("case", "step", id, "statute_set", "regime=nz-oia", "words=a central agency")
    let listed = try object(try must("case", "list", "--json").output)
    #expect((listed["due"] as? String).flatMap { CivilDate($0) } != nil)
    #expect((listed["left"] as? String)?.hasSuffix("working days left") == true, "\(listed)")
    _ = try must("case", "parts", id, "what it cost", "who decided")
    let early = try docket("case", "step", id, "decided")
    #expect(early.status == 1)
    #expect(
      early.errors == "docket: parts 1 and 2 are not decided; part_decided says what becomes of each\n",
      "\(early.errors)")
    let groundless = try docket("case", "step", id, "part_decided", "part=1", "outcome=refused", "words=no")
    #expect(groundless.errors.contains("refused needs the section that withholds it; nz-oia has s6(a), s6(b)"))
    let unknown = try docket("case", "step", id, "part_decided", "part=one", "outcome=granted")
    #expect(unknown.status == 2)
    _ = try must(
      "case", "step", id, "part_decided", "part=1", "outcome=part", "grounds=s9(2)(b)(ii)",
      "public_interest_weighed=yes", "words=the contractor's rates are left out")
    _ = try must("case", "step", id, "part_decided", "part=2", "outcome=granted")
    _ = try must("case", "step", id, "decided")
    let silent = try docket("case", "step", id, "sent", "mode=email")
    #expect(silent.errors.contains("the right to complain: Ombudsman, s 28(3)"), "\(silent.errors)")
    _ = try must("case", "step", id, "sent", "mode=email", "address=hine@canary.example", "review_right_stated=yes")
    _ = try must("case", "step", id, "closed")

    let page = try must("case", "show", id).output
    for line in [
      "split into 2 parts", "part 1 granted in part under s9(2)(b)(ii), the public interest weighed", "  decided",
      "sent by email, the right to complain stated", "canaryword",
    ] {
      #expect(page.contains(line), "\(line) in \(page)")
    }
    let clock = try must("case", "clock", id, "--json").lines
    let response = try #require(try clock.map(object).first { $0["clock"] as? String == "response" })
    #expect(response["late"] as? Bool == false)
    let derivation = try #require((response["counted"] as? [String: Any])?["derivation"] as? [[String: Any]])
    #expect(derivation.filter { $0["number"] is Int }.count == 20, "day by day, as it was counted then")

    let log = try must("log", "--json").output
    #expect(!log.lowercased().contains("canary"), "neither the citizen's words nor name nor address are in the log")
    #expect(!log.contains("contractor's rates"), "nor what people wrote about it")
    let steps = try log.split(separator: "\n").map { try object(String($0)) }.filter {
      $0["type"] as? String == "case_step"
    }
    #expect(steps.allSatisfy { $0["matter"] as? String == id && $0["actor"] is String && $0["authority"] is String })
    #expect((steps.first?["text_sha256"] as? String)?.count == 64, "what exactly was asked")
    #expect(steps.first { $0["step"] as? String == "decided" }?["outcome"] as? String == "in time")
    let refused = try must("log", "--type", "refused").lines
    #expect(refused.count == 3, "each step that was refused is an event: \(refused)")
    #expect(try must("verify", "--rebuild").output.contains("All views are what the events make of them."))
  }

  @Test("A complaint: acknowledged, moved off the page, a serious one to the executive, resolved")
  func complaint() throws {
    let opened = try object(try must("case", "open", "2", "--reason", "COMPLAINT", "--json").output)
    let id = try #require(opened["id"] as? String)
    #expect(opened["clock"] as? String == "acknowledge")
    let closed = try docket("case", "step", id, "closed")
    #expect(closed.errors.contains("acknowledged before it is closed (DPMC L179)"))
    _ = try must("case", "step", id, "acknowledged", "mode=same_channel")
    _ = try must("case", "step", id, "moved_private", "mode=phone", "address=021 555 0199")
    _ = try must("case", "step", id, "marked_serious", "about=neutrality")
    let escalation = try object(try must("escalations", "list", "--json").output)
    #expect(escalation["class"] as? String == "S1")
    #expect(escalation["role"] as? String == "executive")
    #expect(escalation["case"] as? String == id)
    let handover = try must("handover").output
    #expect(handover.contains("E-") && handover.contains(id), "\(handover)")
    #expect(!handover.lowercased().contains("canary"), "no word of a citizen's")
    _ = try must("case", "step", id, "resolved", "outcome=upheld", "words=we should have rung")
    _ = try must("case", "step", id, "closed")
    #expect(try must("escalations").output == "No escalation waits.\n", "closing the case ends it")
    let summary = try object(try must("summary", "--json").output)
    let counts = try #require(summary["cases"] as? [[String: Any]])
    #expect(counts.first { $0["kind"] as? String == "complaint" }?["closed"] as? Int == 1)
    #expect(try must("summary").lines.count <= 40, "one page")
  }

  @Test("An S1 escalation that nobody acknowledged lapses whatever command is run first, and is a breach for good")
  func lapse() throws {
    // Ten days ago, with the desk's own clock: the program then finds it as it is.
    let path = home.url.appending(path: "old.sqlite").path
    let now = Int64(Date().timeIntervalSince1970 * 1000) - 10 * 86_400_000
    let threat = Reason(
      code: ReasonCode("THREAT"), title: "Threat", head: .harmful, citizenText: "", basis: "DPMC L175",
      verbs: [.escalate], escalatesTo: RoleName("security_officer"), escalationClass: .s1)
    let policy = AgencyPolicy(
      agency: "Waka Tōtara", zone: "Pacific/Auckland", contact: "", rulesURL: "", reasons: [threat], suggestions: [:],
      escalationRoles: [EscalationRole(name: RoleName("security_officer"), title: "Security", contact: "")],
      digest: String(repeating: "a", count: 64), source: "past")
    let user = UserName("somebody")
    do {
      let desk = try Desk(
        path: path, policy: policy, by: user,
        surroundings: DeskSurroundings(version: "test", clock: { Timestamp(milliseconds: now) }))
      let comment = Moderation.Comment(
        id: "9", platform: "x", text: "I know where you live", source: SourcePosition(file: "f", line: 1, index: 0))
      try desk.receive(
        [ReceivedComment(comment: comment, channel: "page", flags: [])],
        feed: FeedIdentity(sha256: "", format: "x", rules: "y"), by: user)
      let item = try #require(try desk.locate("9").first?.item)
      try desk.commit([Decision(item: item, revision: 1, verb: .escalate, reasons: [ReasonCode("THREAT")])], by: user)
    }
    _ = try must("summary", "--desk", path)
    let all = try must("escalations", "list", "--all", "--json", "--desk", path).lines.map(object)
    let first = try #require(all.first { ($0["id"] as? String)?.hasSuffix("-0001") == true })
    #expect(first["state"] as? String == "lapsed")
    #expect(first["breached"] as? Bool == true)
    let log = try must("log", "--json", "--type", "escalation_step", "--desk", path).lines.map(object)
    let lapsed = log.filter { $0["step"] as? String == "lapsed" && $0["matter"] as? String == first["id"] as? String }
    #expect(lapsed.count == 1, "once, however many commands came after")
    #expect(lapsed.first?["automation"] as? String == "system_timer")
    #expect(try must("summary", "--desk", path).output.contains("not acknowledged in time by security_officer"))
    let next = try #require(all.first { $0["from"] as? String == first["id"] as? String })
    #expect(next["role"] as? String == "executive", "one level up, by the ladder of the policy that ships")
    let id = try #require(next["id"] as? String)
    #expect(try must("handover", "--desk", path).output.contains(id))
  }
}
