import Glibc

/// A file of its own in the temporary folder, gone with the test.
final class TemporaryFile {
  let path: String

  init() {
    var template = Array("/tmp/docket-train-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    if file >= 0 { close(file) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { unlink(path) }
}
