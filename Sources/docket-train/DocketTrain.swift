import ArgumentParser

/// Trains the classifier's weights and measures it.
@main
struct DocketTrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docket-train", abstract: "Train the classifier and measure it on labelled comments.",
    subcommands: [TrainCommand.self, CrossvalidateCommand.self, EvaluateCommand.self, LearnCommand.self])
}
