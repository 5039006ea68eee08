import Glibc

/// The file on disk: making it private, and telling a desk from anything else before SQLite touches it.
enum DeskFile {
  /// `dket`: SQLite keeps it in the header, so `file` and docket know whose database this is.
  static let applicationID: Int32 = 0x646B_6574

  enum Kind { case absent, empty, desk, other }

  /// Reads the header only. Opening a foreign file with SQLite could change it (journal mode), so this comes first.
  static func kind(of path: String) throws(DeskError) -> Kind {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return .absent }
      throw .unreadable(path: path, reason: reason(errno))
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadable(path: path, reason: reason(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .other }
    var header = [UInt8](repeating: 0, count: 100)
    let count = read(file, &header, header.count)
    if count < 0 { throw .unreadable(path: path, reason: reason(errno)) }
    if count == 0 { return .empty }
    guard count == header.count, Array(header[0..<16]) == Array("SQLite format 3\0".utf8) else { return .other }
    let id = header[68..<72].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return Int32(bitPattern: id) == applicationID ? .desk : .other
  }

  /// Makes the folder (0700) and an empty file (0600), whatever the umask. Leaves what exists as it is.
  static func create(_ path: String) throws(DeskError) {
    try createFolder(folder(of: path))
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      if errno == EEXIST { return }
      throw errno == ENOSPC ? .diskFull(path: path) : .unreadable(path: path, reason: reason(errno))
    }
    defer { close(file) }
    // SQLite gives the journal, WAL and SHM files the mode of the database itself, past the umask.
    guard fchmod(file, 0o600) == 0 else { throw .unreadable(path: path, reason: reason(errno)) }
  }

  private static func createFolder(_ path: String) throws(DeskError) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw .folderUnusable(path: path, reason: reason(ENOTDIR))
      }
      return
    }
    guard errno == ENOENT else { throw .folderUnusable(path: path, reason: reason(errno)) }
    try createFolder(folder(of: path))
    guard mkdir(path, 0o700) == 0 else {
      if errno == EEXIST { return }
      throw .folderUnusable(path: path, reason: reason(errno))
    }
    guard chmod(path, 0o700) == 0 else { throw .folderUnusable(path: path, reason: reason(errno)) }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    let folder = path[..<slash]
    return folder.isEmpty ? "/" : String(folder)
  }

  private static func reason(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "permission denied"
    case ENOENT: "no such file or folder"
    case ENOTDIR: "a part of the path is not a folder"
    case EROFS: "the file system is read-only"
    case ENOSPC: "the disk is full"
    case ENAMETOOLONG: "the name is too long"
    case ELOOP: "too many symbolic links"
    default: "system error \(code)"
    }
  }
}
