import FoundationEssentials
import Testing

@testable import Console

@Suite("README says the keys as they are")
struct ReadmeKeysTests {
  @Test("The table of keys is the one that dispatches: docket bindings --markdown --shipped")
  func keys() throws {
    var root = #filePath
    for _ in 0..<3 { root = String(root[..<(root.lastIndex(of: "/") ?? root.startIndex)]) }
    let bytes = try #require(FileManager.default.contents(atPath: root + "/README.md"))
    let readme = String(decoding: bytes, as: UTF8.self)
    let start = try #require(readme.firstRange(of: "<!-- keys -->\n"))
    let end = try #require(readme.firstRange(of: "<!-- /keys -->"))
    #expect(readme[start.upperBound..<end.lowerBound] == KeyDocument.markdown())
  }
}
