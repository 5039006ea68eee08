import Console
import Glibc
import Moderation

/// How a person wants to be looked after: `$XDG_CONFIG_HOME/docket/console.toml`.
///
/// ```toml
/// [care]
/// mask = "high"       # low, medium, high, critical: from which severity distressing words are masked; or never
/// pause-after = 60    # hard comments until a pause is suggested
/// ```
enum CareFile {
  static var path: String { Environment.configFolder + "/docket/console.toml" }

  static func load() throws -> CareSettings {
    guard access(path, F_OK) == 0 else { return CareSettings() }
    var care = CareSettings()
    let lines = try SettingLines.read(
      try TextFile.read(path), file: path, table: "care", example: "mask = \"high\" or pause-after = 60")
    for line in lines {
      switch line.key {
      case "mask" where line.value == "never": care.maskFrom = nil
      case "mask":
        guard let severity = Severity(rawValue: line.value) else {
          throw Failure(message: "\(path):\(line.line): mask is low, medium, high, critical or never")
        }
        care.maskFrom = severity
      case "pause-after":
        guard let count = Int(line.value), count > 0 else {
          throw Failure(message: "\(path):\(line.line): pause-after is a number, such as 60")
        }
        care.pauseAfter = count
      default: throw Failure(message: "\(path):\(line.line): there is no “\(line.key)” here: mask, pause-after")
      }
    }
    return care
  }
}
