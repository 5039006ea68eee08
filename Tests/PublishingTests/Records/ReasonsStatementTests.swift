import Desk
import Moderation
import Publishing
import Testing

@Suite("A statement of reasons")
struct ReasonsStatementTests {
  let office = RecordOffice()

  @Test("It has the three parts of section 23 and the rights of review, and not a word of the comment")
  func parts() throws {
    let desk = try office.captured()
    let history = try #require(try desk.detail(office.item)).history
    let statement = ReasonsStatement(
      of: office.item, history: history, agency: "Waka Tōtara",
      review: [OversightContact(id: "ombudsman", title: "the Ombudsman", contact: "info@ombudsman.example")],
      localTime: { $0.civil() }
    ) { _, code in
      Reason(code: code, title: "A record", head: .request, citizenText: "", basis: "BC L151", verbs: [.record])
    }
    let text = try #require(statement.text)
    #expect(
      text.hasPrefix(
        """
        STATEMENT OF REASONS

        Waka Tōtara, about comment \(office.item.rawValue)

        2026-09-21 14:13: record (entry 4 of the log)

        1. Findings on material issues of fact
           It was flagged as personal: high, score 0.90 (rule personal.name@1).
           It was visible before.

        2. Information on which the findings were based
           Revision 1 of the comment, salted SHA-256
        """), "\(text)")
    #expect(text.contains("   REC-1@1, A record: rests on BC L151.\n"))
    #expect(text.contains("Decided by a person, in the role of owner, under authority owner:waka."))
    #expect(
      text.hasSuffix(
        """
        Review
           You may ask Waka Tōtara to look at this again.
           You may complain to the Ombudsman: info@ombudsman.example

        """))
    #expect(!text.contains("neighbour") && !text.contains("Jane"))
  }

  @Test("Where nothing was decided there is nothing to state, and what was taken back is told as that")
  func none() throws {
    let desk = try office.captured()
    try desk.undo(by: RecordOffice.kereru)
    let history = try #require(try desk.detail(office.item)).history
    func statement(_ history: [Event]) -> String? {
      ReasonsStatement(
        of: office.item, history: history, agency: "W", review: [], localTime: { $0.civil() }
      ) { _, _ in nil }.text
    }
    #expect(statement(history)?.contains("Taken back on 2026-09-21") == true)
    #expect(statement(history)?.contains("1. Findings") == false)
    #expect(statement([]) == nil)
  }
}
