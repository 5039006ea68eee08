import Classifier

/// A number for what was learned from: the texts, their labels and where they come from, in their order.
enum Digest {
  static func of(_ lessons: [Lesson]) -> UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ text: String) {
      for byte in text.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
      digest = (digest ^ 0xFF) &* 0x100_0000_01B3
    }
    for lesson in lessons {
      add(lesson.source)
      add(lesson.text)
      add(Lane.allCases.map { lesson.truth[$0].map { $0 ? "1" : "0" } ?? "-" }.joined())
    }
    return digest
  }
}
