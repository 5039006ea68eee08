/// The key of a text in the vault: one number for row and revision. First revisions have their row's own number, so that an
/// import fills its pages from end to end; later ones lie behind all of those.
enum TextKey {
  private static let shift: Int64 = 40

  static func key(row: Int64, revision: Int) -> Int64 { Int64(revision - 1) << shift | row }

  static func row(of key: Int64) -> Int64 { key & ((1 << shift) - 1) }

  static func revision(of key: Int64) -> Int { Int(key >> shift) + 1 }

  /// The row of a key, as SQL.
  static func row(ofColumn key: String) -> String { "(\(key) & \((Int64(1) << shift) - 1))" }

  /// The same as SQL, for the text that an item has now.
  static let ofItem = "((i.rev - 1) << \(shift) | i.row)"
  /// The same as SQL over the row and revision of any table.
  static func of(_ row: String, _ revision: String) -> String { "((\(revision) - 1) << \(shift) | \(row))" }
}
