/// The name of a look, which a theme turns into colours and attributes: "label.health", "list.selected".
///
/// Dots narrow a name down. What a theme leaves unsaid about "label.health" it takes from "label" and then from "text".
public struct Style: Sendable, Hashable, ExpressibleByStringLiteral {
  public let scope: String

  public init(_ scope: String) {
    self.scope = scope
  }

  public init(stringLiteral scope: String) {
    self.scope = scope
  }

  /// The scope itself, then its parents, the narrowest first, without the root "text".
  var lineage: [String] {
    var names: [String] = []
    var rest = Substring(scope)
    while !rest.isEmpty, rest != "text" {
      names.append(String(rest))
      rest = rest.lastIndex(of: ".").map { rest[..<$0] } ?? ""
    }
    return names
  }
}
