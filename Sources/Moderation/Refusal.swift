/// Why something was not done. The wording is in `Refusal+Message.swift`.
public enum Refusal: Error, Sendable, Equatable {
  case reasonMissing(Verb)
  case reasonUnknown(ReasonCode)
  case verbNotAllowed(Verb, under: ReasonCode, allowed: [Verb])
  case rationaleRequired(ReasonCode)
  /// The policy names nobody else who could confirm.
  case secondPersonRequired(Verb, ReasonCode)
  /// The person who proposed it cannot be the second one.
  case secondPersonMustDiffer(Verb, ReasonCode, proposer: String)
  case escalationRoleMissing(ReasonCode, known: [RoleName])
  case escalationRoleUnknown(RoleName, known: [RoleName])
  /// A snooze that ends nowhere, or in the past.
  case untilMissing
  case itemUnknown(ItemID)
  case stale(ItemID, seen: Int, current: Int)
  /// Somebody else decided about it since it was shown.
  case overtaken(ItemID, by: String, verb: Verb?)
  case claimed(ItemID, by: String, until: Timestamp)
  case nothingToChange(ItemID, Verb, ItemState)
  case nothingToUndo
  /// It has been sent out: only another decision reverses it.
  case alreadyOut(ItemID, verb: Verb?, reverse: Verb?)
  /// The policy does not name them, or not on this day.
  case notAuthorised(UserName, Permission, String?)
  /// None of their roles may.
  case roleNotAllowed(Permission, role: String, channel: String?, holders: [StaffRole])
  case channelUnregistered(String)
  /// The register says that the platform cannot do this.
  case notPossibleOn(String, Verb, allowed: [Verb])
  /// The register says that the channel is not in use.
  case channelNotActive(String, Channel.State)
  /// Another policy was adopted since this program read it.
  case policyReplaced
  case purposeMissing
  /// The decision does not say what kind of case to open.
  case caseKindMissing
  /// There is a case of this kind about the comment already, and it is open.
  case caseOpenAlready(ItemID, String)
  /// The case has gone on since the decision that opened it, so that the decision cannot be taken back.
  case caseMovedOn(String)
  /// A step of a case, an escalation or a playbook.
  case casework(CaseworkRefusal)
}
