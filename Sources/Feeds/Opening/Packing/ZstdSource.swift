import CCompression

/// Undoes Zstandard, frame after frame. Reddit's dumps look back over 2 GiB, which a decoder must be told to allow.
final class ZstdSource: ByteSource {
  private static let windowLog: Int32 = 31

  private let source: any ByteSource
  private let context: OpaquePointer?
  private var input = [UInt8](repeating: 0, count: 128 << 10)
  private var pending = 0..<0
  private var limit = ExpansionLimit()
  /// Not inside a frame: the bytes may end here.
  private var isBetweenFrames = true
  private(set) var fault: String?

  init(_ source: any ByteSource) {
    self.source = source
    context = ZSTD_createDCtx()
    if let context {
      ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Self.windowLog)
    } else {
      fault = "there is no memory to unpack it"
    }
  }

  deinit { ZSTD_freeDCtx(context) }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while fault == nil {
      if pending.isEmpty {
        let got = input.withUnsafeMutableBytes { source.read(into: $0) }
        limit.packed += got
        pending = 0..<got
        if got == 0 {
          fault = source.fault ?? (isBetweenFrames ? nil : "what is packed (zstd) ends before its time: it was cut off")
          return 0
        }
      }
      let made = step(buffer)
      limit.unpacked += made
      if limit.isBomb {
        fault = ExpansionLimit.words
        return 0
      }
      if made > 0 { return made }
    }
    return 0
  }

  private func step(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    input.withUnsafeBytes { raw in
      var from = ZSTD_inBuffer(src: raw.baseAddress, size: pending.upperBound, pos: pending.lowerBound)
      var into = ZSTD_outBuffer(dst: buffer.baseAddress, size: min(buffer.count, 1 << 20), pos: 0)
      let left = ZSTD_decompressStream(context, &into, &from)
      pending = from.pos..<pending.upperBound
      if ZSTD_isError(left) != 0 { fault = "what is packed (zstd) is damaged here" }
      isBetweenFrames = left == 0
      return into.pos
    }
  }
}
