import Glibc

/// A linear model over hashed words, letter groups, pairs of neighbours and facts of the word lists.
///
/// The weight of a known word is stored with those of its letter groups already added, so that a word costs one look-up;
/// only unknown words are spelt out. Read in place from a mapped file; the same sums on every machine and thread, because
/// weights are whole numbers.
public struct LinearModel: Sendable {
  let header: ModelHeader
  private let words: RowTable<Int16>
  private let grams: RowTable<Int8>
  private let pairs: RowTable<Int8>
  // Into the mapping, which is never written.
  private nonisolated(unsafe) let dense: UnsafePointer<SIMD8<Int16>>
  private let mapping: ModelMapping
  /// The checksum of the model that it was learned upon, or nought.
  let base: UInt64

  /// Of the texts and labels that it was trained on: sixteen hexadecimal figures.
  public var trainingDigest: String { Self.hexadecimal(header.trainingDigest) }
  /// Of the weights.
  public var checksum: String { Self.hexadecimal(header.checksum) }
  /// How many comments it learned from.
  public var examples: Int { header.examples }

  /// The model that the program was installed with.
  public static func bundled() throws(ModelError) -> LinearModel {
    guard let path = LexiconFiles.path("model.bin", in: "Weights"), access(path, F_OK) == 0 else { throw .missing }
    return try LinearModel(path: path)
  }

  /// Maps a file of weights; costs well under a millisecond a megabyte.
  public init(path: String) throws(ModelError) { try self.init(ModelMapping(path: path), file: path) }

  /// Weights that were just made.
  package init(_ bytes: [UInt8]) throws(ModelError) { try self.init(ModelMapping(bytes), file: "new weights") }

  private init(_ mapping: ModelMapping, file: String) throws(ModelError) {
    let raw = mapping.bytes
    let header = try ModelHeader(raw, file: file)
    guard let base = raw.baseAddress,
      ModelHeader.checksum(of: UnsafeRawBufferPointer(rebasing: raw[ModelHeader.size...])) == header.checksum
    else { throw .damaged(file) }
    self.header = header
    self.mapping = mapping
    self.base = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: ModelRevision.baseField, as: UInt64.self))
    func section<T>(_ section: ModelHeader.Section, _: T.Type) -> UnsafePointer<T> {
      (base + section.start).assumingMemoryBound(to: T.self)
    }
    words = RowTable(
      tags: section(header.wordTags, UInt32.self), rows: section(header.wordRows, SIMD8<Int16>.self),
      slots: header.wordSlots)
    grams = RowTable(
      tags: section(header.gramTags, UInt32.self), rows: section(header.gramRows, SIMD8<Int8>.self),
      slots: header.gramSlots)
    pairs = RowTable(
      tags: section(header.pairTags, UInt32.self), rows: section(header.pairRows, SIMD8<Int8>.self),
      slots: header.pairSlots)
    dense = section(header.denseRows, SIMD8<Int16>.self)
  }

  static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  // MARK: Sums

  /// What a word or a sign adds, in words' units; spelt out when it is not known.
  @inline(__always)
  private func row(
    _ unit: UInt64, _ token: Int?, in document: Document
  ) -> SIMD8<Int32> {
    if let row = words.row(of: unit) { return SIMD8<Int32>(truncatingIfNeeded: row) }
    guard let token else { return SIMD8<Int32>(repeating: 0) }
    return spelt(document.tokens[token], unit, in: document)
  }

  private func spelt(_ token: Token, _ unit: UInt64, in document: Document) -> SIMD8<Int32> {
    guard FeatureWalk.isSpelt(token, unit) else { return SIMD8<Int32>(repeating: 0) }
    var sum = SIMD8<Int32>(repeating: 0)
    document.bytes.withUnsafeBufferPointer { bytes in
      FeatureWalk.grams(of: UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])) { gram in
        if let row = grams.row(of: gram) { sum &+= SIMD8<Int32>(truncatingIfNeeded: row) }
      }
    }
    let inWords = (Lanes(sum) * (header.gramScale / header.wordScale))
      .clamped(lowerBound: Lanes(repeating: -1e6), upperBound: Lanes(repeating: 1e6))
    return SIMD8<Int32>(inWords, rounding: .toNearestOrEven)
  }

  /// The sums of a comment, before calibration.
  ///
  /// - Parameter excused: tokens that do not count for the lanes that can be excused.
  func sums(of document: Document, facts: DenseFeatures, excused: [Range<Int>]) -> Lanes {
    var denseSum = SIMD8<Int32>(repeating: 0)
    facts.forEach { denseSum &+= SIMD8<Int32>(truncatingIfNeeded: dense[$0]) }
    var text = text(of: document)
    if !excused.isEmpty {
      let rest = self.text(of: document, without: excused)
      for lane in Lane.allCases where lane.isExcusable { text[lane.rawValue] = rest[lane.rawValue] }
    }
    return text * Self.weight(tokens: document.tokens.count) + Lanes(denseSum) * header.denseScale + header.bias
  }

  private func text(of document: Document) -> Lanes {
    var wordSum = SIMD8<Int32>(repeating: 0)
    var pairSum = SIMD8<Int32>(repeating: 0)
    var last = FeatureWalk.border
    FeatureWalk.units(of: document) { unit, token in
      wordSum &+= row(unit, token, in: document)
      if let row = pairs.row(of: FeatureWalk.pair(last, unit)) { pairSum &+= SIMD8<Int32>(truncatingIfNeeded: row) }
      last = unit
    }
    if let row = pairs.row(of: FeatureWalk.pair(last, FeatureWalk.border)) {
      pairSum &+= SIMD8<Int32>(truncatingIfNeeded: row)
    }
    return Lanes(wordSum) * header.wordScale + Lanes(pairSum) * header.pairScale
  }

  /// The same without some tokens and the pairs that they stand in.
  private func text(of document: Document, without excused: [Range<Int>]) -> Lanes {
    var wordSum = SIMD8<Int32>(repeating: 0)
    var pairSum = SIMD8<Int32>(repeating: 0)
    FeatureWalk.steps(of: document, without: excused) { unit, token, pair in
      if let unit { wordSum &+= row(unit, token, in: document) }
      if let pair, let row = pairs.row(of: pair) { pairSum &+= SIMD8<Int32>(truncatingIfNeeded: row) }
    }
    return Lanes(wordSum) * header.wordScale + Lanes(pairSum) * header.pairScale
  }

  /// Long comments do not say more per word.
  @inline(__always)
  package static func weight(tokens: Int) -> Float { 1 / (Float(tokens) + 4).squareRoot() }

  /// From 0 a flag is shown: there, showing a comment and leaving it cost the same.
  func logits(_ sums: Lanes) -> Lanes { sums * header.slope + header.offset }

  /// 0.5 at a logit of 0.
  static func score(_ logit: Float) -> Float { 1 / (1 + exp(-logit)) }

  /// What each token adds to one lane, its share of the pairs that it stands in included, in units of the sum.
  func contributions(_ lane: Lane, in document: Document) -> [Float] {
    var shares = [Float](repeating: 0, count: document.tokens.count)
    let weight = Self.weight(tokens: document.tokens.count)
    let place = lane.rawValue
    var last: (unit: UInt64, token: Int?) = (FeatureWalk.border, nil)
    func share(_ unit: UInt64, _ token: Int?) {
      guard let row = pairs.row(of: FeatureWalk.pair(last.unit, unit)) else { return }
      let both = [last.token, token].compactMap { $0 }
      let each = Float(row[place]) * header.pairScale[place] * weight / Float(max(1, both.count))
      for token in both { shares[token] += each }
    }
    FeatureWalk.units(of: document) { unit, token in
      share(unit, token)
      if let token { shares[token] += Float(row(unit, token, in: document)[place]) * header.wordScale[place] * weight }
      last = (unit, token)
    }
    share(FeatureWalk.border, nil)
    return shares
  }
}
