/// How a platform writes an id.
struct IDShape: Sendable {
  let fits: @Sendable (String.UTF8View) -> Bool

  /// - Parameter fits: asked only about ids of 1 to 512 bytes.
  init(_ fits: @escaping @Sendable (String.UTF8View) -> Bool) { self.fits = fits }

  func fitting(_ id: String) -> String? {
    (1...512).contains(id.utf8.count) && fits(id.utf8) ? id : nil
  }

  /// A number without sign and without leading zero, as far as UInt64 goes: it may stand in JSON as it is.
  static let digits = IDShape { id in
    id.count <= 20 && id.allSatisfy(isDigit) && (id.first != UInt8(ascii: "0") || id.count == 1)
  }

  /// `122_456`: numbers joined by `_`, as the Graph API has them.
  static let joinedDigits = IDShape { id in
    id.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false).allSatisfy { number in
      !number.isEmpty && number.allSatisfy(isDigit)
    }
  }

  /// Letters, digits, and those of the given signs that stand between or before them: never a sign alone, never `..`.
  static func word(_ signs: String = "") -> IDShape {
    IDShape { id in
      id.allSatisfy { isAlphanumeric($0) || signs.utf8.contains($0) } && id.contains(where: isAlphanumeric)
    }
  }

  /// `example.org`, `localhost`: a host's name.
  static let host = IDShape { id in
    id.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
      label.first.map(isAlphanumeric) ?? false
        && label.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }
  }

  /// An address on the web, without blanks and control characters.
  static let webAddress = IDShape { id in
    (id.starts(with: "https://".utf8) || id.starts(with: "http://".utf8))
      && id.allSatisfy { $0 > UInt8(ascii: " ") && $0 != 0x7F }
  }

  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
