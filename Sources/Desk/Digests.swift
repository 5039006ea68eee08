import Crypto
import Glibc
import Moderation

/// SHA-256 of files and names, as hexadecimal digits.
public enum ContentDigest {
  public static func sha256(_ bytes: [UInt8]) -> String { Hex.sha256(of: bytes) }
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
  static func hash(_ text: some Sequence<UInt8>, salt: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(data: salt)
    digest.update(data: Array(text))
    return Hex.of(digest.finalize())
  }
}

/// What the ledger keeps of the texts that a batch brought: a digest over a line an item, in the order of the batch, of its
/// id, revision and salted text hash.
struct BatchDigest {
  private var digest = SHA256()

  mutating func add(_ item: ItemID, revision: Int, textSHA256: String) {
    var line = "\(item.rawValue) \(revision) \(textSHA256)\n"
    line.withUTF8 { digest.update(bufferPointer: UnsafeRawBufferPointer($0)) }
  }

  var hex: String { Hex.of(digest.finalize()) }
}

extension ImportAccount {
  /// SHA-256 over everything that the account says, hex: the ledger's hold on a table that is not part of it.
  var digest: String {
    var lines = [
      file, sha256, String(bytes), format, String(read), String(new), String(changed), String(same),
      droppedFields.joined(separator: ","),
    ]
    lines += skipped.map(\.description)
    return Hex.sha256(of: lines.map { "\($0.utf8.count):\($0)\n" }.joined().utf8)
  }
}
