/// Facts kept from one record of a feed for another, by a key. A hostile feed cannot fill the memory with them.
struct FeedMemory {
  private static let limit = 1 << 18
  private var facts: [String: String] = [:]

  subscript(_ key: String) -> String? {
    get { facts[key] }
    set {
      if facts.count >= Self.limit { facts.removeAll() }
      facts[key] = newValue
    }
  }
}
