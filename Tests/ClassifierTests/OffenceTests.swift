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

  @Test("A threat against a person is high")
  func threat() throws {
    let flag = try #require(try Shared.flags("I'll kill you").first { $0.label == .offensive })
    #expect(flag.severity == .high)
    #expect(flag.spans.contains { $0.type == .threat })
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
