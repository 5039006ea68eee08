import Glibc

/// A text that many rows in a row have: it is made once.
struct LastText {
  private var bytes: [UInt8] = []
  private var text: String?
  private static let limit = 256

  mutating func text(_ value: some FieldValue) -> String? {
    guard let plain = value.plain, plain.count <= Self.limit else { return GenericRecord.text(value) }
    let isSame = bytes.withUnsafeBytes { old in
      guard old.count == plain.count, let a = old.baseAddress, let b = plain.baseAddress else { return false }
      return memcmp(a, b, plain.count) == 0
    }
    if isSame { return text }
    text = GenericRecord.text(value)
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: plain)
    return text
  }
}
