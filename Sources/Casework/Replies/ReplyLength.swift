/// How long a reply is as its platform counts, and how long it may be.
public struct ReplyLength: Sendable, Equatable {
  public var count: Int
  /// Nil where the platform is unknown or sets none.
  public var limit: Int?

  /// How many characters too many; 0 where it fits.
  public var excess: Int { limit.map { max(0, count - $0) } ?? 0 }

  /// - Parameter platform: as feeds and the register name it: `facebook`, `x`.
  public init(of text: String, on platform: String) {
    let name = platform.lowercased()
    let isWeighted = name == "x" || name == "twitter"
    count = isWeighted ? Self.weighted(text) : text.count
    limit = Self.limits[name]
  }

  /// What platforms documented in 2026 for a comment or reply.
  private static let limits: [String: Int] = [
    "facebook": 8000, "instagram": 2200, "youtube": 10_000, "x": 280, "twitter": 280, "bluesky": 300, "mastodon": 500,
    "threads": 500, "linkedin": 1250, "tiktok": 150, "reddit": 10_000, "discord": 2000, "telegram": 4096,
  ]

  /// X counts a link as 23, and what is not of the Latin and its neighbours twice.
  private static func weighted(_ text: String) -> Int {
    var count = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if word.hasPrefix("https://") || word.hasPrefix("http://") {
        count += 23
      } else {
        for scalar in word.unicodeScalars { count += isSingle(scalar.value) ? 1 : 2 }
      }
      count += 1
    }
    return max(0, count - 1)
  }

  private static func isSingle(_ value: UInt32) -> Bool {
    value <= 4351 || (8192...8205).contains(value) || (8208...8223).contains(value) || (8242...8247).contains(value)
  }
}
