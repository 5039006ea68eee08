/// A format that is neither JSON nor XML nor a table: mail, and pages made to be looked at.
struct TextFormat: Sendable {
  let evidence: [Evidence<TextSample>]
  let run: @Sendable (FeedWindow, Int, inout FeedSession) throws -> Void

  /// A sheet of a workbook is a table whatever its cells say.
  func isTable(_ text: FeedInput.Text) -> Bool { text.isTable }
}

/// The beginning of a text.
struct TextSample {
  private static let headSize = 256 << 10
  let head: UnsafeRawBufferPointer

  init(_ window: FeedWindow, from start: Int) {
    head = UnsafeRawBufferPointer(rebasing: window.bytes[start...].prefix(Self.headSize))
  }

  func has(_ words: String) -> Bool { FeedText.contains(head, words) }

  func starts(with words: String) -> Bool { head.starts(with: words.utf8) }

  /// The first lines, without their ends.
  func lines(_ count: Int) -> [String] {
    head.prefix(16 << 10).split(separator: 0x0A, maxSplits: count, omittingEmptySubsequences: false).prefix(count).map {
      String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self)
    }
  }
}

extension Evidence<TextSample> {
  /// An HTML page.
  static let html = Evidence.needs("it is an HTML page") { sample in
    let start = sample.lines(30).joined(separator: "\n").lowercased()
    return start.contains("<html") || start.contains("<!doctype html")
  }

  /// Some words of the page's own markup.
  static func has(_ points: Int, _ words: String) -> Evidence {
    adds(points, "it has \(words)") { $0.has(words) }
  }
}
