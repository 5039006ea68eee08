/// The line of every table, key and list element of a TOML text, for messages: the TOML library tells the lines of syntax
/// errors only.
///
/// Reads once through the text. It relies on the library to have refused what is not TOML: of anything else it gives the
/// lines it could make out, and always ends.
public struct SourceLines: Sendable {
  private let lines: [SourcePath: Int]
  /// What must not be given to the library.
  let malformed: Malformed?

  struct Malformed: Sendable {
    var line: Int
    var why: String
  }

  public init(_ text: String) {
    let bytes = Array(text.utf8)
    var scanner = SourceScanner(bytes)
    scanner.scan()
    lines = scanner.lines
    if let end = bytes.firstIndex(of: 0) {
      // The library would take it for the end of the text.
      malformed = Malformed(
        line: bytes[..<end].count { $0 == UInt8(ascii: "\n") } + 1, why: "there is a NUL, which no text has")
    } else {
      malformed = scanner.malformed
    }
  }

  /// The line, from 1, of what stands at a path, or of the nearest thing around it; nil for the document as a whole.
  public func line(of path: SourcePath) -> Int? {
    var path = path
    while true {
      if let line = lines[path] { return line }
      guard let parent = path.parent else { return nil }
      path = parent
    }
  }

  /// Whether something is written at exactly this path.
  public func has(_ path: SourcePath) -> Bool { lines[path] != nil }
}
