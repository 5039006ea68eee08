import FoundationEssentials
import Glibc

/// Checks a bag by RFC 8493 1.0, more strictly than the reference implementation, which takes other versions, tag files in
/// other encodings and manifests that list only some files.
public enum BagCheck {
  /// Everything that is wrong with a bag, in words; none when it is complete and valid. Reads each file whole, one at a time.
  public static func problems(of folder: String) -> [String] {
    var check = Check(folder: folder)
    check.run()
    return check.problems
  }
}

private struct Check {
  let folder: String
  var problems: [String] = []

  init(folder: String) { self.folder = folder }

  mutating func run() {
    guard let files = files() else {
      problems.append("\(folder) is no folder that can be read")
      return
    }
    declaration()
    let manifests = files.filter { $0.text.hasPrefix("manifest-") && $0.text.hasSuffix(".txt") }
    if !manifests.contains(where: { $0.text == "manifest-sha256.txt" }) {
      problems.append("manifest-sha256.txt is missing")
    }
    let payload = Set(files.filter(\.isPayload))
    if payload.isEmpty, access(folder + "/data", F_OK) != 0 { problems.append("data/ is missing") }
    for manifest in manifests.sorted() { compare(manifest, "manifest-", expected: payload) }
    let tags = Set(files.filter { !$0.isPayload && !$0.text.hasPrefix("tagmanifest-") })
    let tagManifests = files.filter { $0.text.hasPrefix("tagmanifest-") && $0.text.hasSuffix(".txt") }
    if !tagManifests.contains(where: { $0.text == "tagmanifest-sha256.txt" }) {
      problems.append("tagmanifest-sha256.txt is missing")
    }
    for manifest in tagManifests.sorted() { compare(manifest, "tagmanifest-", expected: tags) }
    if files.contains(where: { $0.text == "fetch.txt" }) {
      problems.append("fetch.txt says that files are elsewhere; a bag of records holds them all")
    }
    oxum(payload)
  }

  /// Exactly two lines, UTF-8, no byte-order mark.
  private mutating func declaration() {
    guard let bytes = bytes("bagit.txt") else {
      problems.append("bagit.txt is missing")
      return
    }
    let wanted = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    if bytes != Array(wanted.utf8) { problems.append("bagit.txt is not the declaration of version 1.0 in UTF-8") }
  }

  /// Every file must be in every manifest (RFC 8493 § 3), with the digest of its name.
  private mutating func compare(_ manifest: BagPath, _ prefix: String, expected: Set<BagPath>) {
    guard let digest = BagDigest(manifest: manifest.text, prefix: prefix) else {
      problems.append("\(manifest.text) is by an algorithm that cannot be checked")
      return
    }
    guard let bytes = bytes(manifest.text), let text = String(validating: bytes, as: UTF8.self) else {
      problems.append("\(manifest.text) is not UTF-8")
      return
    }
    var listed: Set<BagPath> = []
    for (number, line) in text.split(separator: "\n").enumerated() {
      let parts = line.split(maxSplits: 1, whereSeparator: { $0 == " " || $0 == "\t" })
      let name = parts.count == 2 ? String(parts[1].drop { $0 == " " || $0 == "\t" }) : ""
      guard parts.count == 2, parts[0].count == digest.digits, parts[0].allSatisfy(\.isHexDigit),
        let path = BagPath(manifest: name)
      else {
        problems.append("\(manifest.text):\(number + 1): is no digest and path")
        continue
      }
      if !listed.insert(path).inserted {
        problems.append("\(manifest.text):\(number + 1): \(path.text) is listed twice")
      }
      guard expected.contains(path) else {
        problems.append("\(path.text) is listed in \(manifest.text) and missing")
        continue
      }
      if let content = self.bytes(path.text), digest.hex(content) != parts[0].lowercased() {
        problems.append("\(path.text) is not what its digest in \(manifest.text) says")
      }
    }
    for path in expected.subtracting(listed).sorted() { problems.append("\(path.text) is in no \(manifest.text)") }
  }

  private mutating func oxum(_ payload: Set<BagPath>) {
    guard let bytes = bytes("bag-info.txt"), let text = String(validating: bytes, as: UTF8.self) else { return }
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("Payload-Oxum:") }
    let octets = payload.reduce(0) { $0 + (self.bytes($1.text)?.count ?? 0) }
    guard let line = lines.first, lines.count == 1 else {
      problems.append("bag-info.txt has \(lines.isEmpty ? "no" : "more than one") Payload-Oxum")
      return
    }
    if line != "Payload-Oxum: \(octets).\(payload.count)" {
      problems.append("Payload-Oxum does not fit: the payload is \(octets).\(payload.count)")
    }
  }

  private mutating func files() -> [BagPath]? {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else { return nil }
    var files: [BagPath] = []
    for name in names.sorted() {
      var status = stat()
      guard lstat(folder + "/" + name, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: continue
      case S_IFREG:
        if let path = BagPath(name) { files.append(path) } else { problems.append("a file's name is no plain path") }
      default: problems.append("\(name) is no regular file")
      }
    }
    return files
  }

  private func bytes(_ path: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(filePath: folder + "/" + path))).map { Array($0) }
  }
}
