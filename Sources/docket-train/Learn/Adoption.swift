import Classifier
import FoundationEssentials
import Glibc
import Moderation

/// Where an agency's own weights lie, and how they come there.
struct Adoption {
  /// The folder of docket's configuration.
  var folder: String

  /// `$XDG_CONFIG_HOME/docket`, as for all of docket's configuration.
  init(environment: (String) -> String?) {
    let home = environment("XDG_CONFIG_HOME") ?? (environment("HOME") ?? ".") + "/.config"
    folder = home + "/docket"
  }

  var path: String { folder + "/" + LinearModel.agencyFile }

  /// Puts weights in force for whoever has this configuration, with an account of what they were learned from beside them.
  func adopt(_ file: [UInt8], account: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try Self.write(file, to: path)
    try Self.write(Array(account.utf8), to: folder + "/model.json")
  }

  /// All of a file or nothing of it: a scan that starts meanwhile reads the old one.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let draft = path + ".new"
    guard FileManager.default.createFile(atPath: draft, contents: Data(bytes)), rename(draft, path) == 0 else {
      unlink(draft)
      throw DataError.unwritable(path)
    }
  }

  /// What is kept beside adopted weights: digests and counts, never a word.
  static func account(
    _ decisions: DeskDecisions, _ update: ModelUpdate, base: String, model: String, _ outcome: Comparison.Outcome?
  ) -> String {
    var account = JSONText()
    account.add("model", model)
    account.add("revises", base)
    account.add("ledger_seq", decisions.lastSequence)
    account.add("decided_comments", decisions.comments.count)
    var labels = JSONText()
    for (label, part) in update.parts.sorted(by: { $0.key < $1.key }) {
      let counts = decisions.counts(label)
      var line = JSONText()
      for outcome in Outcome.allCases { line.add(outcome.rawValue, counts[outcome] ?? 0) }
      line.add("words_moved", part.update.steps.count { $0 != 0 })
      labels.addRaw(label.rawValue, line.object)
    }
    account.addRaw("labels", labels.object)
    if let outcome {
      account.addRaw(
        "macro_f1",
        JSONText.array([outcome.shared[.macroF1]?.before, outcome.shared[.macroF1]?.after].map { Figure.share($0) }))
    }
    return account.object + "\n"
  }
}
