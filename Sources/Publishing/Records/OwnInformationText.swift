import Desk
import Moderation

/// What an author is given of what is held on them: as text to read and as JSON, with the details of others masked.
public struct OwnInformationText: Sendable {
  private let held: OwnInformation
  private let label: ExportLabel
  private let privately: @Sendable (String) -> [Span]

  /// - Parameter privately: where a text has private details, beside what its flags say; scalars of the text.
  public init(_ held: OwnInformation, label: ExportLabel, hiding privately: @escaping @Sendable (String) -> [Span]) {
    self.held = held
    self.label = label
    self.privately = privately
  }

  /// Whose a detail is decides: the author's own stay, those of others and those that could be anybody's go.
  private func masked(_ text: String, _ flags: [Flag] = [], isTheirs: Bool) -> String {
    let spans = (flags.flatMap(\.spans) + privately(text)).filter { span in
      span.type.isPrivate && span.type != .relation && !(isTheirs && span.subject == .author)
    }
    return Redaction(of: text, hiding: spans).text
  }

  // MARK: To read

  public var text: String {
    var lines = [
      label.marking, "", "WHAT \(held.agency) HOLDS ABOUT \(held.alias)", "",
      "Gathered on \(held.day) for: \(held.purpose)", "For: \(label.audience)", "Approved by: \(label.approver)",
      "Entry \(held.event) of the agency's log. Details of other people are left out; staff are numbered.",
    ]
    if let identity = held.identity {
      let named = [identity.name, identity.handle, identity.platformID].compactMap { $0 }
      lines.append("The platform calls you: " + (named.isEmpty ? "(nothing)" : named.joined(separator: ", ")))
    }
    for (number, comment) in held.comments.enumerated() { lines += self.lines(comment, number + 1) }
    if held.comments.isEmpty { lines.append("Nothing is held.") }
    return lines.map(\.plainLines).joined(separator: "\n") + "\n"
  }

  private func lines(_ comment: OwnInformation.Comment, _ number: Int) -> [String] {
    var lines = ["", "COMMENT \(number) on \(comment.channel), posted \(Self.text(comment.posted))"]
    if let link = comment.permalink { lines.append("  " + link) }
    for revision in comment.revisions {
      lines.append("  Text \(revision.number):")
      if let text = revision.text {
        lines += masked(text, revision.flags, isTheirs: true).split(separator: "\n", omittingEmptySubsequences: false)
          .map { "    " + $0 }
      } else {
        lines.append("    (\(comment.disposal?.sentence ?? "destroyed"))")
      }
      lines += revision.flags.map { flag in
        "    flagged: \(flag.label.rawValue), \(flag.severity.rawValue), score \(flag.score), by rule \(flag.rule)"
      }
    }
    lines += comment.acts.flatMap { self.lines($0, "  ") }
    lines += comment.notes.flatMap { self.lines($0, "  ") }
    for matter in comment.matters {
      lines.append("  \(matter.kind) \(matter.id): \(matter.state)")
      lines += matter.acts.flatMap { self.lines($0, "    ") }
    }
    if !comment.holds.isEmpty { lines.append("  kept under legal hold \(comment.holds.joined(separator: ", "))") }
    return lines
  }

  private func lines(_ act: OwnInformation.Act, _ indent: String) -> [String] {
    let reasons = act.reasons.isEmpty ? "" : " (\(act.reasons.joined(separator: ", ")))"
    return ["\(indent)\(act.at.iso8601())  \(act.what)\(reasons), by \(act.by)"]
      + act.words.map { "\(indent)  “\(masked($0, isTheirs: false))”" }
  }

  private static func text(_ time: PlatformTime?) -> String {
    time.map { $0.instant.iso8601() } ?? "at an unknown time"
  }

  // MARK: As JSON

  public var json: String {
    var object = JSONText()
    object.add("marking", label.marking)
    object.add("audience", label.audience)
    object.add("approver", label.approver)
    object.add("agency", held.agency)
    object.add("alias", held.alias)
    object.add("name", held.identity?.name)
    object.add("handle", held.identity?.handle)
    object.add("platform_id", held.identity?.platformID)
    object.add("purpose", held.purpose)
    object.add("at", held.at.iso8601())
    object.add("event", held.event)
    object.addRaw("comments", JSONText.array(held.comments.map(json)))
    return object.object + "\n"
  }

  private func json(_ comment: OwnInformation.Comment) -> String {
    var object = JSONText()
    object.add("item", comment.item.rawValue)
    object.add("channel", comment.channel)
    object.add("thread", comment.thread)
    object.add("posted", comment.posted?.instant.iso8601())
    object.add("permalink", comment.permalink)
    object.addRaw("revisions", JSONText.array(comment.revisions.map(json)))
    object.addRaw("acts", JSONText.array(comment.acts.map(json)))
    object.addRaw("notes", JSONText.array(comment.notes.map(json)))
    object.addRaw(
      "matters",
      JSONText.array(
        comment.matters.map { matter in
          var object = JSONText()
          object.add("id", matter.id)
          object.add("kind", matter.kind)
          object.add("state", matter.state)
          object.addRaw("acts", JSONText.array(matter.acts.map(json)))
          return object.object
        }))
    object.add("holds", comment.holds)
    object.add("disposal", comment.disposal?.sentence)
    return object.object
  }

  private func json(_ revision: OwnInformation.Revision) -> String {
    var object = JSONText()
    object.add("revision", revision.number)
    object.add("text", revision.text.map { masked($0, revision.flags, isTheirs: true) })
    object.addRaw(
      "flags",
      JSONText.array(
        revision.flags.map { flag in
          var object = JSONText()
          object.add("label", flag.label.rawValue)
          object.add("severity", flag.severity.rawValue)
          object.add("score", flag.score.description)
          object.add("rule", flag.rule)
          return object.object
        }))
    return object.object
  }

  private func json(_ act: OwnInformation.Act) -> String {
    var object = JSONText()
    object.add("at", act.at.iso8601())
    object.add("by", act.by)
    object.add("what", act.what)
    object.add("reasons", act.reasons)
    object.add("words", act.words.map { masked($0, isTheirs: false) })
    return object.object
  }
}

extension String {
  /// Safe in a terminal and a text file: line breaks stay, other controls do not.
  fileprivate var plainLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0).plainLine }.joined(separator: "\n")
  }
}
