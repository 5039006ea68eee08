import Foundation
import Testing

@Suite("Feeds on the command line")
struct FeedCommandTests {
  private let home: Scratch

  init() throws { home = try Scratch() }

  @Test("An analyst gets every submission, a withheld one too, and none of the names")
  func stripNames() throws {
    let table = """
      Submission ID,Name,Email,Status,Your message
      1,Hine Example,hine@example.nz,published,I like the plan
      2,Rua Sample,rua@example.nz,withheld,I do not
      3,,,published,Neither
      """
    let file = try home.write("submissions.csv", Data(table.utf8))
    let whole = try Program.docket("read", file, home: home.url)
    let stripped = try Program.docket("read", "--strip-names", file, home: home.url)
    #expect(whole.status == 0 && stripped.status == 0, "\(whole.errors)\(stripped.errors)")
    #expect(whole.lines.count == 3 && stripped.lines.count == 3, "count in is count out")
    #expect(whole.output.contains("Hine Example"))
    for name in ["Hine", "Rua", "example.nz"] { #expect(!stripped.output.contains(name), "\(name)") }
    #expect(stripped.output.contains("I do not"), "a withheld submission still counts")
  }

  @Test("A column that is not what it seems is put right with --map, and the account says what was taken for what")
  func map() throws {
    let table = "Nummer;Wer;Was\nA-1;Kim;Kia ora\nA-2;Lee;Tēnā koe\n"
    let file = try home.write("odd.csv", Data(table.utf8))
    let read = try Program.docket("read", file, "--map", "text=Was,id=Nummer,authorName=Wer", home: home.url)
    let lines = read.lines
    #expect(lines.count == 2, "\(read.errors)")
    #expect(lines.first?.contains(#""text":"Kia ora""#) == true && lines.first?.contains(#""id":"A-1""#) == true)
    let wrong = try Program.docket("read", file, "--map", "words=Was", home: home.url)
    #expect(wrong.status == 2, "an unknown field is a usage error: \(wrong.errors)")
    let missing = try Program.docket("read", file, "--map", "text=Wie", home: home.url)
    #expect(missing.status == 3 && missing.errors.contains("Wie"), "\(missing.errors)")
  }

  @Test("formats lists them, and says of a feed which it is and why")
  func formats() throws {
    let list = try Program.docket("formats", home: home.url)
    #expect(list.lines.count > 40)
    let one = try Program.docket("formats", Program.sampleFeeds + "/youtube.json", home: home.url)
    #expect(one.lines.first?.hasSuffix(": youtube-api@1") == true, "\(one.output)")
    #expect(one.lines.count > 1, "with reasons")
    let none = try Program.docket("formats", try home.write("prose.txt", Data("Dear sir\n".utf8)), home: home.url)
    #expect(none.status == 3, "\(none.output)\(none.errors)")
  }

  @Test("Ctrl-C stops an import cleanly, says so, and the same command goes on from there without doubles")
  func interrupted() throws {
    let lines = (1...70_000).map { #"{"id":"\#($0)","text":"ok \#($0)"}"# }.joined(separator: "\n")
    let feed = try home.write("feed.jsonl", Data(lines.utf8))
    // As soon as the first batch is on the desk.
    let shell = """
      "$0" import "$1" --channel page & child=$!
      for look in $(seq 300); do sleep 0.1; "$0" log 2>/dev/null | grep -q imported && break; done
      kill -INT $child; wait $child
      """
    let stopped = try Program.run(
      "/bin/bash", ["-c", shell, Program.docket.path, feed],
      environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": home.url.path])
    #expect(stopped.status == 3, "\(stopped.errors)")
    #expect(stopped.errors.contains("the same command goes on from there"), "\(stopped.errors)")
    let again = try Program.docket("import", feed, "--channel", "page", home: home.url)
    #expect(again.status == 0, "\(again.errors)")
    #expect(again.errors.contains("70000 read"), "\(again.errors)")
    let verified = try Program.docket("verify", "--rebuild", home: home.url)
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
    let imports = try Program.docket("log", "--json", "--type", "imported", home: home.url)
    let new = imports.lines.compactMap { line in
      line.range(of: "\"new\":").flatMap { Int(line[$0.upperBound...].prefix { $0.isNumber }) }
    }
    #expect(new.reduce(0, +) == 70_000, "none is there twice, none is missing: \(new)")
  }

  @Test("watch imports an export that appears, once it is complete, and Ctrl-C ends it")
  func watch() throws {
    let folder = home.url.appending(path: "exports")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let shell = """
      "$0" watch "$1" --every 1 & child=$!; sleep 0.5; cp "$2" "$1/.part"; mv "$1/.part" "$1/website.xml"
      for look in $(seq 40); do sleep 0.3; "$0" imports 2>/dev/null | grep -q website.xml && break; done
      kill -INT $child; wait $child
      """
    let watched = try Program.run(
      "/bin/bash", ["-c", shell, Program.docket.path, folder.path, Program.sampleFeeds + "/website.xml"],
      environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": home.url.path])
    #expect(watched.status == 0, "\(watched.errors)")
    #expect(watched.errors.contains("website.xml: wxr@1: 54 read, 54 new"), "\(watched.errors)")
  }
}
