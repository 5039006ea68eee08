/// A template's text as its parts: words, fills for docket, gaps for a person.
///
/// Filled once from left to right: what is filled in is never read for fills again, so a citizen's braces stay braces.
struct ReplyText: Sendable, Equatable {
  enum Part: Sendable, Equatable {
    case words(String)
    /// `{contact}`.
    case fill(String)
    /// `{{name of the office}}`.
    case gap(String)
  }

  var parts: [Part]

  init(_ text: String) {
    var parts: [Part] = []
    var words = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      words += rest[..<open]
      let isGap = rest[open...].hasPrefix("{{")
      let close = isGap ? "}}" : "}"
      let start = rest.index(open, offsetBy: isGap ? 2 : 1)
      guard let end = rest[start...].firstRange(of: close) else {
        // A brace that is never closed is only a brace.
        words += rest[open...]
        rest = ""
        break
      }
      if !words.isEmpty { parts.append(.words(words)) }
      words = ""
      let name = String(rest[start..<end.lowerBound])
      parts.append(isGap ? .gap(name) : .fill(name))
      rest = rest[end.upperBound...]
    }
    words += rest
    if !words.isEmpty { parts.append(.words(words)) }
    self.parts = parts
  }
}
