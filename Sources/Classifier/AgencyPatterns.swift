import Moderation

/// The agency's patterns, ready to match over folded bytes.
struct AgencyPatterns: Sendable {
  private var compiled: [(title: String, bytes: [UInt8])] = []
  /// Comparisons that one comment may cost: a hundred thousand signs under many patterns must not hold up the rest.
  private static let stepLimit = 2_000_000

  init(_ patterns: [AgencyPattern]) {
    for pattern in patterns where pattern.problem == nil {
      var document = Document()
      document.read(pattern.pattern)
      compiled.append((pattern.title, document.bytes))
    }
  }

  var isEmpty: Bool { compiled.isEmpty }

  func find(in document: Document, into findings: inout Findings) {
    var steps = 0
    for (title, pattern) in compiled {
      var at = 0
      while at + pattern.count <= document.bytes.count {
        steps += 1
        guard steps < Self.stepLimit else { return }
        guard isBorder(at - 1, document.bytes), matches(pattern, at: at, document.bytes, &steps) else {
          at += 1
          continue
        }
        let range = at..<(at + pattern.count)
        let token = document.token(at: at)
        let subject = token < document.tokens.count ? Context.owner(in: document, of: token..<(token + 1)) : .unknown
        findings.append(
          Finding(
            label: .personal, score: 0.9, severity: .medium, why: "Looks like \(title), by the policy's pattern",
            spans: [document.span(bytes: range, .identifier, subject)], rule: "personal.pattern@1", detail: range))
        at = range.upperBound
      }
    }
  }

  private func isBorder(_ at: Int, _ bytes: [UInt8]) -> Bool { at < 0 || at >= bytes.count || !Byte.isWord(bytes[at]) }

  private func matches(_ pattern: [UInt8], at start: Int, _ bytes: [UInt8], _ steps: inout Int) -> Bool {
    for (offset, sign) in pattern.enumerated() {
      steps += 1
      let byte = bytes[start + offset]
      let fits =
        switch sign {
        case 0x23: Byte.isDigit(byte)
        case 0x40: byte &- 0x61 < 26
        case 0x2A: Byte.isDigit(byte) || byte &- 0x61 < 26
        default: byte == sign
        }
      guard fits else { return false }
    }
    return isBorder(start + pattern.count, bytes)
  }
}
