import Glibc

/// Copies a pipe into a file of its own that has no name, so that nothing of it stays when the program ends.
enum Spool {
  static func copy(_ source: any ByteSource, path: String) throws(FeedError) -> FeedFile {
    func failure() -> FeedError { .unreadable(path, why: "no copy can be kept: " + String(cString: strerror(errno))) }
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
    // The six letters are mkstemp(3)'s own: it puts a name that nobody has in their place.
    var template = Array((folder + "/docket-XXXXXX").utf8CString)
    let descriptor = template.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkstemp($0) } ?? -1 }
    guard descriptor >= 0 else { throw failure() }
    template.withUnsafeBufferPointer { if let name = $0.baseAddress { unlink(name) } }
    var size = 0
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let got = chunk.withUnsafeMutableBytes { source.read(into: $0) }
      if got == 0 { break }
      var done = 0
      while done < got {
        let wrote = chunk.withUnsafeBytes { write(descriptor, $0.baseAddress?.advanced(by: done), got - done) }
        if wrote < 0, errno == EINTR { continue }
        guard wrote > 0 else {
          let error = failure()
          close(descriptor)
          throw error
        }
        done += wrote
      }
      size += got
    }
    return FeedFile(path: path, descriptor: descriptor, size: size)
  }
}
