import Moderation

/// Where a case, escalation, record or hold stands: a view that its events make, for lists. What it says in full is folded
/// from the events themselves.
struct MatterRow: Sendable, Equatable {
  /// `C-2026-0007`.
  var id: String
  var kind: MatterKind
  /// The kind's own word: `running`, `acknowledged`, `filed`.
  var state: String
  /// Whether nothing more is to be done about it.
  var isClosed: Bool
  var channel: String?
  /// When the next thing is due; a day is its last moment in the agency's zone.
  var due: Timestamp?
  /// Who has it: a role, and a person where one is named.
  var role: String?
  var person: String?
  /// Sequences of the event that opened it and of its last.
  var opened: Int64
  var last: Int64
  /// The comments that it is about.
  var items: [ItemID]
}

/// What a matter is. Each has its own row of numbers, beginning with its letter.
enum MatterKind: String, CaseIterable, Sendable {
  case requestCase = "case"
  case escalation, record, hold, reply, note

  /// `C-2026-0007` is a case.
  var letter: String {
    switch self {
    case .requestCase: "C"
    case .escalation: "E"
    case .record: "R"
    case .hold: "H"
    case .reply: "P"
    case .note: "N"
    }
  }
}

/// Which matters a list shows.
struct MatterQuery: Sendable, Equatable {
  var kind: MatterKind
  /// Those that wait for somebody; false for all.
  var openOnly: Bool
  var channel: String?
  var role: String?
  /// Due at this moment or before.
  var dueBy: Timestamp?
  var limit: Int

  init(
    _ kind: MatterKind, openOnly: Bool = true, channel: String? = nil, role: String? = nil, dueBy: Timestamp? = nil,
    limit: Int = 500
  ) {
    self.kind = kind
    self.openOnly = openOnly
    self.channel = channel
    self.role = role
    self.dueBy = dueBy
    self.limit = limit
  }
}
