import Crypto
import Glibc
import Moderation

/// SHA-256 of files and names, as hexadecimal digits.
public enum ContentDigest {
  public static func sha256(_ bytes: [UInt8]) -> String { Hex.sha256(of: bytes) }
}

/// Bytes as lower-case hexadecimal digits.
enum Hex {
  static func of(_ bytes: some Collection<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { out in
      var place = 0
      for byte in bytes {
        out[place] = digit(byte >> 4)
        out[place + 1] = digit(byte & 15)
        place += 2
      }
      return place
    }
  }

  /// The first bytes of a digest, or all.
  static func of(_ digest: SHA256.Digest, first count: Int = 32) -> String {
    digest.withUnsafeBytes { of($0.prefix(count)) }
  }

  @inline(__always)
  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  static func sha256(of bytes: some Sequence<UInt8>) -> String {
    var digest = SHA256()
    digest.update(data: Array(bytes))
    return of(digest.finalize())
  }

  /// Random digits from the system's generator.
  static func random(bytes count: Int) -> String { of(Salt.random(count)) }
}

/// Random bytes that keep a hash of a short text from being guessed.
enum Salt {
  static func random(_ count: Int = 16) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      // The system gives up to 256 bytes at a call, or none (getentropy(3)).
      while initialized < count {
        let wanted = min(256, count - initialized)
        if let start = buffer.baseAddress, getentropy(start + initialized, wanted) == 0 {
          initialized += wanted
        } else {
          buffer[initialized] = UInt8.random(in: 0...255, using: &generator)
          initialized += 1
        }
      }
    }
  }

  /// SHA-256 over the item's salt and a revision's text, hex: what the ledger knows a text by.
  static func hash(_ text: some Sequence<UInt8>, salt: [UInt8]) -> String { Hex.of(digest(text, salt: salt)) }

  /// The same as bytes.
  static func digest(_ text: some Sequence<UInt8>, salt: [UInt8]) -> SHA256.Digest {
    var digest = SHA256()
    salt.withUnsafeBytes { digest.update(bufferPointer: $0) }
    let isWhole: Void? = text.withContiguousStorageIfAvailable {
      digest.update(bufferPointer: UnsafeRawBufferPointer($0))
    }
    if isWhole == nil { digest.update(data: Array(text)) }
    return digest.finalize()
  }
}

/// What the ledger keeps of the texts that a batch brought: a digest over a line an item, in the order of the batch, of its
/// id, revision and salted text hash.
struct BatchDigest {
  private var digest = SHA256()
  private var line: [UInt8] = []

  mutating func add(_ item: ItemID, revision: Int, textSHA256: String) {
    line.removeAll(keepingCapacity: true)
    line += item.rawValue.utf8
    line.append(UInt8(ascii: " "))
    line += String(revision).utf8
    line.append(UInt8(ascii: " "))
    line += textSHA256.utf8
    line.append(UInt8(ascii: "\n"))
    line.withUnsafeBytes { digest.update(bufferPointer: $0) }
  }

  var hex: String { Hex.of(digest.finalize()) }
}

extension ImportAccount {
  /// SHA-256 over everything that the account says, hex: the ledger's hold on a table that is not part of it.
  var digest: String {
    var lines = [
      file, sha256, String(bytes), format, String(read), String(new), String(changed), String(same),
      droppedFields.joined(separator: ","), notes.joined(separator: "\n"),
    ]
    lines += skipped.map(\.description)
    return Hex.sha256(of: lines.map { "\($0.utf8.count):\($0)\n" }.joined().utf8)
  }
}
