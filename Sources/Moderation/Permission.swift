/// What a person at a desk may be allowed to do: every verb, and what stands beside them. Spelt the same in the policy file.
public enum Permission: String, CaseIterable, Sendable {
  case leave, hide, unhide, delete, escalate, record, hold, publish, reply, refer
  case openCase = "open_case"
  case snooze, skip
  /// Be the second person of a decision that needs two.
  case confirm
  /// Take back one's own decision before it is exported.
  case undo
  /// Take back another's, or take over an item that another holds.
  case reverse
  /// Bring feeds in.
  case importing = "import"
  /// Learn who stands behind an alias.
  case reveal
  /// See words that are masked.
  case unmask
  /// Write an action sheet, and say what became of it.
  case export
  /// Seal the ledger's head.
  case seal
  case backup
  /// Put a policy into force.
  case adopt
  /// Place and lift a legal hold.
  case legalHold = "legal_hold"
  /// Destroy what its retention class allows.
  case dispose
  /// Decide a case: extend, transfer, grant or refuse, close; find a breach notifiable or not.
  case decideCase = "decide_case"

  /// What a verb needs.
  public init(_ verb: Verb) {
    switch verb {
    case .leave: self = .leave
    case .hide: self = .hide
    case .unhide: self = .unhide
    case .delete: self = .delete
    case .escalate: self = .escalate
    case .record: self = .record
    case .hold: self = .hold
    case .publish: self = .publish
    case .reply: self = .reply
    case .refer: self = .refer
    case .openCase: self = .openCase
    case .snooze: self = .snooze
    case .skip: self = .skip
    }
  }
}

/// What a person is on a desk (DOMAIN § 3.1, 19). Not to be taken for a `RoleName`, which an item is escalated to.
public enum StaffRole: String, CaseIterable, Sendable {
  case triage, moderator, owner, supervisor, records
  case informationOfficer = "information_officer"
  case admin
}

/// Which role may do what: rows are roles, cells are permissions.
public struct PermissionMatrix: Sendable, Equatable {
  public var rows: [StaffRole: Set<Permission>]

  public init(_ rows: [StaffRole: Set<Permission>]) { self.rows = rows }

  public func allows(_ permission: Permission, to role: StaffRole) -> Bool { rows[role]?.contains(permission) ?? false }

  /// The roles that hold a permission, in the order of `StaffRole`.
  public func roles(allowed permission: Permission) -> [StaffRole] {
    StaffRole.allCases.filter { allows(permission, to: $0) }
  }

  /// The rows of another matrix take the place of these.
  public func overridden(by other: PermissionMatrix) -> PermissionMatrix {
    PermissionMatrix(rows.merging(other.rows) { _, theirs in theirs })
  }

  /// The matrix of the policy that ships. Deletion is the owner's alone (DPMC L175); those who keep the records and the
  /// policy decide about no comment.
  public static let standard = PermissionMatrix([
    .triage: triage,
    .moderator: moderator,
    .owner: moderator.union([.delete, .export, .reveal, .decideCase]),
    .supervisor: [
      .leave, .hide, .unhide, .escalate, .record, .hold, .publish, .refer, .snooze, .skip, .confirm, .undo, .reverse,
      .unmask, .reveal, .export, .seal, .backup, .openCase, .legalHold, .decideCase,
    ],
    .records: [.record, .unmask, .undo, .export, .seal, .backup, .legalHold, .dispose],
    .informationOfficer: [
      .leave, .record, .reply, .refer, .openCase, .undo, .unmask, .reveal, .export, .legalHold, .decideCase,
    ],
    .admin: [.importing, .seal, .backup, .adopt],
  ])

  private static let triage: Set<Permission> = [
    .leave, .escalate, .hold, .snooze, .skip, .undo, .unmask, .importing,
  ]
  private static let moderator = triage.union([
    .hide, .unhide, .record, .publish, .reply, .refer, .openCase, .confirm,
  ])
}
