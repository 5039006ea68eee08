/// How long a kind of record is kept, and by what authority it is destroyed.
public struct RetentionClass: Sendable, Equatable {
  /// `GDA7-1`, `CASE`.
  public var code: String
  public var title: String
  /// The disposal authority (PRA 2005 s 18; BC L147).
  public var authority: String
  public var keeps: Duration
  public var from: Trigger
  /// What it is for where nobody said otherwise; at most one class for each.
  public var defaultFor: Set<Holding>

  public init(
    code: String, title: String, authority: String, keeps: Duration, from: Trigger, defaultFor: Set<Holding> = []
  ) {
    self.code = code
    self.title = title
    self.authority = authority
    self.keeps = keeps
    self.from = from
    self.defaultFor = defaultFor
  }

  /// By the calendar: seven years after 29 February is 28 February.
  public struct Duration: Sendable, Equatable {
    public var years: Int
    public var months: Int
    public var days: Int

    public init(years: Int = 0, months: Int = 0, days: Int = 0) {
      self.years = years
      self.months = months
      self.days = days
    }
  }

  /// What it is counted from.
  public enum Trigger: String, CaseIterable, Sendable {
    /// When the comment came onto the desk.
    case imported
    /// The last thing that anybody did about it.
    case lastActed = "last_acted"
    /// When the case or escalation that it is part of was closed.
    case closed
  }

  public enum Holding: String, CaseIterable, Sendable {
    /// Nobody did anything but leave it: chatter.
    case untouched
    /// Somebody decided about it.
    case decided
    case transitory
    case recorded
    /// It belongs to a case or an escalation.
    case casework = "case"
  }
}

/// An Act, for as long as it is in force.
public struct StatuteReference: Sendable, Equatable {
  public var id: String
  public var title: String
  public var from: CivilDate?
  public var to: CivilDate?

  public init(id: String, title: String, from: CivilDate? = nil, to: CivilDate? = nil) {
    self.id = id
    self.title = title
    self.from = from
    self.to = to
  }
}

/// A body that people can turn to, or a service that helps: who goes into notices and welfare advice (OAG 4.1-4.2).
public struct OversightContact: Sendable, Equatable {
  /// `ombudsman`, `privacy_commissioner`, `police`, `crisis_line`: templates name it as `{contact:ombudsman}`.
  public var id: String
  public var title: String
  public var contact: String
  /// Labels for which the console shows it beside a comment: welfare for a crisis line.
  public var labels: Set<Label>

  public init(id: String, title: String, contact: String, labels: Set<Label> = []) {
    self.id = id
    self.title = title
    self.contact = contact
    self.labels = labels
  }
}
