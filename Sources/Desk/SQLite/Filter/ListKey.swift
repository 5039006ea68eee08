import Moderation

/// A row's place in an order: what comes first is less.
struct ListKey: Sendable, Comparable {
  var first: Int64
  var second: Int64
  var row: Int64

  init(_ row: Int, _ columns: FilterColumns, _ order: QueueQuery.Order) {
    let row64 = Int64(row)
    switch order {
    case .urgent: self.init(Int64(columns.calms[row]), columns.orders[row], row64)
    case .oldest: self.init(0, columns.orders[row], row64)
    case .newest: self.init(0, 0 &- columns.orders[row], -row64)
    case .latest: self.init(0, -(columns.moved[row] ?? 0), -row64)
    }
  }

  init(_ position: QueuePosition, _ order: QueueQuery.Order) {
    switch order {
    case .urgent: self.init(-Int64(position.urgency), position.order, position.row)
    case .oldest: self.init(0, position.order, position.row)
    case .newest: self.init(0, 0 &- position.order, -position.row)
    case .latest: self.init(0, position.order, -position.row)
    }
  }

  private init(_ first: Int64, _ second: Int64, _ row: Int64) {
    self.first = first
    self.second = second
    self.row = row
  }

  /// The same for a list that is read from its end.
  var reversed: ListKey { ListKey(-first, 0 &- second, -row) }

  static func < (a: ListKey, b: ListKey) -> Bool {
    if a.first != b.first { return a.first < b.first }
    if a.second != b.second { return a.second < b.second }
    return a.row < b.row
  }

  var number: Int { Int(abs(row)) }
}

/// The least of many keys, so many of them, without sorting the rest.
struct LeastKeys {
  private let count: Int
  /// A heap with the greatest on top.
  private var heap: [ListKey] = []

  init(count: Int) {
    self.count = count
    heap.reserveCapacity(min(count, 4096))
  }

  @inline(__always)
  mutating func offer(_ key: ListKey) {
    if heap.count < count {
      heap.append(key)
      rise()
    } else if let top = heap.first, key < top {
      heap[0] = key
      sink()
    }
  }

  var sorted: [ListKey] { heap.sorted() }

  private mutating func rise() {
    var place = heap.count - 1
    while place > 0, heap[(place - 1) / 2] < heap[place] {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func sink() {
    var place = 0
    while true {
      var greatest = place
      for child in 2 * place + 1...2 * place + 2 where child < heap.count && heap[greatest] < heap[child] {
        greatest = child
      }
      if greatest == place { return }
      heap.swapAt(place, greatest)
      place = greatest
    }
  }
}
