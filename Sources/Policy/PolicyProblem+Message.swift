extension PolicyProblem {
  /// What is wrong, and what to write instead.
  public var message: String {
    switch problem {
    case .unreadable(let why):
      return "cannot be read: \(why)"
    case .syntax(let why):
      return "not TOML: \(why)"
    case .missing(let key, let table):
      return "\(table) lacks \(key); add \(key) = …"
    case .wrongType(let key, let expected):
      return "\(key) must be \(expected)"
    case .unknownWord(let key, let found, let allowed):
      return "\(key) cannot be \"\(found)\"; write one of \(allowed.joined(separator: ", "))"
    case .unknownKey(let key, let table, let allowed):
      return "\(table) has no key \(key); it takes \(allowed.joined(separator: ", "))"
    case .duplicate(let kind, let name):
      return "the \(kind) \(name) is there twice; remove one or rename it"
    case .noVerbs(let reason):
      return "\(reason) allows no verb; write verbs = [\"leave\"] or what it is for"
    case .unknownReason(let code):
      return "there is no [[reason]] with code \"\(code)\"; add it, or name another"
    case .suggestionNotAllowed(let reason, let verb, let allowed):
      return "\(reason) does not allow \(verb); write one of \(allowed.joined(separator: ", "))"
    case .unknownRole(let role, let known):
      return "there is no [[role]] named \"\(role)\"; there is \(Self.list(known))"
    case .unknownZone(let zone):
      return "zone \"\(zone)\" is not an IANA name; write one like \"Pacific/Auckland\""
    case .deleteNotOwner(let role):
      return
        "\(role) cannot be given delete: only a channel's owner or a deputy deletes (DPMC L175); "
        + "remove \"delete\", and name the person as owner or deputy of the channel"
    case .headForbids(let reason, let head, let verb, let heads):
      return
        "\(reason) allows \(verb), but its head \"\(head)\" is no ground for it (DPMC L175); remove \"\(verb)\" or write "
        + "head = one of \(heads.joined(separator: ", "))"
    case .twoIDs(let user, let ids):
      return "the user \(user) is called \(ids.joined(separator: " and ")); write the same id in each entry"
    case .datesReversed(let from, let to):
      return "to = \(to) is before from = \(from); write a later day, or leave it out"
    case .unknownPerson(let person, let key, let known):
      return "\(key) \"\(person)\" is not the id of a [[person]]; add them, or write one of \(Self.list(known))"
    case .unknownChannel(let channel, let known):
      return "there is no [[channel]] with id \"\(channel)\"; "
        + (known.isEmpty ? "add it, or leave channels out for all" : "add it, or write one of \(Self.list(known))")
    case .aliasTaken(let alias, let channel):
      return "\"\(alias)\" is already a name of channel \(channel); remove it from one of them"
    case .tooFewApprovals(let channel, let state, let count):
      return
        "\(channel) is \(state) with \(count == 1 ? "one approval" : "no approval"); two people in two roles approve a "
        + "channel (DPMC L104): add to approvals = [{ role = …, person = …, on = … }, …], or write state = \"proposed\""
    case .indemnity(let channel, let state, let lacking):
      return
        "\(channel) is \(state) under terms with an indemnity, which take a law that permits it, a finding of public "
        + "interest, and an approver with the power to decide (OAG 4.20-4.22); add "
        + lacking.map { "\($0) = …" }.joined(separator: ", ") + " to terms, or write state = \"proposed\""
    case .unknownRegime(let id, let near):
      return "there is no regime \"\(id)\"; write one of \(Self.list(near)), or see `docket clock --list`"
    case .ladderCircle(let role):
      return "what \(role) lets lapse comes back to \(role); let the ladder end with somebody"
    case .cannotExtend(let name, let shipped):
      return "\"\(name)\" cannot be read; write the path of a policy, or one of \(Self.list(shipped))"
    case .extendsItself(let name):
      return "\"\(name)\" extends this policy in its turn; remove one extends"
    case .unknownEntry(let kind, let name, let known):
      return "there is no [[\(kind)]] \"\(name)\"; add it, or write one of \(Self.list(known))"
    case .repealed(let statute, let day, let citing):
      return "\(citing) cites \(statute), which ended on \(day); cite what is in force (DPMC L66-82)"
    case .nobodyOnCall(let role, let classes):
      return
        "nobody is on call today for \(role), who is to acknowledge \(classes.joined(separator: " and ")) (OAG L117); "
        + "add a [[roster]] entry"
    case .noLadder(let role):
      return "what \(role) lets lapse goes to nobody (DPMC L179); add \(role) = \"…\" to [casework.ladder]"
    case .noExecutive:
      return "serious complaints have no executive to go to (DPMC L179); add executive = \"a role\" to [casework]"
    case .templateLacks(let template, let what, let basis):
      return "the template \(template) \(what) (\(basis))"
    case .unknownFill(let fill, let place, let known):
      return
        "\(place) has {\(fill)}, which nothing fills; write one of \(Self.list(known.map { "{\($0)}" })), or "
        + "{{\(fill)}} for a person to fill"
    case .noHouseRule(let reason):
      return "\(reason) takes words away and points at no posted rule (OAG L105-107); add house_rule = \"…\""
    case .documentLacks(let keys):
      return keys == ["[document]"]
        ? "the policy does not say its id, version, status, owner and review_by (DPMC L43-48); add [document]"
        : "[document] lacks \(keys.joined(separator: ", ")) (DPMC L43-48); add "
          + keys.map { "\($0) = …" }.joined(separator: ", ")
    case .policyReviewPassed(let day):
      return "the policy was to be reviewed by \(day) (DPMC L43-48); review it and write the next day"
    case .notYetInForce(let statute, let day, let citing):
      return "\(citing) cites \(statute), which is in force from \(day) on; cite what is in force (DPMC L66-82)"
    case .statuteUnknown(let title, let citing):
      return
        "\(citing) cites \(title), which is no [[statute]]; add it with the day it came into force, or correct its title "
        + "(DPMC L66-82)"
    case .rosterEnds(let role, let day, let classes):
      return
        "nobody is on call on \(day) for \(role), who is to acknowledge \(classes.joined(separator: " and ")) "
        + "(OAG L117); add a [[roster]] entry"
    case .noRetention(let holding):
      return "nothing says how long what is \"\(holding)\" is kept (BC L147); add it to default_for of a [[retention]]"
    case .noPlaybook(let grade):
      return "there are no steps for \(grade) (OAG 4.7); add a [[playbook]] with classes = [\"\(grade)\"]"
    case .noHelpContact:
      return
        "no contact is shown beside comments of somebody in danger; add labels = [\"welfare\"] to that of a crisis line"
    case .noRequestReason:
      return
        "no reason opens a case for a request, which is one wherever it is made (OAG 4.15-4.16); add \"open_case\" to "
        + "the verbs of one with head = \"request\""
    case .noQuietOutcome:
      return
        "no reason leaves a comment without a word, though not every one needs an answer (DPMC L175); add one with "
        + "verbs = [\"leave\"] and citizen = \"\""
    case .thresholdIdle(let label, let lowest):
      return
        "the classifier shows nothing of \(label) below \(lowest); write \(label) = \(lowest) or more, or leave it out"
    case .watchOver(let day):
      return "these words were watched until \(day); write a later day, or remove the entry"
    case .expired(let person, let day):
      return "the authorisation of \(person) ended on \(day); write a later to, or remove the entry"
    case .notAcknowledged(let person):
      return "\(person) has not acknowledged the policy (DPMC L118); add acknowledged = the day they do"
    case .acknowledgedLongAgo(let person, let day):
      return "\(person) acknowledged the policy on \(day), over a year ago (DPMC L118); write the day they do it again"
    case .unattributed(let person):
      return "nobody is named who authorised \(person) (DPMC L116); add by = …"
    case .ownerNotInForce(let channel, let key, let person):
      return
        "\(person), \(key) of \(channel), has no authorisation in force today; extend a [[person]] entry, or name another"
    case .registerWithoutPeople:
      return
        "there are channels but no [[person]], so whoever can open the desk may do everything; add who may act "
        + "(DPMC L116)"
    case .approverUnknown(let channel, let person):
      return
        "\(person), who approved \(channel), is not the id of a [[person]]; add them with roles = [], or correct the id"
    case .channelLacks(let channel, let lack):
      return "\(channel) lacks \(lack.rawValue) (\(lack.basis)); add \(lack.example)"
    case .reviewPassed(let channel, let day):
      return "\(channel) was to be reviewed by \(day) (DPMC L43-48); review it and write the next day"
    case .suggestionImpossible(let verb):
      return "no channel of the register can \(verb); propose another verb, or add it to a channel's capabilities.verbs"
    case .nobodyMay(let permission):
      return
        "nobody may \(permission) today, so this policy could not be replaced; give a [[person]] a role that may, "
        + "such as \"admin\""
    case .noSecondPerson(let channel, let verb, let reasons, let proposers, let confirmers):
      return
        "\(verb) under \(Self.list(reasons)) takes two people\(channel.map { " on \($0)" } ?? ""), but today "
        + "\(Self.nobodyOr(proposers)) may \(verb) and \(Self.nobodyOr(confirmers)) may confirm; authorise another"
    }
  }

  private static func nobodyOr(_ people: [String]) -> String {
    people.isEmpty ? "nobody" : "only " + list(people)
  }

  private static func list(_ words: [String]) -> String { words.isEmpty ? "none" : words.joined(separator: ", ") }
}

extension PolicyProblem.Lack {
  /// The requirement that it answers.
  var basis: String {
    switch self {
    case .objective: "OAG L130"
    case .houseRules: "OAG L105-107"
    case .notice: "BC L115"
    case .terms: "OAG 4.19"
    case .privacyAssessment: "BC L102"
    case .securityAssessment: "BC L164"
    case .reviewBy: "DPMC L43-48"
    case .verbs, .irreversible: "BC L162"
    }
  }

  /// What to write.
  var example: String {
    switch self {
    case .objective: "objective = \"what the channel is for\""
    case .houseRules: "house_rules = { version = \"…\", url = \"https://…\", from = 2026-07-01 }"
    case .notice: "notice = { authority = \"…\", purpose = \"…\", contact = \"…\" }"
    case .terms: "terms = { version = \"…\", indemnity = false }"
    case .privacyAssessment: "privacy_assessment = \"its reference\""
    case .securityAssessment: "security_assessment = \"its reference\""
    case .reviewBy: "review_by = 2027-07-01"
    case .verbs: "capabilities = { verbs = [\"hide\", \"unhide\", \"delete\"], … }: what the platform lets you do"
    case .irreversible: "capabilities = { …, irreversible = [\"delete\"] }: what it cannot take back"
    }
  }
}
