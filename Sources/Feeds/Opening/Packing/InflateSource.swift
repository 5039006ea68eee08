import CCompression

/// How much packed bytes may grow: more is a bomb, made to fill the disk or the memory of whoever opens it.
struct ExpansionLimit {
  /// Below this nothing is suspicious.
  static let free = 16 << 20
  static let ratio = 250

  var packed = 0
  var unpacked = 0

  var isBomb: Bool { unpacked > Self.free && unpacked / Self.ratio > packed }
  static let words =
    "what is packed here grows more than \(ratio)-fold, as a bomb does: the rest was not read; unpack it by hand if you trust it"
}

/// Undoes deflate: gzip, with its members one after the other, and the bare streams of zip archives.
final class InflateSource: ByteSource {
  enum Wrapping: String {
    case gzip
    /// A bare stream, as zip has it.
    case none = "zip"
  }

  private let source: any ByteSource
  private let wrapping: Wrapping
  private var stream = z_stream()
  private var input = [UInt8](repeating: 0, count: 128 << 10)
  private var pending = 0..<0
  private var limit = ExpansionLimit()
  private var isDone = false
  private(set) var fault: String?

  init(_ source: any ByteSource, _ wrapping: Wrapping) {
    self.source = source
    self.wrapping = wrapping
    let bits: Int32 = wrapping == .gzip ? 15 + 16 : -15
    if inflateInit2_(&stream, bits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) != Z_OK {
      fault = "there is no memory to unpack it"
      isDone = true
    }
  }

  deinit { inflateEnd(&stream) }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while !isDone {
      if pending.isEmpty {
        let got = input.withUnsafeMutableBytes { source.read(into: $0) }
        limit.packed += got
        pending = 0..<got
        if got == 0 {
          fault = source.fault ?? "what is packed (\(wrapping.rawValue)) ends before its time: it was cut off"
          isDone = true
          return 0
        }
      }
      let made = step(buffer)
      limit.unpacked += made
      if limit.isBomb {
        fault = ExpansionLimit.words
        isDone = true
        return 0
      }
      if made > 0 { return made }
    }
    return 0
  }

  private func step(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    let room = min(buffer.count, 1 << 20)
    var status = Z_OK
    input.withUnsafeMutableBytes { raw in
      stream.next_in = raw.baseAddress?.advanced(by: pending.lowerBound).assumingMemoryBound(to: UInt8.self)
      stream.avail_in = UInt32(pending.count)
      stream.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.avail_out = UInt32(room)
      status = inflate(&stream, Z_NO_FLUSH)
      pending = (pending.upperBound - Int(stream.avail_in))..<pending.upperBound
    }
    let made = room - Int(stream.avail_out)
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: nextMember()
    default:
      fault = "what is packed (\(wrapping.rawValue)) is damaged here"
      isDone = true
    }
    return made
  }

  /// Members of gzip follow each other; zeros, or anything else, may stand at the end.
  private func nextMember() {
    isDone = true
    guard wrapping == .gzip else { return }
    if pending.isEmpty {
      let got = input.withUnsafeMutableBytes { source.read(into: $0) }
      limit.packed += got
      pending = 0..<got
    }
    guard let first = pending.first, input[first] == 0x1F else { return }
    isDone = inflateReset(&stream) != Z_OK
  }
}
