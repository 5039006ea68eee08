import Moderation

/// The errors that the classifier was surest of, a label at a time.
struct WorstErrors {
  /// How many of each kind.
  var most: Int
  /// Texts may be private and distressing: they are shown only when somebody asks.
  var showsText: Bool

  func text(_ label: Label, _ sets: [JudgedSet]) -> String {
    let known = sets.flatMap(\.judgements).filter { $0.known.contains(label) }
    let wrong = known.filter { $0.flagged.contains(label) && !$0.comment.labels.contains(label) }
      .sorted { $0.scores[label] > $1.scores[label] }
    let missed = known.filter { !$0.flagged.contains(label) && $0.comment.labels.contains(label) }
      .sorted { $0.scores[label] < $1.scores[label] }
    return
      (["\(label.rawValue): \(wrong.count) false flags, the surest first"] + wrong.prefix(most).map { line($0, label) }
      + ["\(label.rawValue): \(missed.count) missed, the farthest off first"]
      + missed.prefix(most).map { line($0, label) })
      .joined(separator: "\n")
  }

  private func line(_ judgement: Judgement, _ label: Label) -> String {
    let place = "  \(judgement.set) \(judgement.comment.id) \(Figure.share(judgement.scores[label]))"
    return showsText ? place + "  " + Self.oneLine(judgement.comment.text) : place
  }

  /// A text that cannot move the cursor, turn the writing round or break the line.
  static func oneLine(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: line += " / "
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: line += " "
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}
