import Moderation

/// A text in, flags out.
///
///     let classifier = try Classifier()
///     for flag in classifier.flags(for: "my son has epilepsy") { print(flag.label, flag.why) }
///
/// Rules over word lists, no learned weights. The same text gives the same flags on any number of threads.
public struct Classifier: Sendable {
  /// Kept with every flag, so that a decision can be traced to what the rules were.
  public static let version = "rules@1"

  let lexicon: Lexicon
  let phrases: Phrases

  /// Loads the bundled word lists.
  public init() throws(LexiconError) {
    lexicon = try LexiconReader.load()
    phrases = try Phrases.load()
  }

  /// The flags that a moderator would be shown (score from 0.50), in the order of the labels.
  /// Spans are sorted by start and count Unicode scalars of the text.
  public func flags(for text: String) -> [Flag] {
    var scratch = Scratch()
    return flags(for: text, scratch: &scratch)
  }

  /// The same, with buffers that are kept between calls: one `Scratch` a thread.
  public func flags(for text: String, scratch: inout Scratch) -> [Flag] {
    scratch.document.read(text)
    guard !scratch.document.tokens.isEmpty else { return [] }
    lexicon.mark(&scratch.document)
    scratch.findings.removeAll(keepingCapacity: true)
    let document = scratch.document
    HealthOfOthers.find(in: document, into: &scratch.findings)
    if document.hasAt { EmailAddress.find(in: document, into: &scratch.findings) }
    if document.hasDigit {
      let runs = DigitRun.all(in: document)
      PhoneNumber.find(in: document, runs: runs, into: &scratch.findings)
      TaxNumber.find(in: document, runs: runs, into: &scratch.findings)
      OtherNumber.find(in: document, runs: runs, into: &scratch.findings)
      StreetAddress.find(in: document, into: &scratch.findings)
    }
    PrivateFacts.find(in: document, into: &scratch.findings)
    Offence.find(in: document, lexicon: lexicon, into: &scratch.findings)
    phrases.find(in: document, into: &scratch.findings)
    return Judge.flags(from: scratch.findings)
  }
}

/// Buffers for one thread's calls.
public struct Scratch: Sendable {
  var document = Document()
  var findings: [Finding] = []

  public init() {}
}
