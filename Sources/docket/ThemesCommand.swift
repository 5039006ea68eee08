import ArgumentParser
import Glibc
import Terminal

struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "Show the themes, as this terminal draws them.",
    discussion: """
      A theme is a TOML file; `inherits = "dark"` and a [palette] of your own are enough to change the colours of one that \
      ships. Choose with --theme, or with DOCKET_THEME in the environment. NO_COLOR leaves all colours out.
      """)

  @Argument(
    help: ArgumentHelp("Themes by name, or TOML files; all that ship, where none is named.", valueName: "theme"))
  var themes: [String] = []

  func run() throws {
    // Where nobody looks at it, the names are what is wanted.
    guard isatty(STDOUT_FILENO) != 0 else {
      for name in try checked() { StandardOutput.write(name.name + "\n") }
      return
    }
    let colors = Environment.value("NO_COLOR") == nil ? ThemePreview.terminalColors : 0
    for (name, theme) in try checked() {
      StandardOutput.write(name + "\n")
      for line in ThemePreview(theme, colors: colors).lines { StandardOutput.write("  " + line + "\n") }
    }
  }

  private func checked() throws -> [(name: String, theme: Theme)] {
    try (themes.isEmpty ? Theme.shipped : themes).map { name in
      do throws(ThemeError) {
        return (name, try Theme.named(name))
      } catch {
        throw Failure(message: error.description)
      }
    }
  }
}
