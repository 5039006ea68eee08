/// Reads word lists: a line is a term, a tab, and role names parted by spaces; `#` begins a comment line.
enum LexiconReader {
  static let files = [
    "relations.tsv", "health.tsv", "givennames.tsv", "surnames.tsv", "places.tsv", "profanity.tsv", "falsefriends.tsv",
    "cues.tsv", "abuse.tsv",
  ]

  static func load() throws(LexiconError) -> Lexicon {
    var lexicon = Lexicon(capacity: 65_000)
    for file in files { try add(try LexiconFiles.read(file), named: file, to: &lexicon) }
    Misspelling.add(to: &lexicon)
    return lexicon
  }

  static func add(_ bytes: [UInt8], named file: String, to lexicon: inout Lexicon) throws(LexiconError) {
    var lines = LexiconLines(file: file)
    var document = Document()
    var problem: LexiconError?
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      while start < buffer.count, problem == nil {
        var end = start
        while end < buffer.count, buffer[end] != 0x0A { end += 1 }
        switch lines.read(UnsafeBufferPointer(rebasing: buffer[start..<end])) {
        case .nothing: break
        case .problem(let found): problem = found
        case .hashes(let hashes, let roles): lexicon.insert(hashes, roles)
        case .text(let text, let roles):
          document.read(text)
          lexicon.insert(document.tokens.map(\.hash), roles)
        }
        start = end + 1
      }
    }
    if let problem { throw problem }
  }
}

/// Reads the lines of one list. Terms of plain letters are hashed as they stand; others go through a document.
struct LexiconLines {
  enum Line {
    case nothing
    case hashes([UInt64], Role)
    case text(String, Role)
    case problem(LexiconError)
  }

  private let file: String
  private var number = 0
  private var lastField: [UInt8] = []
  private var lastRoles: Role = []
  private var hashes: [UInt64] = []

  init(file: String) { self.file = file }

  mutating func read(_ line: UnsafeBufferPointer<UInt8>) -> Line {
    number += 1
    if line.isEmpty || line[0] == 0x23 { return .nothing }
    guard let tab = line.firstIndex(of: 0x09) else {
      return .problem(.badLine(file: file, line: number, what: "no tab"))
    }
    if let problem = readRoles(UnsafeBufferPointer(rebasing: line[(tab + 1)...])) { return .problem(problem) }
    let term = UnsafeBufferPointer(rebasing: line[..<tab])
    return hash(term) ? .hashes(hashes, lastRoles) : .text(String(decoding: term, as: UTF8.self), lastRoles)
  }

  /// Neighbouring lines mostly name the same roles.
  private mutating func readRoles(_ field: UnsafeBufferPointer<UInt8>) -> LexiconError? {
    if field.elementsEqual(lastField) { return nil }
    var union: Role = []
    for name in field.split(separator: 0x20) {
      let name = String(decoding: name, as: UTF8.self)
      guard let role = Role.named[name] else { return .badLine(file: file, line: number, what: "unknown role \(name)") }
      union.formUnion(role)
    }
    lastField = Array(field)
    lastRoles = union
    return nil
  }

  /// Hashes a term of lower-case letters, digits, spaces and hyphens as the sweep would; false for anything else.
  private mutating func hash(_ term: UnsafeBufferPointer<UInt8>) -> Bool {
    hashes.removeAll(keepingCapacity: true)
    var hash = Hashing.seed
    var isOpen = false
    for byte in term {
      if byte &- 0x61 < 26 || Byte.isDigit(byte) {
        hash = Hashing.add(byte, to: hash)
        isOpen = true
      } else if byte == 0x20 || byte == 0x2D {
        if isOpen { hashes.append(Hashing.finish(hash)) }
        hash = Hashing.seed
        isOpen = false
      } else {
        return false
      }
    }
    if isOpen { hashes.append(Hashing.finish(hash)) }
    return !hashes.isEmpty
  }
}
