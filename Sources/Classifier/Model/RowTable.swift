/// Rows of weights by key: open addressing over a power of two, a tag a slot, read in place from a mapped file.
///
/// A look-up of a key that is not there ends at the first free slot; a quarter of the slots at least are free.
struct RowTable<Weight: SIMDScalar & FixedWidthInteger & SignedInteger>: Sendable {
  // Pointers into a mapping that the model keeps alive and nobody writes.
  private nonisolated(unsafe) let tags: UnsafePointer<UInt32>
  private nonisolated(unsafe) let rows: UnsafePointer<SIMD8<Weight>>
  private let mask: Int

  init(tags: UnsafePointer<UInt32>, rows: UnsafePointer<SIMD8<Weight>>, slots: Int) {
    self.tags = tags
    self.rows = rows
    mask = slots - 1
  }

  @inline(__always)
  func row(of key: UInt64) -> SIMD8<Weight>? {
    let tag = Self.tag(key)
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while true {
      let found = tags[slot]
      if found == tag { return rows[slot] }
      if found == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }

  /// Never nought, which marks a free slot.
  @inline(__always)
  static func tag(_ key: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: key >> 32) | 1 }

  /// The slot at which a key's search begins.
  static func home(_ key: UInt64, slots: Int) -> Int { Int(truncatingIfNeeded: key >> 20) & (slots - 1) }
}
