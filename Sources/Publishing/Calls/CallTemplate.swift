import Moderation

/// A value of an action that a call names, in the shape that the platform gives it; nil when it has no such shape.
///
/// Ids come from feeds, so anybody may have written them: one that the platform would not have made (an id derived on
/// import, the address of an ActivityPub note, a row number with a slash in it) reaches no call, and its row is manual.
struct CallField: Sendable {
  let value: @Sendable (PlatformAction) -> String?

  init(_ value: @escaping @Sendable (PlatformAction) -> String?) { self.value = value }

  init(_ path: KeyPath<PlatformAction, String> & Sendable, _ shape: IDShape) {
    value = { shape.fitting($0[keyPath: path]) }
  }

  init(_ path: KeyPath<PlatformAction, String?> & Sendable, _ shape: IDShape) {
    value = { $0[keyPath: path].flatMap(shape.fitting) }
  }

  /// The answer to the citizen; nil while a name in braces waits to be filled in, or when there is nothing to say.
  static let reply = CallField { action in
    let text = action.reasonText
    return text.allSatisfy(\.isWhitespace) || Placeholder.isIn(text) ? nil : text
  }

  /// The event's number: the request's id.
  static let decision = CallField { String($0.decision) }
  static let decidedAt = CallField { $0.decidedAt.iso8601() }
}

/// Part of a request, with fields where values go: `"/\(comment)/comments"`.
///
/// The values are encoded for the place in which they end up, so that none can leave it.
struct CallTemplate: Sendable, ExpressibleByStringInterpolation {
  fileprivate enum Part: Sendable {
    case literal(String)
    case field(CallField)
    /// A number in JSON: the field's shape lets nothing but digits through.
    case number(CallField)
  }

  enum Encoding {
    /// Everything but RFC 3986's unreserved characters becomes `%XX`: right in a path, a query and a form.
    case percent
    /// A JSON string with its quotes.
    case json
  }

  private let parts: [Part]

  init(stringLiteral value: String) { parts = [.literal(value)] }
  init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    init(literalCapacity: Int, interpolationCount: Int) { parts.reserveCapacity(interpolationCount * 2 + 1) }

    mutating func appendLiteral(_ literal: String) { if !literal.isEmpty { parts.append(.literal(literal)) } }
    mutating func appendInterpolation(_ field: CallField) { parts.append(.field(field)) }
    mutating func appendInterpolation(number field: CallField) { parts.append(.number(field)) }
  }

  /// The text for an action; nil when a field of it has no fitting value.
  func filled(_ action: PlatformAction, _ encoding: Encoding) -> String? {
    var text = ""
    for part in parts {
      switch part {
      case .literal(let literal): text += literal
      case .field(let field):
        guard let value = field.value(action) else { return nil }
        text += encoding == .json ? JSONText.quoted(value) : PercentEncoding.of(value)
      case .number(let field):
        guard let value = field.value(action).flatMap(IDShape.digits.fitting) else { return nil }
        text += value
      }
    }
    return text
  }
}

/// RFC 3986 § 2.1 over the value's UTF-8.
enum PercentEncoding {
  static func of(_ value: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(value.utf8.count)
    for byte in value.utf8 {
      if IDShape.isAlphanumeric(byte) || "-._~".utf8.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let hex = Array("0123456789ABCDEF".utf8)
}

/// Names in braces that a citizen text is waiting to have filled: `{case}`.
enum Placeholder {
  static func isIn(_ text: String) -> Bool {
    var rest = text.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      rest = rest[rest.index(after: open)...]
      let name = rest.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "_") }
      if !name.isEmpty, name.endIndex < rest.endIndex, rest[name.endIndex] == UInt8(ascii: "}") { return true }
    }
    return false
  }
}
