import Crypto
import Glibc

/// The private key that seals are signed with, in a file of its own: 0600, never on the desk.
public struct SealingKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  public var publicKey: Curve25519.Signing.PublicKey { key.publicKey }

  /// The public key as it is filed and passed to `docket verify --key`: base64.
  public var publicText: String { Base64.encode(Array(publicKey.rawRepresentation)) }

  public var fingerprint: String { Self.fingerprint(of: publicKey) }

  /// Makes a key and writes it, and its public half beside it as `PATH.pub`. Leaves a key that is there alone.
  public static func create(at path: String) throws(SealError) -> SealingKey {
    let key = SealingKey(key: Curve25519.Signing.PrivateKey())
    do {
      try DeskFile.createFolder(DeskFile.folder(of: path))
    } catch {
      throw .keyUnreadable(path: path, reason: error.message)
    }
    try write(Base64.encode(Array(key.key.rawRepresentation)) + "\n", to: path, mode: 0o600)
    try write(key.publicText + "\n", to: path + ".pub", mode: 0o644)
    return key
  }

  /// Reads the key. One that others can read is refused: it proves nothing any more.
  public static func load(path: String) throws(SealError) -> SealingKey {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw errno == ENOENT ? .noKey(path: path) : .keyUnreadable(path: path, reason: DeskFile.reason(errno))
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .keyUnreadable(path: path, reason: DeskFile.reason(errno)) }
    guard status.st_mode & 0o077 == 0 else { throw .keyExposed(path: path) }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(file, &bytes, bytes.count)
    let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(whereSeparator: \.isNewline).first
    guard let text, let raw = Base64.decode(String(text)),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: raw)
    else { throw .keyUnreadable(path: path, reason: "it is not a sealing key") }
    return SealingKey(key: key)
  }

  func sign(_ bytes: [UInt8]) throws(SealError) -> [UInt8] {
    do {
      return Array(try key.signature(for: bytes))
    } catch {
      throw .signingFailed
    }
  }

  static func fingerprint(of key: Curve25519.Signing.PublicKey) -> String {
    let digits = Array(Hex.sha256(of: key.rawRepresentation).prefix(16))
    return stride(from: 0, to: 16, by: 4).map { String(digits[$0..<($0 + 4)]) }.joined(separator: " ")
  }

  /// The fingerprint of a public key as `publicText` gives it; nil for what is none.
  public static func fingerprint(ofPublicText text: String) -> String? {
    guard let line = text.split(whereSeparator: \.isWhitespace).first, let raw = Base64.decode(String(line)),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw)
    else { return nil }
    return fingerprint(of: key)
  }

  private static func write(_ text: String, to path: String, mode: mode_t) throws(SealError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else {
      throw errno == EEXIST ? .keyExists(path: path) : .keyUnreadable(path: path, reason: DeskFile.reason(errno))
    }
    defer { close(file) }
    let bytes = Array(text.utf8)
    guard fchmod(file, mode) == 0, Glibc.write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
      throw .keyUnreadable(path: path, reason: DeskFile.reason(errno))
    }
  }
}
