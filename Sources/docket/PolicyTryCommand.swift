import ArgumentParser
import Classifier
import Desk
import Feeds
import Moderation
import Policy

struct PolicyTryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try", abstract: "Say what a policy would have changed on past comments, before it is adopted.",
    discussion: """
      Past comments are those of the desk, with what was decided about them, or those of feeds. Each is named by its id. \
      Nothing is written.

      EXAMPLE: docket policy try policy.toml && docket policy adopt policy.toml
      """)

  @Argument(help: ArgumentHelp("The policy to try.", valueName: "policy")) var policy: String?
  @Argument(help: ArgumentHelp("Feeds to try it on, in place of the desk.", valueName: "feed"))
  var feeds: [String] = []
  @Option(name: .long, help: ArgumentHelp("At most this many comments, the latest decided first.", valueName: "n"))
  var limit = 20_000
  @OptionGroup var desk: DeskOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes 1 or more") }
    if !feeds.isEmpty && desk.desk != nil { throw ValidationError("name feeds or a --desk, not both") }
  }

  func run() throws {
    let old = try Setting.load(desk: feeds.isEmpty ? desk.existing() : nil).policy
    let new = try PolicySource.load(policy)
    let day = CivilDate(SystemClock.localTime(SystemClock.now()))
    var trial = TrialRun(
      trial: PolicyTrial(from: old, to: new, on: day), oldClassifier: try FeedCommandRules.classifier(old),
      newClassifier: old.classifier == new.classifier ? nil : try FeedCommandRules.classifier(new), left: limit)
    if feeds.isEmpty {
      try OpenedDesk.reporting { try trial.run(over: try Desk.existing(path: desk.existing())) }
    } else {
      try trial.run(over: feeds)
    }
    let changes = PolicyDiff.lines(old, new)
    let head = changes.isEmpty ? ["Both policies say the same."] : ["\(changes.count) differences; what they do:"]
    StandardOutput.write((head + trial.trial.lines).joined(separator: "\n") + "\n")
  }
}

/// Past comments, classified under both policies and added up.
private struct TrialRun {
  var trial: PolicyTrial
  var oldClassifier: Classifier
  /// Nil where both policies tell the classifier the same.
  var newClassifier: Classifier?
  var left: Int
  private var scratch = Scratch()

  init(trial: PolicyTrial, oldClassifier: Classifier, newClassifier: Classifier?, left: Int) {
    self.trial = trial
    self.oldClassifier = oldClassifier
    self.newClassifier = newClassifier
    self.left = left
  }

  /// First what was decided, then what waits.
  mutating func run(over desk: Desk) throws {
    var decisions: [ItemID: Event] = [:]
    try desk.eachEvent(from: 1) { event in
      guard let item = event.item else { return }
      switch event.type {
      case .decided: decisions[item] = event
      case .undone: decisions[item] = nil
      default: break
      }
    }
    for (item, event) in decisions.sorted(by: { $0.value.sequence > $1.value.sequence }) where left > 0 {
      let reason = event.reasons.first?.split(separator: "@").first.map { ReasonCode(String($0)) }
      try add(item, desk, verb: event.verb, reason: reason)
    }
    var place: QueuePosition?
    while left > 0 {
      let rows = try desk.page(QueueQuery(.queue), after: place, limit: 500)
      for row in rows where decisions[row.item] == nil { try add(row.item, desk, verb: nil, reason: nil) }
      guard let last = rows.last, rows.count == 500 else { return }
      place = last.position
    }
  }

  private mutating func add(_ item: ItemID, _ desk: Desk, verb: Verb?, reason: ReasonCode?) throws {
    // Words that were disposed of tell nothing any more.
    guard left > 0, let detail = try desk.detail(item), !detail.text.isEmpty else { return }
    add(id: detail.externalID, text: detail.text, channel: detail.channel, verb: verb, reason: reason)
  }

  mutating func run(over feeds: [String]) throws {
    var unread = 0
    for feed in feeds {
      do {
        for file in try FeedLocator.files(for: feed) where left > 0 {
          _ = try FeedReader(path: file, format: nil, map: nil).read { comment in
            guard left > 0 else { return }
            add(
              id: comment.id, text: comment.text, channel: comment.channel ?? comment.platform, verb: nil, reason: nil)
          } problem: { _ in
            unread += 1
          }
        }
      } catch let error as FeedError {
        throw Failure(message: error.message)
      }
    }
    if unread > 0 { StandardError.write("docket: \(unread) records could not be read\n") }
  }

  private mutating func add(id: String, text: String, channel: String, verb: Verb?, reason: ReasonCode?) {
    left -= 1
    let old = oldClassifier.flags(for: text, scratch: &scratch)
    let new = newClassifier?.flags(for: text, scratch: &scratch) ?? old
    trial.add(
      PolicyTrial.Past(
        id: id, text: text, channel: channel, oldFlags: old, newFlags: new, verb: verb, reason: reason))
  }
}
