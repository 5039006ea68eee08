import Glibc

/// Reads lines as they come, from a file or, for `-`, standard input: a pipe that stays open is answered line by line.
struct LineReader {
  var path: String

  /// Hands over each line without its end.
  func forEach(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
    let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure(message: "cannot open \(path): \(String(cString: strerror(errno)))") }
    defer { if path != "-" { close(file) } }
    var pending: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(message: "cannot read \(path): \(String(cString: strerror(errno)))")
      }
      if count == 0 { break }
      pending += buffer[..<count]
      var start = 0
      while let end = pending[start...].firstIndex(of: UInt8(ascii: "\n")) {
        try body(pending[start..<end])
        start = end + 1
      }
      pending.removeFirst(start)
    }
    if !pending.isEmpty { try body(pending[...]) }
  }
}
