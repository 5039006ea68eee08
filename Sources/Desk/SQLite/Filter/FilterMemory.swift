import GRDB
import Moderation
import Synchronization

/// What the desk remembers between two questions: the columns, and which texts were found to hold what. A question works on a
/// copy, which costs nothing until somebody changes either.
final class FilterMemory: Sendable {
  private let state = Mutex(State())

  private struct State {
    var columns = FilterColumns()
    var comments = CommentColumns()
    var decisions = DecisionColumns()
    var texts: [FilterTest: FoundTexts] = [:]
    /// The tests whose finds are kept, the one that was used last at the end.
    var used: [FilterTest] = []

    mutating func forgetTexts() {
      texts = [:]
      used = []
    }
  }

  /// How many tests' finds are kept: two bits an item each.
  private static let greatestCount = 16

  func columns(_ db: Database, _ interruption: Interruption?) throws -> FilterColumns {
    try state.withLock { state in
      do {
        switch try state.columns.refresh(db, interruption) {
        case .everything: state.forgetTexts()
        case .texts(let changed):
          for test in state.used { state.texts[test]?.follow(state.columns, changed: changed) }
        }
        return state.columns
      } catch {
        // Half of the columns would be taken for all of them.
        state.columns = FilterColumns()
        state.forgetTexts()
        throw error
      }
    }
  }

  func comments(_ db: Database, _ interruption: Interruption?) throws -> CommentColumns {
    try state.withLock { state in
      do {
        try state.comments.refresh(db, interruption)
        return state.comments
      } catch {
        state.comments = CommentColumns()
        throw error
      }
    }
  }

  func decisions(_ db: Database, _ interruption: Interruption?) throws -> DecisionColumns {
    try state.withLock { state in
      do {
        try state.decisions.refresh(db, interruption)
        return state.decisions
      } catch {
        state.decisions = DecisionColumns()
        throw error
      }
    }
  }

  /// What is known of the texts that a test was put to.
  func found(_ test: FilterTest, _ columns: FilterColumns) -> FoundTexts {
    let known = state.withLock { $0.texts[test] }
    if let known, known.stamp == columns.textStamp { return known }
    return FoundTexts(columns)
  }

  func keep(_ found: FoundTexts, for test: FilterTest) {
    state.withLock { state in
      // Somebody else may have learned of other texts meanwhile.
      guard found.stamp == state.columns.textStamp else { return }
      state.texts[test] = found
      state.used.removeAll { $0 == test }
      state.used.append(test)
      while state.used.count > Self.greatestCount { state.texts[state.used.removeFirst()] = nil }
    }
  }
}
