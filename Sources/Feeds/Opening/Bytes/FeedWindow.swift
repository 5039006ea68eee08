import Glibc

/// The part of a feed that is in memory, at addresses that do not change: byte 5,000,000,000 of a feed stands at
/// `base + 5_000_000_000` for as long as it is held.
///
/// Address space is reserved for the whole feed; memory is given to it a piece at a time as reading goes on, and taken back
/// behind the reader. So the readers work with plain offsets, and a feed of any size costs some megabytes.
final class FeedWindow {
  /// Read in one go.
  static let step = 256 << 10
  /// Address space for a feed whose size is not known; what goes on beyond it is not read.
  private static let reserve = 1 << 38
  private static let commitStep = 16 << 20

  let base: UnsafeRawPointer
  private let region: UnsafeMutableRawPointer
  private let capacity: Int
  private let source: any ByteSource
  private var committed = 0
  private var released = 0
  /// Bytes from the beginning that were read so far.
  private(set) var available = 0
  /// All bytes were read.
  private(set) var isComplete = false
  /// Why there are no more bytes, where there should be.
  private(set) var fault: String?

  /// - Throws: `.unreadable` when the system has no address space left.
  init(_ source: any ByteSource, path: String, sizeHint: Int?) throws(FeedError) {
    self.source = source
    var size = (sizeHint ?? Self.reserve) + Self.commitStep
    var start = UnsafeMutableRawPointer(bitPattern: -1)
    while true {
      start = mmap(nil, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
      // A limit on address space (ulimit -v): take what there is of it.
      guard start == MAP_FAILED, size > 256 << 20 else { break }
      size /= 2
    }
    guard let start, start != MAP_FAILED else {
      throw .unreadable(path, why: String(cString: strerror(errno)))
    }
    madvise(start, size, MADV_HUGEPAGE)
    region = start
    base = UnsafeRawPointer(start)
    capacity = size
  }

  deinit { munmap(region, capacity) }

  /// What is in memory, from the feed's first byte. Bytes before the place that was last released read as zero.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: available) }

  /// Reads on until the byte before `place` is there, or the feed ends. Returns how many bytes there are.
  @discardableResult
  func extend(to place: Int) -> Int {
    while available < place, !isComplete { more() }
    return available
  }

  /// Reads the next piece. False when there is none.
  @discardableResult
  func more() -> Bool {
    guard !isComplete else { return false }
    if available + Self.step > committed {
      let grown = min(capacity, committed + Self.commitStep)
      guard grown - available > 0, mprotect(region, grown, PROT_READ | PROT_WRITE) == 0 else {
        isComplete = true
        fault = "the feed is larger than this machine's memory allows; split it"
        return false
      }
      committed = grown
    }
    let room = UnsafeMutableRawBufferPointer(
      start: region + available, count: min(Self.step, committed - available))
    let got = source.read(into: room)
    if got == 0 {
      isComplete = true
      fault = source.fault
      return false
    }
    available += got
    return true
  }

  /// The byte at a place, reading on if need be; nil at the end.
  @inline(__always)
  func byte(_ place: Int) -> UInt8? {
    if place >= available, extend(to: place + 1) <= place { return nil }
    return base.load(fromByteOffset: place, as: UInt8.self)
  }

  /// Where `byte` stands next, reading on until then; nil when it does not come before `limit`.
  func find(_ byte: UInt8, from start: Int, limit: Int = .max) -> Int? {
    var at = start
    while at < limit {
      if at >= available, !more() { return nil }
      let end = min(available, limit)
      guard at < end else { continue }
      if let found = memchr(base + at, Int32(byte), end - at) { return UnsafeRawPointer(found) - base }
      at = end
    }
    return nil
  }

  /// Gives the memory before `place` back, when there is enough of it.
  func release(before place: Int) {
    let page = place & ~(2 << 20 - 1)
    guard page - released >= 4 << 20 else { return }
    madvise(region + released, page - released, MADV_DONTNEED)
    released = page
  }
}
