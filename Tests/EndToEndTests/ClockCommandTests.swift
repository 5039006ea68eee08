import Foundation
import Testing

@Suite("docket clock")
struct ClockCommandTests {
  private func clock(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Result {
    let home = try Scratch()
    return try Program.run(
      Program.docket.path, ["clock"] + arguments,
      environment: ["HOME": home.url.path, "LANG": "C.UTF-8"].merging(environment) { $1 })
  }

  @Test("The answer says the last day, how it was counted and what was taken for granted")
  func readable() throws {
    let result = try clock(
      "--regime", "nz-oia", "--received", "2026-07-02T16:40", "--clock", "transfer")
    #expect(result.status == 0)
    let text = result.output.split(separator: "\n", omittingEmptySubsequences: false).filter {
      !$0.hasPrefix("- Holidays")
    }
    #expect(
      text.joined(separator: "\n") == """
        Official Information Act 1982 (nz-oia), transfer: 10 working days, s 14

        due  Fri 17 July 2026  (Pacific/Auckland)
             the transfer to another agency, promptly

             –    Thu 2 July 2026                 received: the day itself is not counted
          day  1  Fri 3 July 2026
             –    Sat 4 July – Sun 5 July 2026    weekend
          day  2  Mon 6 July 2026
          day  3  Tue 7 July 2026
          day  4  Wed 8 July 2026
          day  5  Thu 9 July 2026
             –    Fri 10 July 2026                Matariki Observance Day
             –    Sat 11 July – Sun 12 July 2026  weekend
          day  6  Mon 13 July 2026
          day  7  Tue 14 July 2026
          day  8  Wed 15 July 2026
          day  9  Thu 16 July 2026
          day 10  Fri 17 July 2026

        day 10 is Fri 17 July 2026; Fri 10 July is Matariki Observance Day and not counted.

        - A calculation, not legal advice.

        """)
  }

  @Test("The main clock also names the others that run from the same receipt")
  func others() throws {
    let text = try clock("--regime", "nz-oia", "--received", "2026-07-02").output
    #expect(text.contains("\nalso the transfer to another agency, promptly: Fri 17 July 2026, s 14\n"))
    #expect(text.contains("\nalso the last day to notify an extension: Fri 31 July 2026, s 15A\n"))
  }

  @Test(
    "The zone that the machine or the caller is in never changes the answer; --zone says what the time means",
    arguments: [
      (["--received", "2026-07-20T11:59Z"], "2026-08-17"), (["--received", "2026-07-20T12:00Z"], "2026-08-18"),
      (["--received", "2026-07-20T12:00", "--zone", "UTC"], "2026-08-18"),
      (["--received", "2026-07-20T12:00"], "2026-08-17"), (["--received", "2026-07-21T00:00+12:00"], "2026-08-18"),
    ])
  func zones(_ arguments: [String], _ due: String) throws {
    for zone in ["UTC", "America/New_York", "Pacific/Auckland"] {
      let home = try Scratch()
      let result = try Program.run(
        Program.docket.path, ["clock", "--regime", "nz-oia", "--json"] + arguments,
        environment: ["HOME": home.url.path, "LANG": "C.UTF-8", "TZ": zone])
      let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
      #expect(object?["due"] as? String == due)
      #expect(object?["regime"] as? String == "nz-oia")
      #expect(object?["clock"] as? String == "response")
      let days = object?["derivation"] as? [[String: Any]]
      #expect(days?.last?["date"] as? String == due)
      #expect(days?.filter { $0["counted"] as? Bool == true }.count == 20)
    }
  }

  @Test("What does not exist is a usage error that names what does; what is not known is a failure")
  func errors() throws {
    let regime = try clock("--regime", "nz-oai", "--received", "2026-07-20")
    #expect(regime.status == 2)
    #expect(
      regime.errors.hasPrefix("docket: there is no regime \"nz-oai\"; did you mean nz-oia? The regimes are nz-oia, "))
    let kind = try clock("--regime", "nz-oia", "--received", "2026-07-20", "--clock", "reply")
    #expect(kind.status == 2)
    #expect(kind.errors == "docket: there is no clock \"reply\"; nz-oia has response, transfer, extension\n")
    let time = try clock("--regime", "nz-oia", "--received", "20 July")
    #expect(time.status == 2)
    #expect(time.errors.hasPrefix("docket: \"20 July\" is not a time; write 2026-11-27, "))
    let zone = try clock("--regime", "nz-oia", "--received", "2026-07-20", "--zone", "Mars/Base")
    #expect(zone.status == 2)
    #expect(zone.errors.hasPrefix("docket: there is no time zone Mars/Base; write a name"))
    let year = try clock("--regime", "uk-foia", "--received", "2040-01-05")
    #expect(year.status == 1)
    #expect(year.errors.hasPrefix("docket: the holidays of uk-foia in 2040 are not known"))
    let database = try clock(
      "--regime", "nz-oia", "--received", "2026-07-20", environment: ["TZDIR": "/nowhere"])
    #expect(database.status == 1)
    #expect(
      database.errors
        == "docket: the rules of Pacific/Auckland are not on this machine: no zone database in /nowhere; install the package "
        + "tzdata, or set TZDIR to its folder\n")
    #expect(try clock("--regime", "nz-oia").status == 2)
    let pause = try clock("--regime", "nz-oia", "--received", "2026-07-20", "--pause", "2026-07-22")
    #expect(pause.status == 1)
    #expect(
      pause.errors == "docket: nz-oia knows no pause: a clarified request is a new one instead (s 15(1AA)-(1AB))\n")
  }

  @Test(
    "What happened later moves the answer as the law lets it, and an agency's table takes the place of the shipped one")
  func later() throws {
    func due(_ arguments: String...) throws -> String? {
      let home = try Scratch()
      let table = home.url.appending(path: "holidays.csv")
      try Data("calendars,date,name\nuk-foia,2026-06-03,Jubilee\n".utf8).write(to: table)
      let result = try Program.run(
        Program.docket.path,
        ["clock", "--json"] + arguments.map { $0 == "TABLE" ? table.path : $0 },
        environment: ["HOME": home.url.path, "LANG": "C.UTF-8"])
      #expect(result.status == 0, "\(result.errors)")
      return (try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])?["due"] as? String
    }
    let oia = ["--regime", "nz-oia", "--received", "2026-06-25"]
    #expect(try due(oia[0], oia[1], oia[2], oia[3], "--extend", "10") == "2026-08-07")
    #expect(
      try due(oia[0], oia[1], oia[2], oia[3], "--extend-to", "2026-08-14", "--notified", "2026-07-20") == "2026-08-14")
    #expect(try due(oia[0], oia[1], oia[2], oia[3], "--clarified", "2026-07-06..2026-07-09") == "2026-08-07")
    #expect(try due(oia[0], oia[1], oia[2], oia[3], "--eligible", "2026-07-03") == "2026-07-24")
    #expect(try due(oia[0], oia[1], oia[2], oia[3], "--transferred", "2026-07-09") == "2026-08-07")
    #expect(
      try due("--regime", "uk-foia", "--received", "2026-06-01", "--pause", "2026-06-08..2026-06-12") == "2026-07-07")
    #expect(try due("--regime", "uk-foia", "--received", "2026-06-01", "--holidays", "TABLE") == "2026-06-30")
    #expect(
      try due("--regime", "au-nsw-gipa", "--received", "2026-12-01", "--closed", "2026-12-29..2026-12-31")
        == "2027-01-06")
    #expect(try due("--regime", "nz-hdca", "--received", "2026-07-09T10:00Z") == "2026-07-11T22:00:00+12:00")
  }

  @Test("The table of holidays that the agency's policy names is the one that counts")
  func policyHolidays() throws {
    let home = try Scratch()
    let folder = home.url.appending(path: ".config/docket")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let shipped = URL(fileURLWithPath: Program.sampleFeeds).deletingLastPathComponent()
      .appending(path: "Sources/Policy/default.toml")
    let policy = String(decoding: try Data(contentsOf: shipped), as: UTF8.self)
    let named = "\n[casework]\nholidays = \"days.csv\"\n"
    let ours = policy.contains("\n[casework]\n") ? policy.replacing("\n[casework]\n", with: named) : policy + named
    try Data(ours.utf8).write(to: folder.appending(path: "policy.toml"))
    let arguments = ["clock", "--regime", "uk-foia", "--received", "2026-06-01"]
    let environment = ["HOME": home.url.path, "LANG": "C.UTF-8"]
    let missing = try Program.run(Program.docket.path, arguments, environment: environment)
    #expect(missing.status == 1)
    #expect(missing.errors.hasPrefix("docket: cannot read the holidays "))
    try Data("calendars,date,name\nuk-foia,2026-06-03,Jubilee\n".utf8).write(to: folder.appending(path: "days.csv"))
    let found = try Program.run(Program.docket.path, arguments, environment: environment)
    #expect(found.output.contains("Wed 3 June is Jubilee and not counted"))
  }

  @Test("The regimes are listed, for people and as one JSON object a line")
  func list() throws {
    let lines = try clock("--list", "--json").lines
    #expect(lines.count > 30)
    for line in lines {
      let regime = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(regime?["regime"] is String && regime?["zone"] is String && regime?["clocks"] is [Any])
    }
    let text = try clock("--list")
    #expect(text.output.contains("nz-lgoima-chatham"))
    #expect(text.output.contains("response 20 working days; transfer 10 working days; extension  (Pacific/Chatham)"))
  }
}
