import ArgumentParser
import Classifier
import Desk
import FoundationEssentials
import Glibc
import Moderation
import Policy

struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: "Move the weights towards what your moderators decided.",
    discussion: """
      Learns from flags that moderators upheld or rejected, starting from the shipped weights every time, and shows what that
      changes. Nothing is put in force without --adopt, and nothing that makes the classifier worse without --force.
      The file holds weights only: no text, and no word that the shipped model does not know.

      EXAMPLES:
        docket-train learn --desk desk.sqlite --data ../data
        docket-train learn --desk desk.sqlite --data ../data --adopt
      """)

  @Option(help: ArgumentHelp("The desk to learn from; it is only read.", valueName: "path"))
  var desk: String
  @Option(
    help: ArgumentHelp(
      "The policy that says what reasons mean; left out: the one adopted on the desk.", valueName: "file"))
  var policy: String?
  @Option(help: ArgumentHelp("Labelled comments to test on before and after.", valueName: "dir"))
  var data: String?
  @Option(help: ArgumentHelp("Begin with these weights instead of the shipped ones.", valueName: "file"))
  var model: String?
  @Option(help: ArgumentHelp("Write the moved weights here.", valueName: "file"))
  var out: String?
  @ArgumentParser.Flag(help: "Put them in force: write them where docket looks for its agency's own weights.")
  var adopt = false
  @ArgumentParser.Flag(help: "Write them although they do worse, or although nobody knows.")
  var force = false
  @Option(help: ArgumentHelp("How many decisions of either kind a label needs.", valueName: "n"))
  var minimum = 10
  @Option(help: ArgumentHelp("How many resamples the intervals rest on.", valueName: "n"))
  var resamples = 1000
  @Option(help: ArgumentHelp("Where the resamples' order begins.", valueName: "n"))
  var seed: UInt64 = 1
  @ArgumentParser.Flag(help: "One JSON object a row of every table.")
  var json = false

  func validate() throws {
    if minimum < LabelLessons.least { throw ValidationError("--minimum takes \(LabelLessons.least) or more") }
    if resamples < 100 { throw ValidationError("--resamples takes 100 or more") }
    if adopt, model != nil {
      throw ValidationError("--adopt builds on the shipped weights; leave --model out")
    }
  }

  func run() throws {
    var revision = try ModelRevision(path: model)
    let base = revision.base
    let shipped = try Classifier(model: LinearModel(revision.file))
    let decisions = try DeskDecisions(Desk.existing(path: desk), try agencyPolicy())
    let update = try ModelUpdate(decisions, shipped, revision, minimum: minimum)
    show(LearnReport.decisions(decisions, update, minimum: minimum))
    show(decisions.ruleTable(least: LabelLessons.least))
    guard !update.parts.isEmpty else { throw LearnError.nothing(desk) }
    update.apply(to: &revision)
    let file = revision.file
    let learned = try LinearModel(file)
    let trial = try data.map { try test(Classifier(model: learned), against: shipped, $0) }
    let verdict = trial?.verdict ?? .untested
    guard adopt || out != nil else { return note(verdict.isGood ? "may be adopted" : Self.listed(verdict)) }
    guard verdict.isGood || force else { throw LearnError.refused(verdict.objections) }
    if let out { try Adoption.write(file, to: out) }
    if adopt {
      let place = Adoption(environment: Self.environment)
      try place.adopt(
        file, account: Adoption.account(decisions, update, base: base, model: learned.checksum, trial?.outcome))
      note("adopted: \(place.path), weights \(learned.checksum) upon \(base)")
    }
  }

  /// The figures before and after on labelled comments.
  private func test(
    _ learned: Classifier, against shipped: Classifier, _ folder: String
  ) throws -> (outcome: Comparison.Outcome, verdict: LearnVerdict) {
    let sets = try EvaluationData(folder: folder)
    let bootstrap = Bootstrap(resamples: resamples, seed: seed)
    let before = JudgedSet.pooled("all", try Contender.classifier(shipped).judge(sets.civic))
    let after = JudgedSet.pooled("all", try Contender.classifier(learned).judge(sets.civic))
    let outcome = Comparison(after, against: before, bootstrap).outcome
    show(outcome.table("labelled comments", before: "before", after: "after"))
    show(outcome.sharedTable("labelled comments", before: "before", after: "after"))
    return (outcome, LearnVerdict(outcome, before: before, after: after))
  }

  private func agencyPolicy() throws -> AgencyPolicy {
    if let policy { return try PolicyFile.load(path: policy) }
    guard let adopted = try Desk.adoptedPolicy(path: desk) else { throw LearnError.noPolicy(desk) }
    return try PolicyFile.parse(adopted.text, file: "policy of \(desk)")
  }

  private static func environment(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }

  private static func listed(_ verdict: LearnVerdict) -> String {
    "not to be adopted: " + verdict.objections.joined(separator: "; ")
  }

  private func show(_ table: FigureTable) { print(json ? table.json : table.text + "\n") }

  private func note(_ line: String) {
    guard json else { return print(line) }
    var object = JSONText()
    object.add("report", line)
    print(object.object)
  }
}

/// Why nothing was learned or adopted.
enum LearnError: Error, CustomStringConvertible, Equatable {
  case nothing(String)
  case noPolicy(String)
  case refused([String])

  var description: String {
    switch self {
    case .nothing(let desk): "\(desk): no label has enough decisions to learn from; see the table, or lower --minimum"
    case .noPolicy(let desk): "\(desk): has no policy; name one with --policy"
    case .refused(let objections):
      "nothing written: \(objections.joined(separator: "; ")); --force writes it all the same"
    }
  }
}
