import Classifier
import Glibc

/// Logistic regression with a quadratic penalty, by coordinate descent in the dual (Yu, Huang and Lin, 2011).
///
/// One example at a time, in an order shuffled from the seed: no learning rate to tune, and the same weights every time.
struct LogisticSolver {
  private static let rounds = 9
  /// The sum of a coordinate's pair is its cost; neither may reach nought, where the logarithm ends.
  private static let least: Double = 1e-8

  /// One example of a problem.
  struct Case {
    /// Its place in the space.
    var example: Int32
    var isPositive: Bool
    /// How much an error on it costs.
    var cost: Float
  }

  /// The weights of every feature of the space.
  static func solve(_ cases: [Case], in space: FeatureSpace, seed: UInt64) -> [Float] {
    var weights = [Float](repeating: 0, count: space.count)
    var alpha = cases.map { max(least, Double($0.cost) * 0.001) }
    var order = Array(cases.indices)
    var random = SplitMix(seed: seed)
    weights.withUnsafeMutableBufferPointer { weights in
      for place in cases.indices {
        let each = cases[place]
        let step = Float(alpha[place]) * (each.isPositive ? 1 : -1)
        space.visit(Int(each.example)) { feature, value in weights[feature] += step * value }
      }
      for _ in 0..<rounds {
        random.shuffle(&order)
        for place in order { update(cases[place], &alpha[place], weights, space) }
      }
    }
    return weights
  }

  @inline(__always)
  private static func update(
    _ each: Case, _ alpha: inout Double, _ weights: UnsafeMutableBufferPointer<Float>, _ space: FeatureSpace
  ) {
    let example = Int(each.example)
    let sign: Double = each.isPositive ? 1 : -1
    var sum: Float = 0
    space.visit(example) { feature, value in sum += weights[feature] * value }
    let a = Double(space.examples[example].square)
    let b = sign * Double(sum)
    let cost = Double(each.cost)
    // Of alpha and its complement the smaller one is moved, for there the numbers are exact.
    let old = alpha
    let swaps = 0.5 * a * (cost - 2 * old) + b < 0
    let start = swaps ? cost - old : old
    let direction: Double = swaps ? -1 : 1
    var z = cost - start < 0.5 * cost ? 0.1 * start : start
    z = max(z, least * cost)
    var gradient = a * (z - start) + direction * b + log(z / (cost - z))
    for _ in 0..<50 where abs(gradient) > 1e-3 {
      let next = z - gradient / (a + cost / (cost - z) / z)
      z = next <= 0 ? z * 0.1 : min(next, cost * (1 - 1e-9))
      gradient = a * (z - start) + direction * b + log(z / (cost - z))
    }
    alpha = swaps ? cost - z : z
    let step = Float(sign * (alpha - old))
    guard step != 0 else { return }
    space.visit(example) { feature, value in weights[feature] += step * value }
  }
}

/// A small generator of which the whole state is one number: the same order on every machine.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func shuffle<Element>(_ array: inout [Element]) {
    guard array.count > 1 else { return }
    for last in stride(from: array.count - 1, to: 0, by: -1) {
      array.swapAt(last, Int(next() % UInt64(last + 1)))
    }
  }
}
