import Moderation

extension FeedFormat {
  /// mbox: mails in a row, each after a line that begins with `From ` (FORMATS § 4.16).
  static let mbox = FeedFormat(
    name: "mbox@1", title: "mbox: mailing lists and mailboxes",
    .text(
      TextFormat(
        evidence: [
          .adds(90, "it begins with a From_ line and headers") { sample in
            let lines = sample.lines(6)
            return sample.starts(with: "From ") && lines.dropFirst().contains(where: MailHeader.isHeader)
          }
        ], run: Mbox.run)))

  /// One mail (RFC 5322).
  static let mail = FeedFormat(
    name: "eml@1", title: "One e-mail",
    .text(
      TextFormat(
        evidence: [
          .adds(70, "it begins with the headers of a mail") { sample in
            let lines = sample.lines(60)
            guard let first = lines.first, MailHeader.isHeader(first) else { return false }
            let names = lines.prefix { !$0.isEmpty }.compactMap(MailHeader.name)
            return names.contains("from") && (names.contains("date") || names.contains("subject"))
              && (names.contains("message-id") || names.contains("mime-version") || names.contains("received")
                || names.contains("to"))
          }
        ],
        run: { window, start, session in
          var message = Mbox.Message(at: start)
          var lines = LineReader(window, from: start)
          while let line = lines.next() { message.take(line) }
          try message.emit(&session)
        })))
}

enum Mbox {
  @Sendable static func run(_ window: FeedWindow, _ start: Int, _ session: inout FeedSession) throws {
    var message: Message?
    var afterBlank = true
    var lines = LineReader(window, from: start)
    while let line = lines.next() {
      if afterBlank, isFromLine(line) {
        try message?.emit(&session)
        session.release(before: lines.start)
        message = Message(at: lines.start)
        afterBlank = false
        continue
      }
      afterBlank = line.isEmpty
      message?.take(line)
    }
    try message?.emit(&session)
  }

  /// `From somebody Mon Sep 02 00:47:57 2024`: a time of day tells it from a sentence.
  private static func isFromLine(_ line: UnsafeRawBufferPointer) -> Bool {
    guard line.starts(with: "From ".utf8), line.count < 300 else { return false }
    let text = FeedText.decoded(line)
    return text.split(separator: " ").contains { word in
      word.utf8.count(where: { $0 == UInt8(ascii: ":") }) >= 1
        && word.utf8.first.map { (0x30...0x39).contains($0) } == true
    }
  }

  /// A mail whose lines are being gathered.
  struct Message {
    /// A mail with attachments may be long; its text is at the beginning.
    private static let limit = 8 << 20
    private let offset: Int
    private var bytes: [UInt8] = []
    private var isCut = false

    init(at offset: Int) { self.offset = offset }

    mutating func take(_ line: UnsafeRawBufferPointer) {
      guard bytes.count < Self.limit else {
        isCut = true
        return
      }
      // Lines that begin with From were given a sign of their own.
      let isQuoted = line.first == UInt8(ascii: ">") && line.drop { $0 == UInt8(ascii: ">") }.starts(with: "From ".utf8)
      bytes.append(contentsOf: isQuoted ? line.dropFirst() : line[...])
      bytes.append(0x0A)
    }

    func emit(_ session: inout FeedSession) throws {
      if isCut { session.note("a mail of more than 8 MiB was read only as far") }
      let part = MailPart(bytes[...])
      let headers = part.headers
      guard !headers.isEmpty else { return session.skip(at: offset, "a mail without headers") }
      var comment = Comment(headers["message-id"].map(MailHeader.id), on: "email")
      let (text, isHTML) = part.text()
      if isHTML { comment.setHTML(text) } else { comment.text = FeedText.trimmed(text) }
      let (own, quoted) = MailQuote.split(comment.text)
      if !quoted.isEmpty, !own.isEmpty {
        comment.text = own
        comment.keep("quoted", quoted)
      }
      comment.parent = (headers["in-reply-to"] ?? headers["references"]).flatMap(MailHeader.lastID)
      let subject = headers["subject"].map(MailWords.decoded)
      comment.threadTitle = subject
      comment.thread = subject.map(MailHeader.threadName)
      let (name, address) = MailHeader.author(headers["from"].map(MailWords.decoded) ?? "")
      comment.setAuthor(name)
      if address != nil { session.drop("From (e-mail address)") }
      comment.channel = headers["list-id"].map { MailHeader.channel(MailWords.decoded($0)) }
      comment.created = headers["date"].flatMap { TimeParser.parse(MailHeader.withoutComment($0)) }
      comment.attachments = part.attachments()
      comment.state = .published
      try session.emit(comment, at: offset)
    }
  }
}
