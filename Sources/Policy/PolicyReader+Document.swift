import Moderation
import TOMLSource

/// `[document]` and `[[house_rule]]`: what the policy says of itself, and what the public was told.
extension PolicyReader {
  mutating func readDocument(_ root: Section) -> PolicyDocument? {
    guard let section = optionalSection("document", of: root, name: "[document]") else { return nil }
    refuseUnknownKeys(
      of: section, allowed: ["id", "version", "status", "owner", "approver", "approved", "review_by"])
    return PolicyDocument(
      id: optionalText("id", of: section) ?? "", version: optionalText("version", of: section) ?? "",
      status: optionalWord("status", of: section, as: PolicyDocument.Status.self) ?? .draft,
      owner: optionalText("owner", of: section) ?? "", approver: optionalText("approver", of: section) ?? "",
      approved: date("approved", of: section), reviewBy: date("review_by", of: section))
  }

  mutating func readHouseRules(_ root: Section) -> [HouseRule] {
    unique("house_rule", of: root, by: "code").map { section, code in
      refuseUnknownKeys(of: section, allowed: ["code", "version", "title", "text"])
      return HouseRule(
        code: code, version: number("version", of: section, else: 1), title: name("title", of: section) ?? code,
        text: name("text", of: section) ?? "")
    }
  }
}
