/// What a policy says of itself: the header that every rule set of an agency carries (DPMC L43-48).
public struct PolicyDocument: Sendable, Equatable {
  /// The agency's own reference: `POL-2026-014`.
  public var id: String
  public var version: String
  public var status: Status
  /// Who looks after it, and who approved it: a post or a person.
  public var owner: String
  public var approver: String
  public var approved: CivilDate?
  public var reviewBy: CivilDate?

  public init(
    id: String = "", version: String = "", status: Status = .draft, owner: String = "", approver: String = "",
    approved: CivilDate? = nil, reviewBy: CivilDate? = nil
  ) {
    self.id = id
    self.version = version
    self.status = status
    self.owner = owner
    self.approver = approver
    self.approved = approved
    self.reviewBy = reviewBy
  }

  public enum Status: String, CaseIterable, Sendable { case draft, approved, superseded }
}

/// One of the rules that the agency posted for those who comment (OAG L105-107): what a reason points at.
public struct HouseRule: Sendable, Equatable {
  /// `HR03`.
  public var code: String
  public var version: Int
  public var title: String
  /// As the public reads it.
  public var text: String

  public init(code: String, version: Int = 1, title: String, text: String) {
    self.code = code
    self.version = version
    self.title = title
    self.text = text
  }
}
