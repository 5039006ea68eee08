import Desk
import Foundation
import Moderation
import Publishing
import Testing

@Suite("What an author is given")
struct OwnInformationTextTests {
  let office = RecordOffice()

  private func text(hiding: @escaping @Sendable (String) -> [Span] = { _ in [] }) throws -> OwnInformationText {
    let desk = try office.captured()
    try desk.note("Jane Smith rang about it", on: office.item, by: RecordOffice.kereru)
    let held = try desk.ownInformation(
      ofAuthorOf: office.item, purpose: "Privacy Act request", by: RecordOffice.keeper)
    return OwnInformationText(held, label: RecordOffice.label, hiding: hiding)
  }

  @Test("It reads from the marking to the last act, with the details of others masked and staff by number")
  func reads() throws {
    let text = try text { words in
      guard let found = words.range(of: "Jane Smith") else { return [] }
      let start = words.unicodeScalars.distance(from: words.startIndex, to: found.lowerBound)
      return [Span(start: start, end: start + 10, type: .person, subject: .other)]
    }
    let lines = text.text.split(separator: "\n").map(String.init)
    #expect(lines.first == "IN CONFIDENCE")
    #expect(lines.contains("The platform calls you: Name of u1, u1"))
    #expect(lines.contains("    My neighbour [person] fell on the new ramp"))
    #expect(lines.contains("    “[person] rang about it”"))
    #expect(lines.contains { $0.hasSuffix("decided record (REC-1@1), by owner 1") })
    for words in [text.text, text.json] {
      #expect(!words.contains("Jane Smith"))
      #expect(!words.contains("kereru"))
    }
    let json = try JSONSerialization.jsonObject(with: Data(text.json.utf8)) as? [String: Any]
    #expect(json?["marking"] as? String == "IN CONFIDENCE" && json?["purpose"] as? String == "Privacy Act request")
    #expect((json?["comments"] as? [Any])?.count == 1)
  }

  @Test("The author's own details stay")
  func own() throws {
    let text = try text { words in
      words.hasPrefix("My neighbour") ? [Span(start: 24, end: 28, type: .address, subject: .author)] : []
    }
    #expect(text.text.contains("fell on the new ramp"))
  }
}
