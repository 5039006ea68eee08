import Moderation

extension Comment {
  /// The comment without the names of people, for those who read what was said and not who said it (`docket read
  /// --strip-names`): a consultation's analyst gets every submission, and nobody's name.
  ///
  /// The author's name, handle and id go, and the permalink, which often holds the handle; the author's own name and every
  /// `@mention` in the text become `[name]`; markup, quoted mail and addresses of attachments go with what they may hold.
  /// Ids of comments and threads stay, so that replies can still be put together, unless an id is itself made of an account's
  /// address (Bluesky, ActivityPub): that becomes a derived one, the same for the same comment. Other people's names in the
  /// text are words like any other: finding those is the classifier's work.
  ///
  /// Linear in the text.
  public func strippingNames() -> Comment {
    var copy = self
    let names = [authorName, authorHandle].compactMap { $0 }.filter { $0.unicodeScalars.count > 2 }
    copy.text = NameStripper.strip(text, names)
    copy.threadTitle = threadTitle.map { NameStripper.strip($0, names) }
    copy.authorID = nil
    copy.authorName = nil
    copy.authorHandle = nil
    copy.permalink = nil
    copy.raw = nil
    copy.attachments = []
    copy.extra = extra.filter { !NameStripper.personal.contains($0.key) }
    copy.id = NameStripper.anonymous(id)
    copy.parent = parent.map(NameStripper.anonymous)
    copy.thread = thread.map(NameStripper.anonymous)
    if copy.id != id { copy.idIsDerived = true }
    return copy
  }
}

private enum NameStripper {
  static let personal: Set<String> = ["quoted", "links", "replied_to", "organization", "cid", "latitude", "longitude"]
  private static let mark = "[name]"

  /// An address that an account owns tells who wrote: a digest of it does not.
  static func anonymous(_ id: String) -> String {
    let isAddress = id.hasPrefix("at://") || id.hasPrefix("http://") || id.hasPrefix("https://") || id.contains("@")
    return isAddress ? "id:" + DerivedID.digest(id) : id
  }

  /// Whole words only: a Mark is not taken out of a market.
  static func strip(_ text: String, _ names: [String]) -> String {
    var out = ""
    let scalars = Array(text.unicodeScalars)
    let wanted = names.map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }
    var at = 0
    var isInWord = false
    while at < scalars.count {
      if !isInWord, let name = wanted.first(where: { isName($0, scalars, at) }) {
        out += mark
        at += name.count
        continue
      }
      if scalars[at] == "@", !isInWord, at + 1 < scalars.count, isWord(scalars[at + 1]) {
        out += mark
        at += 1
        while at < scalars.count, isWord(scalars[at]) || isJoint(scalars, at) { at += 1 }
        continue
      }
      isInWord = isWord(scalars[at])
      out.unicodeScalars.append(scalars[at])
      at += 1
    }
    return out
  }

  private static func isName(_ name: [Unicode.Scalar], _ scalars: [Unicode.Scalar], _ at: Int) -> Bool {
    guard at + name.count <= scalars.count else { return false }
    for index in name.indices where !isSame(name[index], scalars[at + index]) { return false }
    return at + name.count == scalars.count || !isWord(scalars[at + name.count])
  }

  private static func isSame(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
    a == b || a.properties.lowercaseMapping == b.properties.lowercaseMapping
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// A dot, a dash or a sign within a handle: `@mere.tua`, `@mere@example.nz`.
  private static func isJoint(_ scalars: [Unicode.Scalar], _ at: Int) -> Bool {
    let joins: [Unicode.Scalar] = [".", "-", "@"]
    return joins.contains(scalars[at]) && at + 1 < scalars.count && isWord(scalars[at + 1])
  }
}
