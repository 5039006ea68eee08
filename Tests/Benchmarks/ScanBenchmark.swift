import FoundationEssentials
import Glibc
import Moderation

/// `docket scan` from end to end beside `jq -c .`, which only writes the same file again, and how long it takes to start.
struct ScanBenchmark {
  let texts: [String]
  /// Where files are put.
  let folder: String

  /// Long enough that starting up hardly counts.
  private static let lines = 200_000
  private static let rounds = 3
  private static let starts = 21

  func run() {
    guard let docket else {
      return print(
        "docket scan: not measured: no docket beside this program; run swift build -c release --product docket")
    }
    do {
      try compare(docket)
      try start(docket)
    } catch {
      print("docket scan: not measured: \(folder) cannot be written")
    }
  }

  /// The program that was built together with this one.
  private var docket: String? {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &path, path.count - 1)
    guard length > 0 else { return nil }
    let own = String(decoding: path.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
    let found = URL(filePath: own).deletingLastPathComponent().path + "/docket"
    return access(found, X_OK) == 0 ? found : nil
  }

  private func write(_ count: Int, to name: String) throws -> String {
    var lines: [UInt8] = []
    for place in 0..<count {
      var line = JSONText()
      line.add("id", String(place))
      line.add("text", texts[place % texts.count])
      lines += Array(line.object.utf8) + [0x0A]
    }
    let path = folder + "/" + name
    try Data(lines).write(to: URL(filePath: path))
    return path
  }

  private func compare(_ docket: String) throws {
    guard !texts.isEmpty else { return }
    let feed = try write(Self.lines, to: "scan.jsonl")
    defer { unlink(feed) }
    let bytes = (try Data(contentsOf: URL(filePath: feed))).count
    let scan = "\(OneCore.prefix)\(quoted(docket)) scan --threads 1 \(quoted(feed)) > /dev/null"
    let own = best(scan)
    guard let own else { return print("docket scan: not measured: it failed on \(feed)") }
    print("docket scan: \(rate(own)) comments/s, \(bytes / Self.lines) bytes of JSON a line, one core")
    if let jq = best("\(OneCore.prefix)jq -c . \(quoted(feed)) > /dev/null") {
      print("jq -c .: \(rate(jq)) lines/s (docket scan is \(PeersBenchmark.shown(jq / own)) times as fast; goal 1)")
    } else {
      print("jq -c .: not measured: jq is not installed")
    }
    let one = wall("\(quoted(docket)) scan --threads 1 \(quoted(feed)) > /dev/null")
    let two = wall("\(quoted(docket)) scan --threads 2 \(quoted(feed)) > /dev/null")
    print(
      "two threads: \(PeersBenchmark.shown(one / two)) times as fast by the clock, other work on the machine included")
  }

  private func start(_ docket: String) throws {
    let line = try write(1, to: "line.jsonl")
    defer { unlink(line) }
    let times = (0..<Self.starts).map { _ in wall("\(quoted(docket)) scan \(quoted(line)) > /dev/null") * 1000 }
    // The shell that starts it is counted too.
    print(
      "start-up on one line: \(PeersBenchmark.shown(times.min() ?? 0)) ms at best, "
        + "\(PeersBenchmark.shown(times.quantile(0.5))) ms in the middle of \(Self.starts) (goal 30)")
  }

  private func rate(_ seconds: Double) -> Int { Int(Double(Self.lines) / seconds) }

  /// The least processor time of several rounds; nil when the command fails.
  private func best(_ command: String) -> Double? {
    var best = Double.infinity
    for _ in 0..<Self.rounds {
      let before = Processor.seconds(.children)
      guard shell(command + " 2>/dev/null") == 0 else { return nil }
      best = min(best, Processor.seconds(.children) - before)
    }
    return best
  }

  private func wall(_ command: String) -> Double { seconds { _ = shell(command + " 2>/dev/null") } }
}
