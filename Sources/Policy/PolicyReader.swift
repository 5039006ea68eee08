import Moderation
import TOMLKit
import TOMLSource

/// Turns a policy's TOML into Moderation values, and collects every problem instead of stopping at the first.
///
/// What the parts of a file are read by is in the extensions, one kind of table each; `PolicyReader+Values.swift` has what
/// they share.
struct PolicyReader {
  private let file: String
  private let text: String
  private var lines = SourceLines("")
  private var problems: [PolicyProblem] = []

  init(text: String, file: String) {
    self.text = text
    self.file = file
  }

  mutating func read(digest: String) throws(PolicyProblems) -> AgencyPolicy {
    let source: TOMLSource
    do throws(TOMLSyntaxError) {
      source = try TOMLSource(text)
    } catch {
      throw PolicyProblems([PolicyProblem(file: file, line: error.line, problem: .syntax(error.why))])
    }
    lines = source.lines
    let policy = readPolicy(Section(table: source.table, path: [], name: "the policy"), digest: digest)
    // A check of what the parts say of one another would only repeat what is wrong with a part that could not be read.
    if problems.isEmpty {
      for finding in PolicyConsistency.check(policy) { report(finding.problem, at: finding.path) }
    }
    guard problems.isEmpty else {
      throw PolicyProblems(problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
    }
    return policy
  }

  private mutating func readPolicy(_ root: Section, digest: String) -> AgencyPolicy {
    refuseUnknownKeys(
      of: root,
      allowed: [
        "agency", "role", "suggestions", "reason", "permissions", "person", "channel", "classifier",
        "flagging", "watch", "document", "house_rule", "replies", "casework", "roster", "contact", "retention",
        "statute",
        "template", "playbook",
      ])
    let agency = readAgency(root)
    let houseRules = readHouseRules(root)
    let roles = readRoles(root)
    let reasons = readReasons(root, roles: roles)
    let rows = optionalSection("permissions", of: root, name: "[permissions]").map { readPermissions($0) }
    return AgencyPolicy(
      agency: agency.name, zone: agency.zone, language: agency.language, greeting: agency.greeting,
      contact: agency.contact,
      rulesURL: agency.rules, reasons: reasons,
      suggestions: readSuggestions(root, reasons: reasons), escalationRoles: roles, people: readPeople(root),
      permissions: rows.map { PermissionMatrix.standard.overridden(by: $0) } ?? .standard,
      channels: readChannels(root), classifier: readClassifier(root),
      flagging: readFlagging(root, reasons: reasons), casework: readCasework(root, roles: roles),
      document: readDocument(root), houseRules: houseRules, digest: digest,
      source: text)
  }

  mutating func report(_ problem: PolicyProblem.Problem, at path: SourcePath) {
    problems.append(PolicyProblem(file: file, line: lines.line(of: path), problem: problem))
  }

  /// Where a table begins, for what is cited by its line.
  func line(of section: Section) -> Int { lines.line(of: section.path) ?? 1 }
}

/// A table of the file, with where it stands and what messages call it.
struct Section {
  var table: TOMLTable
  var path: SourcePath
  var name: String
}
