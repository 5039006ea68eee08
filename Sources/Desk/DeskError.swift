import GRDB
import Moderation

/// Why a desk could not be opened, read or written. The wording is in `DeskError+Message.swift`.
///
/// Carries paths, codes and numbers only: never a value from a statement, so never a citizen's words.
public enum DeskError: Error, Sendable, Equatable {
  /// There is no file, and the call does not make one.
  case missing(path: String)
  /// The folder could not be made or entered; `reason` is the system's own.
  case folderUnusable(path: String, reason: String)
  /// The file could not be opened or read; `reason` is the system's own.
  case unreadable(path: String, reason: String)
  /// Something else than a docket desk: a text file, another program's database.
  case notADesk(path: String)
  /// Written by a later docket.
  case newer(path: String, schema: Int, known: Int)
  /// Written by an earlier docket, and opened for reading only: it has to be opened for writing once to be brought up.
  case older(path: String, schema: Int, known: Int)
  /// The policy that came is not the adopted one, which names people: one of them has to adopt it.
  case policyDiffers(path: String, adopted: String)
  /// This machine has no such group of users.
  case groupUnknown(String)
  /// There is something at the place where a file was to be made.
  case exists(path: String)
  case diskFull(path: String)
  /// Somebody else held the write lock for longer than the busy timeout.
  case busy(path: String)
  case readOnly(path: String)
  /// A newer question took this one's place: see `Interruption`.
  case interrupted
  /// SQLite finds the file malformed.
  case damaged(path: String)
  /// An event, or the ledger's own counter when nil, cannot be read as what it should be. `docket verify` says more.
  case ledgerUnreadable(path: String, sequence: Int64?)
  /// A trigger or constraint refused what was about to be written.
  case writeRefused(path: String)
  /// Anything else, by SQLite's extended result code (-1 for none).
  case failed(path: String, code: Int)
}

/// An event that could not be read back, before the path is known.
struct UnreadableEvent: Error { var sequence: Int64? }

extension DeskError {
  /// What a failure of the database means to the person.
  init(_ error: any Error, path: String) {
    if let own = error as? DeskError {
      self = own
    } else if error is Interrupted {
      self = .interrupted
    } else if let event = error as? UnreadableEvent {
      self = .ledgerUnreadable(path: path, sequence: event.sequence)
    } else if let failure = error as? DatabaseError {
      self = Self.of(failure, path: path)
    } else {
      self = .failed(path: path, code: -1)
    }
  }

  private static func of(_ failure: DatabaseError, path: String) -> DeskError {
    switch failure.resultCode {
    // A quota or a limit on a file's size is told as a write that failed.
    case _ where failure.extendedResultCode == .SQLITE_IOERR_WRITE: .diskFull(path: path)
    case .SQLITE_FULL: .diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
    case .SQLITE_READONLY: .readOnly(path: path)
    case .SQLITE_NOTADB: .notADesk(path: path)
    case .SQLITE_CORRUPT: .damaged(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .unreadable(path: path, reason: "it could not be opened")
    case .SQLITE_IOERR: .unreadable(path: path, reason: "the disk reported an error")
    case .SQLITE_CONSTRAINT: .writeRefused(path: path)
    default: .failed(path: path, code: Int(failure.extendedResultCode.rawValue))
    }
  }
}

/// Why decisions were not committed, or not taken back.
public enum CommitError: Error, Sendable, Equatable {
  /// The rules said no. The refusal is in the ledger.
  case refused(Refusal)
  /// The desk itself failed; nothing was written.
  case failed(DeskError)

  public var message: String {
    switch self {
    case .refused(let refusal): refusal.message
    case .failed(let error): error.message
    }
  }
}
