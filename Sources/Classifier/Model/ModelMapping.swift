import Glibc

/// A file of weights in memory, mapped and read-only, for as long as somebody holds this.
final class ModelMapping: Sendable {
  // Written once in init, before anybody else can see it, and unmapped in deinit, after everybody is gone.
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  init(path: String) throws(ModelError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable(path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path) }
    guard status.st_size >= ModelHeader.size else { throw .notAModel(path) }
    let size = Int(status.st_size)
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0), start != MAP_FAILED else {
      throw .unreadable(path)
    }
    bytes = UnsafeRawBufferPointer(start: start, count: size)
    isMapped = true
  }

  /// A copy of weights that were just made.
  init(_ made: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: made.count, alignment: 64)
    copy.copyBytes(from: made)
    bytes = UnsafeRawBufferPointer(copy)
    isMapped = false
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }
}
