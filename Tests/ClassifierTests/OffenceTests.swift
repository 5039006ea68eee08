import Moderation
import Testing

@testable import Classifier

@Suite("Offence")
struct OffenceTests {
  @Test(
    "Disguises are seen through",
    arguments: [
      "what the f*ck", "this is sh1t", "you i d i o t", "fuuuuck off", "b1tch", "you a$$hole", "f.u.c.k this",
      "ｆｕｃｋ this",
      "fu\u{200B}ck this", "fuсk this",
    ])
  func disguised(text: String) throws { #expect(try Shared.labels(text).contains(.offensive), "\(text)") }

  @Test(
    "Mild words, names and places are left alone",
    arguments: [
      "Scunthorpe is lovely", "the bloody road again", "Dick Smith is closed", "damn, missed it",
      "a cocktail in Cockle Bay",
      "feckin weather", "shiitake mushrooms", "Penistone station", "saltwater pools",
    ])
  func lookAlikes(text: String) throws { #expect(try !Shared.labels(text).contains(.offensive), "\(text)") }

  @Test(
    "Severity says what cannot wait",
    arguments: [
      ("I'll kill you", Severity.critical), ("watch your back tonight", .high), ("hang the lot of them", .high),
      ("immigrants are vermin", .high), ("another gyppo camp", .high), ("you useless cretins", .medium),
      ("fuck you", .medium), ("fucking rain", .low), ("bullsh*t weather", .low),
    ] as [(String, Severity)])
  func severity(text: String, severity: Severity) throws {
    var scratch = Scratch()
    try Shared.loaded.get().find(in: text, scratch: &scratch)
    #expect(scratch.composition.evidence.map(\.rule.severity).max() == severity, "\(text)")
  }

  @Test(
    "The why says what was seen, and at whom",
    arguments: [
      ("you heartless parasites", "insult at a person: \"you\" + \"heartless parasites\""),
      ("gypsies are all thieves", "a group called inferior: \"gypsies are all thieves\""),
      ("what a sh1tty bus", "profanity: \"sh1tty\", disguised"),
      ("someone should burn that office", "call for violence: \"someone should burn that office\""),
    ])
  func why(text: String, why: String) throws {
    let whys = try Shared.loaded.get().explain(text).evidence.filter { $0.label == .offensive }.map(\.why)
    #expect(whys.contains(why), "\(whys)")
  }

  @Test("The span of a disguise covers it exactly")
  func span() throws {
    for (text, quote) in [("é what f**king rot", "f**king"), ("you i d i o t!", "i d i o t"), ("(sh1t)", "sh1t")] {
      let found = try Shared.loaded.get().explain(text).evidence.filter { $0.label == .offensive }
      #expect(found.flatMap(\.spans).map { Shared.quote($0, in: text) }.contains(quote), "\(text)")
    }
  }

  @Test("No form of the list of look-alikes raises a flag")
  func falseFriends() throws {
    var bad: [String] = []
    for line in try LexiconFiles.read("falsefriends.tsv").split(separator: 0x0A) where line.first != 0x23 {
      let word = String(decoding: line.prefix { $0 != 0x09 }, as: UTF8.self)
      if try Shared.labels("We saw \(word) there").contains(.offensive) { bad.append(word) }
    }
    #expect(bad == [])
  }
}
