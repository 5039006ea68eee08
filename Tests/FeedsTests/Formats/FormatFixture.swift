import Feeds
import Moderation
import Testing

/// A small feed of a format and the comments that must come of it.
struct FormatFixture: Sendable, CustomTestStringConvertible {
  var format: String
  var feed: String
  /// One line a comment: see `line`.
  var comments: [String]
  var dropped: [String] = []

  var testDescription: String { format }

  /// `id < parent @ thread | author | created | state kind | text` and what else there is.
  static func line(_ comment: Moderation.Comment) -> String {
    var line = (comment.idIsDerived ? "(derived)" : comment.id)
    if let parent = comment.parent { line += " < \(parent)" }
    if let thread = comment.thread { line += " @ \(thread)" }
    line += " | \(comment.authorDeleted ? "(gone)" : comment.authorName ?? "-")"
    line += " | \(comment.created?.iso8601 ?? "-")"
    if let precision = comment.created?.precision, precision != .exact { line += " \(precision)" }
    if let edited = comment.edited { line += " edited \(edited.iso8601)" }
    line += " | \(comment.state)" + (comment.kind == .comment ? "" : " \(comment.kind)")
    line += " | " + comment.text.replacing("\n", with: "⏎")
    if !comment.attachments.isEmpty { line += " | " + comment.attachments.joined(separator: " ") }
    return line
  }

  func check() throws {
    let reading = try Reading(feed)
    #expect(reading.format == format + "@1")
    #expect(reading.comments.map(Self.line) == comments)
    #expect(reading.problems == [])
    #expect(reading.summary.droppedFields == dropped)
  }
}
