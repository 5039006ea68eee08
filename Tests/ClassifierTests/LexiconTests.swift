import Testing

@testable import Classifier

@Suite("Word lists")
struct LexiconTests {
  @Test("The bundled lists have nothing wrong with them", arguments: LexiconCheck.bundled)
  func bundled(name: String) throws {
    let check = try LexiconCheck.bundled(name)
    #expect(check.entries > 100)
    #expect(check.problems == [])
  }

  @Test("A check names file and line and says what to write instead")
  func problems() {
    let check = LexiconCheck(
      of: Array("# head\nmum\tkin\ndad kin\nmum's\tkin\npop\tkinn\n!!\tkin\na b c d e f g\tkin\n".utf8), named: "x.tsv")
    #expect(
      check.problems.map(\.description) == [
        "x.tsv:3: no tab; write the term, a tab, and its roles",
        "x.tsv:4: \"mum's\" is on line 2 already; put the roles together there",
        "x.tsv:5: unknown role kinn; did you mean kin?",
        "x.tsv:6: the term has no letter or digit",
        "x.tsv:7: \"a b c d e f g\" has 7 words; at most 6 are matched",
      ])
    #expect(check.entries == 2)
  }

  @Test("All tables take less than two megabytes")
  func size() throws { #expect(try Shared.loaded.get().lexicon.size < 2_000_000) }

  @Test(
    "A term hashes the same from a list as from a comment",
    arguments: ["breast cancer", "self-harm", "alzheimer's", "hapū", "o'brien", "a&e", "type 1"])
  func hashing(term: String) throws {
    var lexicon = Lexicon(capacity: 64)
    try LexiconReader.add(Array("\(term)\tcondition\n".utf8), named: "x.tsv", to: &lexicon)
    var document = Document()
    document.read("so \(term.uppercased()), yes")
    lexicon.mark(&document)
    #expect(document.roles.contains(.condition))
  }

  @Test(
    "One slip in a common illness is seen through; an ordinary word is not",
    arguments: [
      ("my dad has dimentia", true), ("my dad has epilespy", true), ("my nan has diabetis", true),
      ("my dad has cement", false),
    ])
  func misspelt(text: String, isFound: Bool) throws { #expect(try Shared.labels(text).contains(.health) == isFound) }
}
