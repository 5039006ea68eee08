/// Reads a word list as `docket lexicon check` does: every line, and everything that is wrong with it.
public struct LexiconCheck: Sendable, Equatable {
  /// Entries that were read.
  public private(set) var entries = 0
  /// In order of their lines.
  public private(set) var problems: [Problem] = []

  public struct Problem: Sendable, Equatable, CustomStringConvertible {
    public var file: String
    /// From 1.
    public var line: Int
    /// What is wrong and what to write instead.
    public var what: String

    public var description: String { "\(file):\(line): \(what)" }
  }

  /// The names of the bundled lists.
  public static var bundled: [String] { LexiconReader.files + [AbusePatterns.file] }

  /// Checks a list that the program was installed with.
  public static func bundled(_ name: String) throws(LexiconError) -> LexiconCheck {
    LexiconCheck(of: try LexiconFiles.read(name), named: name)
  }

  /// Checks a list of terms and roles, or of patterns where the name ends in `patterns.tsv`.
  public init(of bytes: [UInt8], named file: String) {
    if file.hasSuffix("patterns.tsv") {
      checkPatterns(bytes, file)
      return
    }
    var seen: [[UInt64]: Int] = [:]
    var document = Document()
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.first == 0x23 { continue }
      if line.last == 0x0D { note(file, number, "the line ends in CR; save the file with plain line ends") }
      guard let tab = line.firstIndex(of: 0x09) else {
        note(file, number, "no tab; write the term, a tab, and its roles")
        continue
      }
      let term = String(decoding: line[..<tab], as: UTF8.self)
      checkRoles(line[(tab + 1)...], file, number)
      document.read(term)
      let hashes = document.tokens.map(\.hash)
      if hashes.isEmpty {
        note(file, number, "the term has no letter or digit")
      } else if hashes.count > Lexicon.longest {
        note(file, number, "\"\(term)\" has \(hashes.count) words; at most \(Lexicon.longest) are matched")
      } else if let first = seen[hashes] {
        note(file, number, "\"\(term)\" is on line \(first) already; put the roles together there")
      } else {
        seen[hashes] = number
        entries += 1
      }
    }
  }

  private mutating func checkRoles(_ field: ArraySlice<UInt8>, _ file: String, _ line: Int) {
    let names = field.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    if names.isEmpty { note(file, line, "no role after the tab") }
    for name in names where Role.named[name] == nil {
      let near = Self.nearest(to: name).map { "; did you mean \($0)?" } ?? ""
      note(file, line, "unknown role \(name)\(near)")
    }
  }

  /// Classes must stand before the patterns that name them, so the list is read as a whole, again after each bad line.
  private mutating func checkPatterns(_ bytes: [UInt8], _ file: String) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    entries = lines.count { !$0.isEmpty && $0.first != 0x23 }
    while true {
      do throws(LexiconError) {
        _ = try AbusePatterns(Array(lines.joined(separator: [0x0A])), named: file)
        return
      } catch {
        guard case .badLine(_, let line, let what) = error, lines.indices.contains(line - 1) else { return }
        note(file, line, what)
        lines[line - 1] = []
        entries -= 1
      }
    }
  }

  private mutating func note(_ file: String, _ line: Int, _ what: String) {
    problems.append(Problem(file: file, line: line, what: what))
  }

  /// The known role with the most letters in common at its start, or one slip away.
  private static func nearest(to name: String) -> String? {
    let best = Role.named.keys.sorted().max { common($0, name) < common($1, name) }
    return best.flatMap { common($0, name) >= 3 || abs($0.count - name.count) <= 1 && common($0, name) >= 2 ? $0 : nil }
  }

  private static func common(_ a: String, _ b: String) -> Int {
    zip(a.lowercased(), b.lowercased()).prefix { $0 == $1 }.count
  }
}

extension LexiconCheck {
  /// Checks a file.
  public init(path: String) throws(LexiconError) { self.init(of: try LexiconFiles.read(path: path), named: path) }
}
