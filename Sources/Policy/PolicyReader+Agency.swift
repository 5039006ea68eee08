import Moderation

/// `[agency]` and `[[role]]`: whose policy it is, and who answers for what is escalated.
extension PolicyReader {
  mutating func readAgency(_ root: Section) -> (
    name: String, zone: String, language: String, greeting: String, contact: String, rules: String
  ) {
    guard let section = section("agency", of: root, name: "[agency]") else { return ("", "", "en", "", "", "") }
    refuseUnknownKeys(of: section, allowed: ["name", "zone", "contact", "rules", "language", "greeting"])
    let zone = text("zone", of: section)
    if let zone, !Self.looksLikeZone(zone) { report(.unknownZone(zone), at: section.path.key("zone")) }
    let language = optionalText("language", of: section) ?? "en"
    if !Self.isLanguage(language) {
      report(.wrongType(key: "language", expected: "two or three letters, like en"), at: section.path.key("language"))
    }
    return (
      text("name", of: section) ?? "", zone ?? "", language, optionalText("greeting", of: section) ?? "",
      text("contact", of: section) ?? "",
      text("rules", of: section) ?? ""
    )
  }

  mutating func readRoles(_ root: Section) -> [EscalationRole] {
    if root.table["role"] == nil { report(.missing(key: "[[role]]", in: root.name), at: root.path) }
    var roles: [EscalationRole] = []
    for var section in sections("role", of: root, name: "[[role]]") {
      refuseUnknownKeys(of: section, allowed: ["name", "title", "contact"])
      guard let name = name("name", of: section) else { continue }
      if roles.contains(where: { $0.name.rawValue == name }) {
        report(.duplicate(kind: "role", name: name), at: section.path)
      }
      section.name = "role \(name)"
      roles.append(
        EscalationRole(
          name: RoleName(name), title: text("title", of: section) ?? name, contact: text("contact", of: section) ?? ""))
    }
    return roles
  }

  /// `Area/City`, letters, digits and a few marks: enough to keep a path out of the zone database's folder.
  private static func looksLikeZone(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return name == "UTC"
      || (parts.count >= 2
        && parts.allSatisfy { part in
          !part.isEmpty && part.allSatisfy { ($0.isASCII && ($0.isLetter || $0.isNumber)) || "_+-".contains($0) }
        })
  }
}
