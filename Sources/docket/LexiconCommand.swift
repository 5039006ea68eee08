import ArgumentParser
import Classifier

struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon", abstract: "Check the word lists that the rules read.", subcommands: [CheckCommand.self])

  struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Say what is wrong with a word list.",
      discussion: """
        A list has a term, a tab and its roles on each line. Without a FILE the program's own lists are checked.

        EXAMPLE: docket lexicon check relations.tsv
        """)

    @Argument(help: ArgumentHelp("Word lists; none checks the program's own.", valueName: "file"))
    var files: [String] = []

    func run() throws {
      let names = files.isEmpty ? LexiconCheck.bundled : files
      var isWhole = true
      for name in names {
        let check = try Self.check(name, isBundled: files.isEmpty)
        for problem in check.problems { StandardError.write(problem.description + "\n") }
        StandardOutput.write("\(name): \(check.entries) entries, \(check.problems.count) problems\n")
        isWhole = isWhole && check.problems.isEmpty
      }
      if !isWhole { throw ExitCode(ExitStatus.failed) }
    }

    private static func check(_ name: String, isBundled: Bool) throws(Failure) -> LexiconCheck {
      do {
        return isBundled ? try LexiconCheck.bundled(name) : try LexiconCheck(path: name)
      } catch {
        throw Failure(message: error.message)
      }
    }
  }
}
