import Classifier
import Feeds
import FoundationEssentials
import Glibc
import Moderation

/// How fast feeds are read and classified, with a peer beside us in the same run. Without a feed, made-up sample texts are
/// written out 50,000 times. The peer is Python's json module, where there is a python3.
enum ReadingBenchmark {
  static func run(_ feed: String?) throws {
    let path = try feed ?? madeUpFeed()
    var comments: [Comment] = []
    let reading = try seconds { _ = try FeedReader(path: path).read { comments.append($0) } }
    let classifier = try Classifier()
    var scratch = Scratch()
    var flagged = 0
    let classifying = seconds {
      for comment in comments where !classifier.flags(for: comment.text, scratch: &scratch).isEmpty { flagged += 1 }
    }
    let count = Double(comments.count)
    print("\(comments.count) comments, \(flagged) flagged, one thread")
    print("read      \(Int(count / reading)) comments/s")
    print("classify  \(Int(count / classifying)) comments/s")
    let python = seconds {
      _ = system(
        "python3 -c 'import json,sys\nfor line in open(sys.argv[1], encoding=\"utf-8\"): json.loads(line)' '\(path)'")
    }
    print(
      "python json.loads of the same lines: \(Int(count / python)) lines/s; reading is \(Int(python / reading * 100)) % of its speed"
    )
  }

  private static func madeUpFeed() throws -> String {
    let texts = [
      "Lovely photos, thanks!",
      "My wife takes 40 mg of fluoxetine and your timetable means she can't get to the clinic",
      "How much did the rebrand cost?", "Nine weeks and nobody rings back, not good enough", "ring me on 021 555 0123",
      "The path by the river is closed again, does anybody know until when?",
    ]
    let path = FileManager.default.temporaryDirectory.path + "docket-benchmark.jsonl"
    var lines = ""
    for index in 0..<50_000 { lines += "{\"id\":\"\(index)\",\"text\":\"\(texts[index % texts.count]) \(index)\"}\n" }
    try Data(lines.utf8).write(to: URL(filePath: path))
    return path
  }
}
