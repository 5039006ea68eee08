import Moderation

/// What says that words were destroyed: what, under which class and authority, when, by whom, how, and where copies still are.
/// Holds ids, dates and counts, never a word of what is gone.
public struct DisposalCertificate: Sendable, Equatable {
  public var agency: String
  /// Name of the disposal: `D-2026-11-21-4711`, by the day and the ledger's last event before it.
  public var id: String
  public var at: Timestamp
  /// Local day, in the agency's zone.
  public var day: CivilDate
  public var zone: String
  public var carriedOutBy: String
  public var role: String
  public var authorisedBy: String
  public var software: String
  public var policy: String
  public var classes: [ClassEntry]
  public var destroyed: Counts
  public var backups: [Backup]
  /// The ledger's head before it, by which it is tied to the chain.
  public var chainHead: String

  public struct ClassEntry: Sendable, Equatable {
    public var code: String
    public var title: String
    public var authority: String
    public var items: [String]
    public var matters: [String]

    public init(code: String, title: String, authority: String, items: [String], matters: [String]) {
      self.code = code
      self.title = title
      self.authority = authority
      self.items = items
      self.matters = matters
    }
  }

  /// What was destroyed of it all.
  public struct Counts: Sendable, Equatable {
    public var texts = 0
    public var flags = 0
    public var words = 0
    public var authors = 0
    public var threads = 0

    public init() {}
  }

  /// A copy of the desk that was made while the words were in it.
  public struct Backup: Sendable, Equatable {
    public var event: Int64
    public var at: Timestamp
    public var sha256: String

    public init(event: Int64, at: Timestamp, sha256: String) {
      self.event = event
      self.at = at
      self.sha256 = sha256
    }
  }

  public init(
    agency: String, id: String, at: Timestamp, day: CivilDate, zone: String, carriedOutBy: String, role: String,
    authorisedBy: String, software: String, policy: String, classes: [ClassEntry], destroyed: Counts,
    backups: [Backup], chainHead: String
  ) {
    self.agency = agency
    self.id = id
    self.at = at
    self.day = day
    self.zone = zone
    self.carriedOutBy = carriedOutBy
    self.role = role
    self.authorisedBy = authorisedBy
    self.software = software
    self.policy = policy
    self.classes = classes
    self.destroyed = destroyed
    self.backups = backups
    self.chainHead = chainHead
  }

  public static let method = """
    Deleted in one transaction (texts of all revisions, markup, salts, why and spans of flags, rationales, notes, words of \
    cases and records, permalinks, names that nothing else needs, index of words), then the database was rewritten without \
    free pages, and its write-ahead log emptied.
    """

  // MARK: As text

  public var text: String {
    var lines = [
      "CERTIFICATE OF DISPOSAL \(id)", "", "Agency          \(agency)",
      "Date            \(day) (\(at.iso8601()), zone \(zone))", "Carried out by  \(carriedOutBy) (\(role))",
      "Authorised by   \(authorisedBy)", "Software        docket \(software)", "Policy          \(policy)",
      "Ledger head     \(chainHead)", "", "How: \(Self.method)", "",
      "Destroyed: \(destroyed.texts) texts, why and spans of \(destroyed.flags) flags, \(destroyed.words) rationales and "
        + "other words of staff, \(destroyed.authors) authors' names, \(destroyed.threads) threads' titles.",
    ]
    for entry in classes {
      lines += ["", "\(entry.code)  \(entry.title)", "  authority: \(entry.authority)"]
      lines.append("  \(entry.items.count) comments, \(entry.matters.count) cases, escalations and records")
      lines += (entry.items + entry.matters).map { "  " + $0 }
    }
    lines += ["", backups.isEmpty ? "No backup holds these words." : "These backups still hold the words:"]
    lines += backups.map { "  \($0.at.iso8601())  event \($0.event)  SHA-256 \($0.sha256)" }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: As JSON

  public var json: String {
    var object = JSONText()
    object.add("certificate", id)
    object.add("agency", agency)
    object.add("at", at.iso8601())
    object.add("day", day.description)
    object.add("zone", zone)
    object.add("carried_out_by", carriedOutBy)
    object.add("role", role)
    object.add("authorised_by", authorisedBy)
    object.add("software", "docket \(software)")
    object.add("policy", policy)
    object.add("chain_head", chainHead)
    object.add("how", Self.method)
    object.addRaw("classes", JSONText.array(classes.map(Self.json)))
    object.add("texts", destroyed.texts)
    object.add("flags", destroyed.flags)
    object.add("words", destroyed.words)
    object.add("authors", destroyed.authors)
    object.add("threads", destroyed.threads)
    object.addRaw(
      "backups",
      JSONText.array(
        backups.map { backup in
          var object = JSONText()
          object.add("event", backup.event)
          object.add("at", backup.at.iso8601())
          object.add("sha256", backup.sha256)
          return object.object
        }))
    return object.object
  }

  private static func json(_ entry: ClassEntry) -> String {
    var object = JSONText()
    object.add("class", entry.code)
    object.add("title", entry.title)
    object.add("authority", entry.authority)
    object.add("count", entry.items.count)
    object.add("items", entry.items)
    object.add("matters", entry.matters)
    return object.object
  }
}
