import Moderation
import Terminal

/// What there is to be read at one moment, in lines without frames: what `--plain` compares from one moment to the next.
struct PlainScreen: Equatable {
  /// Which screen it is, and what narrows it.
  var title: String
  /// What the row under the cursor is and how it stands; a change of it is said, the passing of time is not.
  var key: RowKey?
  var row: String
  /// The comment and what belongs to it, once it has been read.
  var detail: [String]
  var dialog: PlainDialog?
  var notice: String?

  struct RowKey: Equatable {
    var item: ItemID?
    var state: ItemState?
    var place: Int
    var isMarked: Bool
    var claimedBy: String?
    /// For rows that are no comments: what is said of them.
    var words: String?
  }

  init(_ state: ConsoleState, _ surroundings: Surroundings) {
    dialog = PlainDialog(state, surroundings)
    notice = state.notice.map { PlainWords.spoken($0.text) }
    if let side = state.sideScreen {
      let spoken = side.spoken(state.room(surroundings))
      title = PlainWords.spoken(spoken.title)
      row = PlainWords.spoken(spoken.row)
      key = RowKey(place: 0, isMarked: false, words: spoken.row)
      detail = spoken.detail.map(PlainWords.spoken)
      return
    }
    title = Self.title(of: state)
    let place = state.queue.reachedStart ? state.queue.cursor + 1 : 0
    if let current = state.queue.current {
      key = RowKey(
        item: current.item, state: current.state, place: place, isMarked: state.marks.contains(current.item),
        claimedBy: current.claimedBy)
      row = PlainWords.spoken(Self.words(current, place: place, state, surroundings.care))
    } else {
      row = state.queue.loading != nil ? "Reading." : "Nothing here."
    }
    detail = state.detail?.item == state.queue.current?.item ? Self.detail(of: state, surroundings) : []
  }

  private static func title(of state: ConsoleState) -> String {
    var parts = [state.screen.action.hint, state.query.order.title]
    if state.filters.isActive { parts.append("only \(state.filters.stack.text)") }
    return parts.joined(separator: ", ") + "."
  }

  private static func words(
    _ row: QueueRow, place: Int, _ state: ConsoleState, _ care: CareSettings
  ) -> String {
    var parts: [String] = []
    if state.marks.contains(row.item) { parts.append("marked") }
    if let person = row.claimedBy { parts.append("\(person) is deciding") }
    if state.waits(row) {
      parts.append(row.label?.rawValue ?? "no flag")
      if let severity = row.severity { parts.append(severity.rawValue) }
    } else {
      parts.append(DecisionText.standing(of: row.state))
    }
    if let age = Age.words(since: row.posted, now: state.now) { parts.append("\(age) old") }
    let text = Masking.excerpt(row, width: 200, care).map(\.text).joined()
    return (place > 0 ? "\(place): " : "") + parts.joined(separator: ", ") + ": " + (text.isEmpty ? "no text" : text)
  }

  private static func detail(of state: ConsoleState, _ surroundings: Surroundings) -> [String] {
    guard let detail = state.detail else { return [] }
    let text = DetailText.lines(of: state, surroundings.care).map { $0.map(\.text).joined() }
    let rest = DetailParts(state, detail, surroundings).lines.map { $0.pieces.map(\.text).joined() }
    return ([detail.alias + ", " + detail.channel + ":"] + text + rest).map(PlainWords.spoken).filter { !$0.isEmpty }
  }
}

/// Signs that a voice would stumble over, in words.
enum PlainWords {
  private static let words: [Character: String] = [
    "⏎": "Enter", "→": "to", "▶": "", "‼": "urgent:", "✎": "note", "↳": "answer:", "✓": "done:", "✗": "did not take:",
    "»": "", "·": ",", "↑": "", "↓": "", "▏": "", "…": "...", "│": "", "×": "times",
  ]

  static func spoken(_ text: String) -> String {
    var out = ""
    var isMasked = false
    for character in text {
      if character == "▒" {
        if !isMasked { out += "[masked]" }
        isMasked = true
        continue
      }
      // Words masked one after the other are one stretch.
      if isMasked, character == " " { continue }
      if isMasked, character.isLetter || character.isNumber { out += " " }
      isMasked = false
      out += words[character] ?? String(character)
    }
    var short = out.split(separator: " ").joined(separator: " ")
    while let range = short.firstRange(of: " ,") { short.replaceSubrange(range, with: ",") }
    return short
  }
}
