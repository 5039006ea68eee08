/// One source after another.
final class JoinedSource: ByteSource {
  private let first: any ByteSource
  private let second: any ByteSource
  private var isFirst = true
  var fault: String? { isFirst ? first.fault : second.fault }

  init(_ first: any ByteSource, _ second: any ByteSource) {
    self.first = first
    self.second = second
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    if isFirst {
      let got = first.read(into: buffer)
      if got > 0 { return got }
      isFirst = false
    }
    return second.read(into: buffer)
  }
}
