extension DeskError {
  /// What the person is told, and what can be done about it.
  public var message: String {
    switch self {
    case .missing(let path):
      "there is no desk at \(path); open or import a feed to make one"
    case .folderUnusable(let path, let reason):
      "the folder \(path) cannot be used: \(reason)"
    case .unreadable(let path, let reason):
      "\(path) cannot be read: \(reason)"
    case .notADesk(let path):
      "\(path) is not a docket desk; it was left as it is"
    case .newer(let path, let schema, let known):
      "\(path) was written by a newer docket (schema \(schema), this one knows \(known)); update docket to open it"
    case .older(let path, let schema, let known):
      "\(path) was written by an older docket (schema \(schema), this one has \(known)); `docket desk upgrade` brings it up"
    case .policyDiffers(let path, let adopted):
      "\(path) is governed by the policy \(adopted.prefix(12)); `docket policy adopt` puts another into force"
    case .groupUnknown(let name):
      "this machine has no group \(name); `getent group` lists them"
    case .exists(let path):
      "there is something at \(path) already; it was left as it is"
    case .diskFull(let path):
      "the disk that holds \(path) is full or takes no more; nothing was written"
    case .busy(let path):
      "\(path) is being written by somebody else; nothing was written, try again"
    case .readOnly(let path):
      "\(path) can only be read here; nothing was written"
    case .interrupted:
      "the question was given up for a newer one"
    case .damaged(let path):
      "\(path) is damaged; restore it from a backup"
    case .ledgerUnreadable(let path, let sequence):
      "\(sequence.map { "event \($0) of " } ?? "the ledger of ")\(path) cannot be read; `docket verify` says where it breaks"
    case .writeRefused(let path):
      "\(path) refused the change; nothing was written"
    case .failed(let path, let code):
      "\(path) failed (SQLite code \(code)); nothing was written"
    }
  }
}
