import Crypto
import Moderation

/// The names under which authors appear on the desk: stable within a channel, useless for joining across channels.
///
/// An alias is drawn from HMAC-SHA256 under a secret made with the desk, over the channel and the platform's author id
/// (or, for want of one, the name). Without the secret nobody can work out whose alias it is by trying names.
struct AuthorAlias: Sendable {
  private let secret: SymmetricKey

  init(secret: [UInt8]) { self.secret = SymmetricKey(data: secret) }

  /// How much of a key the desk keeps to know an author by: as much as of an item's id. There may be a hundred thousand.
  static let keptBytes = 16

  /// Who an author is within a channel, as the platform says; nil for one who is deleted or not given.
  struct Identity: Hashable, Sendable {
    let channel: String
    let id: String?
    let name: String?

    init?(of comment: Comment, channel: String) {
      guard !comment.authorDeleted else { return nil }
      self.channel = channel
      id = comment.authorID.flatMap { $0.isEmpty ? nil : $0 }
      name = id == nil ? (comment.authorHandle ?? comment.authorName).flatMap { $0.isEmpty ? nil : $0 } : nil
      if id == nil && name == nil { return nil }
    }
  }

  /// The author's key within a channel.
  func key(of identity: Identity) -> [UInt8] {
    let name = identity.id.map { "id\u{1F}" + $0 } ?? "name\u{1F}" + (identity.name ?? "")
    let message = Array((identity.channel + "\u{1F}" + name).utf8)
    return Array(HMAC<SHA256>.authenticationCode(for: message, using: secret))
  }

  /// The aliases that a key may take, the first free one being its own: eight of four digits, then one that is long
  /// enough to be free.
  static func candidates(_ key: [UInt8]) -> [String] {
    let short = (0..<8).map { turn in
      let bytes = key[(turn * 4)..<(turn * 4 + 4)].map(Int.init)
      return AliasWords.all[bytes[0] % AliasWords.all.count] + "-"
        + digits((bytes[1] << 16 | bytes[2] << 8 | bytes[3]) % 10_000)
    }
    return short + [AliasWords.all[Int(key[0]) % AliasWords.all.count] + "-" + Hex.of(key[8..<24])]
  }

  /// For a comment whose author is not known: says so, and joins with no other comment.
  static func unknown(_ item: ItemID) -> String {
    "unknown-" + digits((Int(item.rawValue.prefix(8), radix: 16) ?? 0) % 10_000)
  }

  private static func digits(_ number: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: 4 - text.count) + text
  }
}
