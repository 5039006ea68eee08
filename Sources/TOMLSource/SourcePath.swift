/// Where in a TOML document a value stands: `["channel", 0, "terms", "indemnity"]`.
public struct SourcePath: Hashable, Sendable, ExpressibleByArrayLiteral {
  public private(set) var steps: [Step]

  public enum Step: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case key(String)
    /// Place in a list or an array of tables, from 0.
    case index(Int)

    public init(stringLiteral key: String) { self = .key(key) }
    public init(integerLiteral index: Int) { self = .index(index) }
  }

  public init(arrayLiteral steps: Step...) { self.steps = steps }

  public func key(_ key: String) -> SourcePath { adding(.key(key)) }
  public func index(_ index: Int) -> SourcePath { adding(.index(index)) }

  /// Nil for the document as a whole.
  public var parent: SourcePath? {
    guard !steps.isEmpty else { return nil }
    var parent = self
    parent.steps.removeLast()
    return parent
  }

  public func adding(_ step: Step) -> SourcePath {
    var path = self
    path.steps.append(step)
    return path
  }
}
