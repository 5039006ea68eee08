import Crypto
import Glibc
import Moderation

/// SHA-256 over a feed's bytes, in hex.
enum FeedDigest {
  static func of(_ source: any ByteSource) -> String {
    var hash = SHA256()
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let got = chunk.withUnsafeMutableBytes { source.read(into: $0) }
      if got == 0 { return Hex.string(hash.finalize()) }
      chunk.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<got])) }
    }
  }
}

/// An id for a comment that came without one.
enum DerivedID {
  /// The platform and the first 16 hex digits of SHA-256 over thread, author, time and text: the same comment in a later
  /// export gets the same id. Two comments that agree in all of these get one id; their `source` tells them apart.
  static func of(_ comment: Comment) -> String {
    let author = comment.authorID ?? comment.authorName ?? comment.authorHandle
    let parts = [comment.thread, author, comment.created?.iso8601, comment.text].map { $0 ?? "" }
    return comment.platform + ":" + digest(parts.joined(separator: "\u{1F}"))
  }

  /// The first 16 hex digits of a text's SHA-256.
  static func digest(_ text: String) -> String {
    String(Hex.string(SHA256.hash(data: Array(text.utf8))).prefix(16))
  }
}

enum Hex {
  static func string(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var out: [UInt8] = []
    for byte in bytes {
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// Line numbers by counting line feeds from the last place asked for.
struct LineCounter {
  private let window: FeedWindow
  private var offset = 0
  private var line = 1

  init(_ window: FeedWindow) { self.window = window }

  /// From 1. Cheap for places that follow each other, whatever the order of neighbours; a place must still be in memory.
  mutating func line(at place: Int) -> Int {
    let place = min(place, window.available)
    if place >= offset {
      line += feeds(offset, place)
    } else {
      line -= feeds(place, offset)
    }
    offset = place
    return line
  }

  private func feeds(_ start: Int, _ end: Int) -> Int {
    var count = 0
    var at = start
    while at < end, let found = memchr(window.base + at, 0x0A, end - at) {
      count += 1
      at = UnsafeRawPointer(found) - window.base + 1
    }
    return count
  }
}
