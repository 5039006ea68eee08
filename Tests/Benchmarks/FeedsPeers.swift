import Feeds
import Glibc

/// Reads feeds to comments beside what else reads such files, in one run: `swift run -c release Benchmarks feeds JSONL CSV XML`.
///
/// The peers do less: `jq -c .` writes its input again, Python's csv and iterparse hand out rows and elements. Read the ratios;
/// seconds are of the processor, so that others' work on the machine counts little.
enum FeedsPeers {
  private struct Peer {
    var name: String
    var command: String
    /// How many times faster a reader must be.
    var goal: Double
  }

  static func compare(jsonLines: String, table: String, xml: String) throws {
    let iterparse =
      "import sys,xml.etree.ElementTree as e\nfor _,x in e.iterparse(sys.argv[1]):\n  if x.tag=='item' or x.tag.endswith('}comment'): x.clear()"
    let csv = "import csv,sys\nfor row in csv.reader(open(sys.argv[1],encoding='utf-8',newline='')): pass"
    let peers = [
      (jsonLines, Peer(name: "jq -c .", command: "jq -c . '\(jsonLines)' > /dev/null", goal: 3)),
      (table, Peer(name: "Python csv", command: "python3 -c \"\(csv)\" '\(table)'", goal: 4)),
      (xml, Peer(name: "Python iterparse", command: "python3 -c \"\(iterparse)\" '\(xml)'", goal: 2)),
    ]
    for (path, peer) in peers {
      var comments = 0
      let own = try processorSeconds(Int32(RUSAGE_SELF.rawValue)) {
        _ = try FeedReader(path: path).read { _ in comments += 1 }
      }
      let other = processorSeconds(Int32(RUSAGE_CHILDREN.rawValue)) { _ = system(peer.command) }
      let ratio = (other / own * 10).rounded() / 10
      let rate = Int(Double(comments) / own)
      print("\(path): \(comments) comments, \(rate)/s; \(ratio) times as fast as \(peer.name) (goal \(peer.goal))")
    }
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    print("largest resident size: \(usage.ru_maxrss / 1024) MiB")
  }

  private static func processorSeconds(_ who: Int32, _ body: () throws -> Void) rethrows -> Double {
    let before = seconds(of: who)
    try body()
    return seconds(of: who) - before
  }

  private static func seconds(of who: Int32) -> Double {
    var usage = rusage()
    getrusage(who, &usage)
    let times = [usage.ru_utime, usage.ru_stime]
    return times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
  }
}
