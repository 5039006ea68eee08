import Moderation

/// The tables of an evaluation, in the order in which they are read.
enum Evaluation {
  static func tables(civic: [JudgedSet], open: [JudgedSet], _ bootstrap: Bootstrap) -> [FigureTable] {
    var tables: [FigureTable] = []
    if !civic.isEmpty {
      let sets = civic.map { MeasuredSet($0, bootstrap) }
      let all = civic.count == 1 ? sets[0] : MeasuredSet(.pooled("all", civic), bootstrap)
      tables.append(SetTables.byLabel(all))
      // The set at natural prevalence last: it is what a moderator feels.
      let natural = sets.filter { $0.set.name == EvaluationData.natural }
      let others = sets.filter { $0.set.name != EvaluationData.natural }
      tables.append(SetTables.together((civic.count == 1 ? [] : [all]) + others + natural))
      tables += Label.allCases.map { SetTables.bySet($0, sets) }
      tables += [GroupTables.languages(civic), GroupTables.lengths(civic), GroupTables.cases(civic)]
    }
    if !open.isEmpty {
      let pooled = Label.allCases.compactMap { label -> JudgedSet? in
        let sets = open.filter { $0.labels == [label] }
        return sets.count > 1 ? .pooled("all", sets) : nil
      }
      tables.append(SetTables.open((open + pooled).map { MeasuredSet($0, bootstrap) }))
    }
    tables.append(GroupTables.identities(civic + open))
    return tables
  }

  /// - Parameter others: the same sets by another classifier.
  static func comparisons(
    _ civic: [JudgedSet], _ open: [JudgedSet], against others: (civic: [JudgedSet], open: [JudgedSet]),
    _ bootstrap: Bootstrap
  ) -> [FigureTable] {
    var tables: [FigureTable] = []
    if !civic.isEmpty {
      let outcome = Comparison(.pooled("all", civic), against: .pooled("all", others.civic), bootstrap).outcome
      tables.append(outcome.table("civic sets, against", before: "there", after: "here"))
      tables.append(outcome.sharedTable("civic sets, against", before: "there", after: "here"))
    }
    if let natural = civic.first(where: { $0.name == EvaluationData.natural }),
      let other = others.civic.first(where: { $0.name == EvaluationData.natural })
    {
      tables.append(
        Comparison(natural, against: other, bootstrap).outcome
          .sharedTable("natural prevalence, against", before: "there", after: "here"))
    }
    for label in Label.allCases {
      let sets = open.filter { $0.labels == [label] }
      guard !sets.isEmpty else { continue }
      let pooled = Comparison(
        .pooled("all", sets), against: .pooled("all", others.open.filter { $0.labels == [label] }), bootstrap)
      tables.append(pooled.outcome.table("public sets, against", before: "there", after: "here"))
    }
    return tables
  }
}
