import FoundationEssentials
import Testing

@testable import Console

@Suite("What a screen writes to a file")
struct ExportFileTests {
  @Test("It is the owner's alone, never over a file that is there, and says where it could not be written")
  func write() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("export-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(ExportFile.write("a\n", name: "log.csv", in: folder) == .success("\(folder)/log.csv"))
    #expect(ExportFile.write("b\n", name: "log.csv", in: folder) == .success("\(folder)/log-2.csv"))
    let bytes = try #require(FileManager.default.contents(atPath: "\(folder)/log.csv"))
    #expect(String(decoding: bytes, as: UTF8.self) == "a\n")
    let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/log.csv")[.posixPermissions] as? Int
    #expect(mode == 0o600)
    guard case .failure(let problem) = ExportFile.write("c", name: "log.csv", in: folder + "/none") else {
      Issue.record("written where there is no folder")
      return
    }
    #expect(problem.message.hasPrefix("\(folder)/none/log.csv cannot be written"))
  }
}
