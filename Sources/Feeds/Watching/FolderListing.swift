import Glibc

/// The regular files of a folder with their sizes and times. Folders within it are not looked into.
public enum FolderListing {
  /// - Throws: `FeedError.unreadable` when the folder cannot be listed.
  public static func read(_ folder: String) throws(FeedError) -> [FolderEntry] {
    guard let handle = opendir(folder) else { throw .unreadable(folder, why: String(cString: strerror(errno))) }
    defer { closedir(handle) }
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    var entries: [FolderEntry] = []
    while let found = readdir(handle) {
      let capacity = MemoryLayout.size(ofValue: found.pointee.d_name)
      let name = withUnsafePointer(to: &found.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: capacity) { String(cString: $0) }
      }
      var status = stat()
      guard stat(base + name, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      entries.append(
        FolderEntry(
          path: base + name, size: Int(status.st_size),
          modified: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec, inode: UInt64(status.st_ino)))
    }
    return entries
  }
}
