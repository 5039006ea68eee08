import Crypto
import FoundationEssentials
import Moderation

/// What is filed away from the desk, so that nobody who can write the desk's file can rewrite what was before: the chain's
/// head at one moment, signed.
///
/// The file is text, one `name: value` a line, in this order:
/// ```
/// docket seal 1
/// desk: <id of the ledger's first event>
/// at: 2026-11-21T16:30:00Z
/// sealed-by: a.kereru
/// last: 1204
/// head: <64 hex digits>
/// count.decided: 431          one line a type of event that there is, by name
/// key: <public key, base64>
/// signature: <Ed25519 over every line above, line ends included, base64>
/// ```
/// Ed25519 as in RFC 8032. A seal proves what was there when it was made to whoever trusts its key: compare the key with one
/// that was filed when it was made (`docket keys`).
public struct Seal: Sendable, Equatable {
  public var desk: String
  public var at: Timestamp
  public var by: String
  /// Sequence of the last event that it covers.
  public var last: Int64
  /// That event's hash.
  public var head: String
  /// How many events of each type it covers.
  public var counts: [String: Int]
  public var key: Curve25519.Signing.PublicKey
  private var signature: [UInt8]

  public static func == (a: Seal, b: Seal) -> Bool { a.text == b.text }

  /// Signs what a ledger says of itself.
  public init(_ extent: LedgerExtent, at: Timestamp, by: String, with key: SealingKey) throws(SealError) {
    desk = extent.desk
    self.at = at
    self.by = by
    last = extent.last
    head = extent.head
    counts = extent.counts
    self.key = key.publicKey
    signature = []
    signature = try key.sign(Array(body.utf8))
  }

  /// The finished file.
  public var text: String { body + "signature: \(Base64.encode(signature))\n" }

  private var body: String {
    var lines = [
      "docket seal 1", "desk: \(desk)", "at: \(at.iso8601())", "sealed-by: \(by)", "last: \(last)", "head: \(head)",
    ]
    lines += counts.sorted { $0.key < $1.key }.map { "count.\($0.key): \($0.value)" }
    lines.append("key: \(Base64.encode(Array(key.rawRepresentation)))")
    return lines.map { $0 + "\n" }.joined()
  }

  /// Reads a seal and checks its signature against the key that it names.
  ///
  /// - Parameter file: what messages call it.
  public init(text: String, file: String) throws(SealError) {
    var fields: [String: String] = [:]
    var counts: [String: Int] = [:]
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasSuffix("\r") ? String(line.dropLast()) : String(line)
    }
    guard lines.first == "docket seal 1" else { throw .notASeal(file: file) }
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      guard let colon = line.firstIndex(of: ":") else { throw .malformed(file: file, line: index + 1) }
      let name = String(line[..<colon])
      let value = String(line[line.index(after: colon)...].drop { $0 == " " })
      if name.hasPrefix("count.") {
        guard let count = Int(value) else { throw .malformed(file: file, line: index + 1) }
        counts[String(name.dropFirst("count.".count))] = count
      } else {
        guard fields.updateValue(value, forKey: name) == nil else { throw .malformed(file: file, line: index + 1) }
      }
    }
    func field(_ name: String) throws(SealError) -> String {
      guard let value = fields[name] else { throw .lacks(file: file, field: name) }
      return value
    }
    desk = try field("desk")
    by = try field("sealed-by")
    head = try field("head")
    self.counts = counts
    let time = try field("at")
    guard let at = Timestamp(utc: time) else { throw .malformed(file: file, line: 3) }
    self.at = at
    guard let last = Int64(try field("last")) else { throw .malformed(file: file, line: 5) }
    self.last = last
    guard let raw = Base64.decode(try field("key")), let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw)
    else { throw .lacks(file: file, field: "key") }
    self.key = key
    signature = Base64.decode(try field("signature")) ?? []
    guard key.isValidSignature(signature, for: Array(body.utf8)) else { throw .signatureWrong(file: file) }
  }

  /// The key in short: the first 16 hex digits of its SHA-256, in fours.
  public var fingerprint: String { SealingKey.fingerprint(of: key) }
}

/// What a seal covers: what a ledger says of itself at one moment.
public struct LedgerExtent: Sendable, Equatable {
  /// The id of the ledger's first event, which is no other desk's.
  public var desk: String
  public var last: Int64
  public var head: String
  public var counts: [String: Int]
}

extension Timestamp {
  /// From `2026-11-21T16:30:00Z`, with or without milliseconds; nil for anything else.
  init?(utc text: String) {
    guard text.hasSuffix("Z"), let t = text.firstIndex(of: "T"), let date = CivilDate(text[..<t]) else { return nil }
    let clock = text[text.index(after: t)...].dropLast().split(separator: ".", omittingEmptySubsequences: false)
    let parts = clock[0].split(separator: ":").compactMap { Int($0) }
    let milliseconds = clock.count == 2 ? Int(clock[1]) : 0
    guard parts.count == 3, clock.count <= 2, let milliseconds,
      let time = CivilTime(
        year: date.year, month: date.month, day: date.day, hour: parts[0], minute: parts[1], second: parts[2],
        millisecond: milliseconds)
    else { return nil }
    self = time.timestamp()
  }
}

/// Bytes as base64 (RFC 4648).
enum Base64 {
  static func encode(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
  static func decode(_ text: String) -> [UInt8]? { Data(base64Encoded: text).map { Array($0) } }
}

/// Why a seal could not be made or read.
public enum SealError: Error, Sendable, Equatable {
  case notASeal(file: String)
  case malformed(file: String, line: Int)
  case lacks(file: String, field: String)
  /// The signature is not the one that the named key makes over the lines above it.
  case signatureWrong(file: String)
  case noKey(path: String)
  case keyExists(path: String)
  case keyUnreadable(path: String, reason: String)
  /// Others than the owner can read the private key.
  case keyExposed(path: String)
  case signingFailed

  public var message: String {
    switch self {
    case .notASeal(let file): "\(file) is not a seal; `docket seal` writes one"
    case .malformed(let file, let line): "\(file):\(line): this line was changed; take the seal as it was filed"
    case .lacks(let file, let field): "\(file) lacks its line \(field):; take the seal as it was filed"
    case .signatureWrong(let file): "\(file): the signature does not fit the lines above it: the seal was altered"
    case .noKey(let path): "there is no sealing key at \(path); `docket keys` makes one"
    case .keyExists(let path): "there is a sealing key at \(path) already; it was left as it is"
    case .keyUnreadable(let path, let reason): "the sealing key at \(path) cannot be read: \(reason)"
    case .keyExposed(let path): "others can read the sealing key at \(path); make it yours alone: chmod 600 \(path)"
    case .signingFailed: "the seal could not be signed"
    }
  }
}
