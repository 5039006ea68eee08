import Classifier
import Glibc
import Moderation

/// Comments a second on one core, the best of several rounds.
enum Speed {
  private static let rounds = 7

  /// Of this thread: other work on the machine does not count.
  static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static func line(_ name: String, _ classifier: Classifier, over texts: [String]) -> String {
    let bytes = texts.reduce(0) { $0 + $1.utf8.count }
    guard !texts.isEmpty, bytes > 0 else { return "\(name): nothing to measure" }
    var scratch = Scratch()
    var best = Double.infinity
    var flags = 0
    for _ in 0..<rounds {
      flags = 0
      let start = processorTime()
      for text in texts { flags += classifier.flags(for: text, scratch: &scratch).count }
      best = min(best, processorTime() - start)
    }
    return "\(name): \(Int(Double(texts.count) / best)) comments/s, \(Figure.tenths(Double(bytes) / best / 1e6)) MB/s, "
      + "\(bytes / texts.count) bytes and \(Figure.share(Double(flags) / Double(texts.count))) flags a comment"
  }
}
