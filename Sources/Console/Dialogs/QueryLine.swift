import Moderation

/// A query that is being typed: what it may go on with, and what is wrong with it and where.
struct QueryLine: Sendable, Equatable {
  var field: TextField
  /// The filter that is being changed, by its number; nil for a new one.
  var editing: Int?
  /// Which candidate is pointed at; nil while one is only typing.
  var selected: Int?
  private(set) var completions: QueryCompletions
  /// What the text says; nil where it says nothing yet, or nothing right.
  private(set) var filter: QueueFilter?
  private(set) var error: QueryError?
  /// Whether Enter was pressed on it as it is: then the error is said aloud.
  var isRefused = false

  init(_ text: String, editing: Int? = nil, _ vocabulary: QueryVocabulary) {
    field = TextField(text)
    self.editing = editing
    completions = QueueFilter.completions(for: text, at: text.unicodeScalars.count, vocabulary)
    read(vocabulary)
  }

  /// The text was changed: it is read anew.
  mutating func read(_ vocabulary: QueryVocabulary) {
    selected = nil
    isRefused = false
    completions = QueueFilter.completions(for: field.text, at: field.head.unicodeScalars.count, vocabulary)
    error = nil
    filter = nil
    do {
      let filter = try QueueFilter(field.text)
      self.filter = filter.isEmpty ? nil : filter
    } catch {
      self.error = error
    }
  }

  /// Puts a candidate into the text.
  mutating func take(_ index: Int, _ vocabulary: QueryVocabulary) {
    guard completions.candidates.indices.contains(index) else { return }
    field.replace(completions.range, with: completions.candidates[index].text)
    read(vocabulary)
  }
}
