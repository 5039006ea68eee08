/// The language that most of a comment is written in, told well enough to count by.
enum Language: String, CaseIterable {
  case english = "English"
  case maori = "Māori"
  case samoan = "Samoan"
  case tongan = "Tongan"
  case french = "French"
  case chinese = "Chinese"
  case japanese = "Japanese"
  case korean = "Korean"
  case devanagari = "Hindi (Devanagari)"
  case gurmukhi = "Punjabi (Gurmukhi)"
  case arabic = "Arabic script"
  case cyrillic = "Cyrillic script"

  static func of(_ text: String) -> Language { byScript(text) ?? byWords(text) }

  private static let scripts: [(language: Language, ranges: [ClosedRange<UInt32>])] = [
    // Kana first: Japanese has Chinese characters too.
    (.japanese, [0x3040...0x30FF]), (.korean, [0xAC00...0xD7AF, 0x1100...0x11FF]), (.chinese, [0x4E00...0x9FFF]),
    (.devanagari, [0x0900...0x097F]), (.gurmukhi, [0x0A00...0x0A7F]), (.arabic, [0x0600...0x06FF]),
    (.cyrillic, [0x0400...0x04FF]),
  ]

  /// A script that a fifth of the letters belong to.
  private static func byScript(_ text: String) -> Language? {
    let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic }
    return scripts.first { script in
      let own = letters.count { letter in script.ranges.contains { $0.contains(letter.value) } }
      return own > 0 && own * 5 >= letters.count
    }?.language
  }

  private static let commonWords: [(language: Language, words: Set<String>)] = [
    (
      .maori,
      [
        "te", "nga", "he", "ki", "mo", "kia", "ko", "ka", "tena", "koe", "koutou", "matou", "tatou", "whanau", "ana",
        "kei", "hoki", "ake", "mai", "taku", "toku", "ora", "aroha", "mihi", "katoa", "nei", "hea", "kua", "ia",
        "ratou",
      ]
    ),
    (
      .samoan,
      ["le", "o", "lo'u", "mo", "fa'afetai", "talofa", "e", "ma", "ua", "lea", "outou", "tele", "aiga", "fa'amolemole"]
    ),
    (.tongan, ["malo", "'a", "'oku", "ki", "he", "mo", "ko", "'e", "hono", "fakamolemole", "lelei", "e", "pea"]),
    (.french, ["je", "le", "la", "les", "des", "est", "une", "pour", "vous", "pas", "dans", "que", "merci", "avec"]),
  ]

  /// A language whose common words are a third of all, and two different ones at least.
  private static func byWords(_ text: String) -> Language {
    let words = PlainWords.of(text)
    let best = commonWords.map { language, common in
      (language: language, hits: words.count { common.contains($0) }, kinds: Set(words).intersection(common).count)
    }.max { $0.hits < $1.hits }
    guard let best, best.kinds >= 2, best.hits * 3 >= words.count else { return .english }
    return best.language
  }
}
