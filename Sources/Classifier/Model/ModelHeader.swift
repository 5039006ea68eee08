/// The first kilobyte of a file of weights.
///
/// All numbers are little-endian; sections follow in the order of their fields, each on a border of 64 bytes.
struct ModelHeader: Equatable {
  static let magic: [UInt8] = Array("DOCKETLM".utf8)
  static let version = 1
  static let size = 1024

  /// Slots of each table, powers of two.
  var wordSlots = 0
  var gramSlots = 0
  var pairSlots = 0
  /// Of everything after the header.
  var checksum: UInt64 = 0
  /// Of the texts and labels that it was trained on.
  var trainingDigest: UInt64 = 0
  var seed: UInt64 = 0
  var examples = 0
  /// What a whole number of weight is worth, a lane.
  var wordScale = Lanes(repeating: 0)
  var gramScale = Lanes(repeating: 0)
  var pairScale = Lanes(repeating: 0)
  var denseScale = Lanes(repeating: 0)
  var bias = Lanes(repeating: 0)
  /// Calibration: the shown score of a sum `z` is 1 / (1 + exp(-(slope * z + offset))).
  var slope = Lanes(repeating: 1)
  var offset = Lanes(repeating: 0)

  struct Section {
    var start: Int
    var length: Int
    var end: Int { start + length }
  }

  private static func after(_ end: Int, _ length: Int) -> Section {
    Section(start: (end + 63) / 64 * 64, length: length)
  }

  var wordTags: Section { Self.after(Self.size, wordSlots * 4) }
  var wordRows: Section { Self.after(wordTags.end, wordSlots * 16) }
  var gramTags: Section { Self.after(wordRows.end, gramSlots * 4) }
  var gramRows: Section { Self.after(gramTags.end, gramSlots * 8) }
  var pairTags: Section { Self.after(gramRows.end, pairSlots * 4) }
  var pairRows: Section { Self.after(pairTags.end, pairSlots * 8) }
  var denseRows: Section { Self.after(pairRows.end, DenseFeatures.count * 16) }
  var fileSize: Int { denseRows.end }

  private var numbers: [UInt64] {
    [
      UInt64(Self.version), UInt64(wordSlots), UInt64(gramSlots), UInt64(pairSlots), checksum, trainingDigest, seed,
      UInt64(examples),
    ]
  }

  private var lanes: [Lanes] { [wordScale, gramScale, pairScale, denseScale, bias, slope, offset] }

  var bytes: [UInt8] {
    var bytes = Self.magic
    for number in numbers { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }
    for lane in lanes {
      for place in 0..<Lanes.scalarCount {
        withUnsafeBytes(of: lane[place].bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    return bytes + [UInt8](repeating: 0, count: Self.size - bytes.count)
  }

  init() {}

  init(_ raw: UnsafeRawBufferPointer, file: String) throws(ModelError) {
    guard raw.count >= Self.size, raw.prefix(Self.magic.count).elementsEqual(Self.magic) else {
      throw .notAModel(file)
    }
    func number(_ place: Int) -> UInt64 {
      UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: Self.magic.count + place * 8, as: UInt64.self))
    }
    func lane(_ place: Int) -> Lanes {
      var lanes = Lanes(repeating: 0)
      let start = Self.magic.count + numbers.count * 8 + place * Lanes.scalarCount * 4
      for scalar in 0..<Lanes.scalarCount {
        let bits = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: start + scalar * 4, as: UInt32.self))
        lanes[scalar] = Float(bitPattern: bits)
      }
      return lanes
    }
    guard number(0) == UInt64(Self.version) else {
      throw .otherVersion(file, found: Int(truncatingIfNeeded: number(0)), expected: Self.version)
    }
    // No table has more slots: the sizes below cannot overflow.
    let slots = (1...3).map { Int(clamping: number($0)) }
    guard slots.allSatisfy({ $0 > 0 && $0 <= 1 << 24 && $0.nonzeroBitCount == 1 }) else { throw .damaged(file) }
    (wordSlots, gramSlots, pairSlots) = (slots[0], slots[1], slots[2])
    (checksum, trainingDigest, seed) = (number(4), number(5), number(6))
    examples = Int(clamping: number(7))
    (wordScale, gramScale, pairScale, denseScale) = (lane(0), lane(1), lane(2), lane(3))
    (bias, slope, offset) = (lane(4), lane(5), lane(6))
    guard raw.count == fileSize, lanes.allSatisfy(Self.isSound) else { throw .damaged(file) }
  }

  private static func isSound(_ lanes: Lanes) -> Bool {
    (0..<Lanes.scalarCount).allSatisfy { lanes[$0].isFinite && abs(lanes[$0]) < 1e6 }
  }

  /// Four chains side by side, so that a file of some megabytes takes a fraction of a millisecond.
  static func checksum(of raw: UnsafeRawBufferPointer) -> UInt64 {
    var chains = SIMD4<UInt64>(
      0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9, 0x94D0_49BB_1331_11EB, 0xD6E8_FEB8_6659_FD93)
    let factor: UInt64 = 0x9FB2_1C65_1E98_DF25
    let whole = raw.count / 32 * 32
    var at = 0
    while at < whole {
      for place in 0..<4 {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at + place * 8, as: UInt64.self))
        chains[place] = (chains[place] ^ word) &* factor
        chains[place] ^= chains[place] >> 32
      }
      at += 32
    }
    for place in whole..<raw.count { chains[place % 4] = (chains[place % 4] ^ UInt64(raw[place])) &* factor }
    return (0..<4).reduce(UInt64(raw.count)) { Hashing.finish($0 &* factor ^ chains[$1]) }
  }
}
