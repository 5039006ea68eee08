import Moderation

extension Desk {
  /// The rows after a position, or the first ones. A key, not a count: rows that leave meanwhile make no gap.
  ///
  /// Looks as far as it takes; see `look` for a filter that may look through every text.
  public func page(_ query: QueueQuery, after position: QueuePosition?, limit: Int) throws(DeskError) -> [QueueRow] {
    try look(query, after: position, limit: limit).rows
  }

  /// The rows just before a position, or the last ones, in list order.
  public func page(_ query: QueueQuery, before position: QueuePosition?, limit: Int) throws(DeskError) -> [QueueRow] {
    try look(query, before: position, limit: limit).rows
  }

  /// How many rows a list has, exactly: about 30 ms for a million, filtered or not; a second or two where every text is to be
  /// looked at.
  public func count(_ query: QueueQuery, unless interruption: Interruption? = nil) throws(DeskError) -> Int {
    try store.read { try $0.count(query, asking(interruption)) }
  }

  /// Items whose current text has all of the words, whatever their case and accents, the last one perhaps only begun, from four letters on; the
  /// latest to come in first. `row` is that of the last hit, for the next page. Nothing for a text without a word in it.
  public func search(_ text: String, before row: Int64? = nil, limit: Int) throws(DeskError) -> [QueueRow] {
    guard let words = SearchWords(text) else { return [] }
    return try read { desk in try desk.search(words, before: row, limit: limit) }
  }

  /// The next row, in list order or against it, whose text holds the needle, whatever its case. Goes round at the end, so
  /// the row at `position` itself is looked at last. Nil when there is none, and for an empty needle.
  public func find(
    _ needle: String, in query: QueueQuery, from position: QueuePosition?, forward: Bool,
    unless interruption: Interruption? = nil
  ) throws(DeskError) -> QueueRow? {
    let asking = asking(interruption)
    let wanted = FoldedNeedle(needle)
    guard !wanted.isEmpty else { return nil }
    return try store.read { desk in
      guard let position else { return try desk.first(query, .all, forward: forward, wanted, asking) }
      let (ahead, behind): (Stretch, Stretch) =
        forward ? (.after(position), .upTo(position)) : (.before(position), .from(position))
      return try desk.first(query, ahead, forward: forward, wanted, asking)
        ?? desk.first(query, behind, forward: forward, wanted, asking)
    }
  }

  /// An item's row, in whichever list it is, or would be.
  public func row(_ item: ItemID) throws(DeskError) -> QueueRow? { try rows([item]).first }

  /// The rows of items, in the order given; those that are not on the desk are left out.
  public func rows(_ items: [ItemID]) throws(DeskError) -> [QueueRow] {
    try read { desk in try items.compactMap { try desk.row($0) } }
  }

  /// The status line's numbers. Costs no more on a full desk than on an empty one.
  public func backlog() throws(DeskError) -> Backlog { try store.read { try $0.backlog() } }

  /// Rows, with the names of those who are deciding about them just now.
  private func read(_ body: (any DeskReader) throws -> [QueueRow]) throws(DeskError) -> [QueueRow] {
    try look { QueueLook(rows: try body($0)) }.rows
  }

  func look(_ body: (any DeskReader) throws -> QueueLook) throws(DeskError) -> QueueLook {
    let now = bench?.now
    return try store.read { desk in
      var look = try body(desk)
      guard let now else { return look }
      let claims = try desk.claims(at: now)
      guard !claims.isEmpty else { return look }
      let people = Dictionary(claims.map { ($0.item, $0.person) }) { first, _ in first }
      for index in look.rows.indices { look.rows[index].claimedBy = people[look.rows[index].item] }
      return look
    }
  }
}
