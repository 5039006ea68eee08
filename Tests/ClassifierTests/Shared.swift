import Moderation
import Testing

@testable import Classifier

/// One classifier for all tests: loading it is the slow part.
enum Shared {
  static let loaded = Result { () throws(LexiconError) in try Classifier() }

  static func flags(_ text: String) throws -> [Flag] { try loaded.get().flags(for: text) }

  static func labels(_ text: String) throws -> [Label] { try flags(text).map(\.label) }

  /// The stretch of a text that a span covers.
  static func quote(_ span: Span, in text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard span.start >= 0, span.end <= scalars.count, span.start <= span.end else { return "outside the text" }
    return String(String.UnicodeScalarView(scalars[span.start..<span.end]))
  }
}
