/// A file's place in a bag, as manifests write it (RFC 8493 § 2.1.3).
public struct BagPath: Sendable, Hashable, Comparable {
  /// `data/records.jsonl`: parts joined by `/`, none of them empty, `.` or `..`.
  public let text: String

  /// - Returns: nil for a path that would leave the bag, or that a file system might take for another.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part != "." && part != ".." && !part.unicodeScalars.contains { $0.value < 0x20 || $0 == "\\" }
    }
    guard isPlain, !text.hasPrefix("~") else { return nil }
    self.text = text
  }

  /// From a manifest, where CR, LF and `%` are percent-encoded and nothing else is.
  init?(manifest line: String) {
    var text = ""
    var rest = line[...]
    while let next = rest.first {
      let code = rest.prefix(3).uppercased()
      if next != "%" {
        text.append(next)
        rest = rest.dropFirst()
      } else if let decoded = Self.codes.first(where: { $0.code == code }) {
        text.append(decoded.character)
        rest = rest.dropFirst(3)
      } else {
        return nil
      }
    }
    self.init(text)
  }

  /// As a manifest writes it.
  var encoded: String {
    Self.codes.reduce(text.replacing("%", with: "%25")) { path, pair in
      pair.code == "%25" ? path : path.replacing(String(pair.character), with: pair.code)
    }
  }

  private static let codes: [(code: String, character: Character)] = [("%25", "%"), ("%0D", "\r"), ("%0A", "\n")]

  var isPayload: Bool { text.hasPrefix("data/") }

  public static func < (a: BagPath, b: BagPath) -> Bool { a.text < b.text }
}
