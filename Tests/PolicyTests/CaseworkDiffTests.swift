import Moderation
import Policy
import Testing

@Suite("What changes between two policies' casework")
struct CaseworkDiffTests {
  @Test("Every part is compared and shown", arguments: changes)
  func parts(_ change: Change) throws {
    let old = try PolicyFile.parse(CaseworkFixture.text, file: "old")
    let new = try PolicyFile.parse(try CaseworkFixture.text(change.from, change.to), file: "new")
    #expect(PolicyDiff.lines(old, new) == [change.line])
    #expect(PolicyText.lines(old) != PolicyText.lines(new))
  }

  struct Change: Sendable, CustomTestStringConvertible {
    var from: String
    var to: String
    var line: String
    var testDescription: String { line }

    init(_ from: String, _ to: String, _ line: String) {
      self.from = from
      self.to = to
      self.line = line
    }
  }

  static let changes = [
    Change("version = \"2\"", "version = \"3\"", "~ document version: 2 → 3"),
    Change("text = \"Please do not.\"", "text = \"Do not.\"", "~ house_rule H1 text: Please do not. → Do not."),
    Change("regime = \"nz-oia\"", "regime = \"nz-lgoima\"", "~ casework regime: nz-oia → nz-lgoima"),
    Change("review_body = \"ombudsman\"\n", "", "~ casework review_body: ombudsman → nothing"),
    Change(
      "saturday = [\"09:00-12:00\"]\n", "",
      "~ casework hours: mon 08:30-17:00, tue 08:30-17:00, wed 08:30-17:00, thu 08:30-17:00, fri 08:30-17:00, "
        + "sat 09:00-12:00 → mon 08:30-17:00, tue 08:30-17:00, wed 08:30-17:00, thu 08:30-17:00, fri 08:30-17:00"),
    Change(
      "S1 = \"1 working hour\"", "S1 = \"3 working hours\"",
      "~ casework acknowledge: now also S1 3 working hours; no longer S1 1 working hour"),
    Change("to = 2026-12-31", "to = 2027-12-31", "~ roster boss a.ana 2026-01-01 to: 2026-12-31 → 2027-12-31"),
    Change("contact = \"0800\"", "contact = \"0900\"", "~ contact ombudsman contact: 0800 → 0900"),
    Change("from = 2020-12-01", "from = 2020-12-02", "~ statute privacy from: 2020-12-01 → 2020-12-02"),
    Change("1 year 6 months", "2 years", "~ retention KEEP keep: 1 year 6 months → 2 years"),
    Change(
      "offensive = 0.7", "offensive = 0.8", "~ flagging thresholds: now also offensive 0.80; no longer offensive 0.70"),
    Change("severity = \"high\"", "severity = \"low\"", "~ watch bridge* severity: high → low"),
    Change(
      "en = \"We know.\"", "en = \"We do.\"", "~ template aware text: now also en: We do.; no longer en: We know."),
    Change("purpose = \"decision\"", "purpose = \"notice\"", "~ template decision purpose: decision → notice"),
    Change("text = \"Look.\"", "text = \"See.\"", "~ playbook one steps: now also see: See.; no longer see: Look."),
    Change(
      "house_rule = \"H1\"\nretention = \"KEEP\"\n", "house_rule = \"H1\"\n",
      "~ reason SPAM retention: KEEP → nothing"),
    Change(
      "[casework.hours]", "[replies.guard]\npromise = \"block\"\n\n[casework.hours]",
      "~ casework guard: now also promise block"),
  ]

  @Test("Whatever stands where a value should, a file is read or refused with lines that it has")
  func oddValues() throws {
    let odd = [
      "7", "\"x\"", "[]", "{}", "true", "2026-01-01", "1e308", "[[[[]]]]", "-9223372036854775808", "\"\"", "nan",
      "[{ a = [] }]", "\"{{\"", "10:00:00", "\"9223372036854775807 years 9223372036854775807 years\"",
    ]
    let lines = CaseworkFixture.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var refused = 0
    for (place, line) in lines.enumerated() {
      guard let equals = line.firstRange(of: " = ") else { continue }
      for step in 0..<2 {
        var changed = lines
        changed[place] = line[..<equals.upperBound] + odd[(place * 2 + step) % odd.count]
        do {
          let policy = try PolicyFile.parse(changed.joined(separator: "\n"), file: "p")
          for found in PolicyLint.check(policy, file: "p", on: try #require(Fixture.day)) {
            #expect(found.line.map { (1...lines.count).contains($0) } ?? true)
          }
        } catch let problems as PolicyProblems {
          refused += 1
          #expect(problems.problems.allSatisfy { $0.line.map { (1...lines.count).contains($0) } ?? true })
        }
      }
    }
    #expect(refused > 50)
  }

  @Test("A file with thousands of entries is read")
  func huge() throws {
    var text = CaseworkFixture.text
    for n in 0..<2000 { text += "\n[[contact]]\nid = \"c\(n)\"\ntitle = \"t\"\ncontact = \"c\"\n" }
    #expect(try PolicyFile.parse(text, file: "p").casework.contacts.count == 2002)
  }
}
