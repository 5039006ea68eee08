import Desk
import Moderation

/// Carries out commands on the desk, one after the other, away from the thread that draws.
final class DeskWorker: Sendable {
  private let desk: Desk
  private let user: UserName
  private let explain: @Sendable (String) -> [String]
  private let export: SideCommand.Export
  private let localTime: @Sendable (Timestamp) -> CivilTime

  init(
    desk: Desk, user: UserName, explain: @escaping @Sendable (String) -> [String] = { _ in [] },
    export: @escaping SideCommand.Export = { _, _ in .failure(ExportFile.Problem(message: "there is no folder for it"))
    },
    localTime: @escaping @Sendable (Timestamp) -> CivilTime = { $0.civil() }
  ) {
    self.desk = desk
    self.user = user
    self.explain = explain
    self.export = export
    self.localTime = localTime
  }

  /// Lets go of what this console has taken up.
  func close() { try? desk.disappear() }

  /// The answer to a command; nil where there is none to give.
  func carryOut(_ command: Command) -> Message? {
    do {
      return try answer(command)
    } catch  where command.isAside {
      return nil
    } catch let error as CommitError {
      switch error {
      case .refused(let refusal): return .refused(refusal)
      case .failed(let error): return .failed("Not saved: \(error.message)")
      }
    } catch let error as DeskError {
      return .failed("The desk does not answer: \(error.message)")
    } catch {
      return .failed("The desk does not answer: \(type(of: error))")
    }
  }

  private func answer(_ command: Command) throws -> Message? {
    switch command {
    case .page(let query, .around, let position?):
      let (rows, before) = try rows(query, around: position)
      return .page(query, rows, .split(before))
    case .pageAt(let query, let item):
      guard let position = try desk.position(of: item, in: query) else {
        return .page(query, try rows(query, .first, from: nil), .first)
      }
      let (rows, before) = try rows(query, around: position)
      return .page(query, rows, .split(before))
    case .prepare:
      try desk.prepareFilters()
      return nil
    case .page(let query, let fetch, let position):
      return .page(query, try rows(query, fetch, from: position), fetch)
    case .detail(let item): return .detail(try desk.detail(item), for: item)
    case .backlog: return .backlog(try desk.backlog())
    case .commit(let decisions, let note):
      let events = try desk.commit(decisions, note: note, by: user)
      return .committed(events, try rows(of: events), try desk.backlog())
    case .undo:
      let events = try desk.undo(by: user)
      return .undone(events, try rows(of: events), try desk.backlog())
    case .find(let needle, let query, let position, let forward):
      return .found(try hit(query, from: position, forward: forward), place: nil, needle: needle)
    case .gather(let query, let what): return .gathered(try all(query), what: what)
    case .gatherThread(let item):
      let thread = try desk.thread(of: item, limit: Marks.most).filter { $0.state.status == .open }
      return .gathered(try desk.rows(thread.map(\.item)), what: "the conversation")
    case .gatherSimilar(let item):
      let alike = try desk.similar(to: item, limit: Marks.most).map(\.listed).filter { $0.state.status == .open }
      let others = alike.map(\.item).filter { $0 != item }
      return .gathered(others.isEmpty ? [] : try desk.rows([item] + others), what: "nearly the same text")
    case .recall(let items): return .recalled(try desk.rows(items))
    case .count(let query): return .counted(try desk.count(query), query)
    case .events(let before, let fetch):
      return .events(try desk.events(before: before, limit: ListWindow<Event>.page), fetch)
    case .explain(let text, let item): return .explained(explain(text), for: item)
    case .verify: return .verified(try desk.verify())
    case .news: return .news(try desk.news())
    case .others(let sequence, let held): return try others(after: sequence, about: held)
    case .rows(let items): return .rows(try desk.rows(items))
    case .claim(let item): return .claimed(try desk.claim(item, by: user))
    case .release(let item):
      try desk.release(item)
      return nil
    case .noteUnmasked(let item):
      try desk.noteUnmasked(item, by: user)
      return .unmaskNoted(item)
    case .note(let text, let item):
      try desk.note(text, on: item, by: user)
      return .noted(item)
    case .wake:
      // What comes back is news like any other.
      try desk.wake()
      try desk.runTimers()
      return nil
    case .side(let command): return .side(try command.answer(desk, user, export, localTime))
    case .index, .pauseIndex, .keep, .tourIsOver, .quit: return nil
    }
  }

  private func rows(_ query: QueueQuery, _ fetch: Fetch, from position: QueuePosition?) throws -> [QueueRow] {
    let limit = ListWindow<QueueRow>.page
    switch (fetch, position) {
    case (.before, let position?): return try desk.page(query, before: position, limit: limit)
    case (.last, _): return try desk.page(query, before: nil, limit: limit)
    case (.after, let position?): return try desk.page(query, after: position, limit: limit)
    case (.first, _), (.again, _), (.after, nil), (.before, nil), (.around, _), (.split, _):
      return try desk.page(query, after: nil, limit: limit)
    }
  }

  /// The rows before a place and those from it on.
  private func rows(_ query: QueueQuery, around position: QueuePosition) throws -> ([QueueRow], Int) {
    let limit = ListWindow<QueueRow>.page
    var justBefore = position
    // Row numbers are whole: nothing stands between.
    switch query.order {
    case .newest, .latest: justBefore.row += 1
    case .urgent, .oldest: justBefore.row -= 1
    }
    let before = try desk.page(query, before: position, limit: limit)
    return (before + (try desk.page(query, after: justBefore, limit: limit)), before.count)
  }

  /// The next row of a list, or the one before a place; round at the end.
  private func hit(_ query: QueueQuery, from position: QueuePosition?, forward: Bool) throws -> QueueRow? {
    if forward {
      return try desk.page(query, after: position, limit: 1).first ?? desk.page(query, after: nil, limit: 1).first
    }
    return try desk.page(query, before: position, limit: 1).last ?? desk.page(query, before: nil, limit: 1).last
  }

  /// A whole list, as far as it may be marked.
  private func all(_ query: QueueQuery) throws -> [QueueRow] {
    var rows: [QueueRow] = []
    while rows.count < Marks.most {
      let more = try desk.page(query, after: rows.last?.position, limit: min(1000, Marks.most - rows.count))
      rows += more
      if more.count < 1000 { break }
    }
    return rows
  }

  private func rows(of events: [Event]) throws -> [QueueRow] {
    var seen: Set<ItemID> = []
    let items = events.compactMap(\.item).filter { seen.insert($0).inserted }
    // Of more than a page the events say enough: nobody should wait for ten thousand rows to be read.
    return items.count > ListWindow<QueueRow>.page ? [] : try desk.rows(items)
  }

  /// The last events that may be told, and the rows that are held and have changed.
  private func others(after sequence: Int64, about held: Set<ItemID>) throws -> Message {
    var told: [Event] = []
    var touched: [ItemID] = []
    var seen: Set<ItemID> = []
    try desk.eachEvent(from: sequence + 1) { event in
      if let item = event.item {
        // What waits again is told wherever it is: it is not in the list yet.
        guard held.contains(item) || event.type == .reopened else { return }
        if seen.insert(item).inserted { touched.append(item) }
      }
      told.append(event)
      if told.count > Self.mostTold * 2 { told.removeFirst(told.count - Self.mostTold) }
    }
    return .others(told.suffix(Self.mostTold), try desk.rows(touched), try desk.backlog())
  }

  /// So many are read at most: more than any list holds, so that what is said of a list is exact.
  static var mostTold: Int { 2000 }
}

extension Command {
  /// What nobody asked for and what is asked again by itself. That it failed is not worth the keys that were typed ahead:
  /// claims lapse, the commit checks them, and the watch says when the desk does not answer.
  fileprivate var isAside: Bool {
    switch self {
    case .news, .others, .rows, .claim, .release, .wake, .count, .prepare, .index, .pauseIndex, .keep, .tourIsOver: true
    case .page, .pageAt, .detail, .backlog, .commit, .undo, .find, .gather, .gatherThread, .gatherSimilar, .recall,
      .events, .verify, .noteUnmasked, .note, .explain, .side, .quit:
      false
    }
  }
}
