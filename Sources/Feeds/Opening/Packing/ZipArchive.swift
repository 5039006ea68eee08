/// A zip archive's list of members, from the directory at its end (APPNOTE 4.3), and the bytes of each.
///
/// Names are only compared and shown, never used as paths: nothing is ever written to disk.
struct ZipArchive {
  struct Member {
    var name: String
    var method: UInt16
    var isEncrypted: Bool
    var packedSize: Int
    var size: Int
    fileprivate var header: Int
  }

  /// More members than an export has.
  private static let memberLimit = 100_000
  private static let directoryLimit = 64 << 20

  let members: [Member]
  private let file: FeedFile

  /// Nil for what has no directory that can be read: a torn or crafted archive.
  init?(_ file: FeedFile) {
    self.file = file
    guard let size = file.size, let directory = Self.directory(file, size) else { return nil }
    let bytes = Self.bytes(file, directory.offset, min(directory.size, Self.directoryLimit))
    var members: [Member] = []
    var at = 0
    while at + 46 <= bytes.count, members.count < Self.memberLimit, Self.u32(bytes, at) == 0x0201_4B50 {
      let nameSize = Int(Self.u16(bytes, at + 28))
      let extraSize = Int(Self.u16(bytes, at + 30))
      let next = at + 46 + nameSize + extraSize + Int(Self.u16(bytes, at + 32))
      guard at + 46 + nameSize + extraSize <= bytes.count else { break }
      var member = Member(
        name: String(decoding: bytes[(at + 46)..<(at + 46 + nameSize)], as: UTF8.self),
        method: Self.u16(bytes, at + 10), isEncrypted: Self.u16(bytes, at + 8) & 1 == 1,
        packedSize: Int(Self.u32(bytes, at + 20)), size: Int(Self.u32(bytes, at + 24)),
        header: Int(Self.u32(bytes, at + 42)))
      Self.widen(&member, Array(bytes[(at + 46 + nameSize)..<(at + 46 + nameSize + extraSize)]))
      members.append(member)
      at = next
    }
    self.members = members
  }

  /// The member's bytes, unpacked; nil where it is encrypted or packed in a way that is not deflate.
  func source(_ member: Member) -> (any ByteSource)? {
    let header = Self.bytes(file, member.header, 30)
    guard !member.isEncrypted, header.count == 30, Self.u32(header, 0) == 0x0403_4B50 else { return nil }
    let start = member.header + 30 + Int(Self.u16(header, 26)) + Int(Self.u16(header, 28))
    let (end, overflow) = start.addingReportingOverflow(member.packedSize)
    guard !overflow, let size = file.size, end <= size else { return nil }
    let packed = FileSource(file, from: start, to: end)
    switch member.method {
    case 0: return packed
    case 8: return InflateSource(packed, .none)
    case 93: return ZstdSource(packed)
    default: return nil
    }
  }

  /// Sizes and places beyond 4 GiB stand in an extra field.
  private static func widen(_ member: inout Member, _ extra: [UInt8]) {
    var at = 0
    while at + 4 <= extra.count {
      let size = Int(u16(extra, at + 2))
      var place = at + 4
      at = place + size
      guard u16(extra, place - 4) == 1, at <= extra.count else { continue }
      for field in [\Member.size, \Member.packedSize, \Member.header] where member[keyPath: field] == 0xFFFF_FFFF {
        guard place + 8 <= at else { return }
        member[keyPath: field] = Int(clamping: u64(extra, place))
        place += 8
      }
    }
  }

  private static func directory(_ file: FeedFile, _ size: Int) -> (offset: Int, size: Int)? {
    let tailStart = max(0, size - 66_000)
    let tail = bytes(file, tailStart, size - tailStart)
    guard tail.count >= 22 else { return nil }
    for at in stride(from: tail.count - 22, through: 0, by: -1) where u32(tail, at) == 0x0605_4B50 {
      let found = (offset: Int(u32(tail, at + 16)), size: Int(u32(tail, at + 12)))
      guard found.offset == 0xFFFF_FFFF || found.size == 0xFFFF_FFFF else { return found }
      guard at >= 20, u32(tail, at - 20) == 0x0706_4B50 else { return nil }
      let wide = bytes(file, Int(clamping: u64(tail, at - 12)), 56)
      guard wide.count == 56, u32(wide, 0) == 0x0606_4B50 else { return nil }
      return (Int(clamping: u64(wide, 48)), Int(clamping: u64(wide, 40)))
    }
    return nil
  }

  private static func bytes(_ file: FeedFile, _ offset: Int, _ count: Int) -> [UInt8] {
    guard offset >= 0, count > 0, let size = file.size, offset < size else { return [] }
    let (end, overflow) = offset.addingReportingOverflow(count)
    return FileSource(file, from: offset, to: overflow ? size : min(end, size)).rest(limit: count)
  }

  private static func u16(_ bytes: [UInt8], _ at: Int) -> UInt16 { UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8 }
  private static func u32(_ bytes: [UInt8], _ at: Int) -> UInt32 {
    UInt32(u16(bytes, at)) | UInt32(u16(bytes, at + 2)) << 16
  }
  private static func u64(_ bytes: [UInt8], _ at: Int) -> UInt64 {
    UInt64(u32(bytes, at)) | UInt64(u32(bytes, at + 4)) << 32
  }
}
