import Desk
import Dispatch
import Moderation
import Synchronization

/// Looks once a second what other hands did, on a queue of its own, and says it only when there is something to say; and
/// tells the others that somebody is here.
///
/// A slow read or write of the console's own therefore never makes it late, and while nothing happens nobody else is woken.
final class DeskWatch: Sendable {
  private let desk: Desk
  private let user: UserName
  private let post: @Sendable (Message) -> Void
  private let queue = DispatchQueue(label: "docket.watch", qos: .utility)
  private let state = Mutex(State())

  private struct State {
    var isStopped = false
    /// Looks until presence is to be said again.
    var untilAppearance = 0
    var last: DeskNews?
    var isFailing = false
  }

  /// Presence is said twice within the time after which somebody counts as gone.
  static var looksBetweenAppearances: Int { 30 }

  init(desk: Desk, user: UserName, post: @escaping @Sendable (Message) -> Void) {
    self.desk = desk
    self.user = user
    self.post = post
  }

  /// Begins with a look right away.
  func start() { look(each: .seconds(1), from: .now()) }

  private func look(each period: DispatchTimeInterval, from deadline: DispatchTime) {
    queue.asyncAfter(deadline: deadline) { [weak self] in
      guard let self, !state.withLock({ $0.isStopped }) else { return }
      look()
      // From the plan, not from now, so that looks do not drift apart; but none is made up for.
      look(each: period, from: max(deadline + period, .now()))
    }
  }

  /// Says that this console is closed. A desk that is being written for longer than a second is not waited for: who is not
  /// heard of any more counts as gone soon enough.
  func stop() {
    state.withLock { $0.isStopped = true }
    let isGone = DispatchSemaphore(value: 0)
    queue.async { [desk] in
      try? desk.disappear()
      isGone.signal()
    }
    _ = isGone.wait(timeout: .now() + 1)
  }

  /// One look, as the timer has it each second.
  func look() {
    let isDue = state.withLock { state in
      let isDue = state.untilAppearance == 0
      state.untilAppearance = (isDue ? Self.looksBetweenAppearances : state.untilAppearance) - 1
      return isDue
    }
    // Somebody else may be writing: presence is said again in half a minute, and holds for a whole one.
    if isDue { try? desk.appear(as: user) }
    do {
      // Which items it was about is read by the worker, together with what was done: here only whether.
      let news = try desk.news()
      let isNew = state.withLock { state in
        defer {
          state.last = news
          state.isFailing = false
        }
        return state.last.map { !Self.saysTheSame($0, news) } ?? true
      }
      if isNew { post(.news(news)) }
    } catch {
      let isFirst = state.withLock { state in
        defer { state.isFailing = true }
        return !state.isFailing
      }
      if isFirst { post(.failed("What others do cannot be seen just now: \(error.message)")) }
    }
  }

  /// When somebody was last heard of changes all the time and is not shown.
  private static func saysTheSame(_ a: DeskNews, _ b: DeskNews) -> Bool {
    a.sequence == b.sequence && a.claims == b.claims
      && a.people.elementsEqual(b.people) { $0.person == $1.person && $0.role == $1.role }
  }
}
