/// The figures of one label over some comments; a figure that nothing can be measured for is absent.
struct Figures: Equatable {
  enum Name: Int, CaseIterable {
    case precision, recall, f1, area, calibrationError, bestF1
  }

  private var values = SIMD8<Double>(repeating: .nan)

  subscript(_ name: Name) -> Double? {
    get { values[name.rawValue].isNaN ? nil : values[name.rawValue] }
    set { values[name.rawValue] = newValue ?? .nan }
  }
}

/// A share's or a difference's spread over resamples.
struct Interval: Equatable {
  var low: Double
  var high: Double
}
