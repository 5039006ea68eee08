/// A feed format: a name and a reader on one of the three notations. One short file a format, under `Formats/`.
struct FeedFormat: Sendable {
  /// `youtube-api@1`: the name and the version of the mapping, which is kept with every import.
  let name: String
  let notation: Notation

  enum Notation: Sendable {
    case json(JSONFormat)
    case xml(XMLFormat)
    case table
  }

  /// In the order of sniffing: the first that fits wins, so the general ones come last.
  static let all: [FeedFormat] = [.youTubeAPI, .facebookGraph, .wordPressWXR, .jsonLines, .csv]

  static var names: [String] { all.map(\.name) }

  /// By `csv@1` or `csv`.
  static func named(_ name: String) -> FeedFormat? {
    all.first { $0.name == name || $0.name.prefix { $0 != "@" } == name }
  }
}
