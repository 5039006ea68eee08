import Moderation
import Testing

@testable import Classifier

@Suite("Personal details")
struct PersonalTests {
  @Test(
    "A private detail is flagged; its public look-alike is not",
    arguments: [
      ("call my husband on 021 555 0134", "ring Healthline on 0800 611 116"),
      ("He lives at 14B Rimu Street, Kilbirnie and his dog barks", "Rimu Street is flooded"),
      ("send it to me at 72a Kereru Place Tauranga", "the council office at 113 The Terrace is open till 5"),
      ("my email is tane.k@mailbox.example", "email info@council.govt.nz"),
      ("my IRD number is 49-091-850", "invoice 49091850 is still unpaid"),
      ("my account is 01-0242-0100194-00", "order 0102420100194 has not come"),
      ("her date of birth is 12 March 1986", "the meeting is on 12 March 2026"),
    ])
  func contrast(detail: String, none: String) throws {
    #expect(try Shared.labels(detail).contains(.personal), "\(detail)")
    #expect(try !Shared.labels(none).contains(.personal), "\(none)")
  }

  @Test(
    "Numbers of public services are never personal",
    arguments: [
      "ring 111", "text 1737", "call 0508 828 865 now", "call 1800 55 1800", "ring 13 11 14", "call us on 1300 22 4636",
      "phone 0800 543 354",
    ])
  func publicNumbers(text: String) throws { #expect(try !Shared.labels(text).contains(.personal)) }

  @Test("A phone number's span covers the number as written, wherever emoji and macrons stand before it")
  func spans() throws {
    let text = "🌊👩‍👩‍👧 Kia ora! Ko Mānia tōku māmā, ring her on +64 21 555 0134"
    let flag = try #require(try Shared.flags(text).first { $0.label == .personal })
    #expect(flag.spans.map { Shared.quote($0, in: text) } == ["+64 21 555 0134"])
  }

  @Test("A published IRD example passes; with any one digit wrong it fails")
  func taxNumberCheck() {
    let valid: [UInt8] = [4, 9, 0, 9, 1, 8, 5, 0]
    #expect(Checksum.ird(valid))
    for place in valid.indices {
      for digit: UInt8 in 0...9 where digit != valid[place] {
        var wrong = valid
        wrong[place] = digit
        #expect(!Checksum.ird(wrong), "\(wrong)")
      }
    }
  }

  @Test("Where the first weights give ten the second ones decide, and only one check digit is right")
  func secondWeights() {
    let body: [UInt8] = [1, 3, 6, 4, 1, 0, 1, 3]
    #expect((0...9).filter { Checksum.ird(body + [$0]) } == [2])
  }

  @Test("The check digit is evidence, not proof: a bare valid number is not enough")
  func checkAlone() throws { #expect(try Shared.labels("seen 136410132 of them").isEmpty) }

  @Test("The why of an IRD number tells shape, grouping, check and cue")
  func taxNumberWhy() throws {
    let flag = try #require(try Shared.flags("my ird is 136-410-132").first)
    #expect(flag.why == "Looks like an IRD number: 9 digits in 3-3-3, check digit right, near \"ird\"")
  }
}
