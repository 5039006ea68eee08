import Dispatch
import Feeds
import Glibc
import Testing

@Suite("Pipes") struct PipeTests {
  /// Writes bytes into a pipe of its own while `body` reads it.
  private func piped(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    let fixture = FeedFixture("x")
    let path = fixture.folder + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let isWritten = DispatchGroup()
    DispatchQueue.global().async(group: isWritten) {
      let pipe = open(path, O_WRONLY)
      var written = 0
      while written < bytes.count {
        let count = bytes[written...].withUnsafeBytes { write(pipe, $0.baseAddress, $0.count) }
        if count <= 0 { break }
        written += count
      }
      close(pipe)
    }
    try body(path)
    isWritten.wait()
    unlink(path)
  }

  private static let feed = (0..<20_000).map { "{\"id\":\"\($0)\",\"text\":\"Tōtara \($0)\"}\n" }.joined()

  @Test("A pipe is read as it flows, once") func flows() throws {
    try piped(Array(Self.feed.utf8)) { path in
      let reader = try FeedReader(path: path)
      var read = 0
      let summary = try reader.read { _ in read += 1 }
      #expect(read == 20_000)
      #expect(summary.bytes == Self.feed.utf8.count)
      #expect(throws: FeedError.alreadyRead(path)) { try reader.read { _ in } }
      #expect(throws: FeedError.alreadyRead(path)) { try reader.digest() }
    }
  }

  @Test("Whoever asks for the digest first can read the pipe as often as a file") func digest() throws {
    try piped(Packed.deflated(Array(Self.feed.utf8), gzip: true)) { path in
      let reader = try FeedReader(path: path)
      let digest = try reader.digest()
      #expect(digest.utf8.count == 64)
      for _ in 0..<2 {
        let summary = try reader.read { _ in }
        #expect(summary.read == 20_000)
      }
      #expect(try reader.digest() == digest)
    }
  }

  @Test("An archive and a workbook come through a pipe too") func archive() throws {
    try piped(Packed.zip([("a/comments.jsonl", Array(Self.feed.utf8))])) { path in
      let summary = try FeedReader(path: path).read { _ in }
      #expect(summary.read == 20_000)
    }
  }
}
