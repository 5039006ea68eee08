/// Bytes that come one after the other: a file's, or what an unpacker or a decoder makes of another source's.
protocol ByteSource: AnyObject {
  /// Fills the buffer from its start and returns how many bytes came; 0 at the end, and after a fault.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int
  /// Why the bytes ended before their time, in words for the person at the desk.
  var fault: String? { get }
}

extension ByteSource {
  /// Fills the buffer as far as there are bytes.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    var count = 0
    while count < buffer.count {
      let got = read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      if got == 0 { break }
      count += got
    }
    return count
  }

  /// All that is left, up to a limit.
  func rest(limit: Int) -> [UInt8] {
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while all.count < limit {
      let got = chunk.withUnsafeMutableBytes { read(into: $0) }
      if got == 0 { break }
      all += chunk[..<min(got, limit - all.count)]
    }
    return all
  }
}

/// A source whose first bytes can be looked at before they are read.
final class PeekedSource: ByteSource {
  private let source: any ByteSource
  private(set) var head: [UInt8]
  private var taken = 0

  /// Looks at up to `count` bytes.
  init(_ source: any ByteSource, count: Int) {
    self.source = source
    var bytes = [UInt8](repeating: 0, count: count)
    let got = bytes.withUnsafeMutableBytes { source.fill($0) }
    bytes.removeLast(count - got)
    head = bytes
  }

  var fault: String? { taken < head.count ? nil : source.fault }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard taken < head.count else { return source.read(into: buffer) }
    let count = min(buffer.count, head.count - taken)
    buffer.copyBytes(from: head[taken..<(taken + count)])
    taken += count
    return count
  }

  /// Leaves the first bytes out, a byte order mark for instance.
  func drop(_ count: Int) { taken = min(head.count, taken + count) }
}

/// Bytes that are in memory.
final class MemorySource: ByteSource {
  private let bytes: [UInt8]
  private var at = 0
  var fault: String? { nil }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - at)
    buffer.copyBytes(from: bytes[at..<(at + count)])
    at += count
    return count
  }
}
