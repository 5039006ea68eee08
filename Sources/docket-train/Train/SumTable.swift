import Classifier
import FoundationEssentials

/// What weights said of comments that they had not seen, as a table for a closer look: the set, whether it
/// carries a label, the sum of every lane, and the labels in their order.
enum SumTable {
  static func write(_ samples: [Calibration.Sample], to path: String) throws {
    var text = ""
    for sample in samples {
      let sums = Lane.allCases.map { "\(sample.sums[$0.rawValue])" }
      let truth = Lane.shown.map { sample.truth[$0] == true ? "1" : "0" }.joined()
      text +=
        ([sample.source, sample.isHarmless ? "harmless" : "labelled"] + sums + [truth]).joined(separator: "\t") + "\n"
    }
    guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else {
      throw DataError.unwritable(path)
    }
  }
}
