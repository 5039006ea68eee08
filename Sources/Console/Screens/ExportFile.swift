import Glibc
import Moderation

/// Writes what a screen shows to a file that nobody else of the machine can read, and never over one that is there.
public enum ExportFile {
  /// - Parameters:
  ///   - name: as `report-flags-2026-07-01-2026-07-30.csv`; where it is taken, a number is put before its ending.
  ///   - folder: without a slash at its end.
  /// - Returns: the path that was written, or what went wrong, as a sentence.
  public static func write(_ text: String, name: String, in folder: String) -> Result<String, Problem> {
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    for number in 1...99 {
      let path = "\(folder)/\(name[..<dot])\(number == 1 ? "" : "-\(number)")\(name[dot...])"
      let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if file < 0, errno == EEXIST { continue }
      guard file >= 0 else { return .failure(Problem(message: "\(path) cannot be written: \(reason())")) }
      defer { close(file) }
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { return .failure(Problem(message: "\(path) was not written whole: \(reason())")) }
        rest = rest.dropFirst(written)
      }
      return .success(path)
    }
    return .failure(Problem(message: "\(folder)/\(name) is there already, 99 times"))
  }

  /// Ready to be shown.
  public struct Problem: Error, Sendable, Equatable {
    public var message: String

    public init(message: String) { self.message = message }
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
