import Glibc

/// A feed's bytes, mapped from a regular file or read into memory from a pipe.
///
/// A mapped file costs address space only, whatever its size. It must not be shortened while it is being read: the
/// system ends a program that reads beyond the end of a mapped file. Pipes are kept in memory, up to `pipeLimit`.
///
/// `@unchecked Sendable`: the bytes are written before `init` returns and never again, and freed when nobody holds them.
final class FeedBytes: @unchecked Sendable {
  /// How much of standard input, or of another pipe, is kept: 2 GiB.
  static let pipeLimit = 2 << 30

  let raw: UnsafeRawBufferPointer
  private let isMapped: Bool

  init(path: String) throws(FeedError) {
    func failure() -> FeedError { .unreadable(path, why: String(cString: strerror(errno))) }
    let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure() }
    if status.st_mode & S_IFMT == S_IFDIR { throw .unreadable(path, why: "it is a folder") }
    // A redirected file may have been read in part by whoever had standard input before: only a path is mapped.
    if status.st_mode & S_IFMT == S_IFREG, path != "-", status.st_size > 0 {
      let size = Int(status.st_size)
      guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
        throw failure()
      }
      madvise(start, size, MADV_SEQUENTIAL)
      raw = UnsafeRawBufferPointer(start: start, count: size)
      isMapped = true
    } else {
      raw = try Self.spool(descriptor, path)
      isMapped = false
    }
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: raw.baseAddress), raw.count)
    } else {
      raw.deallocate()
    }
  }

  private static func spool(_ descriptor: Int32, _ path: String) throws(FeedError) -> UnsafeRawBufferPointer {
    var capacity = 1 << 20
    var count = 0
    var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 16)
    while true {
      if count == capacity {
        guard capacity < pipeLimit else {
          buffer.deallocate()
          throw .tooLarge(path, limit: pipeLimit)
        }
        capacity *= 2
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 16)
        larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
        buffer.deallocate()
        buffer = larger
      }
      let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), capacity - count)
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else {
        let why = String(cString: strerror(errno))
        buffer.deallocate()
        throw .unreadable(path, why: why)
      }
      if got == 0 { break }
      count += got
    }
    return UnsafeRawBufferPointer(rebasing: buffer[0..<count])
  }
}
