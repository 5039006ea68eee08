/// What a file is packed in, by its first bytes and never by its name (FORMATS § 2).
enum Packing: String, Sendable {
  case gzip, zstd, zip, bzip2, xz, tar

  /// The shortest head that tells all of them.
  static let headSize = 4096

  static func of(_ head: [UInt8]) -> Packing? {
    if head.starts(with: [0x1F, 0x8B]) { return .gzip }
    if head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) || isSkippableFrame(head) { return .zstd }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) { return .zip }
    if head.starts(with: Array("BZh".utf8)), head.count > 3, (0x31...0x39).contains(head[3]) { return .bzip2 }
    if head.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) { return .xz }
    if head.count > 262, head[257..<262].elementsEqual("ustar".utf8) { return .tar }
    return nil
  }

  private static func isSkippableFrame(_ head: [UInt8]) -> Bool {
    head.count > 3 && head[0] & 0xF0 == 0x50 && head[1...3].elementsEqual([0x2A, 0x4D, 0x18])
  }

  /// The command that unpacks what docket does not.
  var command: String {
    switch self {
    case .gzip: "gunzip"
    case .zstd: "unzstd"
    case .zip: "unzip"
    case .bzip2: "bunzip2"
    case .xz: "unxz"
    case .tar: "tar -xf"
    }
  }
}
