import Glibc
import Moderation

/// The machine's zone database (tzdata): where its files are, and reading one zone of it.
public struct ZoneDatabase: Sendable, Equatable {
  /// Looked through in this order.
  public var folders: [String]

  public init(folders: [String]) { self.folders = folders }

  /// `$TZDIR` alone when it is set, else the usual places.
  public static var system: ZoneDatabase {
    if let pointer = getenv("TZDIR"), pointer.pointee != 0 { return ZoneDatabase(folders: [String(cString: pointer)]) }
    return ZoneDatabase(folders: [
      "/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo",
    ])
  }

  /// A zone by its name, as `Pacific/Auckland`. `UTC` needs no file. Reads a file of some KB: keep what it returns.
  public func zone(_ name: String) throws(ZoneError) -> ZoneRules {
    guard Self.isName(name) else { throw .badName(name) }
    var hasDatabase = false
    for folder in folders {
      guard let bytes = SmallFile.read(folder + "/" + name, limit: 1 << 20) else {
        hasDatabase = hasDatabase || access(folder, X_OK) == 0
        continue
      }
      guard let zone = ZoneFile.parse(bytes, name: name) else { throw .unreadable(name, path: folder + "/" + name) }
      return zone
    }
    if name == "UTC" || name == "Etc/UTC" { return .utc }
    throw hasDatabase ? .unknown(name) : .noDatabase(name, folders: folders)
  }

  /// Letters, digits and a few marks in parts between slashes: a name never leads out of the database's folder.
  private static func isName(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return name.utf8.count <= 100
      && parts.allSatisfy { part in
        part.first.map(isLetter) ?? false
          && part.allSatisfy { isLetter($0) || (48...57).contains($0) || "_+-".utf8.contains($0) }
      }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
}

/// Why a zone's rules are not to be had.
public enum ZoneError: Error, Sendable, Equatable {
  /// Not the form of a name.
  case badName(String)
  /// The database has no such zone.
  case unknown(String)
  /// There is no database on this machine.
  case noDatabase(String, folders: [String])
  /// A file that is not TZif.
  case unreadable(String, path: String)

  /// What the person is told.
  public var message: String {
    let examples = "write a name of the zone database, such as Pacific/Auckland, Pacific/Chatham, Europe/London or UTC"
    return switch self {
    case .badName(let name): "\(JSONText.quoted(name)) is not the name of a time zone; \(examples)"
    case .unknown(let name): "there is no time zone \(name); \(examples)"
    case .noDatabase(let name, let folders):
      "the rules of \(name) are not on this machine: no zone database in \(folders.joined(separator: ", ")); "
        + "install the package tzdata, or set TZDIR to its folder"
    case .unreadable(let name, let path):
      "\(path) is not a compiled time zone, so \(name) cannot be used; install the package tzdata again"
    }
  }
}
