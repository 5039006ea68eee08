import Moderation
import Terminal

/// The detail of one item as lines of styled pieces, before it is cut to the pane. Masked words are blocks of the same width.
struct DetailText {
  /// A piece of a line in one style.
  struct Piece: Equatable {
    var text: String
    var style: Style
  }

  typealias Line = [Piece]

  static func lines(of state: ConsoleState, _ care: CareSettings) -> [Line] {
    guard let detail = state.detail else { return [] }
    return text(
      of: detail, width: state.detailWidth, masked: state.unmasked ? [] : care.masked(detail.flags),
      hits: SearchMarks(state.search.needle).ranges(in: detail.text))
  }

  /// The comment's text, wrapped, with its flagged stretches marked; distressing ones masked.
  static func text(of detail: ItemDetail, width: Int, masked: [Span], hits: [Range<Int>] = []) -> [Line] {
    guard !detail.text.isEmpty else {
      let attached = detail.attachments.isEmpty ? "no text" : "no text; \(detail.attachments.count) attached"
      let what = detail.disposal?.sentence ?? attached
      return [[Piece(text: "(\(what))", style: "text.dim")]]
    }
    let marks = SpanMarks(detail.flags.flatMap(\.spans))
    let masks = SpanMarks(masked)
    return SafeText.wrapped(detail.text, width: max(1, width)).map { clusters in
      var line: Line = []
      for cluster in clusters {
        let type = marks.type(at: cluster.scalars.lowerBound)
        let piece: Piece
        if !cluster.isSpace, masks.type(at: cluster.scalars.lowerBound) != nil {
          piece = Piece(text: Masking.block(width: cluster.width), style: "masked")
        } else if cluster.isStandIn {
          piece = Piece(text: cluster.text, style: "stand-in")
        } else if hits.contains(where: { $0.contains(cluster.scalars.lowerBound) }) {
          piece = Piece(text: cluster.text, style: "search.match")
        } else {
          piece = Piece(text: cluster.text, style: type.map { Style("span." + $0.rawValue) } ?? "text")
        }
        if let last = line.last, last.style == piece.style {
          line[line.count - 1].text += piece.text
        } else {
          line.append(piece)
        }
      }
      return line
    }
  }
}

/// Which type of span covers a scalar; where several do, the more telling one.
struct SpanMarks {
  private let spans: [Span]

  init(_ spans: [Span]) {
    let order = SpanType.allCases
    self.spans = spans.sorted { a, b in
      (order.firstIndex(of: a.type) ?? 0, a.start) < (order.firstIndex(of: b.type) ?? 0, b.start)
    }
  }

  func type(at scalar: Int) -> SpanType? { spans.first { $0.start <= scalar && scalar < $0.end }?.type }
}

/// What is not shown before somebody asks for it.
enum Masking {
  static func block(width: Int) -> String { String(repeating: "▒", count: width) }

  /// The start of a comment on one line: private and distressing words are blocks, line ends are blanks.
  static func excerpt(
    _ row: QueueRow, width: Int, _ care: CareSettings, hits: [Range<Int>] = []
  ) -> [DetailText.Piece] {
    let masksDistressing = care.masksDistressing(in: row)
    let marks = SpanMarks(row.spans)
    var pieces: [DetailText.Piece] = []
    var used = 0
    var lastWasSpace = true
    let clusters = SafeText.clusters(row.excerpt)
    for (index, cluster) in clusters.enumerated() {
      let blank = cluster.isSpace || cluster.isNewline
      if blank, lastWasSpace { continue }
      lastWasSpace = blank
      let type = marks.type(at: cluster.scalars.lowerBound)
      let masked = !blank && type.map { $0.isDistressing && masksDistressing || $0.isIdentifying } ?? false
      let text = blank ? " " : masked ? block(width: cluster.width) : cluster.text
      let cells = blank ? 1 : cluster.width
      let room = index == clusters.count - 1 ? width : width - 1
      guard used + cells <= room else {
        pieces.append(DetailText.Piece(text: "…", style: "text"))
        break
      }
      used += cells
      let isHit = hits.contains { $0.contains(cluster.scalars.lowerBound) }
      let style: Style = masked ? "masked" : cluster.isStandIn ? "stand-in" : isHit ? "search.match" : "text"
      if let last = pieces.last, last.style == style {
        pieces[pieces.count - 1].text += text
      } else {
        pieces.append(DetailText.Piece(text: text, style: style))
      }
    }
    return pieces
  }
}
