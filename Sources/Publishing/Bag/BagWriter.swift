import FoundationEssentials
import Glibc

/// Writes a BagIt bag (RFC 8493, version 1.0) with SHA-256 manifests: the form in which records leave the desk.
///
/// The bag is made beside its place under another name, flushed, and moved there when it is whole: there is never half a
/// bag under the name that somebody will look for.
public struct BagWriter: ~Copyable {
  private let place: String
  private let draft: String
  private var payload: [BagPath: Entry] = [:]
  private var isFinished = false

  private struct Entry {
    var sha256: String
    var octets: Int
  }

  /// Begins a bag that is to lie at a path where there is nothing yet.
  public init(at path: String) throws(BagError) {
    place = path
    draft = path + ".draft-\(getpid())"
    guard access(path, F_OK) != 0 else { throw .exists(path) }
    guard mkdir(draft, 0o700) == 0, mkdir(draft + "/data", 0o700) == 0 else { throw .system(draft, errno) }
  }

  deinit {
    if !isFinished { try? FileManager.default.removeItem(atPath: draft) }
  }

  /// Adds a file of the payload; `path` is below `data/`. A path can be written once.
  public mutating func add(_ path: String, _ bytes: [UInt8]) throws(BagError) {
    guard let place = BagPath("data/" + path), payload[place] == nil else { throw .path(path) }
    try write(bytes, to: place)
    payload[place] = Entry(sha256: Self.sha256(bytes), octets: bytes.count)
  }

  public mutating func add(_ path: String, _ text: String) throws(BagError) { try add(path, Array(text.utf8)) }

  /// Writes the tag files and puts the bag in its place.
  ///
  /// - Returns: SHA-256 of `tagmanifest-sha256.txt`, hex: it stands for the whole bag, since that file covers the manifest
  ///   and the manifest covers every file of the payload.
  public consuming func finish(_ info: BagInfo) throws(BagError) -> String {
    let octets = payload.values.reduce(0) { $0 + $1.octets }
    let tags: [(name: String, text: String)] = [
      ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
      ("bag-info.txt", info.text(octets: octets, files: payload.count)),
      ("manifest-sha256.txt", Self.manifest(payload.mapValues(\.sha256))),
    ]
    var sums: [BagPath: String] = [:]
    for (name, text) in tags {
      guard let path = BagPath(name) else { throw .path(name) }
      let bytes = Array(text.utf8)
      try write(bytes, to: path)
      sums[path] = Self.sha256(bytes)
    }
    guard let path = BagPath("tagmanifest-sha256.txt") else { throw .path("tagmanifest-sha256.txt") }
    let last = Array(Self.manifest(sums).utf8)
    try write(last, to: path)
    guard rename(draft, place) == 0 else { throw .system(place, errno) }
    isFinished = true
    return Self.sha256(last)
  }

  private static func manifest(_ sums: [BagPath: String]) -> String {
    sums.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key.encoded)\n" }.joined()
  }

  private func write(_ bytes: [UInt8], to path: BagPath) throws(BagError) {
    let target = draft + "/" + path.text
    let folder = target[..<(target.lastIndex(of: "/") ?? target.endIndex)]
    do {
      try FileManager.default.createDirectory(
        atPath: String(folder), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .system(String(folder), errno)
    }
    let file = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .system(target, errno) }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw .system(target, errno) }
      written += count
    }
    guard fsync(file) == 0 else { throw .system(target, errno) }
  }

  static func sha256(_ bytes: [UInt8]) -> String { BagDigest.sha256.hex(bytes) }
}

/// Why a bag cannot be written.
public enum BagError: Error, Sendable, Equatable {
  case exists(String)
  /// A file's name would leave the bag, or was written already.
  case path(String)
  /// What the operating system said, as its number.
  case system(String, Int32)

  public var message: String {
    switch self {
    case .exists(let path): "there is something at \(path) already; name a folder that is not there yet"
    case .path(let path): "a bag cannot hold \(path): its name is taken or no plain path"
    case .system(let path, let number): "cannot write \(path): \(String(cString: strerror(number)))"
    }
  }
}
