/// Which of a template's languages a comment is answered in.
public enum ReplyLanguage {
  /// The comment's, by its primary tag, where there is a text in it; else the policy's own; else the first there is.
  ///
  /// - Parameters:
  ///   - tag: as the feed had it, `mi-NZ`, or as `guess` has it; nil for unknown.
  ///   - languages: the ones that there are texts in.
  public static func choose(for tag: String?, among languages: [String], own: String) -> String {
    let primary = tag.flatMap { $0.split { $0 == "-" || $0 == "_" }.first }.map { $0.lowercased() }
    if let primary, languages.contains(primary) { return primary }
    return languages.contains(own) ? own : languages.first ?? own
  }

  /// `mi` for a text that is in te reo Māori by the shape of its words, nil for anything else: feeds seldom say.
  ///
  /// Every Māori word is made of open syllables from few letters, which English does not keep up for three words running.
  public static func guess(_ text: String) -> String? {
    let words = text.lowercased().split { !$0.isLetter && $0 != "'" }
    guard words.count >= 3 else { return nil }
    let shaped = words.count { isShaped($0) }
    let common = words.count { particles.contains(String($0)) }
    return shaped * 10 >= words.count * 8 && common * 5 >= words.count ? "mi" : nil
  }

  /// Those that are no English words.
  private static let particles: Set<String> = [
    "te", "ngā", "nga", "ki", "kei", "mō", "mo", "ko", "ka", "nō", "nā", "hei", "koe", "au", "ahau", "tō", "taku",
    "kia", "ora", "tēnā", "kāore", "mai", "atu", "ana", "tātou", "mātou", "koutou", "rātou",
  ]

  /// Syllables: ng, wh, one consonant or none, then vowels.
  private static func isShaped(_ word: Substring) -> Bool {
    var rest = word
    while !rest.isEmpty {
      if rest.hasPrefix("ng") || rest.hasPrefix("wh") {
        rest = rest.dropFirst(2)
      } else if let first = rest.first, "hkmnprtw".contains(first) {
        rest = rest.dropFirst()
      }
      let vowels = rest.prefix { "aeiouāēīōū".contains($0) }
      guard !vowels.isEmpty else { return false }
      rest = rest.dropFirst(vowels.count)
    }
    return true
  }
}
