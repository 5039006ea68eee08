import Moderation

extension PlatformCalls {
  /// Partner API, an administrator of the organisation; LinkedIn hides nothing. The organisation is the channel's name
  /// when that is its URN.
  static let linkedIn = PlatformCalls(
    "linkedin",
    calls: [
      .delete: PlatformCall(
        .delete, "/rest/socialActions/\(share)/comments/\(linkedInComment)?actor=\(organisation)",
        isReversible: false)
    ])

  /// Business accounts; the account's number is the channel's name.
  static let tikTok: PlatformCalls = {
    let hide = PlatformCall(
      .post, "/open_api/v1.3/business/comment/hide/",
      .json(
        #"{"business_id":\#(business),"video_id":\#(video),"comment_id":\#(tikTokComment),"action":"HIDE"}"#))
    let show = PlatformCall(
      .post, "/open_api/v1.3/business/comment/hide/",
      .json(
        #"{"business_id":\#(business),"video_id":\#(video),"comment_id":\#(tikTokComment),"action":"UNHIDE"}"#))
    return PlatformCalls(
      "tiktok",
      calls: [
        .hide: hide, .hold: hide, .unhide: show, .publish: show,
        .delete: PlatformCall(
          .post, "/open_api/v1.3/business/comment/delete/",
          .json(#"{"business_id":\#(business),"comment_id":\#(tikTokComment)}"#), isReversible: false),
        .reply: PlatformCall(
          .post, "/open_api/v1.3/business/comment/reply/create/",
          .json(
            #"{"business_id":\#(business),"video_id":\#(video),"comment_id":\#(tikTokComment),"text":\#(.reply)}"#)),
      ])
  }()
}

private let share = CallField { action in
  action.thread.flatMap { $0.hasPrefix("urn:li:") ? IDShape.word(":-_").fitting($0) : nil }
}
private let organisation = CallField { action in
  action.channel.hasPrefix("urn:li:organization:") ? IDShape.word(":").fitting(action.channel) : nil
}
/// The number at the end of `urn:li:comment:(urn:li:activity:1,2)`, or the number alone.
private let linkedInComment = CallField { action in
  var id = action.comment[...]
  if id.hasPrefix("urn:li:comment:("), id.hasSuffix(")"), let comma = id.lastIndex(of: ",") {
    id = id[id.index(after: comma)...].dropLast()
  }
  return IDShape.digits.fitting(String(id))
}

private let business = CallField(\.channel, .word("-_"))
private let video = CallField(\.thread, .digits)
private let tikTokComment = CallField(\.comment, .digits)
