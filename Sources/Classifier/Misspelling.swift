/// Spellings one slip away from the names of common illnesses and medicines: "diabeties" is listed, "dementa" and
/// "epilespy" are made here, at load, so that reading a comment costs nothing more.
enum Misspelling {
  private static let conditions: [StaticString] = [
    "alzheimers", "parkinsons", "dementia", "epilepsy", "epileptic", "diabetes", "diabetic", "leukaemia", "melanoma",
    "schizophrenia", "schizophrenic", "pneumonia", "bronchitis", "arthritis", "emphysema", "miscarriage", "miscarried",
    "psychosis", "psychotic", "hepatitis", "meningitis", "tuberculosis", "anorexia", "bulimia", "fibromyalgia",
    "asthma",
    "endometriosis", "paralysed", "concussion", "aneurysm", "cancer", "autistic", "autism", "pregnant", "seizures",
    "seizure", "bipolar", "alcoholic", "suicidal", "eczema", "psoriasis", "lymphoma", "stroke",
  ]
  private static let medicines: [StaticString] = [
    "fluoxetine", "citalopram", "sertraline", "methadone", "lithium", "insulin", "clozapine", "olanzapine",
    "quetiapine",
    "ritalin", "prednisone", "morphine", "tramadol", "gabapentin", "warfarin", "metformin",
  ]
  private static let treatments: [StaticString] = [
    "chemotherapy", "dialysis", "radiotherapy", "hysterectomy", "mastectomy", "chemo",
  ]

  static func add(to lexicon: inout Lexicon) {
    add(conditions, .condition, to: &lexicon)
    add(medicines, .medicine, to: &lexicon)
    add(treatments, .treatment, to: &lexicon)
  }

  private static func add(_ words: [StaticString], _ role: Role, to lexicon: inout Lexicon) {
    for word in words {
      let bytes = word.withUTF8Buffer { Array($0) }
      guard bytes.count >= 7 else { continue }
      for slip in slips(of: bytes) {
        lexicon.insertNew(word: Hashing.finish(slip.reduce(Hashing.seed) { Hashing.add($1, to: $0) }), role)
      }
    }
  }

  /// A letter left out, two swapped, one doubled, or a vowel mistaken; the first two letters are seldom wrong.
  static func slips(of word: [UInt8]) -> [[UInt8]] {
    var slips: [[UInt8]] = []
    let vowels: [UInt8] = [0x61, 0x65, 0x69, 0x6F, 0x75]
    for at in 1..<word.count {
      var shorter = word
      shorter.remove(at: at)
      slips.append(shorter)
      var longer = word
      longer.insert(word[at], at: at)
      slips.append(longer)
      if at + 1 < word.count, word[at] != word[at + 1] {
        var swapped = word
        swapped.swapAt(at, at + 1)
        slips.append(swapped)
      }
      if vowels.contains(word[at]) {
        for vowel in vowels where vowel != word[at] {
          var mistaken = word
          mistaken[at] = vowel
          slips.append(mistaken)
        }
      }
    }
    return slips
  }
}
