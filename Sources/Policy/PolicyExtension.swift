import Moderation
import TOMLSource

/// Works out a policy that extends another: `extends = "nz"`, or the path of a file.
struct PolicyExtension {
  /// How many policies may stand on one another.
  private static let deepest = 8

  private var layers = PolicyLayers()

  /// The text of the whole; the text as it is where it extends nothing.
  ///
  /// - Parameters:
  ///   - file: what messages call it, and where it lies for a path beside it.
  ///   - read: reads another file.
  static func resolved(
    _ text: String, file: String, read: (String) throws(PolicyProblems) -> String
  ) throws(PolicyProblems) -> String {
    // Most policies extend nothing, and are not read twice.
    guard text.contains("extends"), !text.hasPrefix(PolicyOrigins.header) else { return text }
    var extended = PolicyExtension()
    guard let root = try extended.root(of: text, file: file, above: [], read: read, isOwn: true) else { return text }
    return PolicyOrigins.text(root)
  }

  /// Nil where the policy itself extends nothing.
  private mutating func root(
    of text: String, file: String, above: [String], read: (String) throws(PolicyProblems) -> String, isOwn: Bool
  ) throws(PolicyProblems) -> PolicyNode? {
    let source: TOMLSource
    do throws(TOMLSyntaxError) {
      source = try TOMLSource(text)
    } catch {
      // The reader of the whole says what is wrong with the policy's own file.
      if isOwn { return nil }
      throw PolicyProblems([PolicyProblem(file: file, line: error.line, problem: .syntax(error.why))])
    }
    let node = PolicyNode(source, file: Self.lastPart(of: file))
    guard let extends = node["extends"] else { return isOwn ? nil : node }
    func problem(_ problem: PolicyProblem.Problem) -> PolicyProblems {
      PolicyProblems([PolicyProblem(file: file, line: extends.origin.line, problem: problem)])
    }
    guard let base = source.table["extends"]?.string else {
      throw problem(.wrongType(key: "extends", expected: "text in quotes, like \"nz\" or \"ours.toml\""))
    }
    let shipped = PolicyFile.shippedText(base)
    let baseFile = shipped == nil ? Self.beside(file, base) : "\(base) (shipped)"
    let path = above + [file]
    guard !path.contains(baseFile), path.count < Self.deepest else { throw problem(.extendsItself(base)) }
    let baseText: String
    if let shipped {
      baseText = shipped
    } else {
      do {
        baseText = try read(baseFile)
      } catch {
        throw problem(.cannotExtend(base, shipped: PolicyFile.shippedNames))
      }
    }
    guard let below = try root(of: baseText, file: baseFile, above: path, read: read, isOwn: false) else { return nil }
    let merged = layers.merge(below, with: node)
    guard layers.problems.isEmpty else {
      throw PolicyProblems(layers.problems.map { PolicyProblem(file: file, line: $0.origin.line, problem: $0.problem) })
    }
    return merged
  }

  private static func lastPart(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// A path as a file means it: from the folder that the file is in.
  private static func beside(_ file: String, _ path: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return String(file[...slash]) + path
  }
}
