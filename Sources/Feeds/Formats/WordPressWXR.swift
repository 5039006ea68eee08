import Moderation

extension FeedFormat {
  /// WordPress eXtended RSS, 1.0 to 1.2 (FORMATS § 4.8): posts with the comments on them.
  static let wordPressWXR = FeedFormat(
    name: "wxr@1",
    notation: .xml(
      XMLFormat(
        matches: { $0.name == "rss" && $0.declares("wordpress.org/export/") },
        run: { scanner, session in
          var reader = WXRReader()
          try reader.run(&scanner, &session)
        })))
}

private struct WXRReader {
  private var channelTitle: String?
  private var post = Post()
  private var fields: [String: String] = [:]
  /// Where the comment that is being read begins; nil between comments.
  private var commentStart: Int?
  private var isInItem = false
  private var isInMeta = false
  private var element: String?
  private var text = XMLText()

  private struct Post {
    var id: String?
    var title: String?
    var link: String?
  }

  mutating func run(_ scanner: inout XMLScanner, _ session: inout FeedSession) throws {
    while true {
      switch scanner.next() {
      case .open(let name, let isEmpty): open(name, isEmpty, scanner.start, &session)
      case .close(let name): try close(name, &session)
      case .text(let raw): if element != nil { text.append(text: raw) }
      case .characters(let raw): if element != nil { text.append(characters: raw) }
      case .end, .cut:
        if let start = commentStart { session.cut(at: start) } else if isInItem { session.cut(at: scanner.start) }
        return
      }
    }
  }

  private mutating func open(_ name: XMLScanner.Name, _ isEmpty: Bool, _ start: Int, _ session: inout FeedSession) {
    if name.isEqual("item") {
      post = Post()
      isInItem = true
    } else if isInItem, name.isEqual("comment"), !isEmpty {
      abandonComment(&session)
      commentStart = start
      fields.removeAll(keepingCapacity: true)
    } else if name.isEqual("commentmeta") {
      isInMeta = !isEmpty
    } else if !isEmpty, isWanted(name) {
      element = name.string
      text.clear()
    }
  }

  private func isWanted(_ name: XMLScanner.Name) -> Bool {
    if commentStart != nil { return !isInMeta && name.raw.starts(with: "comment_".utf8) }
    if isInItem { return name.isEqual("title") || name.isEqual("link") || name.isEqual("post_id") }
    return name.isEqual("title") && channelTitle == nil
  }

  private mutating func close(_ name: XMLScanner.Name, _ session: inout FeedSession) throws {
    if let element, name.isEqual("commentmeta") == false, name.string == element {
      let value = text.string
      self.element = nil
      if commentStart != nil {
        if !value.isEmpty { fields[element] = value }
      } else if isInItem {
        switch element {
        case "title": post.title = value.isEmpty ? nil : value
        case "link": post.link = value.isEmpty ? nil : value
        default: post.id = value.isEmpty ? nil : value
        }
      } else if !value.isEmpty {
        channelTitle = value
      }
    } else if name.isEqual("commentmeta") {
      isInMeta = false
    } else if name.isEqual("comment"), let start = commentStart {
      commentStart = nil
      element = nil
      try emit(at: start, &session)
    } else if name.isEqual("item") {
      abandonComment(&session)
      isInItem = false
    }
  }

  /// A comment that was opened and never closed.
  private mutating func abandonComment(_ session: inout FeedSession) {
    if let start = commentStart { session.skip(at: start, "this comment's element is not closed") }
    commentStart = nil
    element = nil
    isInMeta = false
  }

  private mutating func emit(at start: Int, _ session: inout FeedSession) throws {
    var comment = Comment(id: fields["comment_id"] ?? "", platform: "wordpress", text: "", source: .unplaced)
    comment.setHTML(fields["comment_content"] ?? "")
    comment.parent = fields["comment_parent"].flatMap { $0 == "0" ? nil : $0 }
    comment.thread = post.id
    comment.threadTitle = post.title.map(HTMLText.plain)
    comment.channel = channelTitle.map(HTMLText.plain)
    if let link = post.link, !comment.id.isEmpty { comment.permalink = "\(link)#comment-\(comment.id)" }
    comment.authorID = fields["comment_user_id"].flatMap { $0 == "0" ? nil : $0 }
    comment.authorName = fields["comment_author"]
    comment.created =
      fields["comment_date_gmt"].flatMap { TimeParser.parse($0, isUTC: true) }
      ?? fields["comment_date"].flatMap { TimeParser.parse($0) }
    comment.state = state(fields["comment_approved"])
    switch fields["comment_type"] {
    case nil, "comment": break
    case "pingback", "trackback", "webmention": comment.kind = .ping
    case .some(let type): comment.extra.append(.init(key: "comment_type", value: type))
    }
    for name in ["comment_author_email", "comment_author_url", "comment_author_IP"] where fields[name] != nil {
      session.drop(name)
    }
    try session.emit(comment, at: start)
  }

  private func state(_ approved: String?) -> Comment.PlatformState {
    switch approved {
    case "1", "approved": .published
    case "0", "hold": .held
    case "spam": .spam
    case "trash", "post-trashed": .deleted
    default: .unknown
    }
  }
}
