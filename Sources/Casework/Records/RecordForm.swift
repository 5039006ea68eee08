/// The three ways in which something said on a channel becomes a record (BC L149-154); one of them is enough.
public enum RecordForm: String, CaseIterable, Sendable, Codable {
  /// The record is made with its metadata: creator and sender, audience, dates, when and where it was posted (BC L152).
  case structured
  /// A copy of the posting, with only what is needed (BC L153).
  case copy
  /// A statement of what was said, signed by whoever wrote it (BC L154).
  case summary

  public var title: String {
    switch self {
    case .structured: "record with its metadata"
    case .copy: "copy with only what is needed"
    case .summary: "signed summary"
    }
  }
}

/// What happened to a record.
public enum RecordStep: String, CaseIterable, Sendable {
  case captured, filed, transferred
  /// A copy left the desk.
  case exported
  case disposed
}

/// Who may see a record.
public enum RecordRestriction: String, CaseIterable, Sendable, Codable {
  case open
  /// Staff who need it for their work.
  case restricted
  /// Whoever decides about its release, and nobody else.
  case confidential
}
