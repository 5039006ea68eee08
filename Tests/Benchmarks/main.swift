// What is fast, measured against peers in the same run: read the ratios, absolute figures say little on a shared machine.
//
//   swift run -c release Benchmarks reading [FEED]
//   swift run -c release Benchmarks feeds JSONL CSV XML
//   swift run -c release Benchmarks desk CSV [FOLDER]
//   swift run -c release Benchmarks peers [FEED.jsonl] [--install] [--environment FOLDER]
//   swift run -c release Benchmarks query CSV [FOLDER]
let words = Array(CommandLine.arguments.dropFirst())
switch (words.first, words.dropFirst().first) {
case ("desk", let csv?): try DeskBenchmark(csv: csv, folder: words.dropFirst(2).first).run()
case ("query", let csv?):
  try BenchmarkDesk.with(csv: csv, folder: words.dropFirst(2).first) { try QueryBenchmark(desk: $0).run() }
case ("feeds", _) where words.count == 4:
  try FeedsPeers.compare(jsonLines: words[1], table: words[2], xml: words[3])
case ("desk", nil), ("query", nil): print("\(words[0]) takes a CSV with a header; a folder to work in may follow")
case ("peers", _): try PeersBenchmark(Array(words.dropFirst())).run()
case ("reading", let feed): try ReadingBenchmark.run(feed)
case (let feed, _): try ReadingBenchmark.run(feed)
}
