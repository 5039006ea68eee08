import ArgumentParser
import Desk

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Make the key that signs seals; show its public half.",
    discussion: """
      The private key is a file of its own, yours alone (0600); the public one lies beside it as .pub and is to be filed where \
      the seals are. Whoever has the private key can make seals: keep it off the machine that holds the desk if you can.

      EXAMPLE: docket keys --path /media/safe/seal.key
      """)

  @OptionGroup var key: KeyOptions

  func run() throws {
    try OpenedDesk.reporting {
      let made: SealingKey
      do throws(SealError) {
        made = try SealingKey.create(at: key.path)
        StandardOutput.write("A new sealing key is at \(key.path).\n")
      } catch SealError.keyExists {
        made = try SealingKey.load(path: key.path)
        StandardOutput.write("The sealing key is at \(key.path).\n")
      }
      StandardOutput.write("public key   \(made.publicText)\nfingerprint  \(made.fingerprint)\n")
    }
  }
}

struct SealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal", abstract: "Write a signed seal of the ledger, to file elsewhere.",
    discussion: """
      File it where whoever can write the desk cannot: the records system, another agency, paper. `docket verify --seal FILE` \
      then proves that nothing before it was altered, dropped or cut off.

      EXAMPLE: docket seal /media/records/2026-11-21.seal
      """)

  @Argument(help: "The file to write; - for standard output.") var file: String
  @OptionGroup var key: KeyOptions
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      let key = try SealingKey.load(path: key.path)
      if file != "-" { try TextFile.mustNotExist(file) }
      let seal = try opened.desk.seal(with: key, by: opened.user)
      if file == "-" {
        StandardOutput.write(seal.text)
      } else {
        try TextFile.write(seal.text, to: file, mode: 0o644)
        StandardOutput.write("Sealed \(seal.last) events in \(file), key \(seal.fingerprint). File it elsewhere.\n")
      }
    }
  }
}

/// Where the sealing key is.
struct KeyOptions: ParsableArguments {
  @Option(name: .customLong("path"), help: ArgumentHelp("The private key's file.", valueName: "path"))
  var given: String?

  var path: String { given ?? Environment.configFolder + "/docket/seal.key" }
}
