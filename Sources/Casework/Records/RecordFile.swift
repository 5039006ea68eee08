import Moderation

/// A record as its events make it. Its words are in the vault.
public struct RecordFile: Sendable, Equatable {
  /// `R-2026-0007`.
  public let id: String
  public let form: RecordForm
  public let items: [ItemID]
  public let channel: String?
  /// Code of its retention class.
  public let retention: String
  public let isTransitory: Bool
  public let restriction: RecordRestriction
  public let capturedBy: String
  public let capturedAt: Timestamp
  /// Key of its `RecordContent`.
  public let content: String
  /// SHA-256 of that content, hex: a summary is signed by the event that holds it.
  public let sha256: String?
  public let captured: Int64
  public internal(set) var state: RecordStep
  /// Where it was filed, or transferred to last.
  public internal(set) var system: String?
  /// Its reference there; the key of a word in the vault.
  public internal(set) var reference: String?
  public internal(set) var last: Int64

  public var isClosed: Bool { state == .disposed || state == .transferred }

  public static func folded(_ events: [Event]) -> RecordFile? {
    var file: RecordFile?
    for event in events where event.type == .recordStep || event.type == .disposed {
      if event.type == .disposed {
        file?.state = .disposed
        file?.last = event.sequence
        continue
      }
      guard let step = event.step.flatMap(RecordStep.init(rawValue:)) else { continue }
      if step == .captured {
        if file == nil { file = RecordFile(event) }
        continue
      }
      file?.last = event.sequence
      if step == .exported { continue }
      file?.state = step
      let details = StepDetails(event.details)
      if let system = details["system"] { file?.system = system }
      if let reference = details.vaultKeys.first { file?.reference = reference }
    }
    return file
  }

  private init?(_ event: Event) {
    let details = StepDetails(event.details)
    guard let id = event.matter, let form = details["form"].flatMap(RecordForm.init(rawValue:)),
      let content = details.vaultKeys.first
    else { return nil }
    self.id = id
    self.form = form
    self.content = content
    items = details.all("item").map { ItemID(rawValue: $0) }
    channel = event.channel
    retention = details["retention"] ?? ""
    isTransitory = details["transitory"] == "yes"
    restriction = details["restriction"].flatMap(RecordRestriction.init(rawValue:)) ?? .open
    capturedBy = event.actor
    capturedAt = event.at
    sha256 = event.sha256
    captured = event.sequence
    last = event.sequence
    state = .captured
  }

  /// The details of a capture's event.
  public static func details(of draft: RecordDraft, content key: String) -> [String] {
    var details = ["form=\(draft.form.rawValue)"]
    details += draft.items.map { "item=\($0.rawValue)" }
    details.append("retention=\(draft.retention ?? "")")
    if draft.isTransitory { details.append("transitory=yes") }
    details.append("restriction=\((draft.restriction ?? .open).rawValue)")
    if let worksheet = draft.worksheet { details.append("worksheet=\(worksheet.text)") }
    details.append("content=\(StepDetails.vaultMark)\(key)")
    return details
  }
}
