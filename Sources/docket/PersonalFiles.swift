import Console
import Glibc
import Moderation

/// What a person's console keeps beside the desk: where they were, and that the first steps were shown. For their eyes only.
enum PersonalFiles {
  private static var tourPath: String { Environment.stateFolder + "/docket/tour-seen" }

  /// Keeps the saved filters; what went wrong, or nil.
  static let keep: @Sendable (SavedFilters) -> String? = { filters in
    do {
      try SavedFiltersFile.change { $0 = filters }
      return nil
    } catch {
      return "The filters could not be kept in \(SavedFiltersFile.path)."
    }
  }

  static var hasSeenTour: Bool { access(tourPath, F_OK) == 0 }
  static let endTour: @Sendable () -> Void = { _ = replace(tourPath, with: "") }

  /// One for each desk: the path is told apart by its digest.
  private static func sessionPath(desk: String) -> String {
    Environment.stateFolder + "/docket/console-" + TextFile.sha256(Array(desk.utf8)).prefix(12)
  }

  static func session(desk: String) -> ConsoleSession {
    (try? TextFile.read(sessionPath(desk: desk))).map(ConsoleSession.init(text:)) ?? ConsoleSession()
  }

  static func keepSession(desk: String) -> @Sendable (ConsoleSession) -> Void {
    let path = sessionPath(desk: desk)
    return { _ = replace(path, with: $0.text) }
  }

  /// Writes a file for this user alone, whole or not at all.
  static func replace(_ path: String, with text: String) -> Bool {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    guard makeFolder(folder) else { return false }
    let draft = path + ".\(getpid())"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    let isWritten = StandardOutput.writeAll(text, to: file) && fsync(file) == 0
    close(file)
    guard isWritten, rename(draft, path) == 0 else {
      unlink(draft)
      return false
    }
    return true
  }

  private static func makeFolder(_ path: String) -> Bool {
    if access(path, F_OK) == 0 || mkdir(path, 0o700) == 0 { return true }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return false }
    return makeFolder(String(path[..<slash])) && mkdir(path, 0o700) == 0
  }
}
