/// Reads one character of Swift, a grapheme cluster, into what a terminal can draw in known columns.
///
/// curses gives a cell to every scalar that has a width and keeps four marks on it. A cluster of several such scalars
/// (Devanagari conjuncts) becomes several cells; emoji that terminals disagree on become their first picture.
enum ClusterReader {
  static func append(_ character: Character, at range: Range<Int>, to result: inout [SafeCluster]) {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return }
    if first.value == 0x0A || first.value == 0x0D {
      result.append(SafeCluster("↵", width: 1, scalars: range, isStandIn: true, isNewline: true))
    } else if first.value == 0x09 {
      result.append(SafeCluster(" ", width: 1, scalars: range, isSpace: true))
    } else if range.count == 1 {
      result.append(single(first, at: range))
    } else if let whole = emoji(scalars, first: first, at: range) {
      result.append(whole)
    } else {
      appendParts(scalars, at: range, to: &result)
    }
  }

  private static func single(_ scalar: Unicode.Scalar, at range: Range<Int>) -> SafeCluster {
    if scalar.value > 0x20 && scalar.value < 0x7F {
      return SafeCluster(String(Character(scalar)), width: 1, scalars: range)
    }
    if let standIn = StandIn.text(for: scalar) {
      return SafeCluster(standIn, width: standIn.count, scalars: range, isStandIn: true)
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator:
      // U+1680 is a space with a shape; the no-break ones keep words together.
      if scalar.value == 0x3000 { return SafeCluster("\u{3000}", width: 2, scalars: range, isSpace: true) }
      let breaks = scalar.value != 0xA0 && scalar.value != 0x202F && scalar.value != 0x2007
      return SafeCluster(" ", width: 1, scalars: range, isSpace: breaks)
    case .nonspacingMark, .enclosingMark:
      return SafeCluster("◌" + String(Character(scalar)), width: 1, scalars: range, isStandIn: true)
    default:
      return SafeCluster(String(Character(scalar)), width: ScalarWidth.columns(scalar), scalars: range)
    }
  }

  /// Sequences that modern terminals draw as one picture and others as several.
  private static func emoji(
    _ scalars: Character.UnicodeScalarView, first: Unicode.Scalar, at range: Range<Int>
  ) -> SafeCluster? {
    if let letter = StandIn.regionLetter(first) {
      let letters = [letter] + scalars.dropFirst().prefix(1).compactMap(StandIn.regionLetter)
      guard letters.count == 2, range.count == 2 else { return nil }
      return SafeCluster("‹\(String(letters))›", width: 4, scalars: range, isStandIn: true)
    }
    let isPicture = first.properties.isEmoji && first.value > 0xFF
    let isKeycap = first.properties.isEmoji && scalars.last?.value == 0x20E3
    guard isPicture && scalars.dropFirst().contains(where: isJoin) || isKeycap else { return nil }
    let picture = String(Character(first))
    return SafeCluster(picture, width: ScalarWidth.columns(first), scalars: range, isStandIn: true)
  }

  /// Zero-width joiner, skin tone or tag: what makes one picture of several.
  private static func isJoin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x200D || scalar.properties.isEmojiModifier || (0xE0020...0xE007F).contains(scalar.value)
  }

  /// A letter with its marks, letter by letter.
  private static func appendParts(
    _ scalars: Character.UnicodeScalarView, at range: Range<Int>, to result: inout [SafeCluster]
  ) {
    var parts: [SafeCluster] = []
    var base: Unicode.Scalar?
    var marks = 0
    for (offset, scalar) in scalars.enumerated() {
      let place = range.lowerBound + offset..<range.lowerBound + offset + 1
      if let base, attaches(scalar, to: base), let last = parts.indices.last {
        parts[last].scalars = parts[last].scalars.lowerBound..<place.upperBound
        if scalar.properties.isVariationSelector { continue }
        marks += 1
        if marks <= 4 {
          parts[last].text.unicodeScalars.append(scalar)
        } else if marks == 5 {
          parts[last].scalars = parts[last].scalars.lowerBound..<place.lowerBound
          parts.append(SafeCluster(StandIn.invisible, width: 1, scalars: place, isStandIn: true))
        }
      } else {
        let part = single(scalar, at: place)
        if let last = parts.last, last.isStandIn, part.isStandIn, last.text == part.text {
          // A run of the same stand-in says no more than one: a citizen's hundred tags, joiners, accents.
          parts[parts.count - 1].scalars = last.scalars.lowerBound..<place.upperBound
        } else {
          parts.append(part)
        }
        base = part.isStandIn ? nil : scalar
        marks = 0
      }
    }
    result += parts
  }

  private static func attaches(_ scalar: Unicode.Scalar, to base: Unicode.Scalar) -> Bool {
    if scalar.properties.isVariationSelector { return true }
    if scalar.value == 0x200C || scalar.value == 0x200D { return ScalarWidth.usesJoiners(base) }
    if ScalarWidth.isJoiningJamo(scalar) { return ScalarWidth.columns(base) == 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return !scalar.properties.isDefaultIgnorableCodePoint
    default: return false
    }
  }
}
