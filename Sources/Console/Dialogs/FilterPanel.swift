import Moderation

/// The filters, numbered, with what each lets through; the saved ones below them.
struct FilterPanel: Sendable, Equatable {
  var selected = 0

  enum Row: Sendable, Equatable {
    /// A condition of the stack, by its number from 1.
    case condition(Int)
    case saved(SavedFilter)
  }

  static func rows(_ filters: Filters) -> [Row] {
    filters.stack.entries.indices.map { .condition($0 + 1) } + filters.saved.all.map { .saved($0) }
  }
}
