import Moderation
import Terminal

extension ConsoleState {
  mutating func performMark(_ action: Action) -> [Command] {
    switch action {
    case .mark: return markHere()
    case .markRange: return markRange()
    case .markList: return [.gather(query, what: "everything in this list")]
    case .markThread:
      guard let detail, queue.current?.item == detail.item else { return [] }
      return [.gatherThread(detail.item)]
    case .markAuthor:
      guard let detail, queue.current?.item == detail.item else { return [] }
      var wanted = query
      wanted.filter.push(
        QueueFilter([.init(.all([.test(.author([detail.alias])), .test(.channel([detail.channel]))]))]))
      return [.gather(wanted, what: "everything here by \(detail.alias)")]
    case .markSimilar:
      guard let item = queue.current?.item else { return [] }
      return [.gatherSimilar(item)]
    case .unmark:
      guard !marks.isEmpty else { return say(.problem("Nothing is marked.")) }
      let removed = marks.remove(Array(marks.items.keys))
      past.note(.marks(added: [:], removed: removed), "taking \(Self.marks(removed.count)) away")
      return say(.done("No marks. U puts the \(removed.count) back."))
    default: return []
    }
  }

  private mutating func markHere() -> [Command] {
    guard let row = queue.current else { return [] }
    if marks.contains(row.item) {
      past.note(.marks(added: [:], removed: marks.remove([row.item])), "taking a mark away")
    } else {
      past.note(.marks(added: marks.add([row]), removed: [:]), "a mark")
      marks.anchor = row.item
    }
    return moveCursor(by: 1)
  }

  private mutating func markRange() -> [Command] {
    guard let anchor = marks.anchor, let start = queue.rows.firstIndex(where: { $0.item == anchor }) else {
      return say(.problem("Mark one end with space first; the other end is where you are."))
    }
    let range = min(start, queue.cursor)...max(start, queue.cursor)
    return mark(Array(queue.rows[range]), as: "a range")
  }

  /// Marks rows that were gathered, in one step that can be taken back as one.
  mutating func mark(_ rows: [QueueRow], as what: String) -> [Command] {
    let added = marks.add(rows)
    guard !added.isEmpty else {
      return say(.problem(rows.isEmpty ? "Nothing more to mark as \(what)." : "All of that is marked already."))
    }
    past.note(.marks(added: added, removed: [:]), "marking \(what)")
    let full = marks.count >= Marks.most ? " No more than \(Marks.most) are marked at once." : ""
    return say(.done("\(Self.marks(added.count)) more: \(what). \(scope).\(full)"))
  }

  private static func marks(_ count: Int) -> String { count == 1 ? "1 mark" : "\(count) marks" }

  /// `312 marked, 40 not in view`: not in view is what is not among the rows on the screen.
  var scope: String {
    let hidden = markedOutOfView
    return "\(marks.count) marked" + (hidden > 0 ? ", \(hidden) not in view" : "")
  }

  var markedOutOfView: Int {
    let shown = queue.rows.dropFirst(queue.top).prefix(listHeight).count { marks.contains($0.item) }
    return marks.count - shown
  }

  mutating func say(_ told: Notice) -> [Command] {
    notice = told
    return []
  }

  // MARK: Deciding about all of them

  mutating func decideAboutMarked(_ instruction: Instruction, _ surroundings: Surroundings) -> [Command] {
    guard !marks.isEmpty else {
      return say(.problem("Nothing is marked. Space marks a comment, m says what else can be marked."))
    }
    let items = marks.items.map { MarkedItem(item: $0.key, marked: $0.value) }.sorted { $0.item < $1.item }
    let target = Target.marked(items, outOfView: markedOutOfView)
    guard let verb = Self.verb(ofMarked: instruction.action) else {
      overlay = .snooze(SnoozeMenu(now: now, localTime: surroundings.localTime), target)
      return []
    }
    return pick(verb, target: target, under: instruction.argument, surroundings)
  }

  private static func verb(ofMarked action: Action) -> Verb? {
    switch action {
    case .hideMarked: .hide
    case .deleteMarked: .delete
    case .escalateMarked: .escalate
    case .recordMarked: .record
    case .leaveMarked: .leave
    case .skipMarked: .skip
    case .holdMarked: .hold
    default: nil
    }
  }

  /// Plans the decision about all that are marked; asks once more where it reaches far.
  mutating func plan(
    _ items: [MarkedItem], outOfView: Int, template: Decision, _ surroundings: Surroundings
  ) -> [Command] {
    let plan = BulkPlan(
      items, outOfView: outOfView, template: template, claims: claims, rights: surroundings.rights(at: now))
    guard !plan.decisions.isEmpty else {
      overlay = nil
      return say(.problem("Not done: \(plan.leftOut.first?.why ?? "nothing is marked").")) + releaseUnlessOpen()
    }
    guard plan.wantsConfirmation else { return commit(plan) }
    overlay = .confirm(plan)
    return []
  }

  mutating func press(_ key: Key, in plan: BulkPlan) -> [Command] {
    switch key {
    case .character("y"), .character("Y"): return commit(plan)
    case .escape, .character("n"), .character("N"):
      overlay = nil
      return say(.problem("Nothing was done; \(scope)."))
    default: return say(.problem("y does it, esc leaves everything as it is."))
    }
  }

  private mutating func commit(_ plan: BulkPlan) -> [Command] {
    overlay = nil
    committing = true
    return [.commit(plan.decisions, note: plan.decisions.count > 1 ? "marked" : nil)]
  }

  /// What was decided about is not marked any more; taking the decision back marks it again.
  mutating func clearMarks(of events: [Event]) {
    let items = Set(events.compactMap(\.item))
    guard items.count > 1 || marks.count == items.count else { return }
    let removed = marks.remove(items)
    if !removed.isEmpty { lastBulk = removed }
  }

  mutating func markAgain(_ events: [Event]) {
    let items = Set(events.compactMap(\.item))
    marks.add(lastBulk.filter { items.contains($0.key) })
    if !items.isDisjoint(with: lastBulk.keys) { lastBulk = [:] }
  }
}
