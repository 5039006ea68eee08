import Moderation

extension CaseworkRefusal {
  public static func recordIncomplete(_ missing: [RecordField]) -> CaseworkRefusal {
    CaseworkRefusal(
      code: missing.contains(.need) ? "need_missing" : "record_incomplete",
      message: "the record still has to say: "
        + missing.map { "\($0.rawValue.replacing("_", with: "-")) (\($0.question))" }.joined(separator: "; "))
  }

  public static func retentionUnknown(_ known: [String]) -> CaseworkRefusal {
    CaseworkRefusal(
      code: "retention_unknown",
      message: known.isEmpty
        ? "the policy has no retention class; add a [[retention]] to it first"
        : "the policy has no such retention class; it has \(known.joined(separator: ", "))")
  }

  public static func recordUnknown(_ id: String) -> CaseworkRefusal {
    CaseworkRefusal(
      code: "record_unknown", message: "there is no such record on this desk; `docket records list --all` shows all")
  }

  public static func recordMovedOn(_ id: String, _ state: RecordStep) -> CaseworkRefusal {
    CaseworkRefusal(
      code: "record_\(state.rawValue)", message: "\(id) has been \(state.rawValue); nothing more can be done to it")
  }

  public static let recordWordsGone = CaseworkRefusal(
    code: "words_gone", message: "the words of this comment have been destroyed; there is nothing to record")

  public static let wordsDestroyed = CaseworkRefusal(
    code: "words_destroyed", message: "the words of this comment have been destroyed; nothing can be decided about it")

  public static let filingIncomplete = CaseworkRefusal(
    code: "filing_incomplete", message: "say in which system it was filed, and under which reference")

  public static let exportUnmarked = CaseworkRefusal(
    code: "export_unmarked",
    message: "an export says for whom it is, who approved it and how it is marked: --audience, --approver, --marking")

  public static let holdIncomplete = CaseworkRefusal(
    code: "hold_incomplete", message: "a legal hold needs a reason and the authority that it rests on")

  public static let holdEmpty = CaseworkRefusal(
    code: "hold_empty", message: "the hold would cover nothing; name comments, an author, a case or a channel")

  public static let holdUnknown = CaseworkRefusal(
    code: "hold_unknown", message: "there is no such hold in force on this desk; `docket hold list --all` shows all")

  public static let disposalUnauthorised = CaseworkRefusal(
    code: "approver_missing", message: "a certificate says who authorised the disposal: --approver")
}
