import Casework
import Desk
import Foundation
import FoundationXML
import Moderation
import Publishing
import Testing

@Suite("Records in a bag")
struct RecordBagTests {
  let office = RecordOffice()

  private func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: office.bag + "/" + path)), as: UTF8.self)
  }

  @Test("It holds the records in all three forms, their metadata, events, rules and captures, and passes our own check")
  func whole() throws {
    let desk = try office.captured()
    let events = try office.export(desk)
    #expect(BagCheck.problems(of: office.bag) == [])
    let files = try FileManager.default.subpathsOfDirectory(atPath: office.bag + "/data").sorted()
    #expect(
      files == [
        "README.txt", "captures", "captures/R-2026-0001.txt", "captures/R-2026-0002.txt", "captures/R-2026-0003.txt",
        "events.jsonl", "metadata.csv", "metadata.json", "premis.xml", "records.jsonl", "rules",
        "rules/\(String(repeating: "b", count: 16)).toml",
      ])
    #expect(
      try text("data/captures/R-2026-0002.txt") == """
        IN CONFIDENCE

        R-2026-0002  Comment by \(office.alias(desk)) on Waka, 2026-05-28
        Form: copy with only what is needed

        Comment \(office.item.rawValue), revision 1
        On waka (youtube), posted 2026-05-28T20:26:40Z

        My neighbour [person] fell on the new ramp

        Left out, in characters of the original:
          13-23  [person]

        """)
    #expect(try text("data/captures/R-2026-0003.txt").contains("Signed: a.kereru, 2026-09-21T"))
    let tags = try text("bag-info.txt")
    for line in ["Protective-Marking: IN CONFIDENCE", "Audience: Archives", "Approved-By: Records manager"] {
      #expect(tags.contains(line + "\n"))
    }
    let digest = ContentDigest.sha256(Array(try text("tagmanifest-sha256.txt").utf8))
    #expect(events.map(\.sha256) == [digest, digest, digest])
    #expect(events.map(\.audience) == ["Archives", "Archives", "Archives"])
    #expect(events.first?.details.first == "marking=IN CONFIDENCE")
  }

  @Test("Each record has the elements that Archives New Zealand asks for, and what a posting needs")
  func metadata() throws {
    _ = try office.export(try office.captured())
    let lines = try text("data/records.jsonl").split(separator: "\n")
    #expect(lines.count == 3)
    for line in lines {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      for key in [
        "record_id", "name", "created_at", "creator", "activity", "software", "software_version", "events", "need",
        "privacy_worksheet", "audience", "disposal_class", "disposal_authority", "restriction", "comments", "marking",
      ] {
        #expect(object[key] != nil, "\(key)")
      }
      let events = try #require(object["events"] as? [[String: Any]])
      #expect(events.contains { $0["type"] as? String == "decided record" })
      #expect(events.allSatisfy { $0["agent"] != nil && $0["at"] != nil })
      #expect(object["disposal_authority"] as? String == "GDA6 1.1")
    }
    let list = try JSONSerialization.jsonObject(with: Data(try text("data/metadata.json").utf8)) as? [Any]
    #expect(list?.count == 3)
    #expect(try text("data/metadata.csv").split(separator: "\r\n").count == 4)
    #expect(XMLParser(data: Data(try text("data/premis.xml").utf8)).parse())
  }

  @Test("Authors' names stay out, and are in a file of their own when somebody says what for; that is an event")
  func names() throws {
    let desk = try office.captured()
    _ = try office.export(desk)
    for file in try FileManager.default.subpathsOfDirectory(atPath: office.bag) {
      let bytes = FileManager.default.contents(atPath: office.bag + "/" + file) ?? Data()
      #expect(bytes.range(of: Data("Name of u1".utf8)) == nil, "\(file)")
      #expect(bytes.range(of: Data("Jane Smith".utf8)) == nil, "\(file)")
    }
    #expect(throws: CommitError.refused(.purposeMissing)) { try office.export(desk, names: " ", to: "2") }
    _ = try office.export(desk, names: "The court asked", to: "3")
    let csv = try String(contentsOf: URL(filePath: office.bag + "3/data/authors.csv"), encoding: .utf8)
    #expect(csv == "alias,platform_id,name,handle\r\n\(office.alias(desk)),u1,Name of u1,\r\n")
    #expect(try desk.events(before: nil, limit: 9).contains { $0.type == .revealed })
  }

  @Test("Without audience, approver and marking nothing leaves, and a failure on the way leaves no event")
  func refused() throws {
    let desk = try office.captured()
    for label in [("", "b", "c"), ("a", " ", "c"), ("a", "b", "")] {
      #expect(throws: CommitError.refused(.casework(.exportUnmarked))) {
        try office.export(desk, label: ExportLabel(audience: label.0, approver: label.1, marking: label.2))
      }
    }
    #expect(!FileManager.default.fileExists(atPath: office.bag))
    try FileManager.default.createDirectory(atPath: office.bag, withIntermediateDirectories: true)
    let before = try desk.events(before: nil, limit: 1)
    #expect(throws: BagError.exists(office.bag)) { try office.export(desk) }
    #expect(try desk.events(before: nil, limit: 1) == before)
  }

  @Test("Python's bagit takes it as valid, and a changed file not")
  func bagit() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    let python = root + "/.build/bagit/bin/python"
    guard FileManager.default.isExecutableFile(atPath: python) else {
      Issue.record(
        "run: python3 -m venv .build/bagit && .build/bagit/bin/pip install bagit==1.9.0")
      return
    }
    _ = try office.export(try office.captured())
    #expect(try validate(python) == 0)
    try Data("other".utf8).write(to: URL(filePath: office.bag + "/data/README.txt"))
    #expect(try validate(python) != 0)
  }

  private func validate(_ python: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-m", "bagit", "--validate", "--quiet", office.bag]
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
