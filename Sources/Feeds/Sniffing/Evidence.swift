/// One thing that speaks for a format: `score` adds these up, and the words say why it was chosen.
struct Evidence<Sample>: Sendable {
  /// Out of 100. Nil: the format is out of the question without it, and it alone says nothing.
  let points: Int?
  /// What was seen: `records have cid`.
  let words: String
  let isSeen: @Sendable (Sample) -> Bool

  /// Must be there; it adds nothing.
  static func needs(_ words: String, _ isSeen: @escaping @Sendable (Sample) -> Bool) -> Evidence {
    Evidence(points: nil, words: words, isSeen: isSeen)
  }

  /// Adds to the score.
  static func adds(_ points: Int, _ words: String, _ isSeen: @escaping @Sendable (Sample) -> Bool) -> Evidence {
    Evidence(points: points, words: words, isSeen: isSeen)
  }
}

extension SniffScore {
  /// Points and the reasons for them.
  struct Finding {
    var points = 0
    var reasons: [String] = []

    init() {}

    init<Sample>(_ evidence: [Evidence<Sample>], _ sample: Sample) {
      for item in evidence {
        let isSeen = item.isSeen(sample)
        if let points = item.points {
          if isSeen {
            self.points += points
            reasons.append(item.words)
          }
        } else if !isSeen {
          points = 0
          reasons = []
          return
        }
      }
      points = Swift.min(points, 100)
    }
  }
}

/// How well one format fits a feed.
public struct SniffScore: Sendable, Equatable {
  /// `youtube-api@1`.
  public var format: String
  /// 0 to 100. Of the platforms' formats with at least `sure` the one with most points is taken; then the general reading;
  /// then whatever has `threshold`.
  public var points: Int
  /// What in the feed speaks for it, in names of the format's own fields.
  public var reasons: [String]

  /// Fewer points than this are a likeness.
  public static let threshold = 20
  /// With so many, a platform's format goes before the general reading of tables and plain JSON.
  public static let sure = 40
}

extension Evidence<JSONSample> {
  /// One of the first records has one of these keys.
  static func record(_ points: Int, _ keys: StaticString...) -> Evidence {
    adds(points, "records have " + keys.map(\.description).joined(separator: " or ")) { sample in
      sample.records.contains { record in keys.contains { record[$0] != nil } }
    }
  }

  /// One of the first records has all of these keys.
  static func recordAll(_ points: Int, _ keys: StaticString...) -> Evidence {
    adds(points, "records have " + keys.map(\.description).joined(separator: ", ")) { sample in
      sample.records.contains { record in keys.allSatisfy { record[$0] != nil } }
    }
  }

  /// The page has all of these keys.
  static func page(_ points: Int, _ keys: StaticString...) -> Evidence {
    adds(points, "the page has " + keys.map(\.description).joined(separator: ", ")) { sample in
      sample.page.isObject && keys.allSatisfy { sample.page[$0] != nil }
    }
  }

  /// One of the first records must have all of these keys.
  static func needsRecord(_ keys: StaticString...) -> Evidence {
    needs("records have " + keys.map(\.description).joined(separator: ", ")) { sample in
      sample.records.contains { record in keys.allSatisfy { record[$0] != nil } }
    }
  }

  /// The page must have all of these keys.
  static func needsPage(_ keys: StaticString...) -> Evidence {
    needs("the page has " + keys.map(\.description).joined(separator: ", ")) { sample in
      sample.page.isObject && keys.allSatisfy { sample.page[$0] != nil }
    }
  }
}
