/// What `bag-info.txt` says (RFC 8493 § 2.2.2): labels and values in the order they are to be read.
public struct BagInfo: Sendable, Equatable {
  public var entries: [(label: String, value: String)] {
    [
      ("Source-Organization", organization), ("Contact-Name", contactName), ("Contact-Email", contactEmail),
      ("External-Identifier", identifier), ("External-Description", description), ("Bagging-Date", date),
      ("Bag-Software-Agent", software), ("Protective-Marking", marking),
    ].filter { !$0.1.isEmpty } + more.map { ($0.label, $0.value) }
  }

  public var organization: String
  public var contactName: String
  public var contactEmail: String
  public var identifier: String
  public var description: String
  /// `2026-11-21`.
  public var date: String
  public var software: String
  /// `IN CONFIDENCE` (DPMC L76): every export carries one.
  public var marking: String
  public var more: [Entry]

  public struct Entry: Sendable, Equatable {
    public var label: String
    public var value: String

    public init(_ label: String, _ value: String) {
      self.label = label
      self.value = value
    }
  }

  public init(
    organization: String, contactName: String = "", contactEmail: String = "", identifier: String, description: String,
    date: String, software: String, marking: String, more: [Entry] = []
  ) {
    self.organization = organization
    self.contactName = contactName
    self.contactEmail = contactEmail
    self.identifier = identifier
    self.description = description
    self.date = date
    self.software = software
    self.marking = marking
    self.more = more
  }

  /// A line a label; line breaks in a value become spaces, so that no value can pass for another label.
  func text(octets: Int, files: Int) -> String {
    let lines = entries + [("Payload-Oxum", "\(octets).\(files)")]
    return lines.map { label, value in
      let words = value.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : String($0) }.joined()
      return "\(label): \(words)\n"
    }.joined()
  }
}
