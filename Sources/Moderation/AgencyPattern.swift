/// A number of the agency's own making, such as a client or case number: `CAS-######`.
///
/// `#` is a digit, `@` a letter, `*` either; everything else stands for itself, case and width aside. A match begins and ends
/// at the border of a word.
public struct AgencyPattern: Sendable, Equatable {
  /// What it is, for the why: `a client number`.
  public var title: String
  public var pattern: String

  public init(title: String, pattern: String) {
    self.title = title
    self.pattern = pattern
  }

  /// What is wrong with it; nil when nothing is.
  public var problem: String? {
    let count = pattern.unicodeScalars.count
    if count < 4 { return "\"\(pattern)\" is shorter than four signs; it would match ordinary words" }
    if count > 40 { return "\"\(pattern)\" is longer than 40 signs" }
    if !pattern.contains(where: { "#@*".contains($0) }) {
      return "\"\(pattern)\" has no # (digit), @ (letter) or * (either)"
    }
    return nil
  }
}
