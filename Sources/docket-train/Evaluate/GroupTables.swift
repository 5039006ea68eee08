import Moderation

/// How the classifier treats comments of one kind beside the others.
enum GroupTables {
  /// Comments that name a group without offending: how many of them are flagged as offensive.
  static func identities(_ sets: [JudgedSet]) -> FigureTable {
    var table = FigureTable(
      "neutral mentions flagged as offensive", "group", "mentions", "flagged", "share", "mean score")
    var named: [IdentityGroup: [Judgement]] = [:]
    var others: [Judgement] = []
    for judgement in sets.flatMap(\.judgements) {
      guard judgement.known.contains(.offensive), !judgement.comment.labels.contains(.offensive) else { continue }
      let groups = IdentityGroup.named(in: judgement.comment.text)
      for group in groups { named[group, default: []].append(judgement) }
      if groups.isEmpty { others.append(judgement) }
    }
    func add(_ name: String, _ judgements: [Judgement]) {
      let flagged = judgements.count { $0.flagged.contains(.offensive) }
      let scores = judgements.reduce(0) { $0 + $1.scores[.offensive] }
      table.add(
        name, .count(judgements.count), .count(flagged), share(flagged, of: judgements.count),
        .figure(judgements.isEmpty ? nil : scores / Double(judgements.count), nil))
    }
    for group in IdentityGroup.allCases { add(group.rawValue, named[group] ?? []) }
    add("none of them", others)
    return table
  }

  /// Comments of agencies' pages by the language that they are written in.
  static func languages(_ sets: [JudgedSet]) -> FigureTable {
    table(
      "language", of: sets,
      Language.allCases.map { language in
        (language.rawValue, { Language.of($0) == language })
      })
  }

  static func lengths(_ sets: [JudgedSet]) -> FigureTable {
    let bands = [
      ("to 5 words", 0...5), ("6 to 15", 6...15), ("16 to 30", 16...30), ("31 to 60", 31...60),
      ("over 60", 61...Int.max),
    ]
    return table(
      "length", of: sets,
      bands.map { name, band in
        (name, { band.contains($0.split(whereSeparator: \.isWhitespace).count) })
      })
  }

  static func cases(_ sets: [JudgedSet]) -> FigureTable {
    func letters(_ text: String) -> (upper: Int, lower: Int) {
      (text.count { $0.isUppercase }, text.count { $0.isLowercase })
    }
    return table(
      "letters", of: sets,
      [
        ("no capital", { letters($0).upper == 0 }),
        ("mostly capitals", { letters($0).upper > 5 && letters($0).upper > letters($0).lower }),
        ("as taught", { letters($0).upper > 0 && !(letters($0).upper > 5 && letters($0).upper > letters($0).lower) }),
      ])
  }

  private static func table(
    _ title: String, of sets: [JudgedSet], _ kinds: [(name: String, holds: (String) -> Bool)]
  ) -> FigureTable {
    var table = FigureTable(
      title, title, "comments", "harmless", "flagged of 1000 harmless", "precision", "recall")
    for kind in kinds {
      let part = JudgedSet(kind.name, sets.flatMap(\.judgements).filter { kind.holds($0.comment.text) })
      guard part.count > 0 else { continue }
      let harmless = part.tallies.count { $0.isHarmless }
      let flagged = part.tallies.count { $0.isHarmless && $0.shown > 0 }
      let hits = part.tallies.reduce(0) { $0 + $1.hits }
      let interval = WilsonInterval(flagged, of: harmless)
      table.add(
        kind.name, .count(part.count), .count(harmless),
        .rate(
          harmless == 0 ? nil : Double(flagged) * 1000 / Double(harmless),
          interval.map { Interval(low: $0.low * 1000, high: $0.high * 1000) }),
        share(hits, of: part.tallies.reduce(0) { $0 + $1.shown }),
        share(hits, of: part.tallies.reduce(0) { $0 + $1.carried }))
    }
    return table
  }

  private static func share(_ part: Int, of whole: Int) -> Cell {
    .figure(
      whole == 0 ? nil : Double(part) / Double(whole),
      WilsonInterval(part, of: whole).map { Interval(low: $0.low, high: $0.high) })
  }
}
