import CCompression
import FoundationEssentials

/// A whole packed file in memory, for the public sets.
enum GzipFile {
  static func read(_ path: String) throws -> Data {
    guard let packed = FileManager.default.contents(atPath: path) else { throw DataError.unreadable(path) }
    var stream = z_stream()
    guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw DataError.unreadable(path)
    }
    defer { inflateEnd(&stream) }
    var unpacked = Data()
    var room = [UInt8](repeating: 0, count: 1 << 20)
    var input = [UInt8](packed)
    var status = Z_OK
    input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      while status == Z_OK {
        let made = room.withUnsafeMutableBufferPointer { room in
          stream.next_out = room.baseAddress
          stream.avail_out = UInt32(room.count)
          status = inflate(&stream, Z_NO_FLUSH)
          return room.count - Int(stream.avail_out)
        }
        unpacked.append(contentsOf: room[..<made])
      }
    }
    guard status == Z_STREAM_END else { throw DataError.unreadable(path) }
    return unpacked
  }
}
