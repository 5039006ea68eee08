import Moderation
import Testing

@testable import Classifier

@Suite("Health of other people")
struct HealthOfOthersTests {
  @Test(
    "Each pair differs in whose health it is, or in whether it is health at all",
    arguments: [
      ("my son has epilepsy and the school won't help", "I have epilepsy and the school won't help"),
      ("My mum was diagnosed with breast cancer in May", "I was diagnosed with breast cancer in May"),
      ("our neighbour at no. 9 has dementia", "people with dementia deserve better"),
      ("my cousin Tui is hapū with her third", "our hapū has lived here for 800 years"),
      ("Sione Tautahi takes fluoxetine", "fluoxetine has been out of stock for weeks"),
      ("my brother has cancer", "my brother is allergic to work"),
      ("my wife has diabetes", "my wife is sick of your excuses"),
      ("my daughter has arthritis", "my dog has arthritis"),
      ("my mum has dementia", "my mother volunteers for the Heart Foundation"),
      ("my mum has diabetes", "if my mum gets diabetes will she be covered?"),
      ("Dad's dementia is worse", "Dad runs the dementia unit"),
      ("my nan had a stroke", "The Minister had covid"),
    ])
  func contrast(other: String, none: String) throws {
    #expect(try Shared.labels(other).contains(.health), "\(other)")
    #expect(try !Shared.labels(none).contains(.health), "\(none)")
  }

  @Test("A pronoun of the next sentence points back at the person")
  func pronounChain() throws {
    let text = "My dad waited all day. He has bowel cancer."
    let flag = try #require(try Shared.flags(text).first { $0.label == .health })
    #expect(flag.spans.map { Shared.quote($0, in: text) } == ["My dad", "bowel cancer"])
    #expect(flag.spans.map(\.subject) == [.other, .other])
    #expect(flag.severity == .high)
  }

  @Test("The why names person, link and detail")
  func why() throws {
    let flag = try #require(try Shared.flags("My mum has breast cancer").first)
    #expect(flag.why == "Health of another person: \"my mum\" + has + \"breast cancer\"")
    #expect(flag.rule == "health.third_party@2")
  }
}
