import Moderation

/// Tables of how well labels are told, over all sets and by set.
enum SetTables {
  /// One row a label over all civic comments.
  static func byLabel(_ all: MeasuredSet) -> FigureTable {
    var table = FigureTable(
      "all civic sets", "label", "comments", "precision", "recall", "F1", "AUC", "calibration error")
    for label in all.set.labels {
      table.add(label.rawValue, row(label, all))
    }
    return table
  }

  /// One row a set for one label.
  static func bySet(_ label: Label, _ sets: [MeasuredSet]) -> FigureTable {
    var table = FigureTable(
      label.rawValue, "set", "comments", "precision", "recall", "F1", "AUC", "calibration error")
    for set in sets where set.set.column(label) != nil { table.add(set.set.name, row(label, set)) }
    return table
  }

  private static func row(_ label: Label, _ set: MeasuredSet) -> [Cell] {
    [.count(set.set.column(label)?.positives ?? 0)]
      + [.precision, .recall, .f1, .area, .calibrationError].map { set.cell($0, label) }
  }

  /// What all labels share, one row a set.
  static func together(_ sets: [MeasuredSet]) -> FigureTable {
    var table = FigureTable(
      "all labels", "set", "comments", "macro-F1", "precision", "recall", "flagged of 1000 harmless")
    for set in sets {
      table.add(
        set.set.name,
        [.count(set.set.count)] + [.macroF1, .precision, .recall, .flaggedHarmless].map { set.cell($0) })
    }
    return table
  }

  /// Public sets have other domains and priors than agencies' pages: the area and the best F1 are what can be read.
  static func open(_ sets: [MeasuredSet]) -> FigureTable {
    var table = FigureTable(
      "public sets, held back", "source", "label", "comments", "positive", "AUC", "best F1", "F1 as shipped",
      "calibration error")
    for set in sets {
      for label in set.set.labels {
        table.add(
          set.set.name, .word(label.rawValue), .count(set.set.column(label)?.count ?? 0),
          .count(set.set.column(label)?.positives ?? 0), set.cell(.area, label), set.cell(.bestF1, label),
          set.cell(.f1, label), set.cell(.calibrationError, label))
      }
    }
    return table
  }
}
