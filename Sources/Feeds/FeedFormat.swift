/// A feed format: a name, what it is, and a reader on one of four notations. One short file a format, under `Formats/`.
struct FeedFormat: Sendable {
  /// `youtube-api@1`: the name and the version of the mapping, which is kept with every import.
  let name: String
  /// What it is, in the words of the platform: `YouTube Data API: commentThreads and comments`.
  let title: String
  let notation: Notation

  enum Notation: Sendable {
    case json(JSONFormat)
    case xml(XMLFormat)
    /// HTML pages and plain text with a structure of their own.
    case text(TextFormat)
    case table(TableFormat)

    var name: String {
      switch self {
      case .json: "JSON"
      case .xml: "XML"
      case .text: "text"
      case .table: "table"
      }
    }
  }

  init(name: String, title: String, _ notation: Notation) {
    self.name = name
    self.title = title
    self.notation = notation
  }

  /// When two fit a feed equally well, the first is taken.
  static let all: [FeedFormat] = [
    .facebookGraph, .facebookDownload, .facebookHTML, .metaMessages, .instagramGraph, .instagramDownload, .threads,
    .xArchive, .xV1, .xV2, .youTubeAPI, .youTubeTakeout, .youTubeDLP, .youTubeDownloader, .youTubeTable, .redditAPI,
    .redditDump, .disqus, .wordPressWXR, .wordPressREST, .wordPressCom, .wordPressXMLRPC, .discourse, .discourseTable,
    .mastodonAPI, .activityPub, .bluesky, .linkedInTable, .linkedInAPI, .tikTokDownload, .tikTokText, .tikTokCaptured,
    .tikTokTable, .telegram, .telegramHTML, .discord, .discordTable, .coral, .coralTable, .commento, .comentario, .isso,
    .remark42, .openWebTable, .regulations, .regulationsTable, .decidim, .decidimTable, .consul, .facepager,
    .drupalTable, .survey, .scraper, .rss, .atom, .mbox, .mail, .jsonLines, .csv,
  ]

  static var names: [String] { all.map(\.name) }

  /// By `csv@1` or `csv`.
  static func named(_ name: String) -> FeedFormat? {
    all.first { $0.name == name || $0.name.prefix { $0 != "@" } == name }
  }
}

/// A format that docket reads, for lists and help.
public struct FormatDescription: Sendable, Equatable {
  /// `youtube-api@1`.
  public var name: String
  public var title: String
  /// `JSON`, `XML`, `text` or `table`.
  public var notation: String

  /// All formats, in the order in which they are tried.
  public static var all: [FormatDescription] {
    FeedFormat.all.map { FormatDescription(name: $0.name, title: $0.title, notation: $0.notation.name) }
  }
}
