/// Finds what stands between quotation marks, double or single, in the folded bytes.
enum Quotation {
  /// Longer stretches are a mark that was never closed.
  private static let longest = 400

  static func find(in document: Document, into quotes: inout [Range<Int>]) {
    document.bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        let mark = bytes[at]
        if mark == 0x22 || mark == 0x27, opens(at, bytes), let end = close(of: mark, from: at + 1, bytes) {
          let first = document.token(at: at)
          let last = document.token(at: end)
          if first < last { quotes.append(first..<last) }
          at = end
        }
        at += 1
      }
    }
  }

  private static func opens(_ at: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard at + 1 < bytes.count, !Byte.isSpace(bytes[at + 1]) else { return false }
    guard bytes[at] == 0x27 else { return true }
    return at == 0 || !Byte.isWord(bytes[at - 1])
  }

  private static func close(of mark: UInt8, from start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var at = start
    while at < bytes.count, at - start < longest {
      if bytes[at] == mark {
        if mark == 0x22 { return at }
        if at + 1 >= bytes.count || !Byte.isWord(bytes[at + 1]) { return at }
      }
      at += 1
    }
    return nil
  }
}
