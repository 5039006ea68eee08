import Moderation

/// What is now to be done on the platforms, one row a decision, for a person or a script (FORMATS § 8).
///
/// CSV is RFC 4180 in UTF-8 without a byte order mark, line ends CRLF, a header first. In its cells a `'` is put before a
/// value that begins with `=`, `+`, `-`, `@`, TAB or CR, so that no spreadsheet takes it for a formula; a script drops
/// it. Control characters, which no platform's id has, stand as U+FFFD there. JSON Lines has the same columns as keys, in
/// the same order, the values as they are.
///
/// `http_method`, `path` and `body` are there where the platform has a public call (FORMATS § 7) and the ids are in its
/// own shape; they are empty in a row that somebody works by hand. A body that begins with `{` is JSON, any other a form.
/// The sheet holds no server and no token. `reversible` says whether the platform can take it back.
public enum ActionSheet {
  public enum Format: String, CaseIterable, Sendable {
    case csv
    /// JSON Lines.
    case jsonl
  }

  /// The columns, in their order. `decision` is ours: the number of the event that decided, by which a sheet is read back
  /// and a retry known.
  public static let columns = SheetColumn.allCases.map(\.rawValue)

  /// For the command line's help.
  public static let guide = """
    A row says what to do with one comment. Where http_method, path and body are empty, do it by hand. Put done or \
    failed into status, and what the platform answered into response; leave decision as it is: by it the sheet is read \
    back. In CSV a ' stands before a cell that begins with = + - @ TAB or CR, so that no spreadsheet takes it for a \
    formula: a script drops it. A spreadsheet rounds ids of more than 15 digits unless their columns are imported as \
    text: give a script the sheet as it was written. There are no tokens in it. text_sha256 is the digest of the text that was judged: \
    where the comment has another by now, it was edited, and should be looked at again.
    """

  /// What comes before the rows: the header of a CSV, nothing in JSON Lines.
  public static func header(_ format: Format) -> String {
    switch format {
    case .csv: CSVLine.text(columns)
    case .jsonl: ""
    }
  }

  /// One row with its line end.
  public static func row(_ action: PlatformAction, _ format: Format) -> String {
    let cells = SheetRow(action)
    switch format {
    case .csv:
      return CSVLine.text(SheetColumn.allCases.map { CSVLine.guarded(cells[$0]) })
    case .jsonl:
      var line = JSONText()
      for column in SheetColumn.allCases {
        // A number for whoever sorts; every other value is text.
        if column == .decision {
          line.add(column.rawValue, action.decision)
        } else {
          line.add(column.rawValue, cells[column])
        }
      }
      return line.object + "\n"
    }
  }

  /// A whole sheet.
  public static func text(_ actions: some Sequence<PlatformAction>, _ format: Format) -> String {
    actions.reduce(into: header(format)) { $0 += row($1, format) }
  }

  /// The rows among these that no call carries out.
  public static func manual(_ actions: some Sequence<PlatformAction>) -> [PlatformAction] {
    actions.filter { PlatformCalls.request(for: $0) == nil }
  }
}

/// The sheet's columns, as § 8 gives them, and `decision`.
enum SheetColumn: String, CaseIterable, Sendable {
  case platform, channel
  case threadID = "thread_id"
  case commentID = "comment_id"
  case permalink
  case authorID = "author_id"
  case action
  case reasonCode = "reason_code"
  case reasonText = "reason_text"
  case replyText = "reply_text"
  case decidedBy = "decided_by"
  case decidedAt = "decided_at"
  case textSHA256 = "text_sha256"
  case method = "http_method"
  case path, body, reversible, status, response, decision
}

/// One row's cells before they are written in a format.
struct SheetRow {
  private let action: PlatformAction
  private let request: PlatformRequest?

  init(_ action: PlatformAction) {
    self.action = action
    request = PlatformCalls.request(for: action)
  }

  subscript(column: SheetColumn) -> String {
    switch column {
    case .platform: action.platform
    case .channel: action.channel
    case .threadID: action.thread ?? ""
    case .commentID: action.comment
    case .permalink: action.permalink ?? ""
    case .authorID: action.author ?? ""
    case .action: action.verb.sheetWord
    case .reasonCode: action.reason.rawValue
    case .reasonText: action.reasonText
    case .replyText: action.verb == .reply ? action.reasonText : ""
    case .decidedBy: action.decidedBy
    case .decidedAt: action.decidedAt.iso8601()
    case .textSHA256: action.textSHA256
    case .method: request?.method ?? ""
    case .path: request?.path ?? ""
    case .body: request?.body ?? ""
    case .reversible: request?.isReversible ?? (action.verb != .delete) ? "yes" : "no"
    case .status: SheetStatus.planned.rawValue
    case .response: ""
    case .decision: String(action.decision)
    }
  }
}

/// How far a row has come; whoever carries the sheet out writes it.
enum SheetStatus: String, Sendable { case planned, done, failed }

extension Verb {
  /// The word of § 8. Its `spam` and `ban` are no verbs of a desk.
  var sheetWord: String {
    switch self {
    case .hide, .unhide, .delete, .hold, .reply, .escalate: rawValue
    case .publish: "approve"
    case .leave, .record, .refer, .openCase, .snooze, .skip: "none"
    }
  }
}
