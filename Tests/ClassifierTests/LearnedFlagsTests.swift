import Moderation
import Testing

@testable import Classifier

@Suite("Learned flags")
struct LearnedFlagsTests {
  private static func flag(_ text: String, _ label: Label) throws -> Flag {
    try #require(try Shared.flags(text).first { $0.label == label }, "\(text)")
  }

  @Test(
    "The sort of a flag is told by its words",
    arguments: [
      ("You deleted my comment twice now, why are you hiding questions from ratepayers?", FlagKind.channel),
      ("I've waited nine weeks and nobody rings me back, this is appalling service", .service),
      ("The officer at your front desk was so rude to my mother, she laughed at her", .staff),
      (
        "You published my name and address on your website, that is a privacy breach and I want it fixed",
        .privacyBreach
      ),
      ("Under the Official Information Act please release all emails about the rebrand", .official),
      ("What information do you hold about me? I want a copy of my file", .ownInformation),
      ("Earn $5000 weekly trading bitcoin, message me on WhatsApp to start today", .scam),
      ("I will kill you, I know where you live", .threat),
      ("You pack of useless clowns, what a bunch of idiots", .insult),
    ])
  func kinds(text: String, kind: FlagKind) throws {
    let flag = try Self.flag(text, kind.label)
    #expect(flag.kind == kind, "\(flag.rule) \(flag.why)")
  }

  @Test("The why quotes the words that carried the score, and they are marked")
  func why() throws {
    let text = "I have been waiting nine weeks for a reply and nobody ever answers the phone at your office"
    let flag = try Self.flag(text, .complaint)
    #expect(flag.why.hasPrefix("Dissatisfied with the agency's service or decision: \""))
    let cues = flag.spans.filter { $0.type == .cue }
    #expect(!cues.isEmpty && cues.count <= 2)
    for span in cues { #expect(flag.why.contains("\"" + Shared.quote(span, in: text).lowercased() + "\"")) }
  }

  @Test("A link of spam is marked as it stands, and a mail box is none")
  func links() throws {
    var document = Document()
    let text = "win now at https://free-money.example/claim?x=1, or www.prizes.example (mail joe@win.example)"
    document.read(text)
    let links = Links.find(in: document).map { Shared.quote(document.span(bytes: $0, .link), in: text) }
    #expect(links == ["https://free-money.example/claim?x=1", "www.prizes.example"])
  }

  @Test("An access law that a request names is marked")
  func statute() throws {
    let text = "Under the OIA please release the full report on the bridge and what it cost"
    let flag = try Self.flag(text, .request)
    #expect(flag.spans.contains { $0.type == .statute && Shared.quote($0, in: text) == "OIA" })
  }

  @Test("Danger comes first, and untargeted swearing last")
  func severity() throws {
    #expect(
      try Self.flag("we're trapped on the roof, the water is rising, send help please", .welfare).severity == .critical)
    #expect(try Self.flag("I will kill you, I know where you live", .offensive).severity >= .high)
  }

  @Test(
    "Who speaks of their own death is seen; who dies of laughter is not",
    arguments: [
      ("I can't go on anymore, I want to die", true), ("honestly I just want to end my life", true),
      ("I wanted to die of embarrassment at the counter", false), ("I could kill myself laughing at this", false),
    ])
  func despair(text: String, isSeen: Bool) throws {
    #expect(try Shared.labels(text).contains(.welfare) == isSeen, "\(text)")
  }

  @Test("Carrying words come from one sentence and are few")
  func carriers() throws {
    var parts = ModelParts()
    for word in ["nine", "weeks", "nobody", "rings"] as [StaticString] {
      parts.words.append((Hashing.word(word), Lanes(0, 1, 0, 0, 0, 0, 0, 0)))
    }
    let model = try LinearModel(parts.bytes())
    var document = Document()
    document.read("It took nine weeks. And then nobody rings, they say")
    let carriers = Carriers(of: .complaint, model, in: document, excused: [])
    #expect(carriers.ranges.map { document.words($0) } == ["nine weeks", "nobody rings"])
  }

  @Test("Only the label's own rules name its sort")
  func flagKind() {
    func kind(_ label: Label, _ rule: String) -> FlagKind? {
      Flag(label: label, score: Score(0.9), severity: .low, why: "", spans: [], rule: rule).kind
    }
    #expect(kind(.offensive, "offensive.threat.direct@2") == .threat)
    #expect(kind(.offensive, "offensive.slur@2") == .hate)
    #expect(kind(.complaint, "complaint.privacy_breach@3") == .privacyBreach)
    #expect(kind(.complaint, "complaint.scam@3") == nil)
    #expect(kind(.personal, "personal.email@1") == nil)
    #expect(FlagKind.allCases.allSatisfy { kind($0.label, "\($0.label.rawValue).\($0.rawValue)@3") == $0 })
  }
}
