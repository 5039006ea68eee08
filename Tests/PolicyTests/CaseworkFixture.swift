import Moderation
import Policy
import Testing

/// The small agency of `Fixture` with casework as well, and nothing to complain of on `Fixture.day`.
enum CaseworkFixture {
  static let text =
    Fixture.text.replacing(
      "escalates_to = \"boss\"\ncitizen = \"\"",
      with: "escalates_to = \"boss\"\nclass = \"S1\"\ncitizen = \"\"\n\n" + ask
    ).replacing(
      "second_person_for = [\"delete\"]\n",
      with: "second_person_for = [\"delete\"]\nhouse_rule = \"H1\"\nretention = \"KEEP\"\ntemplate = \"aware\"\n"
    ).replacing("basis = \"rule 2\"", with: "basis = \"Privacy Act 2020 s 44\"") + casework

  private static let ask = """
    [[reason]]
    code = "ASKED"
    title = "Asked"
    head = "request"
    basis = "rule 3"
    verbs = ["open_case", "leave"]
    citizen = "You asked, {case}."
    """

  static let casework = """

    [document]
    id = "POL-1"
    version = "2"
    status = "approved"
    owner = "o"
    approver = "p"
    approved = 2026-01-05
    review_by = 2027-01-05

    [[house_rule]]
    code = "H1"
    title = "No spam"
    text = "Please do not."

    [casework]
    regime = "nz-oia"
    own_information = "nz-privacy"
    executive = "boss"
    review_body = "ombudsman"
    privacy_authority = "commissioner"
    own_domains = ["a.example"]

    [casework.hours]
    weekdays = "08:30-17:00"
    saturday = ["09:00-12:00"]

    [casework.acknowledge]
    S1 = "1 working hour"

    [[roster]]
    role = "boss"
    person = "a.ana"
    from = 2026-01-01
    to = 2026-12-31

    [[contact]]
    id = "ombudsman"
    title = "the Ombudsman"
    contact = "0800"

    [[contact]]
    id = "commissioner"
    title = "the Commissioner"
    contact = "0801"
    labels = ["welfare"]

    [[statute]]
    id = "privacy"
    title = "Privacy Act 2020"
    from = 2020-12-01

    [[retention]]
    code = "KEEP"
    title = "All"
    authority = "GDA7"
    keep = "1 year 6 months"
    from = "last_acted"
    default_for = ["untouched", "decided", "transitory", "recorded", "case"]

    [flagging]
    never_flag = ["Dick Smith"]

    [flagging.thresholds]
    offensive = 0.7

    [flagging.channel.page]
    offensive = 1

    [[watch]]
    words = ["bridge*"]
    label = "complaint"
    severity = "high"
    verb = "escalate"
    reason = "FINE"
    why = "asked for"
    channels = ["page"]
    until = 2026-12-31

    [[template]]
    id = "aware"
    title = "Aware"
    reasons = ["SPAM"]
    text.en = "We know."

    [[template]]
    id = "decision"
    title = "Decision"
    purpose = "decision"
    public = false
    text.en = "{{what}} You may turn to {contact:ombudsman}."

    [[playbook]]
    id = "one"
    title = "At once"
    classes = ["S1"]
    reasons = ["FINE"]

    [[playbook.step]]
    id = "see"
    text = "Look."

    [[playbook.step]]
    id = "tell"
    text = "Tell."
    role = "boss"
    optional = true

    """

  static func text(_ from: String, _ to: String) throws -> String {
    let changed = text.replacing(from, with: to, maxReplacements: 1)
    try #require(changed != text, "\(from) is there")
    return changed
  }
}
