import Moderation

extension Desk {
  /// Puts up to so many more texts into the index for words, in one short transaction, so that whoever writes meanwhile waits
  /// for no more than that. Returns how many it did; none when the index has them all.
  public func indexWords(limit: Int) throws(DeskError) -> Int {
    guard bench != nil else { throw .readOnly(path: path) }
    let progress = try indexProgress()
    guard progress.done < progress.total else { return 0 }
    return try store.write { try $0.indexWords(limit: limit) }
  }

  public func indexProgress() throws(DeskError) -> IndexProgress { try store.read { try $0.indexProgress() } }
}
