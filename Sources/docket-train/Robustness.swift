import Classifier
import Moderation

/// The same comments as a careless hand would type them: recall must not fall with the spelling.
enum Robustness {
  private static let macrons: [Character: Character] = [
    "ā": "a", "ē": "e", "ī": "i", "ō": "o", "ū": "u", "Ā": "A", "Ē": "E", "Ī": "I", "Ō": "O", "Ū": "U",
  ]

  static let variants: [(name: String, change: @Sendable (String) -> String)] = [
    ("as written", { $0 }),
    ("lower case", { $0.lowercased() }),
    ("upper case", { $0.uppercased() }),
    ("no apostrophes", { String($0.filter { $0 != "'" && $0 != "’" }) }),
    ("no macrons", { String($0.map { macrons[$0] ?? $0 }) }),
    ("emoji for the third space", { emoji(in: $0) }),
    ("full-width digits", { String(String.UnicodeScalarView($0.unicodeScalars.map { wide($0) })) }),
    ("line breaks for the fifth space", { breaks(in: $0) }),
  ]

  static func table(_ answers: [Answer], _ classify: (String) -> [Flag]) -> String {
    var table = TextTable("as typed", "health recall", "precision", "personal recall", "precision")
    for variant in variants {
      var health = Counts()
      var personal = Counts()
      for answer in answers {
        let found = Set(classify(variant.change(answer.comment.text)).map(\.label))
        health.add(truth: answer.comment.labels.contains(.health), answer: found.contains(.health))
        personal.add(truth: answer.comment.labels.contains(.personal), answer: found.contains(.personal))
      }
      table.add(
        variant.name, Figure.share(health.recall), Figure.share(health.precision), Figure.share(personal.recall),
        Figure.share(personal.precision))
    }
    return table.text
  }

  private static func emoji(in text: String) -> String { every(3, in: text, put: " 😬 ") }

  private static func breaks(in text: String) -> String { every(5, in: text, put: "\n") }

  private static func every(_ count: Int, in text: String, put sign: String) -> String {
    var spaces = 0
    var changed = ""
    for character in text {
      if character == " " { spaces += 1 }
      changed += character == " " && spaces % count == 0 ? sign : String(character)
    }
    return changed
  }

  private static func wide(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0x30...0x39).contains(scalar.value), let wide = Unicode.Scalar(scalar.value + 0xFEE0) else { return scalar }
    return wide
  }
}
