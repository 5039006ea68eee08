/// A worked-out policy as text: plain TOML, each line with the file and line that it is from in a comment behind it.
///
/// The desk keeps this text when it adopts a policy that extends another, so that old decisions are read under the old
/// rules whatever becomes of the files; and problems still point at the file that somebody has to mend.
struct PolicyOrigins {
  static let header = "#@ worked out by docket from a policy that extends another"
  private static let mark = "  #@ "

  /// By line of the text, from 1.
  private let origins: [PolicyNode.Origin?]

  /// Of any policy's text; of one that was not worked out there is nothing to tell.
  init(_ text: String) {
    guard text.hasPrefix(Self.header) else {
      origins = []
      return
    }
    origins = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let mark = line.ranges(of: Self.mark).last else { return nil }
      let origin = line[mark.upperBound...]
      guard let colon = origin.lastIndex(of: ":"), let number = Int(origin[origin.index(after: colon)...]) else {
        return nil
      }
      return PolicyNode.Origin(file: String(origin[..<colon]), line: number)
    }
  }

  /// The problem where its cause stands. `file` is what the policy's own file is called in messages.
  func located(_ problem: PolicyProblem) -> PolicyProblem {
    guard let line = problem.line, origins.indices.contains(line - 1), let origin = origins[line - 1] else {
      return problem
    }
    let isOwn = problem.file.split(separator: "/").last.map(String.init) == origin.file
    return PolicyProblem(file: isOwn ? problem.file : origin.file, line: origin.line, problem: problem.problem)
  }

  // MARK: Writing

  static func text(_ root: PolicyNode) -> String {
    var lines = [header]
    write(root, path: [], to: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func write(_ node: PolicyNode, path: [String], to lines: inout [String]) {
    let entries = (node.table ?? [:]).sorted { $0.key < $1.key }
    for (key, value) in entries where value.table == nil && !isTables(value) {
      write(key: self.key(key), value, to: &lines)
    }
    for (key, value) in entries where value.table != nil {
      lines.append("[\((path + [self.key(key)]).joined(separator: "."))]" + comment(value))
      write(value, path: path + [self.key(key)], to: &lines)
    }
    for (key, value) in entries where isTables(value) {
      for element in value.list ?? [] {
        lines.append("[[\((path + [self.key(key)]).joined(separator: "."))]]" + comment(element))
        write(element, path: path + [self.key(key)], to: &lines)
      }
    }
  }

  private static func write(key: String, _ value: PolicyNode, to lines: inout [String]) {
    guard let list = value.list, list.contains(where: { $0.origin != value.origin }) else {
      lines.append("\(key) = \(inline(value))" + comment(value))
      return
    }
    lines.append("\(key) = [" + comment(value))
    for element in list { lines.append("  \(inline(element))," + comment(element)) }
    lines.append("]")
  }

  private static func inline(_ node: PolicyNode) -> String {
    switch node.value {
    case .scalar(let spelling): return spelling
    case .list(let list): return "[\(list.map(inline).joined(separator: ", "))]"
    case .table(let table):
      let pairs = table.sorted { $0.key < $1.key }.map { "\(key($0.key)) = \(inline($0.value))" }
      return pairs.isEmpty ? "{}" : "{ \(pairs.joined(separator: ", ")) }"
    }
  }

  private static func isTables(_ node: PolicyNode) -> Bool {
    node.list.map { !$0.isEmpty && $0.allSatisfy { $0.table != nil } } ?? false
  }

  private static func key(_ key: String) -> String {
    let isBare =
      !key.isEmpty
      && key.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
    return isBare ? key : PolicyNode.quoted(key)
  }

  private static func comment(_ node: PolicyNode) -> String { "\(mark)\(node.origin.file):\(node.origin.line)" }
}
