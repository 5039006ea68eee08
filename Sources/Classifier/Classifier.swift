import Moderation

/// A text in, flags out.
///
///     let classifier = try Classifier()
///     for flag in classifier.flags(for: "my son has epilepsy") { print(flag.label, flag.why) }
///
/// Rules over word lists for what has a shape, learned weights for what has not. The same text gives the same flags on any number of threads.
public struct Classifier: Sendable {
  /// Kept with every flag, so that a decision can be traced to what the rules were.
  public static let version = "rules@3"

  /// The version of the rules and the checksum of the weights: `rules@3+0f3c…`. Flags are filed under it.
  public let rules: String
  let lexicon: Lexicon
  private let learned: LearnedFlags
  private let offence: Offence
  private let identifiers: IdentifierFinder
  private let own: OwnDetails
  private let patterns: AgencyPatterns
  let labels: Set<Label>
  private let wantsPrivate: Bool
  private let wantsLearned: Bool

  /// Loads the bundled word lists and weights.
  ///
  /// - Parameter settings: what the policy decides; by default all labels and all jurisdictions, New Zealand first.
  public init(_ settings: ClassifierSettings = ClassifierSettings()) throws(LexiconError) {
    let model: LinearModel
    do throws(ModelError) { model = try LinearModel.bundled() } catch { throw .weights(error) }
    try self.init(settings, model: model)
  }

  /// The same with other weights.
  public init(_ settings: ClassifierSettings = ClassifierSettings(), model: LinearModel) throws(LexiconError) {
    var lexicon = try LexiconReader.load()
    lexicon.insert(publicNames: settings.publicNames)
    offence = try Offence(marking: &lexicon)
    self.lexicon = lexicon
    rules = "\(Self.version)+\(model.checksum)"
    learned = LearnedFlags(model, labels: settings.labels)
    identifiers = IdentifierFinder(jurisdictions: settings.jurisdictions)
    own = OwnDetails(settings)
    patterns = AgencyPatterns(settings.patterns)
    labels = settings.labels
    wantsPrivate = !settings.labels.isDisjoint(with: [.health, .personal])
    wantsLearned = !settings.labels.isSubset(of: [.health, .personal])
  }

  /// The flags that a moderator would be shown (score from 0.50), in the order of the labels.
  /// Spans are sorted by start and count Unicode scalars of the text.
  public func flags(for text: String) -> [Flag] {
    var scratch = Scratch()
    return flags(for: text, scratch: &scratch)
  }

  /// The same, with buffers that are kept between calls: one `Scratch` a thread.
  public func flags(for text: String, scratch: inout Scratch) -> [Flag] {
    find(in: text, scratch: &scratch)
    return scratch.findings.all.isEmpty
      ? [] : Judge.flags(from: scratch.findings.all, in: scratch.document, labels: labels)
  }

  /// Fills the findings of a text.
  func find(in text: String, scratch: inout Scratch) {
    scratch.findings.removeAll()
    scratch.document.read(text)
    guard !scratch.document.tokens.isEmpty else { return }
    lexicon.mark(&scratch.document)
    // One copy of references, so that the rules can read while findings are written.
    let document = scratch.document
    if wantsPrivate { privateDetails(of: document, into: &scratch.findings) }
    if wantsLearned {
      scratch.composition.read(document, with: offence)
      scratch.composition.report(in: document, into: &scratch.findings)
      learned.find(in: document, scratch.composition, into: &scratch.findings)
    }
  }

  /// Roles without which no person can be told.
  private static let personal: Role = [
    .kin, .kinBare, .neighbour, .weakRelation, .personNoun, .given, .surname, .title,
  ]
  /// Roles of which one at least stands in every private fact about a person.
  private static let telling: Role = [
    .condition, .medicine, .treatment, .facility, .bodyPart, .injury, .allegation, .given, .surname, .title, .birthCue,
    .court,
  ]

  /// Eight and more digits said one after the other.
  private func spellsNumber(_ document: Document) -> Bool {
    document.roles.contains(.digitWord) && document.hits.count(where: { $0.roles.contains(.digitWord) }) >= 5
  }

  private func privateDetails(of document: Document, into findings: inout Findings) {
    let mayName = document.roles.overlaps(Self.personal)
    let people =
      mayName && (document.hasDigit || document.roles.overlaps(Self.telling))
      ? PeopleFinder.all(in: document) : People()
    if labels.contains(.health),
      document.roles.overlaps([.condition, .medicine, .treatment, .facility, .bodyPart, .injury, .injured])
    {
      HealthOfOthers.find(in: document, people: people, into: &findings)
    }
    if findings.isExplaining {
      for hit in document.hits where hit.roles.contains(.figure) {
        findings.exclude(.figureOfSpeech, .health, hit.range, in: document)
      }
    }
    guard labels.contains(.personal) else { return }
    EmailAddress.find(in: document, own: own.domains, into: &findings)
    // Digits, or enough number words to spell a telephone.
    if document.hasDigit || spellsNumber(document) {
      let runs = DigitRun.all(in: document)
      var taken = TokenMask(count: document.tokens.count)
      identifiers.find(.certain, in: document, runs: runs, taken: &taken, into: &findings)
      PhoneNumber.find(in: document, runs: runs, taken: &taken, into: &findings)
      identifiers.find(.rest, in: document, runs: runs, taken: &taken, into: &findings)
      BirthDate.find(in: document, people: people, into: &findings)
      NetworkNumber.find(in: document, into: &findings)
    }
    StreetAddress.find(in: document, people: people, into: &findings)
    PrivateFacts.find(in: document, people: people, into: &findings)
    if !patterns.isEmpty { patterns.find(in: document, into: &findings) }
    if !own.isEmpty {
      findings.drop { finding in finding.detail.map { own.covers(document.bytes[$0]) } ?? false }
    }
  }
}

/// Buffers for one thread's calls.
public struct Scratch: Sendable {
  var document = Document()
  var findings = Findings()
  var composition = Composition()

  public init() {}
}
