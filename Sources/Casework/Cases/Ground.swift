import Moderation

/// A section under which a regime lets information be withheld.
public struct Ground: Sendable, Equatable {
  public var regime: String
  /// `s9(2)(a)`.
  public var code: String
  public var label: String
  public var meaning: String
  public var test: PublicInterest
  /// What stands in a redaction's place.
  public var mark: String
  /// Whether it was checked against the Act.
  public var isVerified: Bool

  /// Whether release in the public interest is to be weighed against it.
  public enum PublicInterest: String, Sendable {
    case weighed = "yes"
    case notWeighed = "no"
    /// The section has a test of its own.
    case own = "own test"
  }

  /// All that are known, from the table that ships.
  public static let all: [Ground] = read(PackageResources.grounds_tsv)

  /// Those of a regime; a region's are those of its Act. Empty for a regime whose sections are not known.
  public static func list(of regime: String) -> [Ground] {
    let own = all.filter { $0.regime == regime }
    if !own.isEmpty { return own }
    return all.filter { regime.hasPrefix($0.regime + "-") }
  }

  /// A regime's ground by its code, however it is spaced: `s 9(2)(a)` is `s9(2)(a)`.
  public static func named(_ code: String, of regime: String) -> Ground? {
    let wanted = folded(code)
    return list(of: regime).first { folded($0.code) == wanted }
  }

  private static func folded(_ code: String) -> String {
    code.lowercased().filter { !$0.isWhitespace }.replacing("section", with: "s")
  }

  private static func read(_ bytes: [UInt8]) -> [Ground] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 7, let test = PublicInterest(rawValue: cells[4]) else { return nil }
      return Ground(
        regime: cells[0], code: cells[1], label: cells[2], meaning: cells[3], test: test, mark: cells[5],
        isVerified: cells[6] == "verified")
    }
  }
}

/// What was decided about one part of a request.
public enum PartOutcome: String, CaseIterable, Sendable {
  case granted
  /// Granted in part.
  case part
  case refused
  case notHeld = "not_held"
  case alreadyPublic = "already_public"
  case transferred

  /// Whether something was not given, so that the requester must be told of the right to complain.
  public var isAdverse: Bool {
    switch self {
    case .part, .refused, .notHeld, .alreadyPublic: true
    case .granted, .transferred: false
    }
  }

  public var title: String {
    switch self {
    case .granted: "granted"
    case .part: "granted in part"
    case .refused: "refused"
    case .notHeld: "not held"
    case .alreadyPublic: "public already"
    case .transferred: "transferred"
    }
  }
}
