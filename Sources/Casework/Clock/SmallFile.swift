import Glibc

/// Reads a small file whole.
enum SmallFile {
  /// Nil when it cannot be read or is not a plain file of at most `limit` bytes; `errno` says why.
  static func read(_ path: String, limit: Int) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0 else { return nil }
    guard facts.st_mode & S_IFMT == S_IFREG, facts.st_size <= limit else {
      errno = facts.st_mode & S_IFMT == S_IFREG ? EFBIG : facts.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL
      return nil
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0 { return nil }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      if bytes.count > limit {
        errno = EFBIG
        return nil
      }
    }
  }
}
