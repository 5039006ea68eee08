/// Tells which exports in a folder are complete: those that have not changed between two looks.
///
///     var watch = FolderWatch()
///     while true {
///       for path in watch.ready(try FolderListing.read(folder)) { import(path) }
///       sleep(2)
///     }
///
/// Pure: it knows what it was shown. A file is handed out once, and again when it changed after that; files that a browser or
/// a transfer is still writing under a name of its own (`.part`, `.crdownload`, dotfiles) are left alone until they are
/// renamed.
public struct FolderWatch: Sendable {
  private var seen: [String: FolderEntry] = [:]
  private var handed: [String: FolderEntry] = [:]

  public init() {}

  /// Takes what is in the folder now and returns the paths of what is complete and new, in name order.
  public mutating func ready(_ listing: [FolderEntry]) -> [String] {
    var ready: [String] = []
    for entry in listing where !Self.isPartial(entry.path) {
      if seen[entry.path] == entry, handed[entry.path] != entry, entry.size > 0 {
        ready.append(entry.path)
        handed[entry.path] = entry
      }
    }
    seen = Dictionary(listing.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    handed = handed.filter { seen[$0.key] != nil }
    return ready.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func isPartial(_ path: String) -> Bool {
    let name = WebAddress.lastSegment(path) ?? path
    return name.hasPrefix(".") || name.hasSuffix("~")
      || [".part", ".partial", ".tmp", ".crdownload", ".download", ".filepart"].contains { name.hasSuffix($0) }
  }
}

/// A file in a folder, as it was at one moment.
public struct FolderEntry: Sendable, Equatable {
  public var path: String
  /// Bytes.
  public var size: Int
  /// Nanoseconds since 1970.
  public var modified: Int
  /// Which file it is, whatever its name.
  public var inode: UInt64

  public init(path: String, size: Int, modified: Int, inode: UInt64) {
    self.path = path
    self.size = size
    self.modified = modified
    self.inode = inode
  }
}
