import Classifier
import Moderation
import Testing

@testable import docket_train

@Suite("Listing errors and counting groups")
struct ListingTests {
  private func judgement(
    _ id: String, _ text: String, labels: Set<Label> = [], flagged: Set<Label> = [], score: Double = 0
  ) -> Judgement {
    var scores = LabelScores()
    scores[.offensive] = score
    return Judgement(
      set: "a", comment: LabelledComment(id: id, text: text, labels: labels, spans: []),
      known: Set(Label.allCases), scores: scores, flagged: flagged)
  }

  @Test("Errors are listed surest first, by id alone unless the texts are asked for")
  func worst() {
    let judged = JudgedSet(
      "a",
      [
        judgement("1", "one", flagged: [.offensive], score: 0.61),
        judgement("2", "two\nlines\u{1B}[2J\u{202E}", flagged: [.offensive], score: 0.93),
        judgement("3", "three", labels: [.offensive], score: 0.4),
        judgement("4", "four", labels: [.offensive], score: 0.02),
        judgement("5", "five", labels: [.offensive], flagged: [.offensive], score: 0.9),
      ])
    #expect(
      WorstErrors(most: 1, showsText: false).text(.offensive, [judged]) == """
        offensive: 2 false flags, the surest first
          a 2 0.930
        offensive: 2 missed, the farthest off first
          a 4 0.020
        """)
    #expect(
      WorstErrors(most: 1, showsText: true).text(.offensive, [judged]) == """
        offensive: 2 false flags, the surest first
          a 2 0.930  two / lines [2J\u{20}
        offensive: 2 missed, the farthest off first
          a 4 0.020  four
        """)
  }

  @Test("Groups are told by their words, with or without macrons, and only by whole words")
  func identities() {
    #expect(IdentityGroup.named(in: "Kia ora to all Māori and Muslim whānau") == [.maori, .muslim])
    #expect(IdentityGroup.named(in: "maori wardens and SOLO MUMS") == [.maori, .poor])
    #expect(IdentityGroup.named(in: "The transport agency and the blackout").isEmpty)
  }

  @Test("Only comments without offence count as neutral mentions")
  func neutralMentions() {
    let table = GroupTables.identities([
      JudgedSet(
        "a",
        [
          judgement("1", "Muslim families welcome", flagged: [.offensive], score: 0.7),
          judgement("2", "a Muslim friend", score: 0.1),
          judgement("3", "a Muslim friend, insulted", labels: [.offensive], flagged: [.offensive], score: 0.9),
          judgement("4", "nobody named", score: 0.3),
        ])
    ])
    let rows = Dictionary(uniqueKeysWithValues: table.rows.map { ($0.name, $0.cells.prefix(2).map(\.text)) })
    #expect(rows["Muslim"] == ["2", "1"])
    #expect(rows["none of them"] == ["1", "0"])
  }

  @Test(
    "The language is told by script, or by its common words",
    arguments: [
      ("Ngā mihi ki te whānau katoa, kia ora koutou", Language.maori),
      ("Thanks for the kōrero, see you at the hui", .english),
      ("请问办公室几点开门", .chinese), ("ありがとうございます", .japanese), ("감사합니다", .korean),
      ("यह सेवा बहुत धीमी है", .devanagari), ("Merci pour les photos, vous avez une belle ville", .french),
      ("The road is closed again", .english), ("", .english), ("👍👍", .english),
    ])
  func languages(text: String, language: Language) {
    #expect(Language.of(text) == language)
  }
}

@Suite("Scores of the classifier")
struct ScoringTests {
  @Test("A label that is shown scores a half or more, one that is not stays below")
  func halves() throws {
    let classifier = try Classifier()
    var scratch = Scratch()
    for text in ["my son has epilepsy", "You absolute idiot", "Lovely photos, thanks!", "ring me on 021 555 0123", ""] {
      let said = classifier.scoring(for: text, scratch: &scratch)
      #expect(said.flags == classifier.flags(for: text))
      for label in Label.allCases {
        let isShown = said.flags.contains { $0.label == label }
        #expect((said.scores[label] >= 0.5) == isShown, "\(label)")
      }
    }
  }
}
