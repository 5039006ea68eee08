import Glibc
import Synchronization

/// A FEED argument's bytes: the file as it is, and the text that is in it once unpacked and decoded.
///
/// A file can be read as often as wanted. Standard input and other pipes flow through once; asking for the digest first
/// keeps a copy of them in a file that has no name.
final class FeedInput: Sendable {
  let path: String
  private let state: Mutex<State>

  private struct State {
    var file: FeedFile
    /// Of a pipe: what has been read while looking at it, and goes on being read.
    var flowing: FileSource?
    /// It has been read.
    var isSpent = false
  }

  /// Text that is ready to be read.
  struct Text {
    var window: FeedWindow
    /// The first byte of the text.
    var start: Int
    /// `gzip`, `UTF-16LE`, `sheet Comments`: what was taken off, outermost first.
    var wrappings: [String]
    var isTable: Bool
  }

  /// - Throws: `.unreadable` when there is no such file, or it is a folder.
  init(path: String) throws(FeedError) {
    // A member of an archive is named as if the archive were a folder.
    if let inside = ArchivePath.split(path) {
      self.path = path
      let file = try FeedFile(path: inside.archive)
      member = inside.member
      state = Mutex(State(file: file))
    } else {
      self.path = path
      member = nil
      state = Mutex(State(file: try FeedFile(path: path)))
    }
  }

  private let member: String?

  /// SHA-256 of the file's own bytes; of a member of an archive, of its own bytes unpacked.
  func digest() throws(FeedError) -> String {
    if state.withLock({ $0.isSpent }) { throw .alreadyRead(path) }
    let file = try seekable()
    guard let member else { return FeedDigest.of(FileSource(file)) }
    guard let archive = ZipArchive(file), let found = archive.members.first(where: { $0.name == member }),
      let source = archive.source(found)
    else { throw .unreadable(path, why: "the archive is damaged") }
    return FeedDigest.of(source)
  }

  /// How many bytes the file itself has; nil for a pipe that flows.
  var size: Int? { state.withLock { $0.file.size } }

  /// Opens the text from its beginning. Of a pipe that flows, only once.
  func open() throws(FeedError) -> Text {
    let (file, isSpent) = state.withLock { ($0.file, $0.isSpent) }
    if isSpent { throw .alreadyRead(path) }
    let raw = PeekedSource(try rawSource(file), count: Packing.headSize)
    var source = raw
    var wrappings: [String] = []
    var isTable = false
    while let packing = Packing.of(source.head) {
      guard wrappings.count < 3 else { throw .compressed(path, kind: packing.rawValue, command: packing.command) }
      switch packing {
      case .gzip: source = PeekedSource(InflateSource(source, .gzip), count: Packing.headSize)
      case .zstd: source = PeekedSource(ZstdSource(source), count: Packing.headSize)
      case .zip where wrappings.isEmpty && member == nil:
        let opened = try openArchive()
        source = PeekedSource(opened.source, count: Packing.headSize)
        isTable = opened.isTable
        wrappings.append(opened.name)
        continue
      default: throw .compressed(path, kind: packing.rawValue, command: packing.command)
      }
      wrappings.append(packing.rawValue)
    }
    return try decoded(
      source, wrappings, isTable: isTable, sizeHint: wrappings.isEmpty && member == nil ? file.size : nil)
  }

  private func decoded(
    _ source: PeekedSource, _ packings: [String], isTable: Bool, sizeHint: Int?
  ) throws(FeedError) -> Text {
    var wrappings = packings
    var encoding: TextEncoding?
    if let (marked, length) = TextEncoding.marked(source.head) {
      encoding = marked
      // The mark of UTF-8 stays: places in the file are counted with it.
      if marked != .utf8 { source.drop(length) }
    } else {
      encoding = TextEncoding.byZeros(source.head) ?? TextEncoding.declared(source.head)
    }
    if let encoding, encoding != .utf8 { wrappings.append(encoding.rawValue) }
    let isUTF8 = encoding == nil || encoding == .utf8
    if isUTF8, Self.isBinary(source.head) { throw .binary(path) }
    let text = TranscodedSource(source, encoding)
    let window = try FeedWindow(text, path: path, sizeHint: isUTF8 ? sizeHint.map { $0 * 3 } : nil)
    window.extend(to: FeedWindow.step)
    if let decided = text.encoding, encoding == nil, decided != .utf8 { wrappings.append(decided.rawValue) }
    let start = window.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if window.isComplete, window.bytes[start...].allSatisfy({ $0 <= 0x20 }) {
      if let fault = window.fault { throw .unreadable(path, why: fault) }
      throw .empty(path)
    }
    return Text(window: window, start: start, wrappings: wrappings, isTable: isTable)
  }

  private func rawSource(_ file: FeedFile) throws(FeedError) -> any ByteSource {
    if let member {
      guard let archive = ZipArchive(file), let found = archive.members.first(where: { $0.name == member }) else {
        throw .unreadable(path, why: "there is no such member in the archive")
      }
      guard let source = archive.source(found) else {
        throw .unreadable(path, why: found.isEncrypted ? "it is encrypted" : "it is packed in a way that is not known")
      }
      return source
    }
    guard file.size == nil else { return FileSource(file) }
    return state.withLock { state in
      // What was read while looking is read again, and kept no longer.
      guard state.flowing == nil else {
        let head = state.flowing?.retained ?? []
        state.flowing?.retained = nil
        return JoinedSource(MemorySource(head), FileSource(file))
      }
      let source = FileSource(file)
      source.retained = []
      state.flowing = source
      return source
    }
  }

  /// Reading goes on from here: what a pipe gave is not wanted again.
  func commit() {
    state.withLock { state in
      state.isSpent = state.flowing != nil
      state.flowing?.retained = nil
    }
  }

  /// The file, or a nameless copy of what the pipe gives.
  private func seekable() throws(FeedError) -> FeedFile {
    let (file, flowing) = state.withLock { ($0.file, $0.flowing?.retained ?? []) }
    guard file.size == nil else { return file }
    let copy = try Spool.copy(JoinedSource(MemorySource(flowing), FileSource(file)), path: path)
    state.withLock { $0 = State(file: copy) }
    return copy
  }

  private func openArchive() throws(FeedError) -> (source: any ByteSource, name: String, isTable: Bool) {
    let file = try seekable()
    guard let archive = ZipArchive(file) else { throw .unreadable(path, why: "the archive is damaged or cut off") }
    if let sheet = try Spreadsheet.source(archive, path: path) { return (sheet.source, sheet.name, true) }
    let wanted = ArchivePath.feeds(in: archive)
    guard wanted.count == 1, let member = wanted.first, let source = archive.source(member) else {
      throw .archive(path, members: wanted.map { Visible.name($0.name) })
    }
    return (source, "zip", false)
  }

  /// More than one control byte in a hundred at the beginning: a NUL or two in a text is an exporter's slip.
  private static func isBinary(_ head: [UInt8]) -> Bool {
    let controls = head.count { $0 < 0x09 || ($0 > 0x0D && $0 < 0x20 && $0 != 0x1B) }
    return controls * 100 > head.count
  }
}
