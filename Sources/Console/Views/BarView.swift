import Desk
import Moderation
import Terminal

/// The two rows at the top: where one is, how much waits, who sits here and who else does; and the screens.
enum BarView {
  static func draw(_ state: ConsoleState, _ surroundings: Surroundings, on canvas: inout Canvas) {
    let columns = state.size.columns
    canvas.fill(row: 0, column: 0, width: columns, style: "bar")
    let agency = canvas.put(
      " docket  " + surroundings.policy.agency, row: 0, column: 0, width: columns, style: "bar")
    let parts = backlog(state)
    let all = SafeText.width(parts.joined(separator: separator))
    // What a person must not overlook comes first; who they are goes before the rest, and the names of others after it.
    let urgent = SafeText.width(parts.prefix(state.backlog.untaken > 0 ? 3 : 2).joined(separator: separator))
    let room = columns - agency - 4
    let who =
      whoIsHere(state, surroundings).first { wording in
        room - (wording.isLong ? all : urgent) >= SafeText.width(wording.text)
      }?.text ?? ""
    canvas.putRight(who, row: 0, end: columns, style: "bar")
    let end = columns - max(1, SafeText.width(who))
    let counts = fitting(parts, width: end - agency - 2)
    let middle = (columns - SafeText.width(counts)) / 2
    let column = max(agency + 2, min(middle, end - SafeText.width(counts) - 2))
    canvas.put(counts, row: 0, column: column, width: max(0, end - column), style: "bar")
    drawTabs(state, surroundings, on: &canvas)
  }

  private static let separator = " · "

  /// The most telling first.
  private static func backlog(_ state: ConsoleState) -> [String] {
    var parts = ["\(state.backlog.open) open"]
    if state.backlog.urgent > 0 { parts.append("\(state.backlog.urgent) urgent") }
    if state.backlog.untaken > 0 { parts.append("\(state.backlog.untaken) did not take") }
    if let importing = state.importing { parts.append("reading \(importing.read)…") }
    if state.backlog.escalated > 0 { parts.append("\(state.backlog.escalated) escalated") }
    if let oldest = Age.words(since: state.backlog.oldest, now: state.now) { parts.append("oldest \(oldest)") }
    if state.exposure.count > 0 { parts.append("\(state.exposure.count) hard read") }
    if let indexing = state.indexing { parts.append("index \(indexing.percent) %") }
    return parts
  }

  /// As many as there is room for; what must be cut is cut at the end, so that the first always begins.
  private static func fitting(_ parts: [String], width: Int) -> String {
    for count in stride(from: parts.count, to: 1, by: -1) {
      let text = parts.prefix(count).joined(separator: separator)
      if SafeText.width(text) <= width { return text }
    }
    return parts.first ?? ""
  }

  /// Who sits here and who else does, the longest wording first; a long one only where all numbers have room as well.
  private static func whoIsHere(
    _ state: ConsoleState, _ surroundings: Surroundings
  ) -> [(text: String, isLong: Bool)] {
    let channel = state.sideScreen != nil ? nil : state.queue.current?.channel
    let standing = surroundings.rights(at: state.now).standing(on: channel)
    let role = standing.role == "none" ? "no role" : standing.role.split(separator: "_").joined(separator: " ")
    let place = standing.onBehalfOf.map { " for \($0)" } ?? ""
    let short = standing.actor + separator + role + place + " "
    let me = surroundings.policy.namesPeople ? short : standing.actor + separator + "owner of everything "
    var others: [String] = []
    for presence in state.people where !others.contains(presence.person) { others.append(presence.person) }
    guard !others.isEmpty else { return [(me, false), (short, false)] }
    return [
      ("with \(others.joined(separator: ", "))\(separator)\(me)", true),
      ("+\(others.count) here\(separator)\(short)", false), (short, false),
    ]
  }

  private static func drawTabs(_ state: ConsoleState, _ surroundings: Surroundings, on canvas: inout Canvas) {
    canvas.fill(row: 1, column: 0, width: state.size.columns, style: "tab")
    let keys = surroundings.keys
    var column = 1
    for tab in tabs(state, surroundings) {
      let isActive = tab.screen == state.screen
      column = canvas.put(
        isActive ? "[\(tab.name)]" : " \(tab.name) ", row: 1, column: tab.columns.lowerBound,
        style: isActive ? "tab.active" : "tab")
    }
    let help = "\(keys.title(of: .help)) help "
    let rights = ["\(keys.title(of: .search)) search   " + help, help]
    let right = rights.first { column + SafeText.width($0) + 1 <= state.size.columns } ?? ""
    canvas.putRight(right, row: 1, end: state.size.columns, style: "tab")
    let room = state.size.columns - column - SafeText.width(right) - 2
    if let note = notes(surroundings).first(where: { SafeText.width($0) + 1 <= room }) {
      canvas.put(note, row: 1, column: column + 2, style: "tab")
    }
  }

  /// Where each screen's name stands in the second row.
  static func tabs(
    _ state: ConsoleState, _ surroundings: Surroundings
  ) -> [(screen: ScreenName, name: String, columns: Range<Int>)] {
    var column = 1
    return tabNames(state, surroundings).map { screen, name in
      let width = SafeText.width(name) + 2
      defer { column += width }
      return (screen, name, column..<column + width)
    }
  }

  /// The screens as long as there is room for their names; else the others than the open one by their beginnings.
  private static func tabNames(_ state: ConsoleState, _ surroundings: Surroundings) -> [(ScreenName, String)] {
    func names(_ most: Int) -> [(ScreenName, String)] {
      state.tabs(surroundings.policy).map { screen in
        let hint = screen.action.hint
        let shown = screen == state.screen ? hint : String(hint.prefix(most))
        return (
          screen, [surroundings.keys.title(of: screen.action), shown].filter { !$0.isEmpty }.joined(separator: " ")
        )
      }
    }
    for most in [20, 5, 3] {
      let fitting = names(most)
      if fitting.reduce(1, { $0 + SafeText.width($1.1) + 2 }) <= state.size.columns { return fitting }
    }
    return names(0)
  }

  /// What an agency has still to do before its log means much, the longest wording first.
  private static func notes(_ surroundings: Surroundings) -> [String] {
    switch (surroundings.policyOrigin, surroundings.policy.namesPeople) {
    case (.shipped, false):
      ["shipped policy, names nobody: you are owner of everything", "shipped policy: names nobody", "shipped policy"]
    case (.shipped, true): ["shipped policy: see README, “Make it yours”", "shipped policy"]
    case (.agencyFile, false), (.desk(fileWaits: false), false):
      ["the policy names nobody: you are owner of everything", "the policy names nobody"]
    case (.desk(fileWaits: true), _):
      ["your policy.toml is not in force: docket policy adopt", "policy.toml not in force"]
    case (.agencyFile, true), (.desk(fileWaits: false), true): []
    }
  }
}
