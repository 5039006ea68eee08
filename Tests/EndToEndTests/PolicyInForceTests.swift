import Foundation
import Testing

@Suite("The policy in force")
struct PolicyInForceTests {
  private let home: Scratch
  private let user: String
  private let shipped: String

  init() throws {
    home = try Scratch()
    user = try Program.run("/usr/bin/id", ["-un"]).lines.first ?? "root"
    shipped = try Program.docket("policy", "show", "--source", home: home.url).output
    let feed = try home.write("feed.jsonl", Data(#"{"id":"1","text":"kia ora"}"#.utf8))
    try #require(try Program.docket("import", feed, home: home.url).status == 0)
  }

  private func policy(_ name: String, roles: String, also people: String = "") throws -> String {
    let person = "\n[[person]]\nuser = \"\(user)\"\nid = \"a.kereru\"\nroles = [\(roles)]\n"
    let admin = "\n[[person]]\nuser = \"nobody-else\"\nid = \"g.moa\"\nroles = [\"admin\"]\n"
    return try home.write(name, Data((shipped + person + admin + people).utf8))
  }

  @Test("Once a policy names people, the agency's file changes nothing until one of them adopts it")
  func adopted() throws {
    let moderators = try policy("moderators.toml", roles: "\"moderator\"")
    let adoption = try Program.docket("policy", "adopt", moderators, home: home.url)
    #expect(adoption.status == 0, "\(adoption.errors)")
    #expect(adoption.lines.last?.hasPrefix("Adopted as event ") == true, "\(adoption.output)")
    // A file that would make this person owner of everything lies where docket looks for one.
    try FileManager.default.createDirectory(
      at: home.url.appending(path: ".config/docket"), withIntermediateDirectories: true)
    _ = try home.write(".config/docket/policy.toml", Data(shipped.utf8))
    let delete = try Program.docket("decide", "delete", "1", "--reason", "OFFENSIVE", home: home.url)
    #expect(delete.status == 1)
    #expect(delete.errors == "docket: moderator may not delete on json; owner may\n", "\(delete.errors)")
    let hide = try Program.docket("decide", "hide", "1", "--reason", "OFFENSIVE", home: home.url)
    #expect(hide.status == 0, "\(hide.errors)")
    let again = try Program.docket("policy", "adopt", home: home.url)
    #expect(again.status == 1)
    #expect(again.errors == "docket: moderator may not adopt; admin may\n", "\(again.errors)")
    let refused = try Program.docket("log", "--type", "refused", home: home.url)
    #expect(refused.lines.count == 2, "every attempt at authority is an event: \(refused.output)")
    let log = try Program.docket("log", "--json", "--verb", "hide", home: home.url)
    #expect(log.output.contains(#""actor":"a.kereru","role":"moderator","authority":"policy:"#))
  }

  @Test("A policy under which nobody could adopt another is not adopted")
  func lockedIn() throws {
    let person = "\n[[person]]\nuser = \"\(user)\"\nid = \"a.kereru\"\nroles = [\"moderator\"]\n"
    let file = try home.write("locked.toml", Data((shipped + person).utf8))
    let adoption = try Program.docket("policy", "adopt", file, home: home.url)
    #expect(adoption.status == 1)
    #expect(adoption.errors.contains("adopt"), "\(adoption.errors)")
    #expect(try Program.docket("decide", "hide", "1", "--reason", "OFFENSIVE", home: home.url).status == 0)
  }

  @Test("Somebody whom the policy does not name can do nothing, and is told so")
  func stranger() throws {
    let person = "\n[[person]]\nuser = \"nobody-else\"\nid = \"g.moa\"\nroles = [\"admin\", \"owner\"]\n"
    let file = try home.write("others.toml", Data((shipped + person).utf8))
    #expect(try Program.docket("policy", "adopt", file, home: home.url).status == 0)
    let hide = try Program.docket("decide", "hide", "1", "--reason", "OFFENSIVE", home: home.url)
    #expect(hide.status == 1)
    #expect(
      hide.errors == "docket: the policy gives \(user) no authority on json today, so not to hide\n", "\(hide.errors)")
    let refused = try Program.docket("log", "--json", "--type", "refused", home: home.url)
    #expect(refused.output.contains("\"actor\":\"\(user)\",\"role\":\"none\",\"authority\":\"none\""))
  }

  @Test("A decision that takes two people waits for the second, and the first cannot be that")
  func twoPeople() throws {
    let policy = try policy("team.toml", roles: "\"owner\"")
    #expect(try Program.docket("policy", "adopt", policy, home: home.url).status == 0)
    let first = try Program.docket("decide", "delete", "1", "--reason", "HATE", home: home.url)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("proposed delete, waits for a second person"))
    let second = try Program.docket("decide", "delete", "1", "--reason", "HATE", home: home.url)
    #expect(second.status == 1)
    #expect(second.errors.contains("waits for somebody other than a.kereru"), "\(second.errors)")
    #expect(try Program.docket("actions", "list", home: home.url).lines.count == 1, "only the header: nothing is out")
  }
}
