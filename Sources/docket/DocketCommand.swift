import ArgumentParser

/// The command line's root. `docket` alone opens the desk.
struct DocketCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docket",
    abstract: "Triage public comments from the keyboard, with a log that can be verified.",
    discussion: """
      Everything runs on this machine; nothing is sent anywhere to be classified.

      EXAMPLES
        docket open SampleFeeds            bring comments in and open the console
        docket scan feed.jsonl             classify without a desk, JSON Lines out
        docket case list                   requests and complaints by what is due
        docket log --json | jq .verb       every decision, one event a line
        docket explain "my mum has cancer"  what is flagged, and what not, and why
        docket verify                      does the chain of events hold?

      A FEED is a file, a folder or - for standard input. The desk is --desk PATH, else $DOCKET_DESK, else \
      ~/.local/state/docket/desk.sqlite. Exit status: 0 done, 1 failed, 2 usage, 3 done but some input unread.
      """,
    version: ProgramVersion.text,
    groupedSubcommands: [
      CommandGroup(
        name: "Comments:",
        subcommands: [
          OpenCommand.self, ImportCommand.self, WatchCommand.self, ImportsCommand.self, FormatsCommand.self,
          ReadCommand.self, ScanCommand.self, ExplainCommand.self,
          FindCommand.self, DecideCommand.self, UndoCommand.self, RevealCommand.self, ActionsCommand.self,
        ]),
      CommandGroup(
        name: "Casework and records:",
        subcommands: [
          CaseCommand.self, EscalationsCommand.self, PlaybookCommand.self, NoteCommand.self, HandoverCommand.self,
          SummaryCommand.self, ReplyCommand.self, RecordsCommand.self, HoldCommand.self, DisposeCommand.self,
          OwnInformationCommand.self,
          ReasonsStatementCommand.self,
        ]),
      CommandGroup(
        name: "Rules and looks:",
        subcommands: [
          ReasonsCommand.self, PolicyCommand.self, ClockCommand.self, LexiconCommand.self, ThemesCommand.self,
          BindingsCommand.self,
        ]),
      CommandGroup(
        name: "The log and the desk:",
        subcommands: [
          LogCommand.self, VerifyCommand.self, SealCommand.self, KeysCommand.self,
          BackupCommand.self,
          RestoreCommand.self, DeskCommand.self,
        ]),
    ],
    defaultSubcommand: OpenCommand.self)
}

/// What every event records as the program's version.
enum ProgramVersion {
  static let text = "0.1.0"
}
