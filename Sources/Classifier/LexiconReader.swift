/// Reads word lists: a line is a term, a tab, and role names parted by spaces; `#` begins a comment line.
enum LexiconReader {
  static let files = [
    "relations.tsv", "health.tsv", "givennames.tsv", "surnames.tsv", "places.tsv", "profanity.tsv", "falsefriends.tsv",
    "cues.tsv",
  ]

  static func load() throws(LexiconError) -> Lexicon {
    var lexicon = Lexicon(capacity: 60_000)
    for file in files { try add(try LexiconFiles.read(file), named: file, to: &lexicon) }
    return lexicon
  }

  static func add(_ bytes: [UInt8], named file: String, to lexicon: inout Lexicon) throws(LexiconError) {
    var document = Document()
    var seen: [ArraySlice<UInt8>: Role] = [:]
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.first == 0x23 { continue }
      guard let tab = line.firstIndex(of: 0x09) else { throw .badLine(file: file, line: number, what: "no tab") }
      let field = line[(tab + 1)...]
      let roles: Role
      if let known = seen[field] {
        roles = known
      } else {
        var union: Role = []
        for name in field.split(separator: 0x20) {
          let name = String(decoding: name, as: UTF8.self)
          guard let role = Role.named[name] else {
            throw .badLine(file: file, line: number, what: "unknown role \(name)")
          }
          union.formUnion(role)
        }
        seen[field] = union
        roles = union
      }
      document.read(String(decoding: line[..<tab], as: UTF8.self))
      lexicon.insert(document.tokens, roles)
    }
  }
}
