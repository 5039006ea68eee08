import Moderation

/// A public call with which a platform carries a verb out (FORMATS § 7). Server and token are whoever applies it.
struct PlatformCall: Sendable {
  enum Method: String, Sendable { case post = "POST", put = "PUT", delete = "DELETE" }

  enum Body: Sendable {
    case none
    /// `application/x-www-form-urlencoded`.
    case form(CallTemplate)
    case json(CallTemplate)
  }

  var method: Method
  var path: CallTemplate
  var body: Body
  /// Whether the platform can take it back.
  var isReversible: Bool

  init(_ method: Method, _ path: CallTemplate, _ body: Body = .none, isReversible: Bool = true) {
    self.method = method
    self.path = path
    self.body = body
    self.isReversible = isReversible
  }

  /// The request for one action; nil when the action lacks what the call names.
  func request(for action: PlatformAction) -> PlatformRequest? {
    guard let path = path.filled(action, .percent) else { return nil }
    let text: String?
    switch body {
    case .none: text = ""
    case .form(let template): text = template.filled(action, .percent)
    case .json(let template): text = template.filled(action, .json)
    }
    return text.map {
      PlatformRequest(method: method.rawValue, path: path, body: $0, isReversible: isReversible)
    }
  }
}

/// A call with its values in place.
struct PlatformRequest: Sendable, Equatable {
  var method: String
  var path: String
  var body: String
  var isReversible: Bool
}

/// What can be done to a comment on one platform. Where a platform hides but cannot hold, a hold hides: both take the
/// comment from the public's eye until somebody brings it back.
struct PlatformCalls: Sendable {
  /// As the feeds' formats name it, in lower case.
  var platforms: [String]
  var calls: [Verb: PlatformCall]

  init(_ platforms: String..., calls: [Verb: PlatformCall]) {
    self.platforms = platforms
    self.calls = calls
  }

  /// Every platform that has public calls. The others (Mastodon but for replies, Decidim, Consul, regulations.gov,
  /// consultation suites, Isso, whose links are signed, e-mail, tables) are worked by hand.
  static let all: [PlatformCalls] = [
    facebook, instagram, threads, x, youTube, reddit, wordPress, wordPressCom, disqus, discourse, mastodon, bluesky,
    linkedIn, tikTok, telegram, discord, coral, commento, remark42,
  ]

  private static let byPlatform: [String: PlatformCalls] = Dictionary(
    all.flatMap { calls in calls.platforms.map { ($0, calls) } }, uniquingKeysWith: { first, _ in first })

  /// The request that carries an action out; nil where the platform has no call for it, or the ids are not its own.
  static func request(for action: PlatformAction) -> PlatformRequest? {
    byPlatform[action.platform.lowercased()]?.calls[action.verb]?.request(for: action)
  }
}
