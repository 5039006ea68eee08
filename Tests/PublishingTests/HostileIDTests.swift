import Moderation
import Testing

@testable import Publishing

@Suite("Ids that somebody else wrote")
struct HostileIDTests {
  static let hostile = [
    "", " ", ".", "..", "../me", "1/../2", "1/2", "1\\2", "1?x=1", "1#x", "1&spam=true", "1%2f2", "%00", "1\u{0}",
    "1\n2",
    "1\r\nHost: x", "\"}", "1\",\"x\":\"", "=1", "+1", "-1+1", "@me", "me me", "1;2", "1,2", "٣", "１", "1\u{200B}",
    "{1}",
    String(repeating: "1", count: 600),
  ]
  static let platforms = PlatformCalls.all.flatMap(\.platforms)

  /// An action whose other values every platform would take.
  private func action(_ verb: Verb, on platform: String, comment: String) -> PlatformAction {
    let threads = [
      "bluesky": "at://did:plc:a/app.bsky.feed.post/3kp", "linkedin": "urn:li:activity:1", "telegram": "-1001",
      "remark42": "https://waka.example/",
    ]
    let channels = ["linkedin": "urn:li:organization:5", "wordpress.com": "waka.example"]
    return Sample.action(
      verb, on: platform, comment: comment, channel: channels[platform] ?? "7", thread: threads[platform] ?? "8",
      revision: "r")
  }

  @Test("No platform is called with an id that is not its own", arguments: platforms)
  func refused(_ platform: String) {
    for verb in Verb.allCases {
      for id in Self.hostile {
        let request = PlatformCalls.request(for: action(verb, on: platform, comment: id))
        #expect(request == nil, "\(verb) with \(id.debugDescription)")
      }
    }
  }

  @Test("An id that was derived on import reaches no call", arguments: platforms)
  func derived(_ platform: String) {
    for verb in Verb.allCases {
      let id = platform + ":0123456789abcdef"
      #expect(PlatformCalls.request(for: action(verb, on: platform, comment: id)) == nil)
    }
  }

  @Test("Every call is reached by an id of the platform's own")
  func reached() {
    let ids = ["bluesky": "at://did:plc:b/app.bsky.feed.post/3kr"]
    for calls in PlatformCalls.all {
      for platform in calls.platforms {
        for verb in calls.calls.keys {
          #expect(
            PlatformCalls.request(for: action(verb, on: platform, comment: ids[platform] ?? "12")) != nil,
            "\(platform) \(verb)")
        }
      }
    }
  }

  @Test("Hostile channels, threads and revisions reach no call, or stay inside their quotes")
  func otherFields() {
    for id in Self.hostile {
      for verb in [Verb.hide, .delete, .reply] {
        for (platform, comment) in [
          ("linkedin", "2"), ("tiktok", "73"), ("telegram", "31"), ("discord", "31"), ("coral", "c"), ("remark42", "c"),
          ("wordpress", "41"), ("wordpress.com", "41"), ("bluesky", "at://did:plc:b/app.bsky.feed.post/3kr"),
        ] {
          let action = Sample.action(verb, on: platform, comment: comment, channel: id, thread: id, revision: id)
          let isFine = platform == "wordpress" && verb != .reply
          #expect(
            (PlatformCalls.request(for: action) != nil) == (isFine || Self.isOwn(id, platform, verb)),
            "\(platform) \(verb) \(id.debugDescription)")
        }
      }
    }
  }

  /// What a platform may write itself: Telegram names groups `@me`.
  private static func isOwn(_ id: String, _ platform: String, _ verb: Verb) -> Bool {
    platform == "telegram" && verb != .hide && id == "@me"
  }

  @Test("Platforms are known in any case, and unknown ones have no calls")
  func platformNames() {
    #expect(Sheet.request(Sample.action(.delete, on: "Facebook", comment: "12")) == "DELETE /12 ")
    #expect(
      Sheet.request(Sample.action(.hide, on: "twitter", comment: "12")) == #"PUT /2/tweets/12/hidden {"hidden":true}"#)
    for platform in ["", "decidim", "consul", "regulations", "email", "feed", "csv", "json", "isso", "facebook "] {
      #expect(Sheet.request(Sample.action(.hide, on: platform, comment: "12")) == "by hand")
    }
  }

  @Test("An answer is encoded for the place it stands in")
  func answers() {
    let text = "Kia ora & \"haere mai\"\n=1; ā €/?#%00"
    #expect(
      Sheet.request(Sample.action(.reply, on: "facebook", comment: "12", text: text))
        == "POST /12/comments message=Kia%20ora%20%26%20%22haere%20mai%22%0A%3D1%3B%20%C4%81%20%E2%82%AC%2F%3F%23%2500")
    #expect(
      Sheet.request(Sample.action(.reply, on: "x", comment: "12", text: text))
        == #"POST /2/tweets {"text":"Kia ora & \"haere mai\"\n=1; ā €/?#%00","reply":{"in_reply_to_tweet_id":"12"}}"#)
  }

  @Test(
    "An answer that still waits for something to be filled in is given by hand",
    arguments: ["", " \n", "Your case is {case}.", "Ask {owner}", "{ {case}", "{{owner}}"])
  func unfilled(_ text: String) {
    #expect(Sheet.request(Sample.action(.reply, on: "facebook", comment: "12", text: text)) == "by hand")
  }

  @Test("Braces that name nothing are part of an answer", arguments: ["{}", "a { b } c", "{1}", "x}{y", "{open"])
  func braces(_ text: String) {
    #expect(Sheet.request(Sample.action(.reply, on: "facebook", comment: "12", text: text)) != "by hand")
  }

  @Test("Percent encoding leaves nothing but unreserved characters")
  func percent() {
    #expect(PercentEncoding.of("aZ09-._~") == "aZ09-._~")
    #expect(
      PercentEncoding.of("/?#[]@!$&'()*+,;=:% \"\\\u{0}\n")
        == "%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%3A%25%20%22%5C%00%0A")
    #expect(PercentEncoding.of("ā€𝄞") == "%C4%81%E2%82%AC%F0%9D%84%9E")
  }
}
