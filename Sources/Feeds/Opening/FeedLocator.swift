import Glibc

/// A FEED argument, opened: a file, a folder's regular files in name order (dotfiles skipped), the feeds in a zip archive, or
/// `-`.
public enum FeedLocator {
  /// The paths that an argument stands for. A file need not exist here: `FeedReader` says so when it opens it.
  ///
  /// Of an archive, those members that are feeds of a known format, as `export.zip/data/tweets.js`; each is looked at.
  ///
  /// - Throws: `FeedError.noFeeds` for a folder without any regular file, `.unreadable` for one that cannot be listed.
  public static func files(for argument: String) throws(FeedError) -> [String] {
    var status = stat()
    guard argument != "-", stat(argument, &status) == 0 else { return [argument] }
    guard status.st_mode & S_IFMT == S_IFDIR else { return ArchivePath.expand(argument) }
    guard let folder = opendir(argument) else { throw .unreadable(argument, why: String(cString: strerror(errno))) }
    defer { closedir(folder) }
    let base = argument.hasSuffix("/") ? argument : argument + "/"
    var files: [String] = []
    while let entry = readdir(folder) {
      let capacity = MemoryLayout.size(ofValue: entry.pointee.d_name)
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: capacity) { String(cString: $0) }
      }
      guard !name.hasPrefix("."), stat(base + name, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      files.append(base + name)
    }
    guard !files.isEmpty else { throw .noFeeds(argument) }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.flatMap(ArchivePath.expand)
  }
}
