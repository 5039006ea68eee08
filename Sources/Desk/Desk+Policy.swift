import Moderation

extension Desk {
  /// The policy in force on a desk; nil on one that never adopted any, or that is not there.
  public static func adoptedPolicy(path: String) throws(DeskError) -> AdoptedPolicy? {
    switch try DeskFile.kind(of: path) {
    case .absent, .empty: return nil
    case .other: throw .notADesk(path: path)
    case .desk: break
    }
    do {
      return try SQLiteStore(reading: path).read { try $0.adoptedPolicy() }
    } catch .older {
      return nil
    }
  }

  /// A policy that was in force once, by the digest that its events carry.
  public func policy(digest: String) throws(DeskError) -> AdoptedPolicy? {
    try store.read { try $0.policy(digest: digest) }
  }

  /// Puts another policy into force. From then on this desk has to be opened with it.
  @discardableResult
  public func adopt(_ policy: AgencyPolicy, by user: UserName) throws(CommitError) -> Event {
    try committing { desk, bench in
      try bench.allowed(.adopt, user, desk) { authority in .success(try bench.adopt(policy, by: authority, desk)) }
    }
  }
}
