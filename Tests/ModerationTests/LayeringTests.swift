import FoundationEssentials
import Testing

@Suite("Who may know whom")
struct LayeringTests {
  /// Our modules that each room may import; nothing else of ours.
  private static let allowed: [String: Set<String>] = [
    "Moderation": [], "TOMLSource": [],
    "Policy": ["Moderation", "Casework", "TOMLSource"], "Feeds": ["Moderation", "CCompression"],
    "Classifier": ["Moderation"],
    "Casework": ["Moderation"], "Desk": ["Moderation", "Casework"],
    "Intake": ["Moderation", "Feeds", "Classifier", "Desk"],
    "Publishing": ["Moderation", "Casework", "Desk"], "Terminal": ["CTerminal", "Themes", "TOMLSource"],
    "Console": ["Moderation", "Casework", "Desk", "Terminal"],
    "docket-train": ["Moderation", "Classifier", "Policy", "Desk", "CCompression"],
    "docket": [
      "Moderation", "Policy", "Casework", "Feeds", "Classifier", "Desk", "Intake", "Publishing", "Console", "Terminal",
    ],
  ]
  /// Libraries that only one room may touch.
  private static let confined: [String: Set<String>] = [
    "TOMLKit": ["TOMLSource", "Policy", "Terminal"], "GRDB": ["Desk"], "GRDBSQLite": ["Desk"],
    "CNcurses": ["CTerminal"], "ArgumentParser": ["docket", "docket-train"],
  ]

  @Test("Every room imports only the rooms it may know", arguments: allowed.keys.sorted())
  func imports(_ room: String) throws {
    var root = URL(filePath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let folder = root.appending(path: "Sources/" + room).path
    let ours = Set(Self.allowed.keys).union(["CTerminal", "CNcurses", "CCompression", "Themes"])
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
    #expect(!files.isEmpty)
    for file in files {
      let text = String(decoding: try Data(contentsOf: URL(filePath: folder + "/" + file)), as: UTF8.self)
      for line in text.split(separator: "\n") where line.hasPrefix("import ") {
        let module = String(line.dropFirst("import ".count))
        if ours.contains(module) {
          #expect(Self.allowed[room]?.contains(module) == true, "\(room)/\(file) imports \(module)")
        }
        if let owners = Self.confined[module] { #expect(owners.contains(room), "\(room)/\(file) imports \(module)") }
      }
    }
  }
}
