import Glibc

/// Members of a zip archive, named as if the archive were a folder: `export.zip/data/tweets.js`.
enum ArchivePath {
  /// The archive and the member that a path names; nil for a path that is a file, or nothing.
  static func split(_ path: String) -> (archive: String, member: String)? {
    var status = stat()
    guard path != "-", stat(path, &status) != 0, errno == ENOTDIR else { return nil }
    var end = path.endIndex
    while let slash = path[..<end].lastIndex(of: "/") {
      let archive = String(path[..<slash])
      if stat(archive, &status) == 0 {
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        return (archive, String(path[path.index(after: slash)...]))
      }
      end = slash
    }
    return nil
  }

  /// The most members that are looked at.
  private static let memberLimit = 1000
  /// A format that is surer than any table or any list of objects.
  private static let sure = 50

  /// The feeds in an archive; what is no archive, a workbook, or an archive without feeds stands for itself.
  static func expand(_ path: String) -> [String] {
    guard let file = try? FeedFile(path: path), file.size != nil,
      Packing.of(FileSource(file).rest(limit: 4)) == .zip, let archive = ZipArchive(file),
      !Spreadsheet.isWorkbook(archive)
    else { return [path] }
    var known: [String] = []
    var likely: [String] = []
    for member in feeds(in: archive).prefix(memberLimit) {
      let inside = path + "/" + member.name
      guard let sniff = try? FormatSniff(path: inside), let best = sniff.scores.first, sniff.chosen != nil else {
        continue
      }
      if best.points >= sure { known.append(inside) } else { likely.append(inside) }
    }
    let found = known.isEmpty ? likely : known
    return found.isEmpty ? [path] : found
  }

  /// Members that may be feeds, by their names: an account's download holds much else.
  static func feeds(in archive: ZipArchive) -> [ZipArchive.Member] {
    archive.members.filter { member in
      let name = member.name.lowercased()
      let kinds = [
        ".json", ".jsonl", ".ndjson", ".js", ".csv", ".tsv", ".xml", ".html", ".mbox", ".eml", ".txt", ".gz", ".zst",
        ".atom", ".rss",
      ]
      let isHidden = name.hasPrefix("__macosx/") || name.split(separator: "/").last?.hasPrefix(".") == true
      return !isHidden && member.size > 0 && kinds.contains { name.hasSuffix($0) }
    }
  }
}
