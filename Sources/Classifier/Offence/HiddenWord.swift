/// Words whose letters people hide behind signs, and how a hidden one is recognised.
struct HiddenWord {
  let role: Role
  let score: Double

  private static let profanities =
    "fuck fucks fucked fucker fuckers fucking fuckin fucksake fuckwit fuckwits fuckhead shit shits shitty shite shithole shithead bullshit "
    + "dogshit horseshit cunt cunts cunting motherfucker motherfuckers motherfucking piss pissed arse arses ass asses "
    + "cock cocks dick dicks tits bollocks"
  private static let insults =
    "bitch bitches wanker wankers bastard bastards asshole assholes arsehole arseholes dickhead dickheads "
    + "prick pricks twat twats idiot idiots moron morons pussy scum knobhead tosser tossers dipshit dipshits"
  private static let slurs =
    "whore whores slut sluts faggot faggots fag fags nigger niggers nigga retard retards retarded tranny trannies chink "
    + "chinks paki pakis kike kikes spastic spic gook"

  private static let listed: [(word: [UInt8], role: Role)] =
    list(profanities, .profanity) + list(insults, .insult) + list(slurs, .slur)

  private static func list(_ words: String, _ role: Role) -> [(word: [UInt8], role: Role)] {
    words.split(separator: " ").map { (Array($0.utf8), role) }
  }

  /// The word behind a chunk's signs: they stand where its letters would.
  static func behind(_ chunk: Chunk) -> HiddenWord? {
    let bytes = chunk.bytes[...]
    guard bytes.contains(where: isVeil) else { return nil }
    var best: (word: HiddenWord, plain: Int)?
    for (word, role) in listed where word[0] == bytes.first || bytes.first.map(looksLike(word[0])) == true {
      guard let plain = match(bytes, word[...]) else { continue }
      // `f***` and `c**t` are read; `b****` could be anything, but nobody hides what is harmless.
      let score = plain >= 2 ? 0.86 : word.count == 4 || plain * 4 >= word.count ? 0.74 : 0.6
      if plain > best?.plain ?? 0 { best = (HiddenWord(role: role, score: score), plain) }
    }
    return best?.word
  }

  /// Stands for any letter.
  private static func isVeil(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2A, 0x23, 0x2D, 0x5F, 0x40, 0x24, 0x21, 0x25, 0x1F: true
    default: false
    }
  }

  private static func looksLike(_ letter: UInt8) -> (UInt8) -> Bool {
    { byte in
      switch (byte, letter) {
      case (0x40, 0x61), (0x24, 0x73), (0x34, 0x61), (0x35, 0x73): true
      default: false
      }
    }
  }

  /// How many letters stand openly, or nil where it is another word. One sign hides one letter, three and more any number.
  private static func match(_ bytes: ArraySlice<UInt8>, _ word: ArraySlice<UInt8>) -> Int? {
    guard let byte = bytes.first else { return word.isEmpty ? 0 : nil }
    if byte == 0x2A, bytes.prefix(3).allSatisfy({ $0 == 0x2A }), bytes.count >= 3 {
      let rest = bytes.drop { $0 == 0x2A }
      let run = bytes.count - rest.count
      // As many letters as asterisks, if that fits, else as many as it takes.
      if let plain = match(rest, word.dropFirst(run)), word.count >= run { return plain }
      guard !rest.isEmpty else { return nil }
      for hidden in 1...max(1, word.count) where hidden <= word.count {
        if let plain = match(rest, word.dropFirst(hidden)) { return plain }
      }
      return nil
    }
    guard let letter = word.first else { return nil }
    if byte == letter { return match(bytes.dropFirst(), word.dropFirst()).map { $0 + 1 } }
    guard isVeil(byte) || isDigitFor(byte, letter) else { return nil }
    return match(bytes.dropFirst(), word.dropFirst())
  }

  private static func isDigitFor(_ byte: UInt8, _ letter: UInt8) -> Bool {
    switch (byte, letter) {
    case (0x34, 0x61), (0x33, 0x65), (0x31, 0x69), (0x31, 0x6C), (0x30, 0x6F), (0x35, 0x73), (0x37, 0x74), (0x39, 0x67):
      true
    default: false
    }
  }
}
