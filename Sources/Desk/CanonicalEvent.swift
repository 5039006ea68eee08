import Crypto
import Moderation

/// The bytes that an event's hash is taken over, and the hash.
///
/// All in ASCII but the values, which are UTF-8. Encoding 3, which every new event has:
/// ```
/// v3\n
/// seq+1:5\n            name, "+", the value's length in bytes, ":", the value
/// ```
/// The fields are those of `LedgerField.body(encoding: 3)` in that order; one that is absent is left out, which is not the
/// same as empty. Encoding 2 begins with `v2` and has fewer fields. Encoding 1 begins with `v1` and writes an absent field as its name and "-". Names hold only `a-z`, digits
/// and `_`, each comes at most once, and lengths come before values, so no two events encode alike whatever their values
/// hold. Integers are decimal, times are milliseconds since 1970 UTC, a flag of yes or no is 1 or 0, a list is its entries
/// joined by `\n`.
///
/// `hash = hex(SHA-256(prev ‖ body))` with `prev` the 64 hex digits of the event before, or 64 zeros for the first.
struct CanonicalEvent {
  static let firstPrevious = String(repeating: "0", count: 64)

  private(set) var bytes: [UInt8]
  private let encoding: Int

  init(encoding: Int) {
    self.encoding = encoding
    bytes = Array("v\(encoding)\n".utf8)
    bytes.reserveCapacity(1024)
  }

  /// The encoding of an event as it is about to be stored.
  init(_ event: Event) {
    self.init(encoding: event.encoding)
    for field in LedgerField.body(encoding: event.encoding) ?? [] {
      switch field.value(event) {
      case .absent: add(field.name, nil as [UInt8]?)
      case .integer(let number): add(field.name, Array(String(number).utf8))
      case .text(let text): add(field.name, Array(text.utf8))
      }
    }
  }

  /// Begins anew with an event of this same encoding, in the same memory.
  mutating func reset() { bytes.removeSubrange(3...) }

  /// Adds a field as stored.
  mutating func add(_ name: String, _ value: (some Collection<UInt8>)?) {
    guard let value else {
      if encoding == 1 {
        bytes += name.utf8
        bytes += [UInt8(ascii: "-"), UInt8(ascii: "\n")]
      }
      return
    }
    bytes += name.utf8
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
