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

  /// Recall and precision over all labels, and of the two that rules alone find.
  static func table(_ answers: [Answer], _ classify: (String) -> [Flag]) -> FigureTable {
    var table = FigureTable(
      "as typed", "variant", "recall", "precision", "health recall", "health precision", "personal recall",
      "personal precision")
    for variant in variants {
      var counts: [Label: Counts] = [:]
      for answer in answers {
        let found = Set(classify(variant.change(answer.comment.text)).map(\.label))
        for label in Label.allCases {
          counts[label, default: Counts()]
            .add(truth: answer.comment.labels.contains(label), answer: found.contains(label))
        }
      }
      let all = counts.values.reduce(Counts(), +)
      let parts = [all, counts[.health] ?? Counts(), counts[.personal] ?? Counts()]
      table.add(variant.name, parts.flatMap { [.figure($0.recall, nil), .figure($0.precision, nil)] })
    }
    return table
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
