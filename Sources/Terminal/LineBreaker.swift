/// Breaks one paragraph into lines.
enum LineBreaker {
  static func append(_ paragraph: ArraySlice<SafeCluster>, width: Int, to lines: inout [[SafeCluster]]) {
    var rest = paragraph
    repeat {
      let end = endOfLine(rest, width: width)
      var line = rest[..<end]
      rest = rest[end...]
      if !rest.isEmpty {
        while line.last?.isSpace == true { line.removeLast() }
        rest = rest.drop { $0.isSpace }
      }
      lines.append(Array(line))
    } while !rest.isEmpty
  }

  /// Where the first line of the rest ends: after a space if there is one, else where the width is used up.
  private static func endOfLine(_ rest: ArraySlice<SafeCluster>, width: Int) -> Int {
    var used = 0
    var afterSpace: Int?
    for index in rest.indices {
      let cluster = rest[index]
      if used + cluster.width > width {
        // A space that no longer fits vanishes in the break.
        if cluster.isSpace { return index }
        // Spaces at the start of the line are no place to break it.
        if let afterSpace, rest[..<afterSpace].contains(where: { !$0.isSpace }) { return afterSpace }
        return max(index, rest.startIndex + 1)
      }
      used += cluster.width
      if cluster.isSpace { afterSpace = index + 1 }
    }
    return rest.endIndex
  }
}
