/// A mail, or a part of one: its header fields and its body (RFC 2045).
struct MailPart {
  private static let depthLimit = 8

  /// By name in lower case, unfolded; the first of a name counts.
  private(set) var headers: [String: String] = [:]
  private var body: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    var at = bytes.startIndex
    var last: String?
    while at < bytes.endIndex {
      let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let line = bytes[at..<end]
      at = min(bytes.endIndex, end + 1)
      if line.isEmpty || line.elementsEqual([0x0D]) { break }
      let text = MailCharset.decoded(Array(line), nil)
      if line.first == 0x20 || line.first == 0x09 {
        if let last { headers[last]? += " " + FeedText.trimmed(text) }
      } else if let name = MailHeader.name(text) {
        let value = FeedText.trimmed(String(text[text.index(text.startIndex, offsetBy: name.count + 1)...]))
        last = headers[name] == nil ? name : nil
        if headers[name] == nil { headers[name] = value }
      } else if headers.isEmpty {
        continue
      } else {
        // Not a header: an exporter left the empty line out.
        at -= line.count + 1
        break
      }
    }
    body = bytes[min(at, bytes.endIndex)...]
  }

  private var type: String { (headers["content-type"] ?? "text/plain").lowercased() }

  /// The text, plain if there is one, and whether it is HTML.
  func text() -> (String, isHTML: Bool) { find(0) ?? ("", false) }

  private func find(_ depth: Int) -> (String, isHTML: Bool)? {
    if type.hasPrefix("multipart/"), depth < Self.depthLimit {
      let found = parts.compactMap { $0.find(depth + 1) }
      return found.first { !$0.isHTML && !FeedText.trimmed($0.0).isEmpty } ?? found.first
    }
    guard type.hasPrefix("text/plain") || type.hasPrefix("text/html") || !type.contains("/"),
      headers["content-disposition"]?.lowercased().hasPrefix("attachment") != true
    else { return nil }
    return (decodedBody, type.hasPrefix("text/html"))
  }

  private var decodedBody: String {
    let bytes: [UInt8]
    switch headers["content-transfer-encoding"]?.lowercased() {
    case "quoted-printable": bytes = MailEncoding.quotedPrintable(body)
    case "base64": bytes = MailEncoding.base64(body)
    default: bytes = Array(body)
    }
    return MailCharset.decoded(bytes, headers["content-type"].flatMap { MailHeader.parameter("charset", of: $0) })
  }

  /// Names of files that came with it.
  func attachments(_ depth: Int = 0) -> [String] {
    if type.hasPrefix("multipart/"), depth < Self.depthLimit { return parts.flatMap { $0.attachments(depth + 1) } }
    let name =
      headers["content-disposition"].flatMap { MailHeader.parameter("filename", of: $0) }
      ?? headers["content-type"].flatMap { MailHeader.parameter("name", of: $0) }
    return name.map { [MailWords.decoded($0)] } ?? []
  }

  private var parts: [MailPart] {
    guard let boundary = headers["content-type"].flatMap({ MailHeader.parameter("boundary", of: $0) }),
      !boundary.isEmpty
    else { return [] }
    let mark = Array("--\(boundary)".utf8)
    var parts: [MailPart] = []
    var start: Int?
    var at = body.startIndex
    while at < body.endIndex, parts.count < 200 {
      let end = body[at...].firstIndex(of: 0x0A) ?? body.endIndex
      if body[at..<end].starts(with: mark) {
        if let start, start < at { parts.append(MailPart(body[start..<at])) }
        start = min(body.endIndex, end + 1)
      }
      at = end + 1
    }
    // A mail that was cut off has no closing mark.
    if let start, start < body.endIndex, parts.isEmpty { parts.append(MailPart(body[start...])) }
    return parts
  }
}
