import ArgumentParser
import Console

/// The console's key table as documents. (`docket keys` makes the keys that seal the log.)
struct BindingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bindings", abstract: "Print the console's keys, your own included.",
    discussion: """
      Your own keys are in ~/.config/docket/keys.toml, for example:

        [keys]
        "m x" = "mark-range"
        "t z" = "toggle author:weka-2207"
        "Q" = "none"
      """)

  enum Format: String, EnumerableFlag {
    /// A table for README.
    case markdown
    /// roff: docket bindings --man | man -l -
    case man
    /// A keys.toml that changes nothing, to begin one's own from.
    case toml

    static func help(for value: Format) -> ArgumentHelp? {
      switch value {
      case .markdown: "A table, as README has it."
      case .man: "A man page: docket bindings --man | man -l -"
      case .toml: "A key file that changes nothing, to begin your own from."
      }
    }
  }

  @Flag var format: Format = .toml
  @Flag(name: .long, help: "The keys that ship, without your own.") var shipped = false

  func run() throws {
    let keys = shipped ? KeyMap.standard : try KeyFile.load()
    switch format {
    case .markdown: StandardOutput.write(KeyDocument.markdown(keys))
    case .man: StandardOutput.write(KeyDocument.manual(keys))
    case .toml: StandardOutput.write(KeyDocument.file(keys))
    }
  }
}
