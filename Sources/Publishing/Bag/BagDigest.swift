import Crypto

/// The algorithms that a bag's manifests are named after (RFC 8493 § 2.4). docket writes SHA-256 and checks them all: in
/// version 1.0 every payload file must be in every manifest.
enum BagDigest: String, CaseIterable {
  case md5, sha1, sha256, sha512

  /// From `manifest-sha512.txt`, with the prefix that it begins with; nil for an algorithm that cannot be checked.
  init?(manifest name: String, prefix: String) {
    guard name.hasPrefix(prefix), name.hasSuffix(".txt") else { return nil }
    self.init(rawValue: String(name.dropFirst(prefix.count).dropLast(4)))
  }

  /// Of some bytes, in lower-case hexadecimal digits.
  func hex(_ bytes: [UInt8]) -> String {
    switch self {
    case .md5: Self.hex(Insecure.MD5.hash(data: bytes))
    case .sha1: Self.hex(Insecure.SHA1.hash(data: bytes))
    case .sha256: Self.hex(SHA256.hash(data: bytes))
    case .sha512: Self.hex(SHA512.hash(data: bytes))
    }
  }

  var digits: Int {
    switch self {
    case .md5: 32
    case .sha1: 40
    case .sha256: 64
    case .sha512: 128
    }
  }

  private static func hex(_ digest: some Sequence<UInt8>) -> String {
    digest.map { byte in
      let hex = String(byte, radix: 16)
      return hex.count == 1 ? "0" + hex : hex
    }.joined()
  }
}
