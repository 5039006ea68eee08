import ArgumentParser

/// Measures the classifier, and later trains its weights.
@main
struct DocketTrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docket-train", abstract: "Measure the classifier on labelled comments.",
    subcommands: [EvaluateCommand.self])
}
