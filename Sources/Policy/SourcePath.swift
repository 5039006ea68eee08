/// Where in a TOML document a value stands: `["channel", 0, "terms", "indemnity"]`.
struct SourcePath: Hashable, ExpressibleByArrayLiteral {
  private(set) var steps: [Step]

  enum Step: Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case key(String)
    /// Place in a list or an array of tables, from 0.
    case index(Int)

    init(stringLiteral key: String) { self = .key(key) }
    init(integerLiteral index: Int) { self = .index(index) }
  }

  init(arrayLiteral steps: Step...) { self.steps = steps }

  func key(_ key: String) -> SourcePath { adding(.key(key)) }
  func index(_ index: Int) -> SourcePath { adding(.index(index)) }

  /// Nil for the document as a whole.
  var parent: SourcePath? {
    guard !steps.isEmpty else { return nil }
    var parent = self
    parent.steps.removeLast()
    return parent
  }

  func adding(_ step: Step) -> SourcePath {
    var path = self
    path.steps.append(step)
    return path
  }
}
