/// Turns hostile text into what may be drawn.
///
/// ```swift
/// SafeText.clusters("a\u{1B}[2J").map(\.text)   // ["a", "␛", "[", "2", "J"]
/// ```
/// No cluster holds a control, a bidi control, a tag or anything else without a shape of its own, and the widths are
/// those that curses will count, so that no text can move what stands beside it. Reordering of right-to-left text is
/// left to the terminal. The cost is linear; use it for what is on the screen, not for a feed.
public enum SafeText {
  /// What is drawn, in order. The ranges of scalars follow one another without gaps.
  public static func clusters(_ text: String) -> [SafeCluster] {
    var result: [SafeCluster] = []
    result.reserveCapacity(text.utf8.count)
    var offset = 0
    for character in text {
      let count = character.unicodeScalars.count
      ClusterReader.append(character, at: offset..<offset + count, to: &result)
      offset += count
    }
    return result
  }

  /// The columns that the text takes in one line.
  public static func width(_ text: String) -> Int {
    clusters(text).reduce(0) { $0 + $1.width }
  }

  /// The text as it may be drawn, cut to the width with "…" where it does not fit.
  public static func truncated(_ text: String, to width: Int) -> String {
    guard width > 0 else { return "" }
    var kept = ""
    var used = 0
    var cut = ""
    for cluster in clusters(text) {
      if used + cluster.width <= width - 1 { cut = kept + cluster.text }
      if used + cluster.width > width { return cut + "…" }
      kept += cluster.text
      used += cluster.width
    }
    return kept
  }

  /// The text in lines of at most `width` columns, broken between words; a word longer than a line is broken too.
  ///
  /// \n, \r\n and \r end a line and are not part of it; the spaces a line was broken at are dropped. A stand-in wider
  /// than the line has a line of its own. An empty text is one empty line.
  public static func wrapped(_ text: String, width: Int) -> [[SafeCluster]] {
    var lines: [[SafeCluster]] = []
    var paragraph: [SafeCluster] = []
    for cluster in clusters(text) {
      if cluster.isNewline {
        LineBreaker.append(paragraph[...], width: max(1, width), to: &lines)
        paragraph.removeAll(keepingCapacity: true)
      } else {
        paragraph.append(cluster)
      }
    }
    LineBreaker.append(paragraph[...], width: max(1, width), to: &lines)
    return lines
  }
}
