import Moderation

/// What belongs to the agency itself and is never flagged: numbers, addresses and domains from its policy.
struct OwnDetails: Sendable {
  /// Compact letters and digits.
  private var numbers: Set<[UInt8]> = []
  private var addresses: [[UInt8]] = []
  let domains: [[UInt8]]

  init(_ settings: ClassifierSettings) {
    domains = settings.ownDomains.map { Self.folded($0) { Byte.isWord($0) || $0 == 0x2E || $0 == 0x2D } }.filter {
      !$0.isEmpty
    }
    for number in settings.ownNumbers {
      let compact = Self.folded(number, keeping: Byte.isWord)
      if compact.count >= 3 { numbers.insert(Self.national(compact)) }
    }
    addresses = settings.ownAddresses.map { Self.folded($0, keeping: Byte.isWord) }.filter { $0.count >= 4 }
  }

  var isEmpty: Bool { numbers.isEmpty && addresses.isEmpty }

  /// Whether a found detail is the agency's.
  func covers(_ detail: ArraySlice<UInt8>) -> Bool {
    let compact = detail.filter(Byte.isWord)
    if numbers.contains(Self.national(compact)) { return true }
    return addresses.contains { compact.starts(with: $0) || $0.starts(with: compact) && compact.count >= 8 }
  }

  private static func folded(_ text: String, keeping isKept: (UInt8) -> Bool) -> [UInt8] {
    var document = Document()
    document.read(text)
    return document.bytes.filter(isKept)
  }

  /// A telephone number without its country's or its leading zero: "+64 4 123 4567" is "(04) 123 4567".
  private static func national(_ digits: [UInt8]) -> [UInt8] {
    var rest = digits[...]
    for code in ["0064", "64", "0061", "61", "0044", "44", "00353", "353"] {
      let code = Array(code.utf8)
      if rest.count >= code.count + 8, rest.starts(with: code) {
        rest = rest.dropFirst(code.count)
        break
      }
    }
    while rest.first == 0x30, rest.count > 3 { rest = rest.dropFirst() }
    return Array(rest)
  }
}
