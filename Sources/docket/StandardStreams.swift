import Glibc

/// Standard output, written whole: a closed pipe or a full disk ends the program with a message, never silently.
enum StandardOutput {
  static func write(_ text: String) {
    if !writeAll(text, to: STDOUT_FILENO) {
      StandardError.write("docket: cannot write the output: \(String(cString: strerror(errno)))\n")
      exit(ExitStatus.failed)
    }
  }

  /// False when not all of it could be written; `errno` says why.
  static func writeAll(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while let base = rest.baseAddress, rest.count > 0 {
        let count = Glibc.write(descriptor, base, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          return false
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return true
    }
  }
}

/// Standard error, for messages.
enum StandardError {
  static func write(_ text: String) { _ = StandardOutput.writeAll(text, to: STDERR_FILENO) }
}
