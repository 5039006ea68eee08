import Crypto
import Moderation

/// The names under which authors appear on the desk: stable within a channel, useless for joining across channels.
///
/// An alias is drawn from HMAC-SHA256 under a secret made with the desk, over the channel and the platform's author id
/// (or, for want of one, the name). Without the secret nobody can work out whose alias it is by trying names.
struct AuthorAlias: Sendable {
  private let secret: SymmetricKey

  init(secret: [UInt8]) { self.secret = SymmetricKey(data: secret) }

  /// The author's key within a channel; nil for an author who is deleted or not given.
  func key(of comment: Comment, channel: String) -> [UInt8]? {
    guard !comment.authorDeleted else { return nil }
    let identity: String
    if let id = comment.authorID, !id.isEmpty {
      identity = "id\u{1F}" + id
    } else if let name = comment.authorHandle ?? comment.authorName, !name.isEmpty {
      identity = "name\u{1F}" + name
    } else {
      return nil
    }
    let message = Array((channel + "\u{1F}" + identity).utf8)
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
