import Console
import Glibc

/// A person's own keys: `$XDG_CONFIG_HOME/docket/keys.toml`, a table of strings.
///
/// ```toml
/// [keys]
/// "m x" = "mark-range"
/// b = "hide"
/// "Q" = "none"
/// ```
enum KeyFile {
  static var path: String { Environment.configFolder + "/docket/keys.toml" }

  /// The keys that ship, with the person's own in place where there is a file.
  static func load() throws -> KeyMap {
    guard access(path, F_OK) == 0 else { return .standard }
    let bytes: [UInt8] = try TextFile.bytes(path)
    do {
      let lines = try SettingLines.read(
        String(decoding: bytes, as: UTF8.self), file: path, table: "keys", example: "\"m x\" = \"mark-range\"")
      return try KeyMap(lines.map { KeyMap.Setting(keys: $0.key, command: $0.value, line: $0.line) })
    } catch let problems as KeyMapProblems {
      throw Failure(message: problems.message(file: path))
    }
  }
}
