/// Looks for a pattern in many texts: a deterministic automaton whose states are made as texts need them, and forgotten when
/// they grow too many. Each scalar costs one look into a table, and at worst one step of the program's size.
public struct PatternMatcher {
  private let program: PatternProgram
  private var alphabet: PatternAlphabet
  private var states: [State] = []
  private var numbers: [State: Int] = [:]
  /// Where each state goes on each class of scalars; see `unknown` and `found`.
  private var table: [Int32] = []
  private var width: Int
  /// Whether a text may end in a state: nil for one that was not asked yet.
  private var ends: [Bool?] = []
  private var visited: [Bool]

  private static let unknown: Int32 = -1
  private static let found: Int32 = -2
  private static let greatestTable = 1 << 20

  /// Steps that wait for the next scalar, before it is known what can be reached from them.
  private struct State: Hashable {
    var entries: [Int32]
    var before: ScalarContext
  }

  init(_ program: PatternProgram) {
    self.program = program
    alphabet = PatternAlphabet(program)
    width = alphabet.capacity
    visited = Array(repeating: false, count: program.steps.count)
    _ = number(of: State(entries: [], before: .edge))
  }

  /// Whether some stretch of a text matches. The text is UTF-8; what is not counts as U+FFFD.
  public mutating func isFound(in text: UnsafeRawBufferPointer) -> Bool {
    var state = 0
    var place = 0
    while place < text.count {
      let byte = text[place]
      let scalarClass: Int
      if byte < 0x80 {
        scalarClass = alphabet.asciiClass(byte)
        place += 1
      } else {
        let (scalar, length) = UTF8Step.scalar(in: text, at: place)
        scalarClass = alphabet.scalarClass(scalar)
        place += length
      }
      if scalarClass >= width { state = widen(keeping: state) }
      var next = table[state * width + scalarClass]
      if next == Self.unknown { next = advance(&state, scalarClass) }
      if next == Self.found { return true }
      state = Int(next)
    }
    return mayEnd(state)
  }

  public mutating func isFound(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { isFound(in: UnsafeRawBufferPointer($0)) }
  }

  // MARK: States

  private mutating func number(of state: State) -> Int {
    if let known = numbers[state] { return known }
    let number = states.count
    states.append(state)
    numbers[state] = number
    ends.append(nil)
    table.append(contentsOf: repeatElement(Self.unknown, count: width))
    return number
  }

  /// Forgets all states but the present one, which gets the returned number.
  private mutating func forget(keeping state: Int) -> Int {
    let kept = states[state]
    let start = states[0]
    states = []
    numbers = [:]
    ends = []
    table.removeAll(keepingCapacity: true)
    _ = number(of: start)
    return number(of: kept)
  }

  /// A text brought more classes of scalars than the table has columns for.
  private mutating func widen(keeping state: Int) -> Int {
    width = alphabet.capacity
    return forget(keeping: state)
  }

  /// Works out where a state goes, and notes it.
  private mutating func advance(_ state: inout Int, _ scalarClass: Int) -> Int32 {
    if table.count > Self.greatestTable { state = forget(keeping: state) }
    let member = alphabet.member(scalarClass)
    let from = states[state]
    let after = ScalarContext(member.scalar, member.kinds)
    let reached = program.closure(
      of: from.entries.map(Int.init) + [0], before: from.before, after: after, &visited)
    var entries: [Int32] = []
    for step in reached {
      switch program.steps[step] {
      case .accept:
        table[state * width + scalarClass] = Self.found
        return Self.found
      case .take(let set):
        if program.sets[set].contains(member.scalar, member.kinds) { entries.append(Int32(step + 1)) }
      case .fork, .go, .place: break
      }
    }
    // In what order they are preferred says nothing about whether there is a match.
    let next = number(of: State(entries: entries.sorted(), before: program.usesPlaces ? after : .other))
    table[state * width + scalarClass] = Int32(next)
    return Int32(next)
  }

  private mutating func mayEnd(_ state: Int) -> Bool {
    if let known = ends[state] { return known }
    let from = states[state]
    let reached = program.closure(of: from.entries.map(Int.init) + [0], before: from.before, after: .edge, &visited)
    let mayEnd = reached.contains { if case .accept = program.steps[$0] { true } else { false } }
    ends[state] = mayEnd
    return mayEnd
  }
}

/// Scalars that a program cannot tell apart are one class.
struct PatternAlphabet {
  private let usesKinds: Bool
  private let caseCounts: Bool
  /// Where the sets' ranges begin, and one past where they end, sorted.
  private let bounds: [UInt32]
  private var classes: [Int: Int] = [:]
  private var members: [(scalar: Unicode.Scalar, kinds: ScalarKinds)] = []
  private var ascii: [UInt16] = []
  /// Classes of scalars that were met, so that properties are looked up once.
  private var met: [UInt32: Int] = [:]
  private static let greatestMet = 20_000

  init(_ program: PatternProgram) {
    usesKinds = program.usesKinds
    caseCounts = program.caseCounts
    var bounds: Set<UInt32> = program.usesPlaces ? [0x0A, 0x0B] : []
    for set in program.sets {
      for case .range(let range) in set.elements {
        bounds.insert(range.lowerBound.value)
        bounds.insert(range.upperBound.value + 1)
      }
    }
    self.bounds = bounds.sorted()
    ascii = (UInt8(0)..<0x80).map { UInt16(truncatingIfNeeded: findClass(of: Unicode.Scalar($0))) }
  }

  /// How many columns a table needs for now, with room for more.
  var capacity: Int { members.count + members.count / 2 + 8 }

  func asciiClass(_ byte: UInt8) -> Int { Int(ascii[Int(byte)]) }

  mutating func scalarClass(_ scalar: Unicode.Scalar) -> Int {
    if let known = met[scalar.value] { return known }
    let found = findClass(of: scalar)
    if met.count >= Self.greatestMet { met = [:] }
    met[scalar.value] = found
    return found
  }

  /// One scalar of a class, which stands for all.
  func member(_ scalarClass: Int) -> (scalar: Unicode.Scalar, kinds: ScalarKinds) { members[scalarClass] }

  private mutating func findClass(of scalar: Unicode.Scalar) -> Int {
    let folded = caseCounts ? scalar : scalar.smallLetter
    let kinds = usesKinds ? ScalarKinds(of: folded) : []
    var (low, high) = (0, bounds.count)
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] <= folded.value { low = middle + 1 } else { high = middle }
    }
    let key = low << 3 | Int(kinds.rawValue)
    if let known = classes[key] { return known }
    let number = members.count
    classes[key] = number
    members.append((folded, kinds))
    return number
  }
}

/// Scalars out of UTF-8, whatever is in it.
enum UTF8Step {
  /// The scalar at a place and how many bytes it has; U+FFFD, and one byte, for what is no UTF-8.
  static func scalar(in text: UnsafeRawBufferPointer, at place: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = text[place]
    let (length, bits): (Int, UInt32) =
      switch first {
      case 0x00..<0x80: (1, UInt32(first))
      case 0xC2..<0xE0: (2, UInt32(first & 0x1F))
      case 0xE0..<0xF0: (3, UInt32(first & 0x0F))
      case 0xF0..<0xF5: (4, UInt32(first & 0x07))
      default: (0, 0)
      }
    guard length > 0, place + length <= text.count else { return ("\u{FFFD}", 1) }
    var value = bits
    for offset in 1..<max(1, length) {
      let byte = text[place + offset]
      guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
