import Crypto
import Moderation

extension ItemID {
  /// The item of a comment: the first 32 hex digits of SHA-256 over channel, U+001F and the comment's own id.
  public init(channel: String, externalID: String) {
    var digest = SHA256()
    digest.update(data: Array(channel.utf8))
    digest.update(data: [0x1F])
    digest.update(data: Array(externalID.utf8))
    self.init(rawValue: Hex.of(digest.finalize().prefix(16)))
  }

  /// Whether this can be an id at all: a caller may have passed on anything.
  var isWellFormed: Bool {
    rawValue.utf8.count == 32
      && rawValue.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }
}

extension ItemID {
  /// The 16 bytes that the id stands for; nil for what cannot be an id.
  var bytes: [UInt8]? {
    guard isWellFormed else { return nil }
    let digits = rawValue.utf8.map { $0 < UInt8(ascii: "a") ? $0 - UInt8(ascii: "0") : $0 - UInt8(ascii: "a") + 10 }
    return stride(from: 0, to: 32, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  init(bytes: some Sequence<UInt8>) { self.init(rawValue: Hex.of(bytes)) }
}
