import ArgumentParser
import Desk
import Glibc
import Moderation
import Policy

struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Check, show, compare or adopt the agency's policy.",
    discussion: """
      FILE is a policy, or the name of one that ships: nz, and bc, nsw and uk, which say only what differs. Without one it \
      is ~/.config/docket/policy.toml, else the policy that ships. A policy may begin with extends = "bc" or the path of a \
      file, and say only what differs.

      EXAMPLE: docket policy check policy.toml && docket policy diff old.toml policy.toml
      """,
    subcommands: [
      PolicyCheckCommand.self, PolicyShowCommand.self, PolicyDiffCommand.self, PolicyTryCommand.self,
      PolicyAdoptCommand.self,
    ],
    defaultSubcommand: PolicyShowCommand.self)
}

struct PolicyCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what is wrong with a policy and what its agency should see to.",
    discussion: "Exit status 1 where there is an error, which keeps the policy from being used; 0 with warnings alone.")

  @Argument(help: "The policy to check.") var file: String?

  func run() throws {
    let name = PolicySource.name(of: file)
    let found: [PolicyProblem]
    do {
      let policy = try PolicySource.read(file)
      found = PolicyLint.check(policy, file: name, on: SystemClock.today(in: policy.zone))
    } catch {
      found = error.problems
    }
    let errors = found.count { $0.severity == .error }
    let lines = found.map(\.description) + ["\(name): \(Self.summary(errors: errors, warnings: found.count - errors))"]
    StandardOutput.write(lines.joined(separator: "\n") + "\n")
    if errors > 0 { throw ExitCode(ExitStatus.failed) }
  }

  private static func summary(errors: Int, warnings: Int) -> String {
    let parts = [(errors, "error"), (warnings, "warning")].compactMap { count, word in
      count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    return parts.isEmpty ? "in order" : parts.joined(separator: ", ")
  }
}

struct PolicyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a policy as docket reads it.")

  @Argument(help: "The policy to show.") var file: String?
  @ArgumentParser.Flag(
    name: .long, help: "The file's own text: `docket policy show --source > policy.toml` to begin one.")
  var source = false
  @Option(name: .long, help: ArgumentHelp("One that ships: nz, bc, nsw or uk.", valueName: "name"))
  var variant: String?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "A policy that the desk adopted once, by the digest in its events; `current` for the one in force.",
      valueName: "digest"))
  var adopted: String?
  @OptionGroup var desk: DeskOptions

  func validate() throws {
    if [file, adopted, variant].count(where: { $0 != nil }) > 1 {
      throw ValidationError("FILE, --variant and --adopted do not go together")
    }
    if let variant, !PolicyFile.shippedNames.contains(variant) {
      throw ValidationError("--variant takes \(PolicyFile.shippedNames.joined(separator: ", "))")
    }
  }

  func run() throws {
    // A variant's own text says only what differs, which is where one begins.
    if source, let text = variant.flatMap(PolicyFile.shippedText) {
      StandardOutput.write(text)
      return
    }
    let policy =
      try adopted.map(kept) ?? variant.map { try PolicyFile.parse(PolicyFile.shippedText($0) ?? "", file: $0) }
      ?? PolicySource.load(file)
    if source {
      StandardOutput.write(policy.source)
    } else {
      let lines = ["digest \(policy.digest)"] + PolicyText.lines(policy)
      StandardOutput.write(lines.joined(separator: "\n") + "\n")
    }
  }

  /// Old decisions are read under the rules that they were made under.
  private func kept(_ digest: String) throws -> AgencyPolicy {
    let path = try desk.existing()
    let found = try OpenedDesk.reporting {
      digest == "current" ? try Desk.adoptedPolicy(path: path) : try Desk.existing(path: path).policy(digest: digest)
    }
    guard let found else { throw Failure(message: "this desk never adopted a policy \(digest)") }
    do {
      return try PolicyFile.parse(found.text, file: "policy \(found.digest.prefix(12))")
    } catch {
      throw Failure(message: error.description)
    }
  }
}

struct PolicyDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say what a new policy changes: a line a difference.",
    discussion: "Values are compared, not texts: comments and layout make no difference.")

  @Argument(help: "The policy as it was.") var old: String
  @Argument(help: "The policy as it is to be.") var new: String

  func run() throws {
    let lines = PolicyDiff.lines(try PolicySource.load(old), try PolicySource.load(new))
    StandardOutput.write(lines.isEmpty ? "Both say the same.\n" : lines.joined(separator: "\n") + "\n")
  }
}

struct PolicyAdoptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt", abstract: "Put a policy into force on a desk.",
    discussion: """
      The desk keeps the policy's text and the log says who adopted it: old decisions are read under the old rules. Once a \
      policy that names people is in force, only somebody with the permission `adopt` can replace it.

      EXAMPLE: docket policy check policy.toml && docket policy adopt policy.toml --desk /srv/docket/desk.sqlite
      """)

  @Argument(help: "The policy to adopt.") var file: String?
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let policy = try PolicySource.load(file)
    let opened = try desk.open()
    try OpenedDesk.reporting {
      if try Desk.adoptedPolicy(path: desk.path)?.digest == policy.digest {
        StandardOutput.write("This policy is in force already: \(policy.digest)\n")
        return
      }
      let findings = PolicyLint.check(policy, file: PolicySource.name(of: file), on: SystemClock.today(in: policy.zone))
      if let locked = findings.first(where: { $0.problem == .nobodyMay(Permission.adopt.rawValue) }) {
        throw Failure(message: locked.description)
      }
      for line in PolicyDiff.lines(opened.setting.policy, policy) { StandardOutput.write(line + "\n") }
      let event = try opened.desk.adopt(policy, by: opened.user)
      StandardOutput.write("Adopted as event \(event.sequence): \(policy.digest)\n")
    }
  }
}

/// Which policy a command means.
enum PolicySource {
  private static var standardPath: String { Setting.policyPath }

  /// What messages call it.
  static func name(of file: String?) -> String {
    file ?? (access(standardPath, F_OK) == 0 ? standardPath : "default.toml")
  }

  static func read(_ file: String?) throws(PolicyProblems) -> AgencyPolicy {
    if let file { return try PolicyFile.read(path: file) }
    return try PolicyFile.load(path: standardPath)
  }

  static func load(_ file: String?) throws -> AgencyPolicy {
    do {
      return try read(file)
    } catch {
      throw Failure(message: error.description)
    }
  }
}

extension SystemClock {
  /// The day it is where the agency is. Sets the process's time zone, so it runs before any thread is made.
  fileprivate static func today(in zone: String) -> CivilDate {
    Setting.useZone(zone)
    return CivilDate(localTime(now()))
  }
}
