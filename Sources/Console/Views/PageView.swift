import Moderation
import Terminal

/// Why the comment under the cursor is flagged, and why not. The sentences quote it, so what distresses is masked in them too.
enum WhyView {
  static func draw(
    _ sentences: [String], top: Int, _ state: ConsoleState, _ surroundings: Surroundings, on canvas: inout Canvas
  ) {
    let lines = TextPageView.wrapped(
      lines(sentences, state, surroundings.care), width: TextBox.width(on: canvas))
    TextBox.draw(lines, title: "why", top: top, surroundings.keys, on: &canvas)
  }

  static func lines(_ sentences: [String], _ state: ConsoleState, _ care: CareSettings) -> [String] {
    let isMasked = state.masksWords(care)
    let shown = isMasked ? sentences.map(WhyText.masked) : sentences
    return (shown.isEmpty ? ["Nothing was flagged, and nothing came near it."] : shown)
      + marked(state, isMasked: isMasked)
  }

  /// What is marked in the text, by type and by whom it is about.
  private static func marked(_ state: ConsoleState, isMasked: Bool) -> [String] {
    guard let detail = state.detail else { return [] }
    let scalars = Array(detail.text.unicodeScalars)
    var seen: Set<Span> = []
    let spans = detail.flags.flatMap(\.spans).filter { seen.insert($0).inserted }.sorted { $0.start < $1.start }
    guard !spans.isEmpty else { return [] }
    return ["", "Marked in the text:"]
      + spans.map { span in
        let words = String(
          String.UnicodeScalarView(scalars[min(span.start, scalars.count)..<min(span.end, scalars.count)]))
        let shown = isMasked && span.type.isDistressing ? Masking.block(width: SafeText.width(words)) : words
        let whose = span.subject.map { $0 == .author ? ", the author's own" : $0 == .other ? ", somebody else's" : "" }
        return "  \(span.type.rawValue)\(whose ?? ""): \(shown)"
      }
  }
}

extension ConsoleState {
  /// Whether words of the comment under the cursor are masked just now.
  func masksWords(_ care: CareSettings) -> Bool {
    !unmasked && detail.map { !care.masked($0.flags).isEmpty } ?? false
  }
}

/// The policy's words, a conversation, the raw text.
enum TextPageView {
  static func draw(
    _ page: TextPage, _ state: ConsoleState, _ surroundings: Surroundings, on canvas: inout Canvas
  ) {
    let (title, lines) = content(page, state, surroundings, width: TextBox.width(on: canvas))
    TextBox.draw(lines, title: title, top: page.top, surroundings.keys, on: &canvas)
  }

  static func content(
    _ page: TextPage, _ state: ConsoleState, _ surroundings: Surroundings, width: Int
  ) -> (title: String, lines: [String]) {
    switch page.kind {
    case .policy(let code): ("policy · \(code.rawValue)", policy(code, surroundings.policy, width: width))
    case .lines(let title, let lines): (title, wrapped(lines, width: width))
    case .thread: ("conversation", thread(state, width: width))
    case .versions: ("versions", versions(state, surroundings.care, width: width))
    case .raw: ("raw text", raw(state, surroundings.care, width: width))
    }
  }

  static func wrapped(_ sentences: [String], width: Int) -> [String] {
    sentences.flatMap { SafeText.wrapped($0, width: width).map { $0.map(\.text).joined() } }
  }

  static func policy(_ code: ReasonCode, _ policy: AgencyPolicy, width: Int) -> [String] {
    guard let reason = policy.reason(code) else { return ["The policy has no reason \(code.rawValue) any more."] }
    var parts = [reason.title, ""]
    parts.append("Allows: \(reason.verbs.map(\.title).joined(separator: ", ")).")
    if !reason.basis.isEmpty { parts.append("Rests on: \(reason.basis)") }
    if reason.rationaleRequired { parts.append("A rationale is required.") }
    if !reason.secondPersonFor.isEmpty {
      let verbs = reason.secondPersonFor.map(\.title).sorted().joined(separator: ", ")
      parts.append("A second person confirms: \(verbs).")
    }
    if let role = reason.escalatesTo.flatMap({ policy.escalationRole($0) }) {
      let soon = reason.escalationClass.map { " (\($0.rawValue))" } ?? ""
      parts.append("Goes to: \(role.title)\(soon), \(role.contact).")
    }
    parts.append("")
    let text = policy.filled(reason.citizenText)
    parts.append(text.isEmpty ? "The citizen is told nothing." : "The citizen reads: \(text)")
    parts.append("")
    parts.append("House rules: \(policy.rulesURL)")
    return wrapped(parts, width: width)
  }

  /// What distresses is masked in the neighbours too: nobody asked for their words.
  private static func thread(_ state: ConsoleState, width: Int) -> [String] {
    guard let detail = state.detail else { return [] }
    return detail.thread.flatMap { entry -> [String] in
      let isHere = entry.item == detail.item
      let mark = isHere ? "▶ " : entry.parent == detail.item ? "↳ " : "  "
      let text = isHere ? "(this comment)" : NeighbourText.masked(entry)
      let age = Age.short(since: entry.posted, now: state.now)
      return ["\(mark)\(entry.alias) · \(age)"] + wrapped([text], width: max(1, width - 4)).map { "    " + $0 }
    }
  }

  /// Each text against the one that took its place: `[-gone-]`, `{+new+}`.
  private static func versions(_ state: ConsoleState, _ care: CareSettings, width: Int) -> [String] {
    guard let detail = state.detail else { return [] }
    if state.masksWords(care) {
      return wrapped(["This comment has masked words; unmask it first, then its versions can be read."], width: width)
    }
    let texts = detail.earlier.map { ($0.revision, $0.text) } + [(detail.revision, detail.text)]
    return wrapped(["[-gone-]  {+new+}"], width: width)
      + zip(texts, texts.dropFirst()).flatMap { old, new in
        ["", "revision \(old.0) to \(new.0)"] + wrapped([WordDiff(from: old.1, to: new.1).text], width: width)
      }
  }

  /// Every scalar that is not plain spelt out.
  private static func raw(_ state: ConsoleState, _ care: CareSettings, width: Int) -> [String] {
    guard let detail = state.detail else { return [] }
    if state.masksWords(care) {
      return wrapped(["This comment has masked words; unmask it first, then its raw text can be read."], width: width)
    }
    return wrapped([RawText.spelt(detail.text)], width: width)
  }
}

/// A text with everything spelt out that is not drawn as itself.
enum RawText {
  static func spelt(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x20...0x7E: return String(Character(scalar))
      case 0x0A: return "⟨U+000A⟩\n"
      default:
        let isPlain = scalar.properties.isAlphabetic || scalar.properties.generalCategory == .otherPunctuation
        let hex = String(scalar.value, radix: 16, uppercase: true)
        let code = "⟨U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex + "⟩"
        return isPlain ? String(Character(scalar)) : code
      }
    }.joined()
  }
}

/// What stands around a comment in its conversation.
enum NeighbourText {
  /// Nobody asked for a neighbour's words: what distresses and who is meant give way to what it is, `[insult]`.
  static func masked(_ entry: ThreadEntry) -> String {
    Redaction(of: entry.text, hiding: entry.spans.filter { $0.type.isDistressing || $0.type.isIdentifying }).text
  }
}
