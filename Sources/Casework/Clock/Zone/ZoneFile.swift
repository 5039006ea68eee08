import Moderation

/// Reads a compiled zone of the zone database: TZif, versions 1 to 4 (RFC 9636).
enum ZoneFile {
  /// Nil when the bytes are not a whole TZif file.
  static func parse(_ bytes: [UInt8], name: String) -> ZoneRules? {
    var reader = BigEndianReader(bytes: bytes)
    guard let first = Header(&reader) else { return nil }
    guard first.version >= 2 else { return rules(first, &reader, wordSize: 4, name: name) }
    // The first block holds 32-bit times for old programs; the second one says the same in 64 bits, and more.
    reader.position += first.size(wordSize: 4)
    guard let second = Header(&reader), let found = rules(second, &reader, wordSize: 8, name: name) else { return nil }
    guard let footer = reader.footer() else { return nil }
    if footer.isEmpty { return found }
    guard let yearly = YearlyZoneRule(footer: footer) else { return nil }
    return ZoneRules(
      name: name, changes: found.changes, offsets: found.offsets, firstOffset: found.firstOffset, yearly: yearly)
  }

  private static func rules(
    _ header: Header, _ reader: inout BigEndianReader, wordSize: Int, name: String
  ) -> ZoneRules? {
    // A file with leap seconds counts in another time than POSIX does.
    guard header.types > 0, header.leaps == 0, reader.has(header.size(wordSize: wordSize)) else { return nil }
    let changes = (0..<header.changes).map { _ in reader.signed(wordSize) }
    let kinds = (0..<header.changes).map { _ in Int(reader.byte()) }
    var offsets: [Int] = []
    for _ in 0..<header.types {
      offsets.append(Int(reader.signed(4)))
      // Whether it is daylight time, and which abbreviation: nothing that is counted here.
      reader.position += 2
    }
    reader.position += header.names + header.standards + header.universals
    guard kinds.allSatisfy({ $0 < offsets.count }), zip(changes, changes.dropFirst()).allSatisfy(<) else { return nil }
    return ZoneRules(name: name, changes: changes, offsets: kinds.map { offsets[$0] }, firstOffset: offsets[0])
  }

  private struct Header {
    var version: Int
    var universals: Int
    var standards: Int
    var leaps: Int
    var changes: Int
    var types: Int
    var names: Int

    init?(_ reader: inout BigEndianReader) {
      guard reader.has(44), reader.bytes[reader.position..<reader.position + 4].elementsEqual("TZif".utf8) else {
        return nil
      }
      let digit = reader.bytes[reader.position + 4]
      version = digit == 0 ? 1 : Int(digit) - 48
      reader.position += 20
      let counts = (0..<6).map { _ in Int(reader.signed(4)) }
      guard version >= 1, counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
      (universals, standards, leaps) = (counts[0], counts[1], counts[2])
      (changes, types, names) = (counts[3], counts[4], counts[5])
    }

    /// Bytes of the block that follows.
    func size(wordSize: Int) -> Int {
      changes * (wordSize + 1) + types * 6 + names + leaps * (wordSize + 4) + standards + universals
    }
  }
}

private struct BigEndianReader {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  func has(_ count: Int) -> Bool { position >= 0 && position + count <= bytes.count }

  mutating func byte() -> UInt8 {
    defer { position += 1 }
    return bytes[position]
  }

  /// A two's complement number of 4 or 8 bytes.
  mutating func signed(_ size: Int) -> Int64 {
    var value: UInt64 = 0
    for _ in 0..<size { value = value << 8 | UInt64(byte()) }
    return size == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
  }

  /// The line between two line feeds at the end; nil when there is none.
  func footer() -> String? {
    guard has(2), bytes[position] == UInt8(ascii: "\n"), bytes[bytes.count - 1] == UInt8(ascii: "\n") else {
      return nil
    }
    return String(decoding: bytes[(position + 1)..<(bytes.count - 1)], as: UTF8.self)
  }
}
