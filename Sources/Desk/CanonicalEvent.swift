import Crypto
import Moderation

/// The bytes that an event's hash is taken over, and the hash.
///
/// Version 1, all in ASCII but the values, which are UTF-8:
/// ```
/// v1\n
/// seq+1:5\n            name, "+", the value's length in bytes, ":", the value
/// verb-\n              name, "-": absent, which is not the same as empty
/// ```
/// Every field of `LedgerField.body` is there, in that order, whether present or not. Names hold only `a-z`, digits and
/// `_`, and lengths come before values, so no two events encode alike whatever their values hold. Integers are decimal,
/// times are milliseconds since 1970 UTC, a flag of yes or no is 1 or 0, a list is its entries joined by `\n`.
///
/// `hash = hex(SHA-256(prev ‖ body))` with `prev` the 64 hex digits of the event before, or 64 zeros for the first.
struct CanonicalEvent {
  static let firstPrevious = String(repeating: "0", count: 64)

  private(set) var bytes: [UInt8] = Array("v1\n".utf8)

  init() { bytes.reserveCapacity(1024) }

  /// The encoding of an event as it is about to be stored.
  init(_ event: Event) {
    self.init()
    for field in LedgerField.body {
      switch field.value(event) {
      case .absent: add(field.name, nil as [UInt8]?)
      case .integer(let number): add(field.name, Array(String(number).utf8))
      case .text(let text): add(field.name, Array(text.utf8))
      }
    }
  }

  /// Adds a field as stored.
  mutating func add(_ name: String, _ value: (some Collection<UInt8>)?) {
    bytes += name.utf8
    guard let value else {
      bytes += [UInt8(ascii: "-"), UInt8(ascii: "\n")]
      return
    }
    bytes.append(UInt8(ascii: "+"))
    bytes += String(value.count).utf8
    bytes.append(UInt8(ascii: ":"))
    bytes += value
    bytes.append(UInt8(ascii: "\n"))
  }

  /// The link that these bytes make with the event before.
  func hash(after previous: some Sequence<UInt8>) -> String {
    var digest = SHA256()
    digest.update(data: Array(previous))
    digest.update(data: bytes)
    return Hex.of(digest.finalize())
  }
}

/// Bytes as lower-case hexadecimal digits.
enum Hex {
  static func of(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var out: [UInt8] = []
    out.reserveCapacity(64)
    for byte in bytes {
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Random digits from the system's generator.
  static func random(bytes count: Int) -> String { of(Salt.random(count)) }
}

/// Random bytes that keep a hash of a short text from being guessed.
enum Salt {
  static func random(_ count: Int = 16) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 7)
    while bytes.count < count {
      let word: UInt64 = generator.next()
      withUnsafeBytes(of: word) { bytes += $0 }
    }
    return Array(bytes.prefix(count))
  }

  /// SHA-256 over the item's salt and a revision's text, hex: what the ledger knows a text by.
  static func hash(_ text: some Sequence<UInt8>, salt: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(data: salt)
    digest.update(data: Array(text))
    return Hex.of(digest.finalize())
  }
}
