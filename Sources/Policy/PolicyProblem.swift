/// Something wrong with a policy file, or something that its agency should see to: where, what, and what to write.
public struct PolicyProblem: Error, Sendable, Equatable, CustomStringConvertible {
  public var file: String
  /// From 1; nil when it is the file as a whole.
  public var line: Int?
  public var problem: Problem

  public init(file: String, line: Int?, problem: Problem) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  /// An error keeps the policy from being read; a warning does not.
  public enum Severity: Sendable, Equatable { case error, warning }

  /// What is wrong. The wording is in `PolicyProblem+Message.swift`.
  public enum Problem: Sendable, Equatable {
    // How the file is written.
    case unreadable(String)
    case syntax(String)
    case missing(key: String, in: String)
    case wrongType(key: String, expected: String)
    case unknownWord(key: String, found: String, allowed: [String])
    case unknownKey(String, in: String, allowed: [String])
    case duplicate(kind: String, name: String)
    case noVerbs(reason: String)
    case unknownReason(String)
    case suggestionNotAllowed(reason: String, verb: String, allowed: [String])
    case unknownRole(String, known: [String])
    case unknownZone(String)

    // What it says of people and channels.
    /// DPMC L175.
    case deleteNotOwner(role: String)
    /// A reason that is no ground for taking words away (DPMC L175).
    case headForbids(reason: String, head: String, verb: String, heads: [String])
    case twoIDs(user: String, ids: [String])
    case datesReversed(from: String, to: String)
    case unknownPerson(String, as: String, known: [String])
    case unknownChannel(String, known: [String])
    case aliasTaken(String, by: String)
    /// DPMC L104.
    case tooFewApprovals(channel: String, state: String, count: Int)
    /// OAG 4.20-4.22.
    case indemnity(channel: String, state: String, lacking: [String])

    // What it says of casework.
    case unknownRegime(String, near: [String])
    case ladderCircle(role: String)
    case cannotExtend(String, shipped: [String])
    case extendsItself(String)
    case unknownEntry(String, String, known: [String])

    // What the agency should see to.
    case repealed(statute: String, on: String, citedBy: String)
    case nobodyOnCall(role: String, classes: [String])
    case noLadder(role: String)
    case noExecutive
    case templateLacks(template: String, what: String, basis: String)
    case unknownFill(String, in: String, known: [String])
    case noHouseRule(reason: String)
    /// DPMC L43-48.
    case documentLacks([String])
    case policyReviewPassed(on: String)
    case notYetInForce(statute: String, from: String, citedBy: String)
    case statuteUnknown(String, citedBy: String)
    case rosterEnds(role: String, on: String, classes: [String])
    case noRetention(holding: String)
    case noPlaybook(class: String)
    case noHelpContact
    case noRequestReason
    case noQuietOutcome
    case thresholdIdle(label: String, lowest: String)
    case watchOver(on: String)
    case expired(person: String, on: String)
    case notAcknowledged(person: String)
    case acknowledgedLongAgo(person: String, on: String)
    case unattributed(person: String)
    case ownerNotInForce(channel: String, key: String, person: String)
    case registerWithoutPeople
    case approverUnknown(channel: String, person: String)
    case channelLacks(channel: String, what: Lack)
    case reviewPassed(channel: String, on: String)
    case suggestionImpossible(verb: String)
    case nobodyMay(String)
    /// A verb that takes two people where there are not two: who may propose it, and who may confirm it.
    case noSecondPerson(channel: String?, verb: String, reasons: [String], proposers: [String], confirmers: [String])
  }

  /// What an entry of the register should have.
  public enum Lack: String, CaseIterable, Sendable {
    case objective
    case houseRules = "house_rules"
    case notice, terms
    case privacyAssessment = "privacy_assessment"
    case securityAssessment = "security_assessment"
    case reviewBy = "review_by"
    case verbs = "capabilities.verbs"
    case irreversible = "capabilities.irreversible"
  }

  public var severity: Severity {
    switch problem {
    case .unreadable, .syntax, .missing, .wrongType, .unknownWord, .unknownKey, .duplicate, .noVerbs, .unknownReason,
      .suggestionNotAllowed, .unknownRole, .unknownZone, .deleteNotOwner, .headForbids, .twoIDs, .datesReversed,
      .unknownPerson, .unknownChannel, .aliasTaken, .tooFewApprovals, .indemnity, .unknownRegime, .ladderCircle,
      .cannotExtend, .extendsItself,
      .unknownEntry:
      .error
    case .expired, .notAcknowledged, .acknowledgedLongAgo, .unattributed, .ownerNotInForce, .registerWithoutPeople,
      .approverUnknown, .channelLacks, .reviewPassed, .suggestionImpossible, .nobodyMay, .noSecondPerson, .repealed,
      .nobodyOnCall, .noLadder, .noExecutive, .templateLacks, .unknownFill, .noHouseRule, .documentLacks,
      .policyReviewPassed, .notYetInForce, .statuteUnknown, .rosterEnds, .noRetention, .noPlaybook, .noHelpContact,
      .noRequestReason, .noQuietOutcome, .thresholdIdle, .watchOver:
      .warning
    }
  }

  /// `FILE:LINE: what is wrong; what to write`, with `warning:` before what is wrong where it is one.
  public var description: String {
    (line.map { "\(file):\($0): " } ?? "\(file): ") + (severity == .warning ? "warning: " : "") + message.onOneLine
  }
}

/// Everything that is wrong with one file, in file order.
public struct PolicyProblems: Error, Sendable, Equatable, CustomStringConvertible {
  public var problems: [PolicyProblem]

  public init(_ problems: [PolicyProblem]) { self.problems = problems }

  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
