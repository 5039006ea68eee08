import Moderation

/// A status's own id on the agency's server; the address of a note on somebody else's is none.
private let status = CallField(\.comment, .word())

extension PlatformCalls {
  /// No call hides or deletes another's status: a moderator of the server does it on the web page.
  static let mastodon = PlatformCalls(
    "mastodon",
    calls: [
      .reply: PlatformCall(.post, "/api/v1/statuses", .form("in_reply_to_id=\(status)&status=\(.reply)"))
    ])

  /// The thread's owner hides a reply in the thread's gate. A gate that is there has to be read and added to, so the
  /// call asks that there be none (`swapRecord` null) and fails otherwise; then, as for showing again, it is done by
  /// hand.
  static let bluesky: PlatformCalls = {
    let hide = PlatformCall(
      .post, "/xrpc/com.atproto.repo.putRecord",
      .json(
        #"""
        {"repo":\#(owner),"collection":"app.bsky.feed.threadgate","rkey":\#(rootKey),"swapRecord":null,\#
        "record":{"$type":"app.bsky.feed.threadgate","post":\#(root),"hiddenReplies":[\#(reply)],\#
        "createdAt":\#(.decidedAt)}}
        """#))
    return PlatformCalls("bluesky", calls: [.hide: hide, .hold: hide])
  }()
}

private let root = CallField { $0.thread.flatMap(ATAddress.init)?.text }
private let owner = CallField { $0.thread.flatMap(ATAddress.init)?.repository }
private let rootKey = CallField { $0.thread.flatMap(ATAddress.init)?.key }
private let reply = CallField { ATAddress($0.comment)?.text }

/// `at://did:plc:…/app.bsky.feed.post/3k…`: a post of the AT Protocol.
private struct ATAddress {
  var text: String
  var repository: String
  var key: String

  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0] == "at:", parts[1].isEmpty, parts[3] == "app.bsky.feed.post",
      parts[2].hasPrefix("did:"), let repository = IDShape.word(":.-_").fitting(String(parts[2])),
      let key = IDShape.word("-_").fitting(String(parts[4]))
    else { return nil }
    self.text = text
    self.repository = repository
    self.key = key
  }
}
