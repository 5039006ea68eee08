import Desk
import Moderation
import Synchronization

/// Carries out commands on the desk, one after the other, away from the thread that draws.
final class DeskWorker: Sendable {
  private let desk: Desk
  private let authority: Authority

  init(desk: Desk, authority: Authority) {
    self.desk = desk
    self.authority = authority
  }

  /// The answer to a command; nil for those that the loop itself carries out.
  func carryOut(_ command: Command) -> Message? {
    do {
      return try answer(command)
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
    case .page(let view, let fetch, let position):
      return .page(view, try rows(view, fetch, from: position), fetch)
    case .detail(let item): return .detail(try desk.detail(item), for: item)
    case .backlog: return .backlog(try desk.backlog())
    case .commit(let decisions):
      let events = try desk.commit(decisions, by: authority)
      return .committed(events, try desk.rows(events.compactMap(\.item)), try desk.backlog())
    case .undo:
      let events = try desk.undo(by: authority)
      return .undone(events, try desk.rows(events.compactMap(\.item)), try desk.backlog())
    case .find(let needle, let view, let position):
      return .found(try desk.find(needle, in: view, from: position, forward: true), needle: needle)
    case .events(let before, let fetch):
      return .events(try desk.events(before: before, limit: ListWindow<Event>.page), fetch)
    case .verify: return .verified(try desk.verify())
    case .quit: return nil
    }
  }

  private func rows(_ view: QueueView, _ fetch: Fetch, from position: QueuePosition?) throws -> [QueueRow] {
    let limit = ListWindow<QueueRow>.page
    switch (fetch, position) {
    case (.before, let position?): return try desk.page(view, before: position, limit: limit)
    case (.last, _):
      let end = QueuePosition(urgency: .min + 1, order: .max, row: .max)
      return try desk.page(view, before: end, limit: limit)
    case (.after, let position?): return try desk.page(view, after: position, limit: limit)
    case (.first, _), (.again, _), (.after, nil), (.before, nil):
      return try desk.page(view, after: nil, limit: limit)
    }
  }
}
