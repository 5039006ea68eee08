import TOMLKit

/// A TOML text that has been parsed, with the line of everything in it.
///
/// Everything that people write for docket is TOML: policies, themes, keys, filters. The library behind tells the lines of
/// syntax errors only, and stumbles over some texts that are no TOML; both are made good here, once.
public struct TOMLSource {
  public let table: TOMLTable
  public let lines: SourceLines

  /// - Throws: what is wrong with the text as TOML, and where.
  public init(_ text: String) throws(TOMLSyntaxError) {
    lines = SourceLines(text)
    if let malformed = lines.malformed { throw TOMLSyntaxError(line: malformed.line, why: malformed.why) }
    do {
      table = try TOMLTable(string: text)
    } catch {
      let parse = error as? TOMLParseError
      throw TOMLSyntaxError(line: parse?.source.begin.line, why: parse?.description ?? "\(error)")
    }
  }
}

/// Why a text is no TOML.
public struct TOMLSyntaxError: Error, Equatable {
  /// From 1; nil where the library did not say.
  public var line: Int?
  public var why: String
}
