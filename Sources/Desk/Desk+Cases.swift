import Casework
import Moderation

extension Desk {
  /// Takes a step of a case, checked by the case's own rules, the statute's and the policy's: durable on return, or refused
  /// and written down as refused.
  ///
  /// - Parameter seen: the case's last event (`CaseFile.last`) as it was on the screen; a later one on the desk means that
  ///   somebody was quicker. Nil does not look.
  /// - Returns: the step's event first; then what it brought with it: an escalation, a review, the end of one.
  @discardableResult
  public func take(
    _ entry: StepEntry, onCase id: String, seen: Int64? = nil, by user: UserName
  ) throws(CommitError) -> [Event] {
    try committing { desk, bench in
      guard let file = try desk.caseFile(id) else {
        let refusal = Refusal.casework(.matterUnknown)
        try bench.write(refusal, of: "case \(entry.step.rawValue)", by: user, on: nil, desk)
        return .failure(refusal)
      }
      let outcome = try bench.take(entry, file, seen: seen, by: user, desk)
      if case .failure(let refusal) = outcome {
        try bench.write(refusal, of: "\(file.id) \(entry.step.rawValue)", by: user, on: file.channel, desk)
      }
      return outcome
    }
  }
}

extension Desk {
  /// The addresses that were given for a case, the latest last. Needs a purpose in the person's own words, and is an event.
  public func addresses(ofCase id: String, purpose: String, by user: UserName) throws(CommitError) -> [String] {
    try committing { desk, bench in
      let events = try desk.history(ofMatter: id)
      let file = CaseFile.folded(events)
      return try bench.allowed(.reveal, user, desk, on: file?.channel) { authority in
        guard let file else { return .failure(.casework(.matterUnknown)) }
        guard purpose.contains(where: { !$0.isWhitespace }) else { return .failure(.purposeMissing) }
        var event = bench.event(.revealed, by: authority)
        event.channel = file.channel
        event.target = "address \(file.id)"
        event.rationale = try desk.keepRationale(purpose)
        _ = try desk.append(event)
        return .success(
          try events.compactMap { StepDetails($0.details).vaultKey(.address) }.compactMap { try desk.rationale($0) })
      }
    }
  }
}

extension DeskBench {
  fileprivate func take(
    _ entry: StepEntry, _ file: CaseFile, seen: Int64?, by user: UserName, _ desk: any DeskWriter
  ) throws -> Result<[Event], Refusal> {
    if let refusal = try policyReplaced(desk) { return .failure(refusal) }
    if let seen, seen != file.last, let last = try desk.event(file.last) {
      return .failure(.casework(.overtaken(by: last.actor, step: last.step ?? "")))
    }
    switch authority(for: entry.step.permission, of: user, on: file.channel) {
    case .success(let authority): return try CaseTaking(desk, self, authority).take(entry, file)
    case .failure(let refusal): return .failure(refusal)
    }
  }
}

extension CaseworkRefusal {
  static func overtaken(by person: String, step: String) -> CaseworkRefusal {
    CaseworkRefusal(
      code: "case_overtaken",
      message: "\(person) was quicker (\(step.replacing("_", with: " "))) since it was shown; read it again")
  }

  static let commentUnknown = CaseworkRefusal(
    code: "comment_unknown", message: "there is no such comment on this desk")
}
