import Moderation
import Policy
import Testing

@Suite("A policy file that is refused")
struct BrokenFileTests {
  @Test("Each problem is named with its line and what to write", arguments: Self.broken)
  func problemsPointAndHelp(_ broken: Broken) throws {
    let text = try Fixture.text([(broken.from, broken.to)])
    do {
      _ = try PolicyFile.parse(text, file: "policy.toml")
      Issue.record("read without a problem")
    } catch {
      let line = try Fixture.line(of: broken.on, in: text)
      #expect(error.description == "policy.toml:\(line): \(broken.message)")
      #expect(error.problems.allSatisfy { $0.severity == .error })
    }
  }

  struct Broken: Sendable, CustomTestStringConvertible {
    var from: String
    var to: String
    /// Stands on the line that the message must point at, and on none before it.
    var on: String
    var message: String

    init(_ from: String, _ to: String, on: String, _ message: String) {
      self.from = from
      self.to = to
      self.on = on
      self.message = message
    }

    var testDescription: String { message }
  }

  static let broken = values + people + channels

  private static let values = [
    Broken(
      "spam = { verb = \"hide\"", "spam = { verb = \"burn\"", on: "burn",
      "verb cannot be \"burn\"; write one of leave, hide, unhide, delete, escalate, record, hold, publish, reply, "
        + "refer, open_case, snooze, skip"),
    Broken(
      "reason = \"SPAM\"", "reason = \"COURT\"", on: "COURT",
      "there is no [[reason]] with code \"COURT\"; add it, or name another"),
    Broken(
      "spam = { verb = \"hide\"", "spam = { verb = \"record\"", on: "record",
      "SPAM does not allow record; write one of hide, delete"),
    Broken(
      "zone = \"UTC\"", "zone = \"../../etc\"", on: "../../etc",
      "zone \"../../etc\" is not an IANA name; write one like \"Pacific/Auckland\""),
    Broken(
      "contact = \"c\"", "contact = \"c\"\nkontact = \"x\"", on: "kontact",
      "[agency] has no key kontact; it takes name, zone, contact, rules, language, greeting"),
    Broken(
      "escalates_to = \"boss\"", "escalates_to = \"chief\"", on: "chief",
      "there is no [[role]] named \"chief\"; there is boss"),
    Broken(
      "spam = {", "ham = {", on: "ham = {",
      "a label of [suggestions] cannot be \"ham\"; write one of \(Label.allCases.map(\.rawValue).joined(separator: ", "))"
    ),
    Broken("title = \"Spam\"", "title = 7", on: "title = 7", "title must be text in quotes"),
    Broken("basis = \"rule 1\"", "basis = \" \"", on: "basis = \" \"", "SPAM lacks basis; add basis = …"),
    Broken(
      "verbs = [\"leave\", \"escalate\"]", "verbs = [\n  \"leave\",\n  \"hide\",\n]", on: "  \"hide\",",
      "FINE allows hide, but its head \"none\" is no ground for it (DPMC L175); remove \"hide\" or write head = one of "
        + "offensive, harmful, damaging, privacy, legal, security, request"),
    Broken(
      "head = \"damaging\"", "head = \"request\"", on: "verbs = [\"hide\", \"delete\"]",
      "SPAM allows delete, but its head \"request\" is no ground for it (DPMC L175); remove \"delete\" or write head = "
        + "one of offensive, harmful, damaging, privacy, legal, security"),
  ]

  private static let people = [
    Broken(
      "[[person]]\nuser = \"ben\"", "[[person]] # who?", on: "# who?", "[[person]] lacks user; add user = …"),
    Broken(
      "roles = [\"moderator\"]", "roles = [\"mod\"]", on: "[\"mod\"]",
      "roles cannot be \"mod\"; write one of triage, moderator, owner, supervisor, records, information_officer, admin"),
    Broken(
      "channels = [\"page\"]", "channels = [\n  \"page\",\n  \"blog\"\n]", on: "\"blog\"",
      "there is no [[channel]] with id \"blog\"; add it, or write one of page"),
    Broken(
      "channels = [\"page\"]", "channels = []", on: "channels = []",
      "channels must be a list of channel ids; leave it out for all"),
    Broken(
      "to = \"2027-01-01\"", "to = 2025-12-31", on: "to = 2025-12-31",
      "to = 2025-12-31 is before from = 2026-01-01; write a later day, or leave it out"),
    Broken("from = 2026-01-01", "from = \"soon\"", on: "soon", "from must be a day like 2026-07-01"),
    Broken("from = 2026-01-01", "from = \"2026-02-30\"", on: "02-30", "from must be a day like 2026-07-01"),
    Broken(
      "user = \"ben\"", "user = \"ana\"", on: "id = \"b.ben\"",
      "the user ana is called a.ana and b.ben; write the same id in each entry"),
    Broken(
      "triage = [\"leave\", \"escalate\"]", "triage = [\n  \"leave\",\n  \"delete\", # no\n]", on: "# no",
      "triage cannot be given delete: only a channel's owner or a deputy deletes (DPMC L175); remove \"delete\", and "
        + "name the person as owner or deputy of the channel"),
    Broken(
      "triage = [", "intern = [", on: "intern",
      "a role of [permissions] cannot be \"intern\"; write one of triage, moderator, owner, supervisor, records, "
        + "information_officer, admin"),
    Broken(
      "[\"leave\", \"escalate\"]", "[\"leave\", \"ban\"]", on: "ban",
      "triage cannot be \"ban\"; write one of leave, hide, unhide, delete, escalate, record, hold, publish, reply, refer, "
        + "open_case, snooze, skip, confirm, undo, reverse, import, reveal, unmask, export, seal, backup, adopt, "
        + "legal_hold, dispose, decide_case"),
  ]

  private static let channels = [
    Broken(
      "owner = \"a.ana\"", "owner = \"a.anna\"", on: "a.anna",
      "owner \"a.anna\" is not the id of a [[person]]; add them, or write one of a.ana, b.ben"),
    Broken("owner = \"a.ana\"\n", "", on: "[[channel]]", "channel page lacks owner; add owner = …"),
    Broken(
      "deputies = [\"b.ben\"]", "deputies = [ # two\n  \"b.ben\",\n  \"carl\",\n]", on: "\"carl\"",
      "deputy \"carl\" is not the id of a [[person]]; add them, or write one of a.ana, b.ben"),
    Broken(
      "kind = \"network\"", "kind = \"radio\"", on: "radio",
      "kind cannot be \"radio\"; write one of network, video, blog, forum, wiki, podcast, messaging, consultation, other"
    ),
    Broken(
      "irreversible = [\"delete\"]", "irreversible = [\"erase\"]", on: "erase",
      "irreversible cannot be \"erase\"; write one of leave, hide, unhide, delete, escalate, record, hold, publish, reply, "
        + "refer, open_case, snooze, skip"),
    Broken(
      "person = \"b.ben\", on = 2026-01-03 }", "by = \"b.ben\", person = \"b.ben\" }", on: "by = \"b.ben\", person",
      "an approval of channel page has no key by; it takes role, person, on"),
    Broken(
      "  { role = \"executive\", person = \"b.ben\", on = 2026-01-03 },\n", "", on: "approvals = [",
      "page is active with one approval; two people in two roles approve a channel (DPMC L104): add to approvals = "
        + "[{ role = …, person = …, on = … }, …], or write state = \"proposed\""),
    Broken(
      "person = \"b.ben\", on = 2026-01-03", "person = \"a.ana\"", on: "approvals = [",
      "page is active with one approval; two people in two roles approve a channel (DPMC L104): add to approvals = "
        + "[{ role = …, person = …, on = … }, …], or write state = \"proposed\""),
    Broken(
      "indemnity = false }", "indemnity = true, approver = \"CE\", legal_permission = \"PFA s 65ZE\" }", on: "PFA",
      "page is active under terms with an indemnity, which take a law that permits it, a finding of public interest, and "
        + "an approver with the power to decide (OAG 4.20-4.22); add public_interest = …, delegation = … to terms, or "
        + "write state = \"proposed\""),
    Broken(
      "permissions = { moderator = [\"leave\", \"hide\", \"confirm\"] }", "permissions = { moderator = [\"delete\"] }",
      on: "moderator = [\"delete\"]",
      "moderator cannot be given delete: only a channel's owner or a deputy deletes (DPMC L175); remove \"delete\", and "
        + "name the person as owner or deputy of the channel"),
    Broken(
      "[[reason]]", "[[channel]]\nid = \"10293\"\ntitle = \"B\"\nowner = \"a.ana\"\nstate = \"proposed\"\n\n[[reason]]",
      on: "id = \"10293\"", "\"10293\" is already a name of channel page; remove it from one of them"),
    Broken(
      "[[reason]]", "[[channel]] # again\nid = \"page\"\ntitle = \"B\"\nowner = \"a.ana\"\n\n[[reason]]",
      on: "# again", "the channel page is there twice; remove one or rename it"),
  ]

  @Test("A problem in a table under its own header, in a second channel, is found there too")
  func nestedHeaders() throws {
    let text =
      Fixture.text + """
        [[channel]]
        id = "blog"
        title = '''
        [[channel]]
        indemnity = "no"'''
        owner = "a.ana"
        state = "proposed"

        [channel.terms]
        version = "1"
        indemnity = "no" # wrong

        [[channel.approvals]]
        role = "director"
        person = "a.ana"

        [[channel.approvals]]
        role = "executive"
        person = "b.ben"
        on = 7 # wrong too

        """
    do {
      _ = try PolicyFile.parse(text, file: "policy.toml")
      Issue.record("read without a problem")
    } catch {
      let first = try Fixture.line(of: "# wrong", in: text)
      let second = try Fixture.line(of: "# wrong too", in: text)
      #expect(
        error.description == """
          policy.toml:\(first): indemnity must be true or false
          policy.toml:\(second): on must be a day like 2026-07-01
          """)
    }
  }

  @Test("Every problem of a file is listed at once, in file order")
  func allAtOnce() throws {
    let text = try Fixture.text([
      ("zone = \"UTC\"", "zone = 1"), ("by = \"board\"", "buy = \"board\""), ("owner = \"a.ana\"", "owner = \"\""),
    ])
    do {
      _ = try PolicyFile.parse(text, file: "p")
      Issue.record("read without a problem")
    } catch {
      #expect(
        error.description == """
          p:3: zone must be text in quotes
          p:22: [[person]] has no key buy; it takes user, id, roles, channels, from, to, by, acknowledged
          p:41: channel page lacks owner; add owner = …
          """)
    }
  }

  @Test("A text that is not TOML is refused with the line")
  func syntaxErrorHasALine() {
    do {
      _ = try PolicyFile.parse("[agency]\nname = \"x\nzone = 1\n", file: "policy.toml")
      Issue.record("read without a problem")
    } catch {
      #expect(error.description.hasPrefix("policy.toml:2: not TOML: "), "\(error.description)")
    }
  }

  @Test("A file that is not there, and controls in one that is, are told on one line")
  func printable() throws {
    do {
      _ = try PolicyFile.read(path: "/nonexistent/policy.toml")
      Issue.record("read without a problem")
    } catch {
      #expect(error.description == "/nonexistent/policy.toml: cannot be read: there is no such file")
    }
    let text = try Fixture.text([("zone = \"UTC\"", "zone = \"\\u001b[2J\\nx\"")])
    do {
      _ = try PolicyFile.parse(text, file: "p")
      Issue.record("read without a problem")
    } catch {
      #expect(error.description == "p:3: zone \" [2J x\" is not an IANA name; write one like \"Pacific/Auckland\"")
    }
  }
}
