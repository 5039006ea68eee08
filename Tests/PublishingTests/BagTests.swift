import Foundation
import Publishing
import Testing

@Suite("A bag of records")
struct BagTests {
  let folder = NSTemporaryDirectory() + "bag-" + UUID().uuidString

  private static let info = BagInfo(
    organization: "Waka Tōtara", contactName: "Records officer", identifier: "R-2026-0007",
    description: "One comment\nExternal-Identifier: forged", date: "2026-11-21", software: "docket 0.1.0",
    marking: "IN CONFIDENCE")

  private func write(_ files: [(String, String)]) throws -> String {
    var bag = try BagWriter(at: folder)
    for (path, text) in files { try bag.add(path, text) }
    return try bag.finish(Self.info)
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: folder + "/" + path)), as: UTF8.self)
  }

  @Test("It is laid out as RFC 8493 says, and says the same when it is written again")
  func layout() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let digest = try write([("records.jsonl", "{}\n"), ("captures/tōtara.txt", "Kia ora")])
    #expect(try text("bagit.txt") == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    #expect(
      try text("bag-info.txt") == """
        Source-Organization: Waka Tōtara
        Contact-Name: Records officer
        External-Identifier: R-2026-0007
        External-Description: One comment External-Identifier: forged
        Bagging-Date: 2026-11-21
        Bag-Software-Agent: docket 0.1.0
        Protective-Marking: IN CONFIDENCE
        Payload-Oxum: 10.2

        """)
    #expect(
      try text("manifest-sha256.txt").split(separator: "\n").map { $0.dropFirst(66) }
        == ["data/captures/tōtara.txt", "data/records.jsonl"])
    #expect(
      try text("tagmanifest-sha256.txt").split(separator: "\n").map { $0.dropFirst(66) }
        == ["bag-info.txt", "bagit.txt", "manifest-sha256.txt"])
    #expect(BagCheck.problems(of: folder) == [])
    try FileManager.default.removeItem(atPath: folder)
    #expect(try write([("records.jsonl", "{}\n"), ("captures/tōtara.txt", "Kia ora")]) == digest)
  }

  @Test("A name that would leave the bag is refused, and so is a second file of one name; nothing is left behind")
  func names() throws {
    for path in ["../out", "/etc/passwd", "a/./b", "", "a//b", "a\u{0}b", "a\nb"] {
      #expect(throws: BagError.path(path)) {
        var bag = try BagWriter(at: folder)
        try bag.add(path, "x")
      }
    }
    #expect(throws: BagError.path("a")) { try write([("a", "x"), ("a", "y")]) }
    #expect(!FileManager.default.fileExists(atPath: folder))
    let left = try FileManager.default.contentsOfDirectory(atPath: NSTemporaryDirectory())
    let name = try #require(folder.split(separator: "/").last)
    #expect(!left.contains { $0.hasPrefix(name) })
  }

  @Test(
    "What was changed in a bag is named",
    arguments: [
      ("data/a.txt", "other", "data/a.txt is not what its digest in manifest-sha256.txt says"),
      ("data/b.txt", "new", "data/b.txt is in no manifest-sha256.txt"),
      ("bagit.txt", "BagIt-Version: 1.1\n", "bagit.txt is not the declaration of version 1.0 in UTF-8"),
      ("bagit.txt", "\u{FEFF}BagIt-Version: 1.0\n", "bagit.txt is not the declaration of version 1.0 in UTF-8"),
      ("notes.txt", "tag", "notes.txt is in no tagmanifest-sha256.txt"),
      ("manifest-sha256.txt", "../../a\n", "manifest-sha256.txt:1: is no digest and path"),
      ("bag-info.txt", "Contact-Name: x\n", "bag-info.txt has no Payload-Oxum"),
      ("manifest-sha512.txt", "", "data/a.txt is in no manifest-sha512.txt"),
      ("manifest-md5.txt", "00  data/a.txt\n", "manifest-md5.txt:1: is no digest and path"),
      (
        "manifest-md5.txt", "00000000000000000000000000000000  data/a.txt\n",
        "data/a.txt is not what its digest in manifest-md5.txt says"
      ),
      ("manifest-crc32.txt", "", "manifest-crc32.txt is by an algorithm that cannot be checked"),
      ("fetch.txt", "", "fetch.txt says that files are elsewhere; a bag of records holds them all"),
    ])
  func tampering(path: String, content: String, problem: String) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try write([("a.txt", "words")])
    #expect(BagCheck.problems(of: folder) == [])
    try Data(content.utf8).write(to: URL(filePath: folder + "/" + path))
    #expect(BagCheck.problems(of: folder).contains(problem), "\(BagCheck.problems(of: folder))")
  }

  @Test("A file that is gone is missed")
  func missing() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try write([("a.txt", "words"), ("b.txt", "more")])
    try FileManager.default.removeItem(atPath: folder + "/data/b.txt")
    #expect(
      BagCheck.problems(of: folder) == [
        "data/b.txt is listed in manifest-sha256.txt and missing",
        "Payload-Oxum does not fit: the payload is 5.1",
      ])
  }
}
