import Desk
import Glibc

/// Small files that commands write and read whole.
enum TextFile {
  static func mustNotExist(_ path: String) throws {
    guard access(path, F_OK) != 0 else { throw Failure(message: "there is something at \(path) already") }
  }

  /// Writes a new file, flushed to the disk before this returns. Returns the SHA-256 of its bytes.
  @discardableResult
  static func write(_ text: String, to path: String, mode: mode_t) throws -> String {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw failure("cannot make", path) }
    defer { close(file) }
    let bytes = Array(text.utf8)
    guard StandardOutput.writeAll(text, to: file), fsync(file) == 0 else {
      let failure = failure("cannot write", path)
      unlink(path)
      throw failure
    }
    return sha256(bytes)
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure("cannot open", path) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0 { throw failure("cannot read", path) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  static func read(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

  static func sha256(_ bytes: [UInt8]) -> String { ContentDigest.sha256(bytes) }

  private static func failure(_ what: String, _ path: String) -> Failure {
    Failure(message: "\(what) \(path): \(String(cString: strerror(errno)))")
  }
}
