import Moderation

private let message = CallField(\.comment, .digits)

extension PlatformCalls {
  /// Bot API, the bot an administrator of the chat. The token, which belongs before the method in the path, is whoever
  /// applies it.
  static let telegram = PlatformCalls(
    "telegram",
    calls: [
      .delete: PlatformCall(
        .post, "/deleteMessage", .json(#"{"chat_id":\#(chat),"message_id":\#(number: message)}"#),
        isReversible: false),
      .reply: PlatformCall(
        .post, "/sendMessage",
        .json(#"{"chat_id":\#(chat),"text":\#(.reply),"reply_parameters":{"message_id":\#(number: message)}}"#)),
    ])

  /// A bot with `MANAGE_MESSAGES`. Discord hides nothing.
  static let discord = PlatformCalls(
    "discord",
    calls: [
      .delete: PlatformCall(.delete, "/channels/\(room)/messages/\(message)", isReversible: false),
      .reply: PlatformCall(
        .post, "/channels/\(room)/messages",
        .json(#"{"content":\#(.reply),"message_reference":{"message_id":\#(message)}}"#)),
    ])
}

/// A group as the Bot API names it: `-100…` or `@name`. An export's plain number could be a person's private chat there.
private let chat = CallField { action in
  [action.thread, action.channel].lazy.compactMap { $0 }.first { name in
    if name.hasPrefix("-") { return IDShape.digits.fitting(String(name.dropFirst())) != nil }
    return name.hasPrefix("@") && IDShape.word("_").fitting(String(name.dropFirst())) != nil
  }
}

/// The room's number, whether the feed has it as the thread or as the channel.
private let room = CallField { action in
  action.thread.flatMap(IDShape.digits.fitting) ?? IDShape.digits.fitting(action.channel)
}
