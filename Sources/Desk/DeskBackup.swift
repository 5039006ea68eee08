import Crypto
import Glibc
import Moderation

/// A copy of a desk that can be put back.
public struct WrittenBackup: Sendable, Equatable {
  public var path: String
  /// SHA-256 of the file, hex.
  public var sha256: String
  /// The last event that it holds.
  public var last: Int64
}

extension Desk {
  /// Copies the desk to a new file (0600) while others go on working, checks the copy's chain and its pages, and writes down
  /// that it was made: backups that still hold a text have to be known when it is disposed of. Leaves what is at `target` alone.
  public func backUp(to target: String, by user: UserName) throws(CommitError) -> WrittenBackup {
    guard let store = store as? SQLiteStore, bench != nil else { throw .failed(.readOnly(path: path)) }
    // The right is looked up first, so that nobody gets a copy by being refused its event.
    try committing { desk, bench in try bench.allowed(.backup, user, desk) { _ in .success(()) } }
    let last: Int64
    let digest: String
    guard access(target, F_OK) != 0 else { throw .failed(.exists(path: target)) }
    do throws(DeskError) {
      try DeskFile.create(target)
      try store.copy(to: target)
      last = try Self.checkedCopy(target)
      digest = try DeskFile.sha256(of: target)
    } catch {
      // Half a copy would only be in the way of the next.
      unlink(target)
      throw .failed(error)
    }
    try committing { desk, bench in
      try bench.allowed(.backup, user, desk) { authority in
        var event = bench.event(.backedUp, by: authority)
        event.target = "backup \(last)"
        event.sha256 = digest
        _ = try desk.append(event)
        return .success(())
      }
    }
    return WrittenBackup(path: target, sha256: digest, last: last)
  }

  /// Puts a backup in place of a desk. What is at `path` goes aside as `PATH.before-restore`, nothing of it is lost; the
  /// restored desk's ledger says that it was restored.
  ///
  /// - Throws: `damaged` for a backup that does not hold together, `busy` when the desk at `path` is open somewhere.
  public static func restore(
    _ backup: String, to path: String, policy: AgencyPolicy, by user: UserName, surroundings: DeskSurroundings
  ) throws -> WrittenBackup {
    let bench = DeskBench(policy: policy, surroundings: surroundings, aliases: nil)
    if case .failure(let refusal) = bench.authority(for: .backup, of: user) { throw CommitError.refused(refusal) }
    let last = try checkedCopy(backup)
    try checkGoverned(by: policy, path, backup)
    let digest = try DeskFile.sha256(of: backup)
    let restored = path + ".restoring"
    guard access(restored, F_OK) != 0 else { throw DeskError.exists(path: restored) }
    try DeskFile.create(restored)
    do {
      try SQLiteStore(reading: backup).copy(to: restored)
      try SQLiteStore.shut(path)
      try DeskFile.moveAside(path)
    } catch {
      unlink(restored)
      throw error
    }
    guard rename(restored, path) == 0 else {
      throw DeskError.unreadable(path: path, reason: DeskFile.reason(errno))
    }
    let desk = try Desk(path: path, policy: policy, by: user, surroundings: surroundings)
    try desk.committing { desk, bench in
      try bench.allowed(.backup, user, desk) { authority in
        var event = bench.event(.restored, by: authority)
        event.target = "backup \(last)"
        event.sha256 = digest
        _ = try desk.append(event)
        return .success(())
      }
    }
    return WrittenBackup(path: backup, sha256: digest, last: last)
  }

  /// Nobody gets round a policy that names people by bringing another, neither that of the desk nor that of the backup. A
  /// desk that is too damaged to say what governs it has nothing to be got round.
  private static func checkGoverned(by policy: AgencyPolicy, _ path: String, _ backup: String) throws(DeskError) {
    let adopted = [(backup, try adoptedPolicy(path: backup)), (path, try? adoptedPolicy(path: path))]
    for (path, adopted) in adopted {
      if let adopted, adopted.namesPeople, adopted.digest != policy.digest {
        throw .policyDiffers(path: path, adopted: adopted.digest)
      }
    }
  }

  /// The last event of a copy whose pages and chain hold.
  private static func checkedCopy(_ path: String) throws(DeskError) -> Int64 {
    let copy = try Desk.existing(path: path)
    guard try copy.store.read({ try $0.pagesHold() }), case .whole(let events, _) = try copy.verify() else {
      throw .damaged(path: path)
    }
    return events
  }
}
