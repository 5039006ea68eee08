import Glibc

/// An open file, or standard input, read with `pread` and `read`: a file that somebody shortens meanwhile simply ends.
///
/// `@unchecked Sendable`: what changes is behind the lock of `FeedInput`, which owns it.
final class FeedFile: @unchecked Sendable {
  let path: String
  private let descriptor: Int32
  /// Where the feed begins in a redirected file, which somebody may have read in part before.
  private let origin: Int
  /// Nil for what can be read only once, from beginning to end.
  let size: Int?

  init(path: String) throws(FeedError) {
    self.path = path
    func failure() -> FeedError { .unreadable(path, why: String(cString: strerror(errno))) }
    let opened = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw failure() }
    var status = stat()
    let isKnown = fstat(opened, &status) == 0
    let known = failure()
    guard isKnown, status.st_mode & S_IFMT != S_IFDIR else {
      close(opened)
      throw isKnown ? .unreadable(path, why: "it is a folder") : known
    }
    descriptor = opened
    let place = lseek(opened, 0, SEEK_CUR)
    if status.st_mode & S_IFMT == S_IFREG, place >= 0 {
      origin = Int(place)
      size = max(0, Int(status.st_size) - origin)
    } else {
      origin = 0
      size = nil
    }
  }

  /// Takes over a descriptor of a regular file, from its beginning.
  init(path: String, descriptor: Int32, size: Int) {
    self.path = path
    self.descriptor = descriptor
    self.size = size
    origin = 0
  }

  deinit { close(descriptor) }

  /// Bytes at a place, as many as there are and fit; -1 and `errno` when the system refuses.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let got =
        size == nil
        ? Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        : pread(descriptor, buffer.baseAddress, buffer.count, origin + offset)
      if got >= 0 || errno != EINTR { return got }
    }
  }
}

/// A file's bytes in order.
final class FileSource: ByteSource {
  private let file: FeedFile
  private var at: Int
  private let end: Int
  private(set) var fault: String?
  /// What was read, kept for as long as it may be needed again: only a file that can be read once needs that.
  var retained: [UInt8]?

  init(_ file: FeedFile, from start: Int = 0, to end: Int? = nil) {
    self.file = file
    at = start
    self.end = end ?? .max
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, end - at)
    guard count > 0, fault == nil else { return 0 }
    let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<count])
    let got = file.read(at: at, into: part)
    guard got >= 0 else {
      fault = "the file cannot be read further: " + String(cString: strerror(errno))
      return 0
    }
    if retained != nil { retained?.append(contentsOf: part[..<got]) }
    at += got
    return got
  }
}
