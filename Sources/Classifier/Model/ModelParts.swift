/// Weights as the trainer has them, before they are rounded and written.
package struct ModelParts {
  package var words: [(key: UInt64, row: Lanes)] = []
  package var grams: [(key: UInt64, row: Lanes)] = []
  package var pairs: [(key: UInt64, row: Lanes)] = []
  /// One row a fact, `DenseFeatures.count` of them.
  package var dense = [Lanes](repeating: Lanes(repeating: 0), count: DenseFeatures.count)
  package var bias = Lanes(repeating: 0)
  package var slope = Lanes(repeating: 1)
  package var offset = Lanes(repeating: 0)
  package var trainingDigest: UInt64 = 0
  package var seed: UInt64 = 0
  package var examples = 0

  package init() {}

  /// The file. The same parts give the same bytes, whatever order their rows are in.
  package func bytes() -> [UInt8] {
    var header = ModelHeader()
    header.wordSlots = Self.slots(words.count)
    header.gramSlots = Self.slots(grams.count)
    header.pairSlots = Self.slots(pairs.count)
    header.wordScale = Self.scale(words.map(\.row), most: 32_767)
    header.gramScale = Self.scale(grams.map(\.row), most: 127)
    header.pairScale = Self.scale(pairs.map(\.row), most: 127)
    header.denseScale = Self.scale(dense, most: 32_767)
    (header.bias, header.slope, header.offset) = (bias, slope, offset)
    (header.trainingDigest, header.seed, header.examples) = (trainingDigest, seed, examples)
    var body = [UInt8](repeating: 0, count: header.fileSize)
    body.withUnsafeMutableBytes { raw in
      Self.write(words, Int16.self, header.wordScale, header.wordSlots, header.wordTags, header.wordRows, into: raw)
      Self.write(grams, Int8.self, header.gramScale, header.gramSlots, header.gramTags, header.gramRows, into: raw)
      Self.write(pairs, Int8.self, header.pairScale, header.pairSlots, header.pairTags, header.pairRows, into: raw)
      for (place, row) in dense.enumerated() {
        let whole: SIMD8<Int16> = Self.rounded(row, header.denseScale)
        raw.storeBytes(of: whole, toByteOffset: header.denseRows.start + place * 16, as: SIMD8<Int16>.self)
      }
      header.checksum = ModelHeader.checksum(of: UnsafeRawBufferPointer(rebasing: raw[ModelHeader.size...]))
      raw.copyBytes(from: header.bytes)
    }
    return body
  }

  /// At least a quarter of the slots stay free.
  private static func slots(_ count: Int) -> Int {
    var slots = 64
    while slots * 3 < count * 4 { slots *= 2 }
    return slots
  }

  /// The largest weight of each lane takes the largest number.
  private static func scale(_ rows: [Lanes], most: Float) -> Lanes {
    var largest = Lanes(repeating: 0)
    for row in rows { largest = pointwiseMax(largest, row.replacing(with: -row, where: row .< 0)) }
    // A lane without weights has a scale all the same.
    largest.replace(with: 1, where: largest .< 1e-6)
    return largest / most
  }

  private static func rounded<Weight: FixedWidthInteger & SIMDScalar>(_ row: Lanes, _ scale: Lanes) -> SIMD8<Weight> {
    var whole = SIMD8<Weight>(repeating: 0)
    for lane in 0..<Lanes.scalarCount { whole[lane] = Weight(clamping: Int((row[lane] / scale[lane]).rounded())) }
    return whole
  }

  private static func write<Weight: FixedWidthInteger & SignedInteger & SIMDScalar>(
    _ rows: [(key: UInt64, row: Lanes)], _: Weight.Type, _ scale: Lanes, _ slots: Int, _ tags: ModelHeader.Section,
    _ places: ModelHeader.Section, into raw: UnsafeMutableRawBufferPointer
  ) {
    // Order decides who is displaced, so it must not be the order of a dictionary.
    for (key, row) in rows.sorted(by: { $0.key < $1.key }) {
      let whole: SIMD8<Weight> = rounded(row, scale)
      if whole == SIMD8<Weight>(repeating: 0) { continue }
      var slot = RowTable<Weight>.home(key, slots: slots)
      let tag = RowTable<Weight>.tag(key)
      while true {
        let taken = raw.load(fromByteOffset: tags.start + slot * 4, as: UInt32.self)
        // Two keys of one tag in one run of slots: the first stays.
        if taken == tag { break }
        if taken == 0 {
          raw.storeBytes(of: tag, toByteOffset: tags.start + slot * 4, as: UInt32.self)
          raw.storeBytes(
            of: whole, toByteOffset: places.start + slot * MemoryLayout<SIMD8<Weight>>.stride,
            as: SIMD8<Weight>.self)
          break
        }
        slot = (slot + 1) & (slots - 1)
      }
    }
  }
}
