import Moderation

/// `[[person]]` and `[permissions]`: who may act, and what each role may do.
extension PolicyReader {
  private static let personKeys = ["user", "id", "roles", "channels", "from", "to", "by", "acknowledged"]

  mutating func readPeople(_ root: Section) -> [Person] {
    sections("person", of: root, name: "[[person]]").compactMap { readPerson($0) }
  }

  private mutating func readPerson(_ section: Section) -> Person? {
    refuseUnknownKeys(of: section, allowed: Self.personKeys)
    let user = name("user", of: section)
    guard let id = name("id", of: section), let user else { return nil }
    let section = Section(table: section.table, path: section.path, name: "person \(id)")
    if section.table["roles"] == nil { report(.missing(key: "roles", in: section.name), at: section.path) }
    let channels = texts("channels", of: section)
    if channels?.isEmpty == true {
      report(
        .wrongType(key: "channels", expected: "a list of channel ids; leave it out for all"),
        at: section.path.key("channels"))
    }
    return Person(
      id: id, user: UserName(user), roles: words("roles", of: section, as: StaffRole.self) ?? [],
      channels: channels, from: date("from", of: section), to: date("to", of: section),
      by: optionalText("by", of: section), acknowledged: date("acknowledged", of: section), line: line(of: section))
  }

  /// The rows that a file writes. Deletion is for a channel's owner and deputies only, so no row but theirs may have it.
  mutating func readPermissions(_ section: Section) -> PermissionMatrix {
    var rows: [StaffRole: Set<Permission>] = [:]
    for key in section.table.keys {
      guard let role = StaffRole(rawValue: key) else {
        let allowed = StaffRole.allCases.map(\.rawValue)
        report(.unknownWord(key: "a role of \(section.name)", found: key, allowed: allowed), at: section.path.key(key))
        continue
      }
      let permissions = words(key, of: section, as: Permission.self) ?? []
      if role != .owner, let place = permissions.firstIndex(of: .delete) {
        report(.deleteNotOwner(role: key), at: section.path.key(key).index(place))
      }
      rows[role] = Set(permissions)
    }
    return PermissionMatrix(rows)
  }
}
