import Dispatch

/// Where commands are carried out, one after the other each: what takes long never stands before what a person waits for.
struct WorkQueues: Sendable {
  /// Pages, details and decisions.
  private let desk = DispatchQueue(label: "docket.desk", qos: .userInitiated)
  /// A search may look through everything.
  private let search = DispatchQueue(label: "docket.search", qos: .userInitiated)
  /// Exact counts, and what is gathered to be marked.
  private let count = DispatchQueue(label: "docket.count", qos: .utility)
  /// Reading a whole ledger takes seconds.
  private let verify = DispatchQueue(label: "docket.verify", qos: .utility)

  func run(_ command: Command, _ work: @escaping @Sendable () -> Void) { queue(for: command).async(execute: work) }

  private func queue(for command: Command) -> DispatchQueue {
    switch command {
    case .side(let command) where command.isLong: count
    case .verify: verify
    case .find: search
    case .count, .gather, .gatherThread, .gatherSimilar, .prepare: count
    case .page, .pageAt, .detail, .backlog, .commit, .undo, .recall, .events, .news, .others, .rows, .claim, .release,
      .noteUnmasked,
      .note, .wake, .explain, .side, .index, .pauseIndex, .keep, .tourIsOver, .quit:
      desk
    }
  }
}
