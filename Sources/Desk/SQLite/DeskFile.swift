import Crypto
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

  /// Whether whoever made the desk was cut off while they did: SQLite then takes it back to the empty file that it was.
  static func wasCutOff(_ path: String) -> Bool {
    var status = stat()
    return stat(path + "-journal", &status) == 0 && status.st_size > 0
  }

  /// Whether something was written that is not in the file itself yet.
  static func hasLog(_ path: String) -> Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  /// Makes the folder (0700) and an empty file (0600), whatever the umask; for a group 2770 and 0660. Leaves what exists as
  /// it is.
  static func create(_ path: String, group: String? = nil) throws(DeskError) {
    try createFolder(folder(of: path))
    let owners = try group.map(groupID)
    let mode: mode_t = owners == nil ? 0o600 : 0o660
    if let owners {
      let folder = folder(of: path)
      guard chown(folder, uid_t.max, owners) == 0, chmod(folder, 0o2770) == 0 else {
        throw .folderUnusable(path: folder, reason: reason(errno))
      }
    }
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else {
      if errno == EEXIST { return }
      throw errno == ENOSPC ? .diskFull(path: path) : .unreadable(path: path, reason: reason(errno))
    }
    defer { close(file) }
    // SQLite gives the journal, WAL and SHM files the mode of the database itself, past the umask.
    guard fchmod(file, mode) == 0, owners.map({ fchown(file, uid_t.max, $0) == 0 }) ?? true else {
      throw .unreadable(path: path, reason: reason(errno))
    }
  }

  private static func groupID(_ name: String) throws(DeskError) -> gid_t {
    var entry = Glibc.group()
    var found: UnsafeMutablePointer<Glibc.group>?
    var buffer = [CChar](repeating: 0, count: 65_536)
    guard getgrnam_r(name, &entry, &buffer, buffer.count, &found) == 0, found != nil else {
      throw .groupUnknown(name)
    }
    return entry.gr_gid
  }

  static func createFolder(_ path: String) throws(DeskError) {
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

  /// Moves a desk and its log aside, to names that nothing has yet. Does nothing where there is none.
  static func moveAside(_ path: String) throws(DeskError) {
    var aside = path + ".before-restore"
    var number = 1
    while access(aside, F_OK) == 0 {
      number += 1
      aside = path + ".before-restore-\(number)"
    }
    for suffix in ["", "-wal", "-shm"] where access(path + suffix, F_OK) == 0 {
      guard rename(path + suffix, aside + suffix) == 0 else {
        throw .unreadable(path: path + suffix, reason: reason(errno))
      }
    }
  }

  /// SHA-256 of a file's bytes, hex.
  static func sha256(of path: String) throws(DeskError) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable(path: path, reason: reason(errno)) }
    defer { close(file) }
    var digest = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0 { throw .unreadable(path: path, reason: reason(errno)) }
      if count == 0 { return Hex.of(digest.finalize()) }
      digest.update(data: buffer[..<count])
    }
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    let folder = path[..<slash]
    return folder.isEmpty ? "/" : String(folder)
  }

  static func reason(_ code: Int32) -> String {
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
