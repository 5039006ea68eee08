import Casework
import Moderation

/// A note with its words, as a screen shows it.
public struct NoteEntry: Sendable, Equatable {
  public var note: Note
  /// Nil once they have been disposed of.
  public var words: String?
  /// Of the thread, where it is about one.
  public var threadTitle: String?
}

extension Desk {
  /// Writes a note about a comment or its thread. The words go to the vault.
  ///
  /// - Parameter until: until when a thread is watched.
  @discardableResult
  public func note(
    _ words: String, on item: ItemID, about: Note.About = .item, sticky: Bool = false, until: Timestamp? = nil,
    by user: UserName
  ) throws(CommitError) -> Event {
    try committing { desk, bench in
      let known = try desk.find(item)
      return try bench.present(user, desk, on: known?.channel, "a note") { authority in
        guard let known else { return .failure(.itemUnknown(item)) }
        guard words.contains(where: { !$0.isWhitespace }) else {
          return .failure(.casework(CaseworkRefusal(code: "words_missing", message: "a note needs words")))
        }
        var event = bench.event(.noted, by: authority)
        event.item = item
        event.channel = known.channel
        event.revision = known.standing.revision
        event.step = Note.written
        event.details = ["about=\(about.rawValue)"] + (sticky || about == .watch ? ["sticky=yes"] : [])
        event.until = until
        event.rationale = try desk.keepRationale(words)
        return .success(try desk.append(event, ofMatter: try bench.nextID(of: .note, desk)))
      }
    }
  }

  /// Writes a note into the story of a case or an escalation.
  @discardableResult
  public func note(_ words: String, onMatter id: String, by user: UserName) throws(CommitError) -> Event {
    try committing { desk, bench in
      let row = try desk.matter(id)
      return try bench.present(user, desk, on: row?.channel, "a note") { authority in
        guard row != nil else { return .failure(.casework(.matterUnknown)) }
        guard words.contains(where: { !$0.isWhitespace }) else {
          return .failure(.casework(CaseworkRefusal(code: "words_missing", message: "a note needs words")))
        }
        var event = bench.event(.noted, by: authority)
        event.channel = row?.channel
        event.step = Note.written
        event.rationale = try desk.keepRationale(words)
        return .success(try desk.append(event, ofMatter: id))
      }
    }
  }

  /// Takes a note down; its words stay in the vault as long as their class says.
  @discardableResult
  public func dropNote(_ id: String, by user: UserName) throws(CommitError) -> Event {
    try committing { desk, bench in
      let note = Note.folded(try desk.history(ofMatter: id))
      return try bench.present(user, desk, on: note?.channel, "a note") { authority in
        guard let note, !note.isDropped else { return .failure(.casework(.matterUnknown)) }
        var event = bench.event(.noted, by: authority)
        event.item = note.item
        event.channel = note.channel
        event.step = Note.dropped
        event.cause = note.opened
        return .success(try desk.append(event, ofMatter: id))
      }
    }
  }

  /// The notes about an item, and about its thread where they were written on this item, oldest first.
  public func notes(on item: ItemID) throws(DeskError) -> [NoteEntry] {
    try store.read { desk in
      try desk.matters(of: item).filter { $0.kind == .note && !$0.isClosed }.compactMap { row in
        try desk.noteEntry(row.id)
      }
    }
  }

  /// The threads that somebody watches.
  public func watchedThreads() throws(DeskError) -> [NoteEntry] {
    let now = bench?.now
    return try store.read { desk in
      try desk.matters(MatterQuery(.note)).filter { row in
        row.state == Note.About.watch.rawValue && (row.due.map { due in now.map { due > $0 } ?? true } ?? true)
      }.compactMap { try desk.noteEntry($0.id) }
    }
  }
}

extension DeskReader {
  fileprivate func noteEntry(_ id: String) throws -> NoteEntry? {
    guard let note = Note.folded(try history(ofMatter: id)) else { return nil }
    return NoteEntry(
      note: note, words: try note.words.flatMap { try rationale($0) },
      threadTitle: note.about == .item ? nil : try detail(note.item)?.threadTitle)
  }
}

extension CaseworkRefusal {
  static let matterUnknown = CaseworkRefusal(
    code: "matter_unknown", message: "there is no such case, escalation or note on this desk")
}

extension DeskBench {
  /// Runs what takes no permission of its own, for anybody whom the policy lets do anything on the channel.
  func present<Value>(
    _ user: UserName, _ desk: any DeskWriter, on channel: String?, _ what: String,
    _ body: (Authority) throws -> Result<Value, Refusal>
  ) throws -> Result<Value, Refusal> {
    let outcome: Result<Value, Refusal>
    if let refusal = try policyReplaced(desk) {
      outcome = .failure(refusal)
    } else if let authority = policy.authorities(of: user, on: channel, at: today()).first {
      outcome = try body(authority)
    } else {
      let place = channel.map { " on \($0)" } ?? ""
      outcome = .failure(
        .casework(
          CaseworkRefusal(
            code: "not_authorised",
            message: "the policy gives \(user.rawValue) no authority\(place) today, so not for \(what)")))
    }
    if case .failure(let refusal) = outcome { try write(refusal, of: what, by: user, on: channel, desk) }
    return outcome
  }
}
