import Feeds
import Glibc
import Moderation

/// A feed in a folder of its own that is gone with it.
final class FeedFixture {
  let folder: String
  let path: String

  init(_ bytes: [UInt8], name: String = "feed") {
    var template = Array((P_tmpdir + "/docket-feeds-XXXXXX").utf8CString)
    folder = template.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, let made = mkdtemp(base) else { return "." }
      return String(cString: made)
    }
    path = folder + "/" + name
    add(bytes, name: name)
  }

  convenience init(_ text: String, name: String = "feed") { self.init(Array(text.utf8), name: name) }

  func add(_ bytes: [UInt8], name: String) {
    let file = open(folder + "/" + name, O_CREAT | O_WRONLY | O_TRUNC, 0o600)
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = write(file, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        if count <= 0 { break }
        written += count
      }
    }
    close(file)
  }

  deinit {
    if let files = try? FeedLocator.files(for: folder) { for file in files { unlink(file) } }
    unlink(folder + "/.hidden")
    rmdir(folder + "/folder")
    rmdir(folder)
  }
}

/// What reading a feed came to.
struct Reading {
  var format: String
  var comments: [Comment] = []
  var problems: [String] = []
  var summary: FeedSummary

  init(_ text: String, format: String? = nil) throws { try self.init(Array(text.utf8), format: format) }

  init(_ bytes: [UInt8], format: String? = nil) throws {
    let fixture = FeedFixture(bytes)
    let reader = try FeedReader(path: fixture.path, format: format)
    var comments: [Comment] = []
    var problems: [String] = []
    summary = try reader.read(
      { comments.append($0) },
      problem: { problem in
        // The folder differs from run to run: the rest of the message does not.
        problems.append(String(problem.description.dropFirst(fixture.folder.utf8.count + 1)))
      })
    self.comments = comments
    self.problems = problems
    self.format = reader.formatName
  }

  var ids: [String] { comments.map(\.id) }
  var texts: [String] { comments.map(\.text) }

  /// The common records without their source, whose path differs from run to run.
  var records: [String] {
    comments.map { comment in
      var comment = comment
      comment.source.file = "feed"
      return CommonRecord.json(comment)
    }
  }
}

/// SplitMix64: the same texts on every machine.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
