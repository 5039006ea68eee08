/// A policy as the desk keeps it: old decisions are read under the old rules.
public struct AdoptedPolicy: Sendable, Equatable {
  /// SHA-256 of the text, hex.
  public var digest: String
  public var text: String
  /// One that names people can only be replaced by somebody whom it lets.
  public var namesPeople: Bool
  /// The event that adopted it.
  public var sequence: Int64

  public init(digest: String, text: String, namesPeople: Bool, sequence: Int64) {
    self.digest = digest
    self.text = text
    self.namesPeople = namesPeople
    self.sequence = sequence
  }
}

/// Who stands behind an alias: only ever shown against a purpose.
public struct AuthorIdentity: Sendable, Equatable {
  public var alias: String
  public var platformID: String?
  public var name: String?
  public var handle: String?

  public init(alias: String, platformID: String?, name: String?, handle: String?) {
    self.alias = alias
    self.platformID = platformID
    self.name = name
    self.handle = handle
  }
}

/// How far the index for words has come.
public struct IndexProgress: Sendable, Equatable {
  public var done: Int
  public var total: Int

  public init(done: Int, total: Int) {
    self.done = done
    self.total = total
  }
}

/// A row of a view that is not what the events make of it.
public struct ViewDifference: Sendable, Equatable {
  public var table: String
  /// The item's id, or what else names the row.
  public var row: String
  public var stored: String
  public var rebuilt: String

  public init(table: String, row: String, stored: String, rebuilt: String) {
    self.table = table
    self.row = row
    self.stored = stored
    self.rebuilt = rebuilt
  }
}
