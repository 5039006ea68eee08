import Glibc

/// A model of which the weights of words are moved a little.
///
/// Only words that the model knows can be moved: no row is added or taken away, so that nothing of what it was moved by can
/// be told from the file but weights. Letter groups, pairs, facts and the calibration stay as they are.
package struct ModelRevision {
  private let header: ModelHeader
  private var bytes: [UInt8]
  /// Of the weights that it began with.
  package let base: String

  /// Where a revised file keeps the checksum of what it revises: the end of the header, nought in a shipped model.
  static let baseField = ModelHeader.size - 8

  /// Begins with a file of weights; nil takes the model that the program was installed with.
  package init(path: String?) throws(ModelError) {
    guard let path = path ?? LexiconFiles.path("model.bin", in: "Weights") else { throw .missing }
    let mapping = try ModelMapping(path: path)
    try self.init(Array(mapping.bytes), file: path)
  }

  /// Begins with weights that were just made.
  package init(_ bytes: [UInt8], file: String = "new weights") throws(ModelError) {
    // Reads all of it, so that a damaged file is refused here.
    let model = try LinearModel(bytes)
    header = model.header
    self.bytes = bytes
    base = model.checksum
  }

  /// The weights of a word, one a lane; nil for a word that the model does not know.
  package func weights(of unit: UInt64) -> Lanes? { slot(of: unit).map { Lanes(row(at: $0)) * header.wordScale } }

  /// The largest weight that a word can have, a lane.
  package var largest: Lanes { header.wordScale * Float(Int16.max) }

  /// What a sum is multiplied with before it becomes a score, a lane.
  package var slope: Lanes { header.slope }

  /// Adds to the weights of a word that the model knows; does nothing for another. Rounds to what a weight can be.
  package mutating func move(_ unit: UInt64, by step: Lanes) {
    guard let slot = slot(of: unit) else { return }
    let moved = Lanes(row(at: slot)) + (step / header.wordScale).rounded(.toNearestOrEven)
    let limit = Float(Int16.max)
    let whole = SIMD8<Int16>(pointwiseMin(pointwiseMax(moved, -Lanes(repeating: limit)), Lanes(repeating: limit)))
    bytes.withUnsafeMutableBytes {
      $0.storeBytes(
        of: whole, toByteOffset: header.wordRows.start + slot * MemoryLayout<SIMD8<Int16>>.stride, as: SIMD8<Int16>.self
      )
    }
  }

  /// The file: as long as the one that it began with, with a checksum of its own and the other's.
  package var file: [UInt8] {
    var header = header
    var file = bytes
    file.withUnsafeMutableBytes { raw in
      header.checksum = ModelHeader.checksum(of: UnsafeRawBufferPointer(rebasing: raw[ModelHeader.size...]))
      raw.copyBytes(from: header.bytes)
      raw.storeBytes(of: self.header.checksum.littleEndian, toByteOffset: Self.baseField, as: UInt64.self)
    }
    return file
  }

  private func row(at slot: Int) -> SIMD8<Int16> {
    bytes.withUnsafeBytes {
      $0.loadUnaligned(
        fromByteOffset: header.wordRows.start + slot * MemoryLayout<SIMD8<Int16>>.stride, as: SIMD8<Int16>.self)
    }
  }

  private func slot(of unit: UInt64) -> Int? {
    let tag = RowTable<Int16>.tag(unit)
    var slot = RowTable<Int16>.home(unit, slots: header.wordSlots)
    return bytes.withUnsafeBytes { raw in
      while true {
        let found = raw.loadUnaligned(fromByteOffset: header.wordTags.start + slot * 4, as: UInt32.self)
        if found == tag { return slot }
        if found == 0 { return nil }
        slot = (slot + 1) & (header.wordSlots - 1)
      }
    }
  }
}

extension LinearModel {
  /// The checksum of the model that this one was learned upon; nil for one that was trained from the ground.
  public var revises: String? { base == 0 ? nil : Self.hexadecimal(base) }

  /// Whether a file says that it is one of weights.
  public static func isModel(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var start = [UInt8](repeating: 0, count: ModelHeader.magic.count)
    return read(file, &start, start.count) == start.count && start == ModelHeader.magic
  }

  /// The name of an agency's own weights, in the folder of docket's configuration.
  public static let agencyFile = "model.bin"

  /// An agency's own model where it has adopted one that builds on these weights, otherwise the shipped one.
  ///
  /// - Parameter path: where `docket-train learn --adopt` writes.
  /// - Returns: the model, and whether there is an adopted one that was learned upon another release and is left alone.
  public static func ofAgency(at path: String) throws(ModelError) -> (model: LinearModel, isOutdated: Bool) {
    let shipped = try bundled()
    guard ModelMapping.exists(path) else { return (shipped, false) }
    let adopted = try LinearModel(path: path)
    return adopted.revises == shipped.checksum ? (adopted, false) : (shipped, true)
  }
}
