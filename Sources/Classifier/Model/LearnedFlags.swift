import Moderation

/// Turns the sums of the model into findings: the score, the kind, the words that carried it, and the severity.
struct LearnedFlags {
  let model: LinearModel
  /// The lanes that anybody asks for.
  let lanes: [Lane]

  init(_ model: LinearModel, labels: Set<Label>) {
    self.model = model
    lanes = Lane.shown.filter { $0.label.map(labels.contains) ?? false }
  }

  /// Appends a finding for every label whose score reaches 0.50.
  func find(in document: Document, _ composition: Composition, into findings: inout Findings) {
    let facts = DenseFeatures(document, composition)
    var sums = model.sums(of: document, facts: facts, excused: composition.excused)
    sums += RuleBonus.lanes(document, composition)
    let logits = model.logits(sums)
    if findings.isScoring {
      for lane in lanes {
        if let label = lane.label { findings.learned[label] = Double(LinearModel.score(logits[lane.rawValue])) }
      }
    }
    let abuse = composition.settled(Double(LinearModel.score(logits[Lane.offensive.rawValue])))
    // What the rules saw is a part of what is weighed: they say why, the sum says how sure.
    if lanes.contains(.offensive) { findings.rescore(.offensive, abuse) }
    for lane in lanes {
      guard let label = lane.label else { continue }
      let score = lane == .offensive ? abuse : Double(LinearModel.score(logits[lane.rawValue]))
      if score >= 0.5 { append(lane, label, score, logits, document, composition, into: &findings) }
    }
  }

  private func append(
    _ lane: Lane, _ label: Label, _ score: Double, _ logits: Lanes, _ document: Document, _ composition: Composition,
    into findings: inout Findings
  ) {
    // Rules that spoke have said it better.
    if label == .offensive, composition.evidence.contains(where: { $0.excuse == nil }) { return }
    let carriers = Carriers(of: lane, model, in: document, excused: lane.isExcusable ? composition.excused : [])
    let kind = KindCues.kind(of: label, in: document, isHate: logits[Lane.hate.rawValue] >= 0, composition)
    var spans: [Span] = []
    switch label {
    case .spam: spans = Links.find(in: document).map { document.span(bytes: $0, .link) }
    case .request:
      spans = document.hits.filter { $0.roles.contains(.statute) }.map { document.span($0.range, .statute) }
    case .offensive:
      let type: SpanType = kind == .threat ? .threat : kind == .sexual ? .sexual : .insult
      spans = carriers.ranges.map { document.span($0, type) }
    case .health, .personal, .complaint, .welfare, .legal: break
    }
    if label != .offensive { spans += carriers.ranges.map { document.span($0, .cue) } }
    let quotes = carriers.ranges.map { "\"\(document.words($0))\"" }.joined(separator: " + ")
    let title = Self.title(label, kind)
    findings.append(
      Finding(
        label: label, score: score, severity: Self.severity(label, kind, score: score),
        why: quotes.isEmpty ? "\(title), by the whole of it" : "\(title): \(quotes)", spans: spans,
        rule: "\(label.rawValue).\(kind?.rawValue ?? "learned")@\(Self.version)"))
  }

  /// Of the way that scores become findings.
  private static let version = 3

  private static func title(_ label: Label, _ kind: FlagKind?) -> String {
    switch kind {
    case .profanity: "Strong language"
    case .insult: "Reads as an insult"
    case .hate: "Reads as hostile to a group"
    case .threat: "Reads as a threat"
    case .sexual: "Sexual remark"
    case .service: "Dissatisfied with the agency's service or decision"
    case .staff: "Dissatisfied with the agency's staff"
    case .channel: "Dissatisfied with how this channel is run"
    case .privacyBreach: "Reports a privacy breach"
    case .neutrality: "Doubts the agency's political neutrality"
    case .official: "Asks for information that the agency holds"
    case .ownInformation: "Asks for what the agency holds on its author"
    case .ordinary: "Asks for an answer that the agency's records give"
    case .scam: "Reads like a scam"
    case .promotion: "Reads like an advertisement"
    case nil:
      switch label {
      case .welfare: "Somebody may be in danger now"
      case .legal: "May be before the courts, suppressed or leaked"
      case .health, .personal, .offensive, .complaint, .request, .spam: "Reads as \(label.rawValue)"
      }
    }
  }

  /// A missed threat costs more than a swear word.
  private static func severity(_ label: Label, _ kind: FlagKind?, score: Double) -> Severity {
    switch kind {
    case .threat, .hate, .privacyBreach: .high
    case .insult, .sexual, .official, .ownInformation, .staff, .neutrality, .scam: .medium
    case .profanity, .promotion, .ordinary: .low
    case .service, .channel: score >= 0.75 ? .medium : .low
    case nil:
      switch label {
      case .welfare: .critical
      case .legal, .health, .personal: .high
      case .offensive, .complaint, .request, .spam: .medium
      }
    }
  }
}

extension Lane {
  /// Whether words that an author only quotes, reports or denies do not count.
  package var isExcusable: Bool {
    switch self {
    case .offensive, .hate: true
    case .complaint, .request, .welfare, .spam, .legal, .spare: false
    }
  }
}
