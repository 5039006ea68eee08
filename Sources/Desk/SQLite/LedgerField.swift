import Moderation

/// One column of the ledger: how it is named, and how it is taken from an event.
///
/// The one list below makes the table, the insert, the read-back and the canonical encoding, so that what is stored is
/// exactly what is hashed.
struct LedgerField: Sendable {
  var name: String
  var isInteger: Bool
  var value: @Sendable (Event) -> LedgerValue

  private static func text(_ name: String, _ value: @escaping @Sendable (Event) -> String?) -> LedgerField {
    LedgerField(name: name, isInteger: false) { LedgerValue(text: value($0)) }
  }

  private static func integer(_ name: String, _ value: @escaping @Sendable (Event) -> Int64?) -> LedgerField {
    LedgerField(name: name, isInteger: true) { value($0).map(LedgerValue.integer) ?? .absent }
  }

  /// The hashed fields of encoding 1, in its order.
  static let first: [LedgerField] = [
    integer("seq") { $0.sequence },
    text("id") { $0.id },
    integer("at") { $0.at.milliseconds },
    text("zone") { $0.zone },
    text("type") { $0.type.rawValue },
    text("verb") { $0.verb?.rawValue },
    text("attempted") { $0.attempted?.rawValue },
    text("actor") { $0.actor },
    text("role") { $0.role },
    text("authority") { $0.authority },
    text("item") { $0.item?.rawValue },
    integer("rev") { $0.revision.map(Int64.init) },
    text("text_sha256") { $0.textSHA256 },
    text("before") { $0.before?.ledgerText },
    text("after") { $0.after?.ledgerText },
    text("reasons") { lines($0.reasons) },
    text("escalated_to") { $0.escalatedTo },
    text("rationale") { $0.rationale },
    text("refusal") { $0.refusal },
    text("flags") { lines($0.flags) },
    text("policy") { $0.policy },
    text("rules") { $0.rules },
    text("automation") { $0.automation?.rawValue },
    integer("masked") { $0.masked.map { $0 ? 1 : 0 } },
    text("batch") { $0.batch },
    integer("cause") { $0.cause },
    integer("undo_of") { $0.undoOf },
    text("feed_sha256") { $0.imported?.feedSHA256 },
    text("format") { $0.imported?.format },
    integer("new") { $0.imported.map { Int64($0.new) } },
    integer("changed") { $0.imported.map { Int64($0.changed) } },
    integer("same") { $0.imported.map { Int64($0.same) } },
    integer("skipped") { $0.imported.map { Int64($0.skipped) } },
    text("items_sha256") { $0.imported?.itemsSHA256 },
    text("version") { $0.version },
  ]

  /// The links, which the body is hashed with and into.
  static let links: [LedgerField] = [text("prev") { $0.previous }, text("hash") { $0.hash }]

  /// What encoding 2 adds. New fields go to the end of a new version, never in between.
  static let second: [LedgerField] = [
    integer("learned_at") { $0.learnedAt?.milliseconds },
    text("channel") { $0.channel },
    text("on_behalf_of") { $0.onBehalfOf },
    text("target") { $0.target },
    integer("supersedes") { $0.supersedes },
    text("suggested") { lines($0.suggested) },
    text("context") { lines($0.context) },
    text("public_text") { $0.publicText },
    text("house_rules") { $0.houseRules },
    integer("claimed_at") { $0.claimedAt?.milliseconds },
    integer("until") { $0.until?.milliseconds },
    text("outcome") { $0.outcome },
    text("sha256") { $0.sha256 },
    integer("count") { $0.count.map(Int64.init) },
    text("audience") { $0.audience },
    text("host") { $0.host },
    integer("clock_behind") { $0.clockBehind },
  ]

  /// What encoding 3 adds: casework.
  static let third: [LedgerField] = [
    text("matter") { $0.matter },
    text("step") { $0.step },
    text("details") { lines($0.details) },
  ]

  /// Which encodings there are, the last one for new events.
  static let encodings = 1...3

  /// The hashed fields of an encoding; nil for one that this program does not know.
  static func body(encoding: Int) -> [LedgerField]? {
    switch encoding {
    case 1: first
    case 2: first + second
    case 3: first + second + third
    default: nil
    }
  }

  static let encoding = integer("encoding") { Int64($0.encoding) }

  /// Every column.
  static let all = first + second + third + links + [encoding]

  /// A list is kept one entry a line; an empty one is absent.
  private static func lines(_ values: [String]) -> String? {
    values.isEmpty ? nil : values.map { $0.replacing("\n", with: " ") }.joined(separator: "\n")
  }
}

/// What a ledger column holds.
enum LedgerValue: Sendable, Equatable {
  case absent
  case integer(Int64)
  case text(String)

  /// U+0000 ends a text in SQLite's C interface, so it is dropped before anything is hashed or stored.
  init(text: String?) {
    guard let text else {
      self = .absent
      return
    }
    self = .text(
      text.utf8.contains(0) ? String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\0" })) : text)
  }
}

extension ItemState {
  /// `open visible`, `escalated hidden recorded`, `decided hidden stage=exported`.
  var ledgerText: String {
    status.rawValue + " " + visibility.rawValue + (recorded ? " recorded" : "")
      + (stage.map { " stage=" + $0.rawValue } ?? "")
  }

  init?(ledgerText: String) {
    let words = ledgerText.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count >= 2, let status = Status(rawValue: String(words[0])),
      let visibility = Visibility(rawValue: String(words[1]))
    else { return nil }
    self.init(status: status, visibility: visibility)
    for word in words.dropFirst(2) {
      if word == "recorded" {
        recorded = true
      } else if word.hasPrefix("stage="), let stage = Stage(rawValue: String(word.dropFirst("stage=".count))) {
        self.stage = stage
      } else {
        return nil
      }
    }
  }
}
