import Feeds
import Testing

@Suite("Watching a folder") struct FolderWatchTests {
  private func entry(_ path: String, _ size: Int, modified: Int = 1) -> FolderEntry {
    FolderEntry(path: path, size: size, modified: modified, inode: 1)
  }

  @Test("An export is handed out once, when it has stopped growing") func complete() {
    var watch = FolderWatch()
    #expect(watch.ready([entry("in/a.json", 10)]) == [])
    #expect(watch.ready([entry("in/a.json", 20)]) == [])
    #expect(watch.ready([entry("in/a.json", 20)]) == ["in/a.json"])
    #expect(watch.ready([entry("in/a.json", 20)]) == [])
  }

  @Test("What changed, and what went away and came back, is handed out again") func again() {
    var watch = FolderWatch()
    for _ in 0..<2 { _ = watch.ready([entry("in/a.json", 20)]) }
    #expect(watch.ready([entry("in/a.json", 20, modified: 2)]) == [])
    #expect(watch.ready([entry("in/a.json", 20, modified: 2)]) == ["in/a.json"])
    #expect(watch.ready([]) == [])
    #expect(watch.ready([entry("in/a.json", 20, modified: 2)]) == [])
    #expect(watch.ready([entry("in/a.json", 20, modified: 2)]) == ["in/a.json"])
  }

  @Test("Empty files, dotfiles and files under a transfer's name are left alone; others come in name order")
  func partial() {
    var watch = FolderWatch()
    let listing = ["b.csv", "a.csv", ".hidden", "c.csv.part", "d.crdownload", "e~"].map { entry("in/" + $0, 5) }
    _ = watch.ready(listing + [entry("in/empty", 0)])
    #expect(watch.ready(listing + [entry("in/empty", 0)]) == ["in/a.csv", "in/b.csv"])
  }

  @Test("A folder is listed with sizes") func listing() throws {
    let fixture = FeedFixture("12345", name: "a.csv")
    #expect(try FolderListing.read(fixture.folder).map(\.path) == [fixture.path])
    #expect(try FolderListing.read(fixture.folder).map(\.size) == [5])
    #expect(throws: FeedError.self) { try FolderListing.read("/nowhere") }
  }
}
