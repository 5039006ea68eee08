/// What the keys of generic JSON stand for, looked up once a key and not once a record.
struct JSONKeyCache {
  struct Known {
    var bytes: [UInt8]
    var field: Field?
    var rank: Int
    var isPersonal: Bool
  }

  /// A bound on hostile feeds, in which every record has keys of its own.
  private static let limit = 4096
  private var known: [Known] = []
  private var last = -1
  /// What somebody said the keys stand for.
  var map: FieldMap?

  mutating func entry(_ key: JSONNode) -> Known {
    let raw = key.raw
    // Records of one feed have their keys in one order: the next is nearly always the one after the last.
    for step in 0..<known.count {
      let index = (last + 1 + step) % known.count
      if key.isEqual(known[index].bytes) {
        last = index
        return known[index]
      }
      if step == 64 { break }
    }
    let name = key.string ?? ""
    let found = Field.of(name)
    let told = map?.field(of: name)
    // A field that somebody named is taken from that key alone.
    let isOvertaken = told == nil && found.map { map?.names($0.field) == true } == true
    let entry = Known(
      bytes: Array(raw), field: told ?? (isOvertaken ? nil : found?.field), rank: told == nil ? found?.rank ?? 0 : -1,
      isPersonal: Field.isPersonal(name))
    if known.count >= Self.limit { known.removeAll() }
    known.append(entry)
    last = known.count - 1
    return entry
  }
}
