/// A feed's text as UTF-8, after the questions of FORMATS § 2: is it packed, is it text, which encoding.
///
/// `@unchecked Sendable`: like `FeedBytes`, written once and read only.
final class OpenedFeed: @unchecked Sendable {
  /// UTF-8, the byte order mark included.
  let text: UnsafeRawBufferPointer
  /// The first byte after a byte order mark.
  let start: Int
  /// The file's own bytes, where `text` was made from them.
  let original: UnsafeRawBufferPointer?
  private let bytes: FeedBytes

  init(path: String) throws(FeedError) {
    let bytes = try FeedBytes(path: path)
    self.bytes = bytes
    let raw = bytes.raw
    if let kind = Self.packing(raw) { throw .compressed(path, kind: kind) }
    if let bigEndian = Self.utf16(raw) {
      original = raw
      text = Self.transcoded(raw, bigEndian: bigEndian)
    } else {
      original = nil
      text = raw
      if Self.isBinary(raw) { throw .binary(path) }
    }
    start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if text[start...].allSatisfy({ $0 <= 0x20 }) {
      // `deinit` runs on a throw from here: everything is set.
      throw .empty(path)
    }
  }

  deinit {
    if original != nil { text.deallocate() }
  }

  private static func packing(_ raw: UnsafeRawBufferPointer) -> String? {
    let magic: [(String, [UInt8])] = [
      ("gzip", [0x1F, 0x8B]), ("zstd", [0x28, 0xB5, 0x2F, 0xFD]), ("bzip2", [0x42, 0x5A, 0x68]),
      ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A]), ("zip", [0x50, 0x4B, 0x03, 0x04]),
    ]
    return magic.first { raw.starts(with: $0.1) }?.0
  }

  /// Whether it is UTF-16 by its byte order mark, and which.
  private static func utf16(_ raw: UnsafeRawBufferPointer) -> Bool? {
    if raw.starts(with: [0xFF, 0xFE]) { return false }
    return raw.starts(with: [0xFE, 0xFF]) ? true : nil
  }

  private static func transcoded(_ raw: UnsafeRawBufferPointer, bigEndian: Bool) -> UnsafeRawBufferPointer {
    let units = (0..<(raw.count / 2)).lazy.map { index in
      let unit = raw.loadUnaligned(fromByteOffset: index * 2, as: UInt16.self)
      return bigEndian ? UInt16(bigEndian: unit) : UInt16(littleEndian: unit)
    }
    let utf8 = Array(String(decoding: units, as: UTF16.self).utf8)
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, utf8.count), alignment: 16)
    copy.copyBytes(from: utf8)
    return UnsafeRawBufferPointer(rebasing: copy[0..<utf8.count])
  }

  /// More than one control byte in a hundred at the beginning: a NUL or two in a text is an exporter's slip.
  private static func isBinary(_ raw: UnsafeRawBufferPointer) -> Bool {
    let head = raw.prefix(4096)
    let controls = head.count { $0 < 0x09 || ($0 > 0x0D && $0 < 0x20 && $0 != 0x1B) }
    return controls * 100 > head.count
  }
}
