/// A link or a tag in a draft.
struct OutgoingLink: Sendable, Equatable {
  /// Small letters; for a tag the account's name.
  var host: String
  var isTag: Bool
  /// In Unicode scalars.
  var range: Range<Int>

  /// In their order: `https://…`, `www.…`, bare hosts like `shop.example`, and `@accounts`; e-mail addresses are neither.
  static func all(in text: String) -> [OutgoingLink] {
    var found: [OutgoingLink] = []
    var start = 0
    var word: [Unicode.Scalar] = []
    func end() {
      if let link = link(word, at: start) { found.append(link) }
      word = []
    }
    for (place, scalar) in text.unicodeScalars.enumerated() {
      if scalar.properties.isWhitespace || "\"<>(),;".unicodeScalars.contains(scalar) {
        end()
      } else {
        if word.isEmpty { start = place }
        word.append(scalar)
      }
    }
    end()
    return found
  }

  private static func link(_ scalars: [Unicode.Scalar], at start: Int) -> OutgoingLink? {
    var scalars = scalars[...]
    while let last = scalars.last, ".!?:'\u{2019}".unicodeScalars.contains(last) { scalars = scalars.dropLast() }
    let word = String(String.UnicodeScalarView(scalars)).lowercased()
    let range = start..<(start + scalars.count)
    if word.hasPrefix("@") {
      let name = word.dropFirst()
      let isName = name.count >= 2 && name.allSatisfy { $0.isLetter || $0.isNumber || "_.-@".contains($0) }
      return isName ? OutgoingLink(host: String(name), isTag: true, range: range) : nil
    }
    let scheme = ["https://", "http://"].first { word.hasPrefix($0) }
    let rest = word.dropFirst(scheme?.count ?? 0)
    // What stands before an @ in a link is no host, it only looks like one.
    let authority = rest.prefix { !"/?#\\".contains($0) }
    if scheme == nil && authority.contains("@") { return nil }
    let host = authority.split(separator: "@").last.map { $0.prefix { $0 != ":" } } ?? ""
    guard isHost(host, isSure: scheme != nil || host.hasPrefix("www.")) else { return nil }
    return OutgoingLink(host: String(host), isTag: false, range: range)
  }

  private static func isHost(_ host: Substring, isSure: Bool) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }),
      let top = parts.last, top.count >= 2, top.contains(where: \.isLetter)
    else { return false }
    // "today.We" is a forgotten space, not a host.
    return isSure || tops.contains(String(top))
  }

  private static let tops: Set<String> = [
    "com", "org", "net", "info", "biz", "io", "co", "app", "shop", "store", "nz", "au", "uk", "ca", "us", "ie", "eu",
    "me", "tv", "ly", "gl", "dev", "online", "site", "xyz", "example", "gov", "edu",
  ]
}
