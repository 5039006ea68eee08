/// A pattern as steps of a nondeterministic automaton: its size is bounded, and so is the time for every scalar of a text.
struct PatternProgram: Sendable {
  enum Step: Sendable {
    /// Takes a scalar of a set, by the set's number.
    case take(Int)
    /// Goes on at either, the first one rather.
    case fork(Int, Int)
    case go(Int)
    case place(PatternPlace)
    case accept
  }

  private static let greatestSize = 2000

  private(set) var steps: [Step] = []
  private(set) var sets: [ScalarSet] = []
  let caseCounts: Bool
  private let length: Int
  /// Whether it makes a difference what kinds of scalars there are, or what is on the other side of one.
  private(set) var usesKinds = false
  private(set) var usesPlaces = false

  /// - Parameter length: of the source, for what is wrong with all of it.
  init(_ node: PatternSyntax.Node, length: Int, caseCounts: Bool) throws(PatternError) {
    self.caseCounts = caseCounts
    self.length = length
    try add(node)
    steps.append(.accept)
    usesKinds =
      usesPlaces
      || sets.contains { set in
        set.elements.contains { if case .kind = $0 { true } else { false } }
      }
  }

  private mutating func add(_ node: PatternSyntax.Node) throws(PatternError) {
    guard steps.count < Self.greatestSize else { throw PatternError(problem: .tooLarge, range: 0..<length) }
    switch node {
    case .empty: break
    case .set(let set):
      let number = sets.firstIndex(of: set) ?? sets.count
      if number == sets.count { sets.append(set) }
      steps.append(.take(number))
    case .place(let place):
      usesPlaces = true
      steps.append(.place(place))
    case .sequence(let nodes): for node in nodes { try add(node) }
    case .alternatives(let nodes): try addAlternatives(nodes[...])
    case .repeated(let node, let from, let to, let isLazy):
      for _ in 0..<from {
        let size = steps.count
        try add(node)
        // Nothing, however often, is nothing.
        if steps.count == size { return }
      }
      guard let to else { return try addLoop(node, isLazy: isLazy) }
      try addOptional(node, count: to - from, isLazy: isLazy)
    }
  }

  private mutating func addAlternatives(_ nodes: ArraySlice<PatternSyntax.Node>) throws(PatternError) {
    guard let first = nodes.first else { return }
    guard nodes.count > 1 else { return try add(first) }
    let fork = steps.count
    steps.append(.fork(fork + 1, 0))
    try add(first)
    let leave = steps.count
    steps.append(.go(0))
    steps[fork] = .fork(fork + 1, steps.count)
    try addAlternatives(nodes.dropFirst())
    steps[leave] = .go(steps.count)
  }

  private mutating func addLoop(_ node: PatternSyntax.Node, isLazy: Bool) throws(PatternError) {
    let fork = steps.count
    steps.append(.fork(fork + 1, 0))
    try add(node)
    steps.append(.go(fork))
    steps[fork] = isLazy ? .fork(steps.count, fork + 1) : .fork(fork + 1, steps.count)
  }

  private mutating func addOptional(
    _ node: PatternSyntax.Node, count: Int, isLazy: Bool
  ) throws(PatternError) {
    var forks: [Int] = []
    for _ in 0..<count {
      forks.append(steps.count)
      steps.append(.fork(0, 0))
      try add(node)
    }
    for fork in forks { steps[fork] = isLazy ? .fork(steps.count, fork + 1) : .fork(fork + 1, steps.count) }
  }

  /// The steps that are reached from one without taking anything, in order of preference: those that take, and the one that
  /// accepts. What was visited before is not gone through again.
  func reach(
    _ entry: Int, before: ScalarContext, after: ScalarContext, _ visited: inout [Bool]
  ) -> [Int] {
    var reached: [Int] = []
    var stack = [entry]
    while let step = stack.popLast() {
      guard !visited[step] else { continue }
      visited[step] = true
      switch steps[step] {
      case .take, .accept: reached.append(step)
      case .go(let other): stack.append(other)
      case .fork(let first, let second):
        stack.append(second)
        stack.append(first)
      case .place(let place): if place.holds(before: before, after: after) { stack.append(step + 1) }
      }
    }
    return reached
  }

  /// The same from several.
  func closure(
    of entries: [Int], before: ScalarContext, after: ScalarContext, _ visited: inout [Bool]
  ) -> [Int] {
    for index in visited.indices { visited[index] = false }
    return entries.flatMap { reach($0, before: before, after: after, &visited) }
  }
}
